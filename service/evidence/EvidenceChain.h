// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/evidence/EvidenceLink.h"

#include <QList>
#include <QSqlDatabase>
#include <QVariant>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// The chain of evidence of each company: every link holds the hash of the one before and the service's seal,
/// so that changing, dropping, swapping or inserting one is found (EvidenceCheck).
class EvidenceChain
{
public:
    explicit EvidenceChain(const ServiceKeys& keys) : m_keys(keys) {}

    /// Adds a link in the caller's transaction and moves the sealed head of the chain. StorageUnreadable when
    /// the head was sealed with a key that may no longer do so: the new key would vouch for what an old one
    /// forged.
    [[nodiscard]] Outcome<EvidenceLink> append(QSqlDatabase& connection, const QString& siren,
                                               const QString& kind, const QString& decision,
                                               const QJsonObject& content) const;
    /// The links that belong to one act, by sequence.
    [[nodiscard]] Outcome<QList<EvidenceLink>> linksOf(QSqlDatabase& connection, const QString& siren,
                                                       const QString& decision) const;
    /// All links of the company as they are stored, by sequence.
    [[nodiscard]] Outcome<QList<EvidenceLink>> links(QSqlDatabase& connection, const QString& siren) const;

    [[nodiscard]] Outcome<std::optional<EvidenceLink>> link(QSqlDatabase& connection, const QString& siren,
                                                            qint64 sequence) const;
    /// Erases what a link says, and seals that it was the service which did.
    [[nodiscard]] Outcome<Done> erase(QSqlDatabase& connection, const EvidenceLink& link) const;

private:
    [[nodiscard]] bool mayGoOnFrom(const QString& siren, qint64 sequence, const QString& hash,
                                   const QString& seal) const;
    [[nodiscard]] Outcome<QList<EvidenceLink>> select(QSqlDatabase& connection, const QString& siren,
                                                      const QString& condition,
                                                      const QVariantList& values) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
