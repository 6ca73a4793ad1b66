// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace proconnect::service {

/// One link of a company's chain: an act, or what a portal answered to it.
struct EvidenceLink
{
    QString siren;
    qint64 sequence = 0; ///< 1, 2, 3... without a gap
    /// "decision", "closureAsked", "acknowledgement", "refusal", "unanswered", "overtaken", "request",
    /// "mandateEnd", "delegation", "departure" or "stranger"
    QString kind;
    QString decision; ///< identifier of the decision, or other act, it belongs to
    QJsonObject content;
    QString previousHash; ///< of the link before; 64 zeros for the first
    QString hash;
    QString seal;    ///< JWS of the service over siren, sequence and hash
    QString erasure; ///< the same of another type, once `content` was kept long enough; empty: not yet
};

/// The hash that `link` must have: SHA-256 in hexadecimal over its canonical form, previous hash included.
[[nodiscard]] QString evidenceHash(const EvidenceLink& link);
/// The previous hash of a first link.
[[nodiscard]] QString firstPreviousHash();
/// What a seal signs.
[[nodiscard]] QJsonObject sealClaims(const QString& siren, qint64 sequence, const QString& hash);

} // namespace proconnect::service
