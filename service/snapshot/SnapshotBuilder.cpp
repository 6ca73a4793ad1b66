// SPDX-License-Identifier: MIT
#include "service/snapshot/SnapshotBuilder.h"

#include "core/departure/Replacement.h"
#include "service/companies/CompanyDirectory.h"
#include "service/contact_email/ContactEmails.h"
#include "service/decisions/OwnAccounts.h"
#include "service/journal/CompanyCursor.h"
#include "service/requests/RequestFacts.h"
#include "service/snapshot/DelegateView.h"

#include <algorithm>
#include <utility>

namespace proconnect::service {
namespace {

constexpr int journalLines = 20;
/// So long a departure that has ended is shown, and the latest for as long as they are kept.
constexpr int departureDays = 30;
constexpr int latestDepartures = 20;

} // namespace

Outcome<CompanySnapshot> SnapshotBuilder::build(QSqlDatabase& connection, const SignedInPerson& person,
                                                const Standing& standing, const QString& siren) const
{
    CompanySnapshot snapshot;
    // The cursor comes first: what changes while the rest is read is then read again at the next call.
    const auto cursor = currentCursor(connection, siren);
    const auto company = m_companies.company(connection, standing.director, siren);
    const auto sources = PortalSources(m_portals).of(connection, siren, m_clock.now());
    const auto contact = m_addresses.of(connection, siren);
    const auto journal = m_journal.latest(connection, siren, journalLines);
    if (!cursor || !company) {
        return cursor ? company.failure() : cursor.failure();
    }
    if (!sources || !contact) {
        return sources ? contact.failure() : sources.failure();
    }
    if (!journal) {
        return journal.failure();
    }
    snapshot.cursor = cursor.value();
    snapshot.asOf = m_clock.now();
    snapshot.company = company.value();
    snapshot.portals = m_portals.portals();
    snapshot.sources = sources.value();
    snapshot.contactEmail = contact.value();
    snapshot.journal = journal.value();
    if (const auto filled = fillPeople(connection, person, snapshot); !filled) {
        return filled.failure();
    }
    if (const auto filled = fillDepartures(connection, snapshot); !filled) {
        return filled.failure();
    }
    if (!standing.mandate) {
        restrictTo(standing.delegations, snapshot);
    }
    return snapshot;
}

Outcome<Done> SnapshotBuilder::fillPeople(QSqlDatabase& connection, const SignedInPerson& person,
                                          CompanySnapshot& snapshot) const
{
    const QString& siren = snapshot.company.siren;
    const auto accounts = m_accounts.accountsOf(connection, siren);
    if (!accounts) {
        return accounts.failure();
    }
    const auto setAside = m_notes.setAside(connection, siren);
    const auto links = m_notes.links(connection, siren);
    if (!setAside || !links) {
        return setAside ? links.failure() : setAside.failure();
    }
    snapshot.setAside = setAside.value();
    snapshot.personLinks = links.value();
    const auto requests = m_requests.requestsOf(connection, siren, RequestStore::shownSince(m_clock.now()));
    if (!requests) {
        return requests.failure();
    }
    const OwnAccounts own(person, accounts.value(), links.value());
    for (const StoredAccount& stored : accounts.value()) {
        snapshot.accounts.append(stored.account);
        snapshot.accounts.last().mine = own.contain(stored);
    }
    const RequestFacts facts(m_portals, accounts.value(), requests.value());
    snapshot.company.pendingRequests = 0;
    for (const StoredRequest& stored : requests.value()) {
        snapshot.requests.append(stored.request);
        if (stored.request.open()) {
            // Facts of an answered request stay those that the director saw.
            facts.fill(snapshot.requests.last());
            ++snapshot.company.pendingRequests;
        }
    }
    return Done{};
}

Outcome<Done> SnapshotBuilder::fillDepartures(QSqlDatabase& connection, CompanySnapshot& snapshot) const
{
    const QDateTime since = snapshot.asOf.addDays(-departureDays);
    const auto found = m_departures.of(connection, snapshot.company.siren, since, latestDepartures);
    if (!found) {
        return found.failure();
    }
    QSet<QString> closed;
    for (const PortalAccount& account : snapshot.accounts) {
        if (!account.openAccount()) {
            closed.insert(account.id);
        }
    }
    for (const StoredDeparture& stored : found.value()) {
        const bool wayOut = !stored.departure.newcomers.isEmpty();
        if (wayOut && stored.endedAt && *stored.endedAt < since) {
            continue; // who got an account so is in the accounts
        }
        QList<Departure>& list = wayOut ? snapshot.waysOut : snapshot.departures;
        list.append(shown(stored));
        fillRestorable(list.last(), closed, m_portals, snapshot.asOf);
    }
    return fillReplacedWith(connection, snapshot);
}

Outcome<Done> SnapshotBuilder::fillReplacedWith(QSqlDatabase& connection, CompanySnapshot& snapshot) const
{
    for (const Departure& one : std::as_const(snapshot.waysOut)) {
        const auto isIts = [&one](const AccessRequest& request) { return request.id == one.request; };
        if (!isReplacement(one) || std::any_of(snapshot.requests.cbegin(), snapshot.requests.cend(), isIts)) {
            continue;
        }
        const auto found = m_requests.find(connection, one.request);
        if (!found) {
            return found.failure();
        }
        if (found.value() && found.value()->siren == snapshot.company.siren) {
            snapshot.requests.append(found.value()->request);
        }
    }
    return Done{};
}

} // namespace proconnect::service
