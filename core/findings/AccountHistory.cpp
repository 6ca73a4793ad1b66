// SPDX-License-Identifier: MIT
#include "core/findings/AccountHistory.h"

#include "core/findings/AccountFacts.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect {
namespace {

using Kind = AccountEvent::Kind;

class Collector
{
public:
    void add(Kind kind, const QDateTime& at, const QString& by = {}, const QString& what = {})
    {
        if (at.isValid()) {
            m_events += AccountEvent{kind, at.toTimeZone(m_paris).date(), at, by, what};
        }
    }
    void add(Kind kind, const std::optional<QDateTime>& at, const QString& by = {})
    {
        add(kind, at.value_or(QDateTime()), by);
    }
    void add(Kind kind, const std::optional<QDate>& day)
    {
        if (day) {
            m_events += AccountEvent{kind, *day, std::nullopt};
        }
    }
    void add(const SetAside& one)
    {
        add(Kind::SetAside, one.at, one.by);
        if (one.at.isValid()) {
            m_events.last().finding = one.kind;
        }
    }

    /// Latest first; of what happened on a day of which the hour is not known, the later kind first.
    [[nodiscard]] QList<AccountEvent> take()
    {
        std::stable_sort(m_events.begin(), m_events.end(),
                         [](const AccountEvent& one, const AccountEvent& other) {
                             if (one.day != other.day) {
                                 return one.day > other.day;
                             }
                             return one.at && other.at && *one.at != *other.at ? *one.at > *other.at
                                                                               : one.kind > other.kind;
                         });
        return std::move(m_events);
    }

private:
    QTimeZone m_paris{"Europe/Paris"};
    QList<AccountEvent> m_events;
};

std::optional<Kind> outcomeOf(RequestState state)
{
    switch (state) {
    case RequestState::Accepted:
        return Kind::RequestAccepted;
    case RequestState::AcceptedWithLimits:
        return Kind::RequestAcceptedInPart;
    case RequestState::Refused:
        return Kind::RequestRefused;
    case RequestState::Withdrawn:
        return Kind::RequestWithdrawn;
    case RequestState::Expired:
        return Kind::RequestExpired;
    case RequestState::Received:
    case RequestState::Undeliverable:
    case RequestState::Waiting:
    case RequestState::ComplementAsked:
    case RequestState::Forwarded:
        break;
    }
    return std::nullopt;
}

std::optional<Kind> kindOf(DepartureStepState state)
{
    switch (state) {
    case DepartureStepState::Requested:
    case DepartureStepState::Manual:
        return Kind::ClosingAsked;
    case DepartureStepState::Confirmed:
        return Kind::Closed;
    case DepartureStepState::DeclaredDone:
        return Kind::DeclaredClosed;
    case DepartureStepState::Failed:
        return Kind::ClosingFailed;
    case DepartureStepState::ToDo:
    case DepartureStepState::ReplacementNeeded:
    case DepartureStepState::NotNeeded:
        break;
    }
    return std::nullopt;
}

void addClosings(const QList<Departure>& departures, const PortalAccount& account, Collector& events)
{
    for (const Departure& departure : departures) {
        for (const DepartureStep& step : departure.steps) {
            // Stopped before it left: nothing happened to the account.
            if (step.account != account.id || step.state == DepartureStepState::NotNeeded) {
                continue;
            }
            events.add(Kind::ClosingDecided, departure.startedAt, departure.startedBy);
            if (const auto kind = kindOf(step.state)) {
                events.add(*kind, step.at);
            }
            events.add(Kind::Restored, step.restoredAt);
        }
    }
}

} // namespace

QList<AccountEvent> historyOf(const CompanySnapshot& company, const PortalAccount& account)
{
    Collector events;
    events.add(Kind::Opened, account.createdOn);
    events.add(Kind::Certified, account.certifiedAt);
    events.add(Kind::HolderLeft, account.holderLeftOn);
    events.add(Kind::LastUsed, account.lastUsedAt);
    if (account.substitution) {
        events.add(Kind::SuccessorNamed, account.substitution->askedAt, account.substitution->askedBy);
    }
    for (const SetAside& one : company.setAside) {
        if (one.account == account.id) {
            events.add(one);
        }
    }
    addClosings(company.departures, account, events);
    addClosings(company.waysOut, account, events);

    const QString address = AccountFacts::foldedAddress(account.email);
    const auto isTheirs = [&address](const QString& email) {
        return !address.isEmpty() && AccountFacts::foldedAddress(email) == address;
    };
    for (const AccessRequest& request : company.requests) {
        if (request.portal == account.portal && isTheirs(request.email)) {
            events.add(Kind::RequestReceived, request.receivedAt, {}, request.id);
            if (const auto outcome = outcomeOf(request.state); outcome && request.decidedAt) {
                events.add(*outcome, *request.decidedAt, request.decidedBy, request.id);
            }
        }
    }
    for (const Departure& wayOut : company.waysOut) {
        const bool here =
            std::any_of(wayOut.steps.cbegin(), wayOut.steps.cend(), [&account](const DepartureStep& step) {
                return step.portal == account.portal && step.account != account.id;
            });
        const bool theirs = std::any_of(
            wayOut.newcomers.cbegin(), wayOut.newcomers.cend(), [&isTheirs](const NewcomerProgress& one) {
                return one.state == NewcomerState::Taken && isTheirs(one.newcomer.email);
            });
        if (here && theirs && wayOut.request.isEmpty()) {
            events.add(Kind::InsteadOfShared, wayOut.startedAt, wayOut.startedBy);
        }
    }
    return events.take();
}

} // namespace proconnect
