// SPDX-License-Identifier: MIT
#include "core/departure/DepartureProgress.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace proconnect {
namespace {

/// A portal that answers within this time is waited for on the screen.
constexpr int atOnceHours = 1;

const Portal* portalOf(const CompanySnapshot& company, const QString& id)
{
    const auto found = std::find_if(company.portals.cbegin(), company.portals.cend(),
                                    [&id](const Portal& one) { return one.id == id; });
    return found == company.portals.cend() ? nullptr : &*found;
}

/// Letters last; before them, the portals by how long they take.
std::pair<bool, int> place(const CompanySnapshot& company, const DepartureStep& step)
{
    const Portal* portal = portalOf(company, step.portal);
    const bool byLetter =
        step.state == DepartureStepState::Manual || step.state == DepartureStepState::DeclaredDone;
    return {byLetter || (portal && portal->closesByLetter), portal ? portal->closingHours : 0};
}

bool heard(const CompanySnapshot& company, const DepartureStep& step)
{
    switch (step.state) {
    case DepartureStepState::Confirmed:
    case DepartureStepState::DeclaredDone:
    case DepartureStepState::Failed:
    case DepartureStepState::NotNeeded:
        return true;
    case DepartureStepState::Requested:
        return !closesAtOnce(company, step.portal);
    case DepartureStepState::ToDo:
    case DepartureStepState::ReplacementNeeded:
    case DepartureStepState::Manual:
        break;
    }
    return false;
}

} // namespace

DepartureTally tallyOf(const Departure& departure)
{
    DepartureTally tally;
    for (const DepartureStep& step : departure.steps) {
        switch (step.state) {
        case DepartureStepState::ToDo:
        case DepartureStepState::ReplacementNeeded:
            ++tally.waiting;
            break;
        case DepartureStepState::Requested:
            ++tally.underWay;
            break;
        case DepartureStepState::Confirmed:
        case DepartureStepState::DeclaredDone:
            ++(step.restoredAt ? tally.restored : tally.closed);
            break;
        case DepartureStepState::Manual:
            ++tally.manual;
            break;
        case DepartureStepState::Failed:
            ++tally.failed;
            break;
        case DepartureStepState::NotNeeded:
            ++tally.stopped;
            break;
        }
    }
    tally.all = static_cast<int>(departure.steps.size()) - tally.stopped;
    return tally;
}

bool isUnfinished(const Departure& departure)
{
    return departure.state == DepartureState::Scheduled || departure.state == DepartureState::Running;
}

bool closesAtOnce(const CompanySnapshot& company, const QString& portal)
{
    const Portal* known = portalOf(company, portal);
    return !known || (!known->closesByLetter && known->closingHours <= atOnceHours);
}

bool isMoving(const CompanySnapshot& company, const Departure& departure)
{
    return departure.state == DepartureState::Running &&
           std::any_of(departure.steps.cbegin(), departure.steps.cend(), [&company](const auto& step) {
               return step.state == DepartureStepState::ToDo ||
                      (step.state == DepartureStepState::Requested && !step.late &&
                       closesAtOnce(company, step.portal));
           });
}

PortalsHeard portalsHeard(const CompanySnapshot& company, const Departure& departure)
{
    QHash<QString, bool> portals;
    for (const DepartureStep& step : departure.steps) {
        const auto known = portals.constFind(step.portal);
        portals.insert(step.portal, heard(company, step) && (known == portals.cend() || *known));
    }
    return {static_cast<int>(std::count(portals.cbegin(), portals.cend(), true)),
            static_cast<int>(portals.size())};
}

QList<DepartureStep> stepsInOrder(const CompanySnapshot& company, const Departure& departure)
{
    QList<DepartureStep> steps = departure.steps;
    std::stable_sort(steps.begin(), steps.end(), [&company](const auto& a, const auto& b) {
        return place(company, a) < place(company, b);
    });
    return steps;
}

Departure announced(const CompanySnapshot& company, const Decision& decision)
{
    Departure departure;
    departure.id = decision.target;
    departure.startedAt = decision.decidedAt;
    if (!decision.departure) {
        return departure;
    }
    const DepartureTerms& terms = *decision.departure;
    departure.person = terms.person;
    departure.at = terms.at;
    departure.state = terms.at ? DepartureState::Scheduled : DepartureState::Running;
    QHash<QString, const PortalAccount*> accounts;
    for (const PortalAccount& account : company.accounts) {
        accounts.insert(account.id, &account);
    }
    for (const DepartureItem& item : terms.items) {
        const PortalAccount* account = accounts.value(item.account);
        if (!account) {
            continue;
        }
        DepartureStep step;
        step.account = account->id;
        step.portal = account->portal;
        step.portalAccountId = account->portalAccountId;
        step.roleLabel = account->roleLabel;
        step.successor = item.successor;
        if (const PortalAccount* successor = accounts.value(item.successor)) {
            step.successorName = successor->holderName.isEmpty() ? successor->email : successor->holderName;
        }
        departure.steps += step;
    }
    return departure;
}

const Departure* departureOf(const CompanySnapshot& company, const QString& id)
{
    const auto found = std::find_if(company.departures.cbegin(), company.departures.cend(),
                                    [&id](const Departure& one) { return one.id == id; });
    return found == company.departures.cend() ? nullptr : &*found;
}

} // namespace proconnect
