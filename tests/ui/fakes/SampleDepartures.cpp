// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/SampleDepartures.h"

#include "core/departure/Replacement.h"

#include <algorithm>

namespace proconnect::tests {

DepartureStep sampleStep(const QString& account, DepartureStepState state)
{
    DepartureStep step;
    step.account = account;
    step.portal = account.section(u':', 0, 0);
    step.portalAccountId = account.section(u':', 1);
    step.state = state;
    if (state == DepartureStepState::ReplacementNeeded) {
        step.successorName = QStringLiteral("Sophie Delorme");
    }
    step.at = demonstrationNow().addSecs(-600);
    return step;
}

Departure sampleDeparture(const QList<DepartureStepState>& states)
{
    const QStringList accounts{QStringLiteral("impots:IMP-30f27dce"), QStringLiteral("urssaf:URS-13bd1cf4"),
                               QStringLiteral("chorus_pro:CHO-03732c06"),
                               QStringLiteral("portailpro:POR-8a94e568")};
    Departure departure;
    departure.id = QStringLiteral("5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10");
    departure.person = QStringLiteral("Isabelle Roche");
    departure.startedBy = QStringLiteral("Claire Fabre");
    departure.startedAt = demonstrationNow().addSecs(-600);
    for (qsizetype i = 0; i < states.size(); ++i) {
        departure.steps += sampleStep(accounts.at(i), states.at(i));
    }
    departure.receiptNumber = QStringLiteral("RC-2026-000123");
    departure.verificationCode = QStringLiteral("K7PM-2W4X-9RTC");
    return departure;
}

Departure sampleReplacement(DepartureStepState state)
{
    Departure replacement;
    replacement.id = QStringLiteral("7f3a2a56-1d5c-4a6f-9a44-3f0c3ab0c0de");
    replacement.person = QStringLiteral("Julie Perrin");
    replacement.startedBy = QStringLiteral("Claire Fabre");
    replacement.startedAt = demonstrationNow();
    replacement.receiptNumber = QStringLiteral("RC-2026-000124");
    replacement.request = QStringLiteral("PC-2026-001021");
    const bool over = state == DepartureStepState::Confirmed || state == DepartureStepState::DeclaredDone ||
                      state == DepartureStepState::NotNeeded;
    replacement.state = over ? DepartureState::Closed : DepartureState::Running;
    DepartureStep step;
    step.account = QStringLiteral("impots:IMP-f623cc71");
    step.portal = QStringLiteral("impots");
    step.portalAccountId = QStringLiteral("IMP-f623cc71");
    step.state = state;
    step.portalMessage =
        state == DepartureStepState::Failed ? QStringLiteral("Compte verrouillé") : QString();
    replacement.steps = {step};
    const CompanySnapshot company = demonstrationSnapshot();
    const auto request =
        std::find_if(company.requests.cbegin(), company.requests.cend(),
                     [&](const AccessRequest& one) { return one.id == replacement.request; });
    replacement.newcomers = {{newcomerOf(*request), NewcomerState::Invited}};
    return replacement;
}

} // namespace proconnect::tests
