// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "service/delegations/ActingRights.h"
#include "service/evidence/EvidenceChain.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

class Database;
class PortalDirectory;
class Router;

/// A person's way to their own receipts: GET /v1/companies/{siren}/receipts, and the file of one that proves
/// it to anyone (ReceiptFile): GET .../receipts/{decision}. They need no mandate: what someone signed stays
/// theirs to read. A director gets the file of any decision for the company, a delegate's too: it was taken
/// in the company's name.
class ReceiptRoutes
{
public:
    ReceiptRoutes(Database& database, SessionGuard& guard, ActingRights& rights, EvidenceChain evidence,
                  const PortalDirectory& portals)
        : m_database(database), m_guard(guard), m_rights(rights), m_evidence(evidence), m_portals(portals)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse receipts(const HttpRequest& request);
    [[nodiscard]] HttpResponse receipt(const HttpRequest& request);
    /// NotFound unless it is theirs to read.
    [[nodiscard]] Outcome<Done> mayRead(const QString& subject, const QString& siren,
                                        const QString& decision);
    [[nodiscard]] Outcome<OwnReceipts> read(QSqlDatabase& connection, const QString& subject,
                                            const QString& siren) const;
    [[nodiscard]] Outcome<OwnReceipt> ownReceipt(QSqlDatabase& connection, const QString& siren,
                                                 const DecisionReceipt& receipt,
                                                 const QList<EvidenceLink>& links) const;
    /// How many words of portals a decision of that kind awaits that closes so many accounts on each portal;
    /// nothing: nobody knows, and none is to come.
    [[nodiscard]] std::optional<qsizetype> wordsOf(const QHash<QString, qsizetype>& closings,
                                                   DecisionKind kind) const;

    Database& m_database;
    SessionGuard& m_guard;
    ActingRights& m_rights;
    EvidenceChain m_evidence;
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
