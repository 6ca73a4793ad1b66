// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/CompanySnapshot.h"
#include "core/result/Outcome.h"
#include "service/account_notes/AccountNoteStore.h"
#include "service/accounts/AccountStore.h"
#include "service/accounts/PortalSources.h"
#include "service/delegations/ActingRights.h"
#include "service/departures/DepartureProgress.h"
#include "service/journal/Journal.h"
#include "service/requests/RequestStore.h"
#include "service/sessions/SessionGuard.h"

#include <QSqlDatabase>

namespace proconnect::service {

class CompanyDirectory;
class ContactEmails;

/// Everything the application shows of one company, for one of its directors or delegates.
class SnapshotBuilder
{
public:
    SnapshotBuilder(RequestStore requests, AccountStore accounts, AccountNoteStore notes,
                    DepartureStore departures, const Journal& journal, const PortalDirectory& portals,
                    CompanyDirectory& companies, ContactEmails& addresses, const Clock& clock)
        : m_requests(requests), m_accounts(accounts), m_notes(notes), m_departures(departures),
          m_journal(journal), m_portals(portals), m_companies(companies), m_addresses(addresses),
          m_clock(clock)
    {}

    [[nodiscard]] Outcome<CompanySnapshot> build(QSqlDatabase& connection, const SignedInPerson& person,
                                                 const Standing& standing, const QString& siren) const;

private:
    [[nodiscard]] Outcome<Done> fillPeople(QSqlDatabase& connection, const SignedInPerson& person,
                                           CompanySnapshot& snapshot) const;
    [[nodiscard]] Outcome<Done> fillDepartures(QSqlDatabase& connection, CompanySnapshot& snapshot) const;
    /// A replacement is followed, and kept open, from its request, however long ago that was answered.
    [[nodiscard]] Outcome<Done> fillReplacedWith(QSqlDatabase& connection, CompanySnapshot& snapshot) const;

    RequestStore m_requests;
    AccountStore m_accounts;
    AccountNoteStore m_notes;
    DepartureStore m_departures;
    const Journal& m_journal;
    const PortalDirectory& m_portals;
    CompanyDirectory& m_companies;
    ContactEmails& m_addresses;
    const Clock& m_clock;
};

} // namespace proconnect::service
