// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceLink.h"

#include "service/evidence/CanonicalJson.h"

#include <QCryptographicHash>

namespace proconnect::service {

QString evidenceHash(const EvidenceLink& link)
{
    const QJsonObject whole{
        {QStringLiteral("siren"), link.siren},     {QStringLiteral("sequence"), link.sequence},
        {QStringLiteral("kind"), link.kind},       {QStringLiteral("decision"), link.decision},
        {QStringLiteral("content"), link.content}, {QStringLiteral("previousHash"), link.previousHash}};
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(whole), QCryptographicHash::Sha256).toHex());
}

QString firstPreviousHash()
{
    constexpr int hexadecimalLength = 64;
    return QString(hexadecimalLength, u'0');
}

QJsonObject sealClaims(const QString& siren, qint64 sequence, const QString& hash)
{
    return {{QStringLiteral("siren"), siren},
            {QStringLiteral("sequence"), sequence},
            {QStringLiteral("hash"), hash}};
}

} // namespace proconnect::service
