// SPDX-License-Identifier: MIT
#include "tests/fuzz/ParserFuzz.h"

#include "core/account_files/AccountFilePages.h"
#include "core/certification/NameCriteria.h"
#include "core/staff/StaffFile.h"
#include "core/table/DecodedText.h"
#include "service/certify/CertifyLine.h"
#include "service/certify/WireRecord.h"
#include "service/registries/RcsFormat.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SireneFormat.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <string>

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

/// Somebody whom damaged records may still be about, so that every criterion is reached.
FranceConnectIdentity somebody()
{
    FranceConnectIdentity person;
    person.familyName = QStringLiteral("FABRE");
    person.givenNames = {QStringLiteral("Claire"), QStringLiteral("H\u00E9l\u00E8ne")};
    person.givenNamesExact = true;
    person.gender = QStringLiteral("female");
    person.birthdate = QStringLiteral("1982-11-03");
    person.birthcountry = QStringLiteral("99100");
    return person;
}

const QString fileSiren = QStringLiteral("000058263");

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

/// Faults of a file stand by their lines, are at most a hundred, and quote briefly.
template <typename File>
void requireListed(const File& file)
{
    constexpr qsizetype most = 100;
    constexpr qsizetype longestQuote = 60;
    require(file.faults.size() <= most && (file.moreFaults == 0 || file.faults.size() == most));
    int line = 0;
    for (const auto& fault : file.faults) {
        require(fault.line >= line && fault.value.size() <= longestQuote && !fault.value.contains(u'\n'));
        line = fault.line;
    }
}

/// A record of `registry`, judged against an identity that knows nothing, which it must never certify, and
/// against people born in several places.
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
    FranceConnectIdentity person = somebody();
    for (const char* place : {"69266", "75112", "Paris 12 (75)", ""}) {
        person.birthplace = QString::fromLatin1(place);
        (void)certification::assessAll(person, read->officers, read->gate, today);
    }
    person.birthcountry = QStringLiteral("99350");
    (void)certification::assessAll(person, read->officers, read->gate, today);
}

} // namespace

int sirene(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    (void)parseSireneUnit(bytes, anySiren(), today);
    (void)parseSireneEstablishments(bytes, anySiren(), today);
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

int names(const std::uint8_t* data, std::size_t size)
{
    // UTF-16 as it comes, halves of pairs included: the first half is FranceConnect's, the second the
    // register's.
    std::u16string text(size / sizeof(char16_t), u'\0');
    std::copy_n(data, text.size() * sizeof(char16_t), reinterpret_cast<std::uint8_t*>(text.data()));
    const QStringList halves{QString::fromStdU16String(text.substr(0, text.size() / 2)),
                             QString::fromStdU16String(text.substr(text.size() / 2))};
    const auto weigh = [](const QString& claimed, const QString& registered) {
        FranceConnectIdentity person;
        person.familyName = claimed;
        person.givenNames = claimed.split(u',');
        person.givenNamesExact = true;
        certification::OfficerRecord officer;
        officer.familyName = registered;
        officer.givenNames = registered.split(u',');
        const certification::IdentitySide mine(person);
        const certification::OfficerSide theirs(officer);
        const certification::NamePair pair{mine, theirs};
        return std::pair{compareFamilyNames(pair), compareGivenNames(pair).finding};
    };
    if (weigh(halves[0], halves[1]) != weigh(halves[1], halves[0])) {
        std::abort();
    }
    const auto own = weigh(halves[0], halves[0]).first.weight;
    if (own > certification::Weight::Doubt) {
        std::abort();
    }
    return 0;
}

int accounts(const std::uint8_t* data, std::size_t size)
{
    const auto text = decodeText(bytesOf(data, size), TextEncodings::Utf8OrWindows1252);
    if (!text) {
        return 0;
    }
    const AccountFile file = readAccountFile(*text, fileSiren);
    requireListed(file);
    QSet<QString> identifiers;
    for (const FileAccount& account : file.accounts) {
        identifiers.insert(account.identifier);
    }
    require(identifiers.size() == file.accounts.size());
    // What the service reads is what the application showed.
    QList<FileAccount> again;
    for (const QByteArray& page : accountFilePages(file.accounts, 2000)) {
        const auto sent = decodeText(page, TextEncodings::Utf8);
        require(sent.has_value());
        const AccountFile part = readAccountFile(*sent, fileSiren);
        require(part.faults.isEmpty());
        again += part.accounts;
    }
    require(again.size() == file.accounts.size());
    for (qsizetype i = 0; i < again.size(); ++i) {
        again[i].line = file.accounts[i].line;
    }
    require(again == file.accounts);
    return 0;
}

int staff(const std::uint8_t* data, std::size_t size)
{
    const auto text = decodeText(bytesOf(data, size), TextEncodings::Utf8OrWindows1252);
    if (!text) {
        return 0;
    }
    const StaffFile file = readStaffFile(*text);
    requireListed(file);
    for (const StaffMember& member : file.people) {
        require(!member.name.isEmpty() || !member.email.isEmpty());
        require(!member.name.contains(u'\n') && !member.email.contains(u'\n'));
    }
    return 0;
}

} // namespace proconnect::fuzz
