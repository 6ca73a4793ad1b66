// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/CompanyStore.h"
#include "service/delegations/ActingRights.h"
#include "service/departures/DepartureStore.h"
#include "service/evidence/EvidenceChain.h"
#include "service/http/HttpMessage.h"
#include "service/letters/DepartureReceipt.h"
#include "service/sessions/SessionGuard.h"

#include <QUrl>

namespace proconnect::service {

class Database;
class Router;

/// Of a departure, for the company's directors: its receipt, GET .../departures/{id}/receipt, as PDF for
/// whoever accepts nothing else, and as JSON; why somebody left, PUT .../departures/{id}/reason, which is
/// kept until the departure has ended and told to nobody else.
class DepartureRoutes
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        SessionGuard& sessions;
        ActingRights& rights;
        const PortalDirectory& portals;
        QUrl publicUrl;
    };
    DepartureRoutes(Parts parts, DepartureStore departures, EvidenceChain evidence, CompanyStore companies)
        : m_parts(std::move(parts)), m_departures(departures), m_evidence(evidence), m_companies(companies)
    {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    struct Caller
    {
        SignedInPerson person;
        QString siren;
        QString departure;
    };
    [[nodiscard]] HttpResponse receipt(const HttpRequest& request);
    [[nodiscard]] HttpResponse reason(const HttpRequest& request);
    /// A director of the company, and which departure they mean.
    [[nodiscard]] Outcome<Caller> callerOf(const HttpRequest& request, MandateUse use);
    /// NotFound unless it is one of the company.
    [[nodiscard]] Outcome<StoredDeparture> find(QSqlDatabase& connection, const Caller& caller) const;
    [[nodiscard]] Outcome<DepartureReceipt> read(QSqlDatabase& connection, const Caller& caller) const;
    /// The words of the portals, of the decision and of those by which they were asked again.
    [[nodiscard]] Outcome<Done> addEvidence(QSqlDatabase& connection, const StoredDeparture& stored,
                                            DepartureReceipt& receipt) const;
    [[nodiscard]] Outcome<Done> keep(QSqlDatabase& connection, const Caller& caller,
                                     LeavingReason said) const;

    Parts m_parts;
    DepartureStore m_departures;
    EvidenceChain m_evidence;
    CompanyStore m_companies;
};

} // namespace proconnect::service
