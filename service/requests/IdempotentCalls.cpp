// SPDX-License-Identifier: MIT
#include "service/requests/IdempotentCalls.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QCryptographicHash>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qsizetype longestKey = 255;
constexpr int keptDays = 7;

QString hashOf(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

Outcome<std::optional<QString>> IdempotentCalls::earlier(QSqlDatabase& connection, const QString& portal,
                                                         const QByteArray& key, const QByteArray& body,
                                                         const QDateTime& now)
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT body_hash, reference FROM idempotent_call WHERE portal = ? AND call_key = ? "
                       "AND called_at >= ?"),
        {portal, hashOf(key), toSql(now.addDays(-keptDays))});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return std::optional<QString>();
    }
    if (query.value().value(0).toString() != hashOf(body)) {
        return Failure{
            FailureCode::IdempotencyKeyReused, QStringLiteral("this key was used with another body"), {}};
    }
    return std::optional{query.value().value(1).toString()};
}

Outcome<Done> IdempotentCalls::remember(QSqlDatabase& connection, const QString& portal,
                                        const QByteArray& key, const QByteArray& body,
                                        const QString& reference, const QDateTime& now)
{
    const auto forgotten =
        runQuery(connection, QStringLiteral("DELETE FROM idempotent_call WHERE called_at < ?"),
                 {toSql(now.addDays(-keptDays))});
    if (!forgotten) {
        return forgotten.failure();
    }
    const auto query =
        runQuery(connection,
                 QStringLiteral("INSERT INTO idempotent_call (portal, call_key, body_hash, reference, "
                                "called_at) VALUES (?, ?, ?, ?, ?)"),
                 {portal, hashOf(key), hashOf(body), reference, toSql(now)});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

bool isIdempotencyKey(const QByteArray& key)
{
    return !key.isEmpty() && key.size() <= longestKey &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace proconnect::service
