// SPDX-License-Identifier: MIT
#include "core/departure/DepartureChoices.h"

#include <algorithm>
#include <utility>

namespace proconnect {
namespace {

/// Spelled out as the whole portal, whatever the establishments.
bool everywhere(const LastHand& hand)
{
    return hand.wholePortal || hand.sirets.isEmpty();
}

template <typename List>
bool holdsAll(const List& all, const List& some)
{
    return std::all_of(some.cbegin(), some.cend(), [&all](const auto& one) { return all.contains(one); });
}

bool holdsAll(const LastHand& all, const LastHand& some)
{
    return everywhere(all) || (!everywhere(some) && holdsAll(all.sirets, some.sirets));
}

/// What a person reads of a deadline.
QList<std::pair<QString, QDate>> read(const QList<BusinessDeadline>& deadlines)
{
    QList<std::pair<QString, QDate>> found;
    for (const BusinessDeadline& one : deadlines) {
        found += {one.label, one.date};
    }
    return found;
}

QHash<QString, int> versionsIn(const DeparturePlan& plan)
{
    QHash<QString, int> versions;
    for (const PlannedClosing& closing : plan.closings) {
        versions.insert(closing.account, closing.version);
    }
    return versions;
}

/// Those of the plan that are closed without a successor, by account.
QSet<QString> withoutSuccessorIn(const DeparturePlan& plan, const DepartureChoices& choices)
{
    QSet<QString> accounts;
    for (const PlannedClosing& closing : plan.closings) {
        if (isWithoutSuccessor(closing, choices)) {
            accounts.insert(closing.account);
        }
    }
    return accounts;
}

} // namespace

bool isChosen(const PlannedClosing& closing, const DepartureChoices& choices)
{
    return closing.way != PlannedClosing::Way::UnderWay && !choices.kept.contains(closing.account);
}

const PortalAccount* successorOf(const CompanySnapshot& company, const PlannedClosing& closing,
                                 const DepartureChoices& choices)
{
    const QString chosen = choices.successors.value(closing.account);
    for (const qsizetype i : closing.successors) {
        if (!chosen.isEmpty() && company.accounts.at(i).id == chosen) {
            return &company.accounts.at(i);
        }
    }
    return nullptr;
}

SpelledOut spelledOut(const PlannedClosing& closing)
{
    return {closing.lastHand.value_or(LastHand()), closing.lost, closing.deadlines};
}

bool isWithoutSuccessor(const PlannedClosing& closing, const DepartureChoices& choices)
{
    const auto chosen = choices.withoutSuccessor.constFind(closing.account);
    if (!closing.lastHand || chosen == choices.withoutSuccessor.cend()) {
        return false;
    }
    const SpelledOut now = spelledOut(closing);
    return holdsAll(chosen->lastHand, now.lastHand) && holdsAll(chosen->lost, now.lost) &&
           holdsAll(read(chosen->deadlines), read(now.deadlines));
}

bool lacksSuccessor(const CompanySnapshot& company, const PlannedClosing& closing,
                    const DepartureChoices& choices)
{
    return closing.lastHand && isChosen(closing, choices) && !isWithoutSuccessor(closing, choices) &&
           !successorOf(company, closing, choices);
}

bool needsAnotherLook(const DeparturePlan& before, const DeparturePlan& now, const DepartureChoices& choices)
{
    if (before.leaver.key != now.leaver.key) {
        return false;
    }
    const QSet<QString> fewer =
        withoutSuccessorIn(before, choices).subtract(withoutSuccessorIn(now, choices));
    return versionsIn(before) != versionsIn(now) ||
           std::any_of(now.closings.cbegin(), now.closings.cend(), [&fewer](const PlannedClosing& closing) {
               return closing.lastHand && fewer.contains(closing.account);
           });
}

int chosenCount(const DeparturePlan& plan, const DepartureChoices& choices)
{
    return static_cast<int>(std::count_if(plan.closings.cbegin(), plan.closings.cend(),
                                          [&](const auto& one) { return isChosen(one, choices); }));
}

std::optional<DepartureTerms> termsOf(const CompanySnapshot& company, const DeparturePlan& plan,
                                      const DepartureChoices& choices)
{
    DepartureTerms terms;
    terms.person = plan.leaver.name;
    terms.at = choices.at;
    for (const PlannedClosing& closing : plan.closings) {
        if (!isChosen(closing, choices)) {
            continue;
        }
        if (lacksSuccessor(company, closing, choices)) {
            return std::nullopt;
        }
        DepartureItem item{closing.account, closing.version, {}, false};
        if (closing.lastHand) {
            item.withoutSuccessor = isWithoutSuccessor(closing, choices);
            if (const PortalAccount* successor = successorOf(company, closing, choices);
                successor && !item.withoutSuccessor) {
                item.successor = successor->id;
            }
        }
        terms.items += item;
    }
    return terms.items.isEmpty() ? std::nullopt : std::optional(terms);
}

} // namespace proconnect
