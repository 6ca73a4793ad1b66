// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <mutex>

namespace proconnect::service {

class Database;

/// Numbers of several series, "PC-2026-000123" for the prefix "PC", each given once. They are taken from the
/// database in blocks, in a transaction of their own: a counter within the caller's would make everybody who
/// needs a number wait for everybody else, whatever their company. What a block still has when the service
/// ends is never given.
class ReferenceNumbers
{
public:
    explicit ReferenceNumbers(Database& database) : m_database(database) {}

    /// The next number of a series, whose every year starts at 1. Outside any transaction. May be called from
    /// several threads.
    [[nodiscard]] Outcome<QString> next(const QString& prefix, const QDateTime& now);

private:
    struct Block
    {
        qint64 next = 0;
        qint64 end = 0; ///< the first number that is not of the block
    };
    [[nodiscard]] Outcome<Block> take(const QString& series);

    Database& m_database;
    std::mutex m_mutex;
    QHash<QString, Block> m_blocks; ///< by series
};

} // namespace proconnect::service
