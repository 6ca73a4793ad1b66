// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Dpop.h"
#include "service/storage/Database.h"

#include <QSet>

#include <mutex>
#include <utility>

namespace proconnect::service {

/// Refuses a DPoP proof seen before (RFC 9449, 11.1). Proofs of calls that change something are remembered in
/// the database, for all instances of the service; those of GET only in this process, so that reading writes
/// nothing.
class ProofReplays
{
public:
    explicit ProofReplays(Database& database) : m_database(database) {}

    /// Unauthorized when `proof` was used before.
    [[nodiscard]] Outcome<Done> takeOnce(const DpopProof& proof, bool changesSomething, const QDateTime& now);
    /// Forgets proofs that are too old to be accepted anyway; a job's work.
    [[nodiscard]] Outcome<Done> forgetOld(const QDateTime& now);

private:
    /// The first half of a SHA-256: a service of many desktops remembers millions of them.
    using Print = std::pair<quint64, quint64>;

    [[nodiscard]] Outcome<Done> takeInProcess(const Print& print, const QDateTime& now);

    Database& m_database;
    std::mutex m_mutex;
    QSet<Print> m_seen;   ///< since m_since
    QSet<Print> m_before; ///< in as long a time before
    QDateTime m_since;
};

} // namespace proconnect::service
