// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "service/evidence/EvidenceChain.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

class Database;
class Router;

/// A person's way to their own receipts: GET /v1/companies/{siren}/receipts, and the file of one that proves
/// it to anyone (ReceiptFile): GET .../receipts/{decision}. They need no mandate: what someone signed stays
/// theirs to read.
class ReceiptRoutes
{
public:
    ReceiptRoutes(Database& database, SessionGuard& guard, EvidenceChain evidence)
        : m_database(database), m_guard(guard), m_evidence(evidence)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse receipts(const HttpRequest& request);
    [[nodiscard]] HttpResponse receipt(const HttpRequest& request);
    [[nodiscard]] Outcome<OwnReceipts> read(QSqlDatabase& connection, const QString& subject,
                                            const QString& siren) const;

    Database& m_database;
    SessionGuard& m_guard;
    EvidenceChain m_evidence;
};

} // namespace proconnect::service
