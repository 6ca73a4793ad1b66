// SPDX-License-Identifier: MIT
#include "service/sessions/ProofReplays.h"

#include "service/storage/SqlInstant.h"

#include <QCryptographicHash>

#include <cstring>

namespace proconnect::service {
namespace {

/// A proof is accepted on both sides of its instant.
constexpr int keptSeconds = 2 * Dpop::toleranceSeconds + 10;

Failure replayed()
{
    return {FailureCode::Unauthorized, QStringLiteral("DPoP proof was used before"), {}};
}

} // namespace

Outcome<Done> ProofReplays::takeOnce(const DpopProof& proof, bool changesSomething, const QDateTime& now)
{
    const QByteArray hash =
        QCryptographicHash::hash((proof.thumbprint + u'.' + proof.id).toUtf8(), QCryptographicHash::Sha256);
    if (!changesSomething) {
        Print print;
        std::memcpy(&print.first, hash.constData(), sizeof(print.first));
        std::memcpy(&print.second, hash.constData() + sizeof(print.first), sizeof(print.second));
        return takeInProcess(print, now);
    }
    const auto stored = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto inserted =
            runQuery(connection, QStringLiteral("INSERT INTO dpop_proofs (hash, expires_at) VALUES (?, ?)"),
                     {QString::fromLatin1(hash.toHex()), toSql(now.addSecs(keptSeconds))});
        return inserted ? Outcome<Done>(Done{}) : inserted.failure();
    });
    if (!stored && stored.failure().code == FailureCode::Conflict) {
        return replayed();
    }
    return stored;
}

Outcome<Done> ProofReplays::takeInProcess(const Print& print, const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    if (!m_since.isValid() || m_since.secsTo(now) > keptSeconds) {
        m_before = std::exchange(m_seen, {});
        m_since = now;
    }
    if (m_seen.contains(print) || m_before.contains(print)) {
        return replayed();
    }
    m_seen.insert(print);
    return Done{};
}

Outcome<Done> ProofReplays::forgetOld(const QDateTime& now)
{
    return m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto deleted = runQuery(
            connection, QStringLiteral("DELETE FROM dpop_proofs WHERE expires_at < ?"), {toSql(now)});
        return deleted ? Outcome<Done>(Done{}) : deleted.failure();
    });
}

} // namespace proconnect::service
