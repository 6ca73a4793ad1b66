// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/SampleDelegations.h"

namespace proconnect::tests {

Delegation sampleDelegation(const QString& id, DelegationState state)
{
    Delegation one;
    one.terms.id = id;
    one.terms.siren = demonstrationSnapshot().company.siren;
    one.terms.givenName = QStringLiteral("Nadia");
    one.terms.familyName = QStringLiteral("Ferrand ") + id;
    one.terms.email = QStringLiteral("nadia.ferrand@fabre-filles.example");
    one.terms.powers = {DelegationPower::SeeAccounts, DelegationPower::AnswerRequests};
    one.terms.portals = {QStringLiteral("impots"), QStringLiteral("urssaf")};
    one.terms.ceiling = DelegationCeiling::NoAdministrator;
    one.terms.start = demonstrationNow().date().addDays(-30);
    one.terms.end = demonstrationNow().date().addMonths(6);
    one.version = 2;
    one.state = state;
    one.delegator = QStringLiteral("Anne Petit");
    one.proposedAt = demonstrationNow().addDays(-31);
    one.takenUpAt = demonstrationNow().addDays(-30);
    if (state == DelegationState::ToConfirm) {
        one.answerBy = demonstrationNow().addDays(20);
    }
    if (state == DelegationState::Proposed) {
        one.answerBy = demonstrationNow().addDays(5);
        one.takenUpAt.reset();
    }
    return one;
}

} // namespace proconnect::tests
