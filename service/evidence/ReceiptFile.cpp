// SPDX-License-Identifier: MIT
#include "service/evidence/ReceiptFile.h"

#include "core/jose/StrictJson.h"

#include <QJsonArray>

#include <array>

namespace proconnect::service {
namespace {

const QString formatMember = QStringLiteral("format");
const QString linksMember = QStringLiteral("links");
constexpr int format = 1;
/// A departure closes up to 500 accounts by one decision, each with a few words of its portal.
constexpr qsizetype mostLinks = 2500;
constexpr JsonLimits fileLimits{8LL * 1024 * 1024, 16};

struct TextMember
{
    const char* name;
    QString EvidenceLink::*field;
};
constexpr std::array textMembers{
    TextMember{"siren", &EvidenceLink::siren},       TextMember{"kind", &EvidenceLink::kind},
    TextMember{"decision", &EvidenceLink::decision}, TextMember{"previousHash", &EvidenceLink::previousHash},
    TextMember{"hash", &EvidenceLink::hash},         TextMember{"seal", &EvidenceLink::seal}};
const QString sequenceMember = QStringLiteral("sequence");
const QString contentMember = QStringLiteral("content");
constexpr qsizetype memberCount = textMembers.size() + 2;

Failure invalid(const char* why)
{
    return {FailureCode::InvalidRequest, QString::fromLatin1(why), {}};
}

Outcome<EvidenceLink> readLink(const QJsonObject& json)
{
    EvidenceLink link;
    for (const TextMember& member : textMembers) {
        const QJsonValue value = json.value(QLatin1String(member.name));
        if (!value.isString()) {
            return invalid("a text of a link is missing");
        }
        link.*member.field = value.toString();
    }
    const QJsonValue sequence = json.value(sequenceMember);
    const QJsonValue content = json.value(contentMember);
    link.sequence = sequence.toInteger();
    link.content = content.toObject();
    if (!sequence.isDouble() || link.sequence < 1 || !content.isObject() || json.size() != memberCount) {
        return invalid("a link has other members than it should");
    }
    return link;
}

} // namespace

QJsonObject toReceiptFile(const QList<EvidenceLink>& links)
{
    QJsonArray array;
    for (const EvidenceLink& link : links) {
        QJsonObject json{{sequenceMember, link.sequence}, {contentMember, link.content}};
        for (const TextMember& member : textMembers) {
            json.insert(QLatin1String(member.name), link.*member.field);
        }
        array.append(json);
    }
    return {{formatMember, format}, {linksMember, array}};
}

Outcome<QList<EvidenceLink>> readReceiptFile(const QByteArray& file)
{
    const auto json = parseStrictJson(file, fileLimits, FailureCode::InvalidRequest);
    if (!json) {
        return json.failure();
    }
    const QJsonArray array = json.value().value(linksMember).toArray();
    if (json.value().value(formatMember) != QJsonValue(format) || json.value().size() != 2 ||
        array.isEmpty() || array.size() > mostLinks) {
        return invalid("no file of a receipt");
    }
    QList<EvidenceLink> links;
    for (const QJsonValue value : array) {
        const auto link = readLink(value.toObject());
        if (!link) {
            return link.failure();
        }
        links.append(link.value());
    }
    return links;
}

} // namespace proconnect::service
