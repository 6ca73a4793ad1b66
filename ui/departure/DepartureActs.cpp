// SPDX-License-Identifier: MIT
// What the page of departures decides; what it shows is in DeparturePage.cpp.
#include "core/clock/Clock.h"
#include "ui/departure/CheckPanel.h"
#include "ui/departure/DeparturePage.h"
#include "ui/departure/StaffComparison.h"
#include "ui/departure/WithoutSuccessorDialog.h"
#include "ui/export/PaperSaver.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"

#include <QUuid>

namespace proconnect::ui {
namespace {

constexpr qsizetype longestName = 200; ///< that the service takes

} // namespace

void DeparturePage::start()
{
    const CompanySnapshot* shown = snapshot();
    const Leaver* leaver = shown ? leaverFor(m_people, *shown, m_subject) : nullptr;
    if (!leaver || !canDecide()) {
        return;
    }
    const DepartureChoices& choices = m_check->choices();
    const DeparturePlan plan = planDeparture(*shown, *leaver, dateText().today(), choices.kept);
    auto terms = termsOf(*shown, plan, choices);
    if (!terms || (choices.at && *choices.at <= services().clock.now())) {
        refresh();
        return;
    }
    terms->person = DepartureText::name(*leaver).left(longestName);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Decision decision = draftDeparture(shown->company.siren, id, *terms, text().shown(plan, choices));
    if (submit(decision, terms->person, {})) {
        if (choices.reason != LeavingReason::NotSaid) {
            m_reasons.insert(id, choices.reason);
        }
        m_begun.remove(leaver->key);
        m_staff->drop(leaver->key);
        follow(id);
    }
}

void DeparturePage::stop()
{
    const CompanySnapshot* shown = snapshot();
    const Departure* departure = shown ? departureOf(*shown, m_departure) : nullptr;
    if (departure && canDecide() && !tracker().progress(departure->id)) {
        submit(draftStop(shown->company.siren, departure->id,
                         withNames(qtTrId("dep.shown.stop"), {departure->person})),
               departure->person, {});
    }
}

void DeparturePage::askWithoutSuccessor(const QString& id)
{
    for (const PlannedClosing& closing : std::as_const(m_plan.closings)) {
        if (closing.account == id) {
            auto* dialog = new WithoutSuccessorDialog(theme(), text(), closing, this);
            connect(dialog, &WithoutSuccessorDialog::confirmed, this,
                    [this, id, read = spelledOut(closing)] { m_check->closeWithoutSuccessor(id, read); });
            dialog->open();
            return;
        }
    }
}

void DeparturePage::act(const QString& id, StepRow::Act act)
{
    const CompanySnapshot* shown = snapshot();
    const PortalAccount* one = shown ? account(id) : nullptr;
    if (!one) {
        return;
    }
    const QString portal = accountText().company().portalName(one->portal);
    const QString holder = AccountText::holder(*one);
    const QString siren = shown->company.siren;
    if (act == StepRow::Act::Letter) {
        m_saver->saveLetter(siren, id, portal);
        return;
    }
    if (!canDecide() || tracker().progress(id)) {
        return;
    }
    switch (act) {
    case StepRow::Act::Retry:
        submit(draftClosure(siren, *one, withNames(qtTrId("acc.shown.close"), {portal, holder})), holder,
               portal);
        break;
    case StepRow::Act::Declare:
        submit(draftDeclaration(siren, *one, withNames(qtTrId("dep.shown.declare"), {portal, holder})),
               holder, portal);
        break;
    case StepRow::Act::Restore:
        submit(draftRestoration(siren, *one, withNames(qtTrId("dep.shown.restore"), {portal, holder})),
               holder, portal);
        break;
    case StepRow::Act::Letter:
        break;
    }
}

void DeparturePage::saveReceipt(bool asJson)
{
    const CompanySnapshot* shown = snapshot();
    if (const Departure* departure = shown ? departureOf(*shown, m_departure) : nullptr) {
        m_saver->saveReceipt(shown->company.siren, departure->id,
                             qtTrId("dep.file.receipt").arg(departure->person),
                             asJson ? DepartureDesk::Form::Json : DepartureDesk::Form::Pdf);
    }
}

void DeparturePage::comeBack(const Decision& decision)
{
    if (decision.kind != DecisionKind::StartDeparture) {
        return;
    }
    m_reasons.remove(decision.target);
    if (decision.target == m_departure && m_step == Step::Following) {
        m_departure.clear();
        m_followed = {};
        go(m_subject.isEmpty() ? Step::Choosing : Step::Checking);
    }
}

void DeparturePage::tellReason(const QString& siren, const QString& departure, LeavingReason reason)
{
    services().departures.tellReason(siren, departure, reason, this, [this](const Outcome<Done>& told) {
        if (!told) {
            const FailureText words = failureText(told.failure());
            showNotice(Banner::Tone::Warning, qtTrId("dep.why.failed"), words.sentence(), words.supportCode);
        }
    });
}

} // namespace proconnect::ui
