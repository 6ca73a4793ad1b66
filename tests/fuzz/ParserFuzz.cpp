// SPDX-License-Identifier: MIT
#include "tests/fuzz/ParserFuzz.h"

#include "service/certify/CertifyLine.h"
#include "service/certify/WireRecord.h"
#include "service/registries/RcsFormat.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SireneFormat.h"

#include <QJsonDocument>

#include <cstdlib>

namespace proconnect::fuzz {
namespace {

using namespace service;

const QDate today(2026, 11, 23);

SirenNumber anySiren()
{
    return *SirenNumber::parse(QStringLiteral("404833048"));
}

QByteArray bytesOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

/// A record of `registry`, judged against an identity that knows nothing: it must never certify.
void judge(const QByteArray& bytes, const char* registry)
{
    const QJsonObject record = QJsonDocument::fromJson(bytes).object();
    const auto read = readWireRecord(QString::fromLatin1(registry), record, today);
    if (!read) {
        std::abort();
    }
    const auto assessment = certification::assessAll({}, read->officers, read->gate, today);
    if (assessment.verdict.certainty == certification::Certainty::Certified) {
        std::abort();
    }
}

} // namespace

int sirene(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)parseSireneUnit(bytes, anySiren());
    (void)parseSireneEstablishments(bytes, anySiren());
    judge(bytes, "insee");
    return 0;
}

int rne(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)parseRneCompany(bytes, anySiren(), today);
    judge(bytes, "rne");
    return 0;
}

int rcs(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)parseRcsOfficers(bytes, anySiren());
    judge(bytes, "rcs");
    return 0;
}

int line(const std::uint8_t* data, std::size_t size)
{
    const QByteArray answer = certifyLine(bytesOf(data, size), today);
    if (!QJsonDocument::fromJson(answer).isObject() || answer.contains('\n')) {
        std::abort();
    }
    return 0;
}

} // namespace proconnect::fuzz
