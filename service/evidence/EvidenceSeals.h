// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "service/evidence/EvidenceLink.h"

#include <QList>

#include <optional>

namespace proconnect::service {

/// Tells with public keys alone whether a seal of evidence is the service's: whoever has them can, without
/// database and without network.
class EvidenceSeals
{
public:
    /// `keys`: the newest first (ServiceKeys::evidenceKeys()).
    explicit EvidenceSeals(QList<Jwk> keys) : m_keys(std::move(keys)) {}

    /// Place among the keys of the one that sealed `link`; nothing when its hash is not that of what it
    /// holds, or its seal not of one of the keys over siren, sequence and hash. Its place in the chain is not
    /// looked at.
    [[nodiscard]] std::optional<qsizetype> ofLink(const EvidenceLink& link) const;
    /// The same for a seal alone; `type`: evidenceLinkType or evidenceHeadType.
    [[nodiscard]] std::optional<qsizetype> place(const QString& seal, const QString& type,
                                                 const QString& siren, qint64 sequence,
                                                 const QString& hash) const;

private:
    QList<Jwk> m_keys;
};

/// "typ" of the seals of a link, of the erasure of what one said, and of the head of a chain.
inline const QString evidenceLinkType = QStringLiteral("evidence+jwt");
inline const QString evidenceErasureType = QStringLiteral("evidence-erasure+jwt");
inline const QString evidenceHeadType = QStringLiteral("evidence-head+jwt");

} // namespace proconnect::service
