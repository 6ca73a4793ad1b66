// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/evidence/EvidenceLink.h"

#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// What is wrong with a chain, and where.
struct EvidenceFault
{
    enum class Kind {
        Gap,
        Changed,
        Unlinked,
        SealWrong,
        HeadWrong,
        DecisionWithoutLink,
        DelegationWithoutLink
    };

    Kind kind = Kind::Changed;
    QString siren;
    qint64 sequence = 0; ///< 0 when it is not about one link
};

/// Result of a whole check.
struct EvidenceReport
{
    qint64 companies = 0;
    qint64 links = 0;
    QList<EvidenceFault> faults; ///< none: every chain is whole
};

/// Checks chains of evidence against themselves, their seals, their heads, the decisions taken and what
/// became of delegations. Once a key has sealed a link, one that signed before it seals nothing any more; and
/// no head, once all heads were sealed with a newer one (HeadSealing).
class EvidenceCheck
{
public:
    explicit EvidenceCheck(const ServiceKeys& keys) : m_keys(keys) {}

    [[nodiscard]] Outcome<EvidenceReport> company(QSqlDatabase& connection, const QString& siren) const;
    [[nodiscard]] Outcome<EvidenceReport> all(QSqlDatabase& connection) const;
    /// Whether one link is as it was sealed; its place in the chain is not looked at.
    [[nodiscard]] bool fits(const EvidenceLink& link) const;

private:
    /// Place of the key that made the seal in ServiceKeys::evidenceKeys(), 0 being the newest; nothing when
    /// the seal does not fit.
    [[nodiscard]] std::optional<qsizetype> sealedBy(const QString& seal, const QString& type,
                                                    const QString& siren, qint64 sequence,
                                                    const QString& hash) const;
    /// Or was erased by the service.
    [[nodiscard]] bool saysWhatWasSealed(const EvidenceLink& link) const;
    [[nodiscard]] QList<EvidenceFault> faultsOf(const QList<EvidenceLink>& links) const;
    [[nodiscard]] Outcome<bool> headFits(QSqlDatabase& connection, const QString& siren,
                                         const QList<EvidenceLink>& links) const;

    const ServiceKeys& m_keys;
};

/// "gap", "changed", ... for the operator.
[[nodiscard]] QString evidenceFaultName(EvidenceFault::Kind kind);

} // namespace proconnect::service
