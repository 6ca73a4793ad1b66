// SPDX-License-Identifier: MIT
// What the page of requests decides of the account that somebody takes over; what it shows besides is in
// RequestsPage.cpp.
#include "core/model/ActingRole.h"
#include "ui/export/PaperSaver.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/requests/ReplaceDialog.h"
#include "ui/requests/RequestDetail.h"
#include "ui/requests/RequestsPage.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr qsizetype longestPerson = 254; ///< that the service takes

using Tone = ReplacementView::Tone;

/// How it is to be seen, and what may be done: nothing is left without a next step.
void fillStep(const DepartureStep& step, bool cancelled, ReplacementView& view)
{
    switch (step.state) {
    case DepartureStepState::ToDo:
    case DepartureStepState::ReplacementNeeded:
        view.acts = {ReplacementAct::KeepOpen};
        return;
    case DepartureStepState::Requested:
        view.tone = step.late ? Tone::Attention : Tone::Info;
        return;
    case DepartureStepState::Manual:
        view.tone = Tone::Attention;
        view.acts = {ReplacementAct::SaveLetter, ReplacementAct::DeclareClosed};
        return;
    case DepartureStepState::Failed:
        view.tone = Tone::Attention;
        view.acts = {ReplacementAct::AskAgain, ReplacementAct::KeepOpen};
        return;
    case DepartureStepState::NotNeeded:
        view.tone = cancelled ? Tone::Info : Tone::Done;
        return;
    case DepartureStepState::Confirmed:
    case DepartureStepState::DeclaredDone:
        view.tone = step.restoredAt ? Tone::Info : Tone::Done;
    }
}

} // namespace

ReplacementView RequestsPage::replacementShown(const AccessRequest& request) const
{
    ReplacementView view;
    if (isDelegated(snapshot()->company)) {
        return view; // no delegate closes accounts
    }
    const ReplacementText text(accountText());
    const Departure* decided = replacementWith(*snapshot(), request.id);
    if (decided && (!request.open() || decided->state != DepartureState::Cancelled)) {
        const DepartureStep& step = decided->steps.constFirst();
        view.words = text.status(*decided);
        view.account = step.account;
        view.holder = decided->person;
        if (!tracker().progress(decided->id) && !tracker().progress(step.account)) {
            fillStep(step, decided->state == DepartureState::Cancelled, view);
        }
        if (!decided->receiptNumber.isEmpty()) {
            view.acts += ReplacementAct::SaveReceipt;
        }
        return view;
    }
    if (!request.open()) {
        return view;
    }
    view.offered = !replaceableBy(*snapshot(), request, dateText().today()).isEmpty();
    view.words = text.said(request);
    if (!view.words.isEmpty()) {
        view.tone = Tone::Attention;
        view.holder = request.displayName();
        view.acts = view.offered ? QList{ReplacementAct::Choose} : QList<ReplacementAct>();
    }
    return view;
}

void RequestsPage::listenToPapers()
{
    connect(m_papers, &PaperSaver::saved, this,
            [this](const QString& path) { showNotice(Banner::Tone::Success, qtTrId("exp.done"), path); });
    connect(m_papers, &PaperSaver::unwritable, this, [this](const QString& path) {
        showNotice(Banner::Tone::Error, qtTrId("exp.failed"), qtTrId("exp.failed.body").arg(path));
    });
    connect(m_papers, &PaperSaver::unavailable, this, [this](const Failure& failure) {
        const FailureText words = failureText(failure);
        showNotice(Banner::Tone::Error, words.title, words.body, words.supportCode);
    });
}

const PortalAccount* RequestsPage::account(const QString& id) const
{
    const auto& all = snapshot()->accounts;
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const PortalAccount& one) { return one.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

void RequestsPage::act(ReplacementAct act)
{
    const QString id = m_detail->requestId();
    if (act == ReplacementAct::Choose) {
        askReplaced(id);
        return;
    }
    const Departure* decided = snapshot() ? replacementWith(*snapshot(), id) : nullptr;
    if (!decided) {
        return;
    }
    const DepartureStep& step = decided->steps.constFirst();
    const QString portal = requestText().company().portalName(step.portal);
    switch (act) {
    case ReplacementAct::KeepOpen:
        keepOpen(*decided);
        return;
    case ReplacementAct::DeclareClosed:
        decideOnReplaced(*decided, draftDeclaration, QT_TRID_NOOP("dep.shown.declare"));
        return;
    case ReplacementAct::AskAgain:
        decideOnReplaced(*decided, draftClosure, QT_TRID_NOOP("acc.shown.close"));
        return;
    case ReplacementAct::SaveLetter:
        m_papers->saveLetter(snapshot()->company.siren, step.account, portal);
        return;
    case ReplacementAct::SaveReceipt:
        m_papers->saveReceipt(snapshot()->company.siren, decided->id,
                              qtTrId("repl.file.receipt").arg(decided->person), DepartureDesk::Form::Pdf);
        return;
    case ReplacementAct::Choose:
        break;
    }
}

void RequestsPage::askReplaced(const QString& id)
{
    if (const AccessRequest* one = answerable(id)) {
        auto* dialog = new ReplaceDialog(theme(), ReplacementText(accountText()), *one, this);
        connect(dialog, &ReplaceDialog::confirmed, this,
                [this, id](const DepartureItem& item) { acceptReplacing(id, item); });
        dialog->open();
    }
}

void RequestsPage::acceptReplacing(const QString& id, const DepartureItem& item)
{
    const AccessRequest* one = answerable(id);
    const PortalAccount* replaced = one ? account(item.account) : nullptr;
    // The data may have changed since the dialog was opened.
    if (!replaced || replaced->version != item.version ||
        replacementFault(*snapshot(), *one, *replaced, dateText().today())) {
        if (one) {
            const FailureText changed = failureText({FailureCode::VersionChanged, {}, {}});
            showNotice(Banner::Tone::Warning, changed.title, changed.body);
        }
        return;
    }
    const QString shown = qtTrId("req.shown.accept").arg(requestText().title(*one) + u'.') + u' ' +
                          ReplacementText(accountText()).shown(*one, *replaced);
    // A portal need not know more than its own number of whoever has the account.
    const QString holder = AccountText::holder(*replaced);
    const QString person = holder.isEmpty() ? replaced->portalAccountId : holder;
    answer(draftReplacement(snapshot()->company.siren, *one, shown, person.left(longestPerson), item), *one);
}

void RequestsPage::keepOpen(const Departure& replacement)
{
    if (!canDecide() || tracker().progress(replacement.id)) {
        return;
    }
    const QString portal = requestText().company().portalName(replacement.steps.constFirst().portal);
    const Decision decision = draftStop(snapshot()->company.siren, replacement.id,
                                        withNames(qtTrId("repl.shown.keep"), {replacement.person, portal}));
    if (submit(decision, replacement.person, portal)) {
        refresh();
    }
}

void RequestsPage::decideOnReplaced(const Departure& replacement, Draft drafted, const char* shown)
{
    const PortalAccount* one = account(replacement.steps.constFirst().account);
    if (!one || !canDecide() || tracker().progress(one->id)) {
        return;
    }
    const QString portal = requestText().company().portalName(one->portal);
    const QString holder = AccountText::holder(*one);
    if (submit(drafted(snapshot()->company.siren, *one, withNames(qtTrId(shown), {portal, holder})), holder,
               portal)) {
        refresh();
    }
}

} // namespace proconnect::ui
