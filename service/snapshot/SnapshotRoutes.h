// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"
#include "service/snapshot/KnownReaders.h"
#include "service/snapshot/SentAccounts.h"
#include "service/snapshot/SnapshotBuilder.h"

namespace proconnect::service {

class Database;
class Router;

/// GET /v1/companies/{siren}/snapshot, cheap when nothing changed: the ETag begins with the company's cursor.
/// To a reader who says so (A-IM: accounts, RFC 3229), of many accounts only those that changed are sent.
class SnapshotRoutes
{
public:
    SnapshotRoutes(Database& database, SessionGuard& guard, ActingRights& rights, const Clock& clock,
                   SnapshotBuilder builder)
        : m_database(database), m_guard(guard), m_rights(rights), m_clock(clock), m_builder(builder)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse snapshot(const HttpRequest& request);
    /// The snapshot in full, or what changed in it since `known`.
    [[nodiscard]] HttpResponse sinceLast(const QByteArray& known, const QByteArray& state,
                                         const CompanySnapshot& snapshot);
    /// ActingRights::require() to read, which asks nobody for a director whom it let in at the same cursor.
    [[nodiscard]] Outcome<Standing> standingAt(qint64 cursor, const QString& subject, const QString& siren);

    Database& m_database;
    SessionGuard& m_guard;
    ActingRights& m_rights;
    const Clock& m_clock;
    KnownReaders m_known;
    SentAccounts m_sent;
    SnapshotBuilder m_builder;
};

} // namespace proconnect::service
