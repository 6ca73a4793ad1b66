// SPDX-License-Identifier: MIT
#include "service/ReceiptVerification.h"

#include "core/jose/StrictJson.h"
#include "core/protocol/ModelJson.h"
#include "service/decisions/ReceiptCheck.h"

#include <QFile>
#include <QHash>

namespace proconnect::service {
namespace {

constexpr int notGenuine = 1;
constexpr int unreadable = 2;
/// One more byte than a file may have, so that a longer one is refused rather than cut.
constexpr qint64 mostRead = 1024LL * 1024 + 1;

CommandLineAnswer trouble(const QString& what, int status)
{
    return {QStringLiteral("proconnectd receipt: %1\n").arg(what), status};
}

Outcome<QByteArray> contentOf(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{
            FailureCode::StorageUnreadable, QStringLiteral("%1: %2").arg(name, file.errorString()), {}};
    }
    return file.read(mostRead);
}

Outcome<QList<Jwk>> keysIn(const QString& name)
{
    const auto content = contentOf(name);
    if (!content) {
        return content.failure();
    }
    const auto json = parseStrictJson(content.value());
    auto keys = json ? parseJwkSet(json.value()) : Outcome<QList<Jwk>>(json.failure());
    if (!keys || keys.value().isEmpty()) {
        return Failure{FailureCode::StorageUnreadable, name + QStringLiteral(": no public keys in it"), {}};
    }
    return keys;
}

/// First word of the line about a later link; the link's own kind where there is none.
QString wordFor(const QString& kind)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("acknowledgement"), QStringLiteral("acknowledged")},
        {QStringLiteral("refusal"), QStringLiteral("refused")},
        {QStringLiteral("closureAsked"), QStringLiteral("closure-asked")},
    };
    return words.value(kind, kind);
}

QString told(const ProvenReceipt& proven)
{
    QString text = QStringLiteral("genuine\n");
    // What people and portals wrote cannot look like a line of ours.
    const auto line = [&text](const QString& name, const QString& value) {
        text += QString(name + u' ' + value).simplified() + u'\n';
    };
    line(QStringLiteral("receipt"), proven.receipt.receiptNumber);
    line(QStringLiteral("code"), proven.receipt.verificationCode);
    line(QStringLiteral("taken"), proven.receipt.takenAt.toUTC().toString(Qt::ISODate));
    line(QStringLiteral("siren"), proven.decision.siren);
    line(QStringLiteral("decision"), wireName(proven.decision.kind));
    line(QStringLiteral("target"), proven.decision.target);
    line(QStringLiteral("person"), proven.person);
    line(QStringLiteral("device"), proven.device);
    line(QStringLiteral("shown"), proven.decision.shown);
    for (const ReceiptAddition& addition : proven.additions) {
        line(wordFor(addition.kind), addition.at.toString(Qt::ISODate) + u' ' + addition.message);
    }
    line(QStringLiteral("hash"), proven.hash);
    line(QStringLiteral("key"), proven.key);
    return text;
}

} // namespace

CommandLineAnswer verifyReceipt(const QString& file, const QString& keysFile)
{
    const auto keys = keysIn(keysFile);
    if (!keys) {
        return trouble(keys.failure().detail, unreadable);
    }
    const auto content = contentOf(file);
    if (!content) {
        return trouble(content.failure().detail, unreadable);
    }
    const auto proven = checkReceipt(content.value(), keys.value());
    if (proven) {
        return {told(proven.value()), 0};
    }
    return proven.failure().code == FailureCode::Unauthorized
               ? trouble(QStringLiteral("NOT GENUINE: ") + proven.failure().detail, notGenuine)
               : trouble(QStringLiteral("%1: %2").arg(file, proven.failure().detail), unreadable);
}

} // namespace proconnect::service
