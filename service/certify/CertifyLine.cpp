// SPDX-License-Identifier: MIT
#include "service/certify/CertifyLine.h"

#include "core/jose/StrictJson.h"
#include "service/certify/LenientPivot.h"
#include "service/certify/WireRecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace proconnect::service {
namespace {

using certification::Certainty;

constexpr JsonLimits limits{.largest = 2LL * 1024 * 1024, .deepest = 32};

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject answer(const QJsonValue& id, const QString& verdict, const QStringList& reasons)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("verdict"), verdict},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(reasons)}};
}

QByteArray refusal(const QJsonValue& id, const char* reason, const QString& error)
{
    QJsonObject refused = answer(id, QStringLiteral("none"), {QLatin1String(reason)});
    refused.insert(QStringLiteral("error"), error);
    return compact(refused);
}

QJsonValue idOf(const QJsonObject& line)
{
    const QJsonValue id = line.value(QLatin1String("id"));
    return id.isString() || id.isDouble() ? id : QJsonValue(QJsonValue::Null);
}

/// The id of a line that is no JSON, where a member of that name can still be made out.
QJsonValue idWithin(const QByteArray& line)
{
    static const QRegularExpression member(
        QStringLiteral("\"id\"\\s*:\\s*(\"(?:[^\"\\\\\\x{0}-\\x{1f}]|\\\\.){0,200}\"|-?[0-9]{1,15})"));
    const auto match = member.match(QString::fromUtf8(line.left(4096)));
    const QByteArray wrapped = "[" + match.captured(1).toUtf8() + "]";
    const QJsonArray read = QJsonDocument::fromJson(wrapped).array();
    return read.isEmpty() ? QJsonValue(QJsonValue::Null) : read.first();
}

QString nameOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Certified:
        return QStringLiteral("certified");
    case Certainty::Close:
        return QStringLiteral("close");
    case Certainty::None:
        break;
    }
    return QStringLiteral("none");
}

} // namespace

QByteArray certifyLine(const QByteArray& line, const QDate& today)
{
    const auto parsed = parseStrictJson(line, limits);
    if (!parsed) {
        return refusal(idWithin(line), "input.json",
                       QStringLiteral("not one JSON object: ") + parsed.failure().detail);
    }
    const QJsonObject& input = parsed.value();
    const QJsonValue id = idOf(input);
    const QJsonValue record = input.value(QLatin1String("record"));
    if (!record.isObject() && !record.isNull() && !record.isUndefined()) {
        return refusal(id, "input.record", QStringLiteral("record is neither an object nor null"));
    }
    const auto read =
        readWireRecord(input.value(QLatin1String("registry")).toString(), record.toObject(), today);
    if (!read) {
        return refusal(id, "input.registry", QStringLiteral("registry is not insee, rne or rcs"));
    }
    const FranceConnectIdentity identity = readLenientPivot(input.value(QLatin1String("pivot")).toObject());
    const auto officers = record.isObject() ? read->officers : QList<certification::OfficerRecord>();
    const auto assessment = certification::assessAll(identity, officers, read->gate, today);
    return compact(answer(id, nameOf(assessment.verdict.certainty), assessment.verdict.reasons()));
}

QByteArray refuseLongLine(const QByteArray& beginning)
{
    return refusal(idWithin(beginning), "input.too-long", QStringLiteral("the line is too long"));
}

} // namespace proconnect::service
