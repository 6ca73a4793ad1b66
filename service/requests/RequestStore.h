// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/result/Outcome.h"

#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// A request as the service keeps it.
struct StoredRequest
{
    QString siren;
    QString portalReference; ///< the portal's own name for it
    QString nature;          ///< INSCRIPTION, SUBSTITUTION, ...
    AccessRequest request;
    QString requesterAccount = {}; ///< of a deposit alone: the account with which the portal identified them
    QString requesterDirector =
        {};                    ///< pseudonym of the director as whom they were recognised; empty: as none
    QDateTime waitsSince = {}; ///< since when the company has it to answer
};

/// The requests of each company.
class RequestStore
{
public:
    /// The most that one look for what is due gives.
    static constexpr int batch = 100;

    explicit RequestStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// Adds a new request. Conflict when the portal already sent one under this reference.
    [[nodiscard]] Outcome<Done> insert(QSqlDatabase& connection, const StoredRequest& stored) const;
    /// Writes a changed request with the next version.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, StoredRequest stored) const;
    [[nodiscard]] Outcome<std::optional<StoredRequest>> find(QSqlDatabase& connection,
                                                             const QString& reference) const;
    /// Open requests, and those settled since `settledSince`; newest first.
    [[nodiscard]] Outcome<QList<StoredRequest>> requestsOf(QSqlDatabase& connection, const QString& siren,
                                                           const QDateTime& settledSince) const;
    [[nodiscard]] Outcome<int> openCount(QSqlDatabase& connection, const QString& siren) const;
    /// Instant since which settled requests are shown; facts about a request reach back as far.
    [[nodiscard]] static QDateTime shownSince(const QDateTime& now);
    /// Companies of which a request is to be reminded, at most a batch.
    [[nodiscard]] Outcome<QStringList> companiesToRemind(QSqlDatabase& connection,
                                                         const QDateTime& now) const;
    /// The reference of a request with the instant at which it was to be reminded.
    struct ToRemind
    {
        QString reference;
        QDateTime at;
    };
    [[nodiscard]] static Outcome<QList<ToRemind>> toRemind(QSqlDatabase& connection, const QString& siren,
                                                           const QDateTime& now);
    /// When the company is reminded next; nothing: never. It is no new version.
    [[nodiscard]] Outcome<Done> remindAt(QSqlDatabase& connection, const QString& reference,
                                         const std::optional<QDateTime>& at) const;
    /// References after `after` of requests that nobody could be told of, at most a batch; those of one
    /// company, or of all when `siren` is empty.
    [[nodiscard]] static Outcome<QStringList> undeliverable(QSqlDatabase& connection, const QString& siren,
                                                            const QString& after);
    /// Neither reminds nor ends a request that cannot be read before `until`. It is kept: a restored keys
    /// file may open it again.
    [[nodiscard]] static Outcome<Done> setAside(QSqlDatabase& connection, const QString& reference,
                                                const QDateTime& until);
    /// References of open requests whose time is up, at most a batch.
    [[nodiscard]] Outcome<QStringList> overdue(QSqlDatabase& connection, const QDateTime& now) const;

private:
    [[nodiscard]] Outcome<QList<StoredRequest>> select(QSqlDatabase& connection, const QString& condition,
                                                       const QVariantList& values) const;
    [[nodiscard]] QString sealed(const StoredRequest& stored) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
