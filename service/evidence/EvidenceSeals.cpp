// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceSeals.h"

#include "core/jose/Jws.h"

namespace proconnect::service {

std::optional<qsizetype> EvidenceSeals::ofLink(const EvidenceLink& link) const
{
    return link.hash == evidenceHash(link)
               ? place(link.seal, evidenceLinkType, link.siren, link.sequence, link.hash)
               : std::nullopt;
}

std::optional<qsizetype> EvidenceSeals::place(const QString& seal, const QString& type, const QString& siren,
                                              qint64 sequence, const QString& hash) const
{
    const JwsRules rules{{JwsAlgorithm::Es256}, type};
    for (qsizetype place = 0; place < m_keys.size(); ++place) {
        const auto verified = Jws::verify(seal.toLatin1(), m_keys[place], rules);
        if (verified) {
            const auto claims = verified.value().claims();
            return claims && claims.value() == sealClaims(siren, sequence, hash) ? std::optional(place)
                                                                                 : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace proconnect::service
