// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QStringList>

namespace proconnect::service {

class Database;
class ServiceKeys;

/// Erases what evidence says after five years (domain 4.5), with the decision and the accepted request that
/// it is about; hash and seals of each link stay, so that the chain is whole. While the company has an open
/// account that the decision gave or certified, or on the portal on which it gave one, the evidence is kept.
class OldEvidence
{
public:
    static constexpr int years = 5;

    OldEvidence(Database& database, const ServiceKeys& keys) : m_database(database), m_keys(keys) {}

    /// Dates the links found for the first time, and erases what is old enough; gives how many. How old a
    /// link is, its sealed content decides: the date beside it only says where to look.
    [[nodiscard]] Outcome<int> forget(const QDateTime& now);
    /// Of the last forget(): "SIREN sequence" of links that should be old, but do not say what was sealed, or
    /// not that they are old. They were left alone.
    [[nodiscard]] const QStringList& doubtful() const { return m_doubtful; }

private:
    struct Place
    {
        QString writtenAt;
        QString siren;
        qint64 sequence = 0;
    };
    [[nodiscard]] static Outcome<QList<Place>> next(QSqlDatabase& connection, const QDateTime& oldest,
                                                    const Place& after);
    /// False when the link is doubtful.
    [[nodiscard]] Outcome<bool> erase(QSqlDatabase& connection, const Place& place,
                                      const QDateTime& oldest) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    QStringList m_doubtful;
};

} // namespace proconnect::service
