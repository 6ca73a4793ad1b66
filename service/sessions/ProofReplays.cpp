// SPDX-License-Identifier: MIT
#include "service/sessions/ProofReplays.h"

#include "service/storage/SqlInstant.h"

#include <QCryptographicHash>

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
    const QString hash = QString::fromLatin1(
        QCryptographicHash::hash((proof.thumbprint + u'.' + proof.id).toUtf8(), QCryptographicHash::Sha256)
            .toHex());
    const QDateTime expiry = now.addSecs(keptSeconds);
    if (!changesSomething) {
        return takeInProcess(hash, expiry, now);
    }
    const auto stored = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto inserted =
            runQuery(connection, QStringLiteral("INSERT INTO dpop_proofs (hash, expires_at) VALUES (?, ?)"),
                     {hash, toSql(expiry)});
        return inserted ? Outcome<Done>(Done{}) : inserted.failure();
    });
    if (!stored && stored.failure().code == FailureCode::Conflict) {
        return replayed();
    }
    return stored;
}

Outcome<Done> ProofReplays::takeInProcess(const QString& hash, const QDateTime& expiry, const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    if (!m_sweptAt.isValid() || m_sweptAt.secsTo(now) > keptSeconds) {
        m_seen.removeIf([&now](const auto& entry) { return entry.value() < now; });
        m_sweptAt = now;
    }
    if (m_seen.contains(hash)) {
        return replayed();
    }
    m_seen.insert(hash, expiry);
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
