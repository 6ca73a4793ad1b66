// SPDX-License-Identifier: MIT
#include "service/records/ReferenceNumbers.h"

#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr qint64 blockSize = 20;
constexpr int digits = 6;

} // namespace

Outcome<QString> ReferenceNumbers::next(const QString& prefix, const QDateTime& now)
{
    const QString series = QStringLiteral("%1-%2").arg(prefix).arg(now.toUTC().date().year());
    const std::lock_guard lock(m_mutex);
    Block& block = m_blocks[series];
    if (block.next == block.end) {
        const auto taken = take(series);
        if (!taken) {
            return taken.failure();
        }
        block = taken.value();
    }
    return QStringLiteral("%1-%2").arg(series).arg(block.next++, digits, 10, QLatin1Char('0'));
}

Outcome<ReferenceNumbers::Block> ReferenceNumbers::take(const QString& series)
{
    return m_database.claim<Block>([&series](QSqlDatabase& connection) -> Outcome<Block> {
        auto query = runQuery(connection,
                              QStringLiteral("INSERT INTO counter (name, value) VALUES (?, ?) "
                                             "ON CONFLICT (name) DO UPDATE SET value = counter.value + ? "
                                             "RETURNING value"),
                              {series, blockSize, blockSize});
        if (!query) {
            return query.failure();
        }
        if (!query.value().next()) {
            return Failure{FailureCode::Internal, QStringLiteral("the counter gave no number"), {}};
        }
        const qint64 last = query.value().value(0).toLongLong();
        return Block{last - blockSize + 1, last + 1};
    });
}

} // namespace proconnect::service
