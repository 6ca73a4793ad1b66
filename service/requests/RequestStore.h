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
};

/// The requests of each company.
class RequestStore
{
public:
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
    /// References of open requests whose time is up, at most 100.
    [[nodiscard]] Outcome<QStringList> overdue(QSqlDatabase& connection, const QDateTime& now) const;

private:
    [[nodiscard]] Outcome<QList<StoredRequest>> select(QSqlDatabase& connection, const QString& condition,
                                                       const QVariantList& values) const;
    [[nodiscard]] QString sealed(const StoredRequest& stored) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
