// SPDX-License-Identifier: MIT
#include "core/departure/DepartureChoices.h"

#include <algorithm>

namespace proconnect {

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

bool lacksSuccessor(const CompanySnapshot& company, const PlannedClosing& closing,
                    const DepartureChoices& choices)
{
    return closing.lastHand && isChosen(closing, choices) &&
           !choices.withoutSuccessor.contains(closing.account) && !successorOf(company, closing, choices);
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
            item.withoutSuccessor = choices.withoutSuccessor.contains(closing.account);
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
