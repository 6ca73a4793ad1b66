// SPDX-License-Identifier: MIT
// What the page of accounts decides of an account that several people use; what it shows is in
// AccountsPage.cpp.
#include "core/clock/Clock.h"
#include "core/model/ActingRole.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/NoteTaking.h"
#include "ui/accounts/SharedAccountDialog.h"
#include "ui/accounts/WayOutDialog.h"
#include "ui/export/PaperSaver.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/text/ReplacementText.h"
#include "ui/widgets/Banner.h"

#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr qsizetype longestPerson = 254; ///< that the service takes
/// When offices open: whoever is told that a portal refused can act on it.
const QTime hourOfClosing(8, 0);

QTimeZone paris()
{
    return QTimeZone("Europe/Paris");
}

QDateTime instantOf(QDate day)
{
    return QDateTime(day, hourOfClosing, paris()).toUTC();
}

} // namespace

QString AccountsPage::statedKey(const QString& id) const
{
    return snapshot()->company.siren + u'/' + id;
}

bool AccountsPage::wayOutOnItsWay(const QString& id) const
{
    const auto& all = tracker().all();
    return std::any_of(all.cbegin(), all.cend(), [&id](const DecisionTracker::Progress& one) {
        const auto& terms = one.decision.departure;
        return terms && !terms->newcomers.isEmpty() && terms->items.constFirst().account == id;
    });
}

void AccountsPage::fillWayOut(const PortalAccount& account, AccountSheet& sheet) const
{
    if (isDelegated(snapshot()->company)) {
        return;
    }
    if (const Departure* replacement = replacementOf(*snapshot(), account.id)) {
        sheet.replacement = ReplacementText(accountText()).status(*replacement);
        sheet.replacedWith = replacement->request;
    }
    const Departure* wayOut = wayOutOf(*snapshot(), account.id);
    if (wayOut) {
        sheet.wayOut = WayOutText(accountText()).status(*wayOut);
    } else if (wayOutOnItsWay(account.id)) {
        sheet.wayOut = qtTrId("shared.onitsway");
    }
    sheet.wayOutShown = wayOut != nullptr;
}

void AccountsPage::openShared(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one || isDelegated(snapshot()->company)) {
        return;
    }
    const WayOutText text(accountText());
    if (const Departure* wayOut = wayOutOf(*snapshot(), id)) {
        const QString why = tracker().progress(wayOut->id) || tracker().progress(id)
                                ? qtTrId("shared.onitsway")
                            : canDecide() ? QString()
                                          : offlineReason();
        follow(id, new WayOutDialog(theme(), text, *wayOut, why, this));
        return;
    }
    const AccountSheet sheet = sheetOf(*one);
    SharedAccountDialog::Hindrances hindrances{hindrance(*one), noNotes(), sheet.hindrance,
                                               sheet.lastHand.has_value()};
    if (wayOutOnItsWay(id)) {
        hindrances.opening = qtTrId("shared.onitsway");
        hindrances.closing = hindrances.opening;
    }
    auto* dialog = new SharedAccountDialog(theme(), text, *one, hindrances, this);
    if (const auto stated = m_stated.constFind(statedKey(id)); stated != m_stated.cend()) {
        dialog->resume(stated->newcomers, stated->at ? stated->at->toTimeZone(paris()).date() : QDate());
    }
    connect(dialog, &SharedAccountDialog::openingConfirmed, this,
            [this, id, version = one->version](const QList<Newcomer>& newcomers, QDate day) {
                startWayOut(id, version, newcomers, day);
            });
    connect(dialog, &SharedAccountDialog::keepingAsked, this, [this, id] {
        if (const PortalAccount* still = account(id)) {
            m_notes->askSetAside(*still, FindingKind::Shared, dateText());
        }
    });
    connect(dialog, &SharedAccountDialog::closingConfirmed, this, [this, id] { close(id); });
    connect(dialog, &SharedAccountDialog::successorAsked, this, [this, id] { askSuccessor(id); });
    dialog->open();
}

void AccountsPage::follow(const QString& id, WayOutDialog* dialog)
{
    const Departure* wayOut = wayOutOf(*snapshot(), id);
    const QString siren = snapshot()->company.siren;
    const QString portal = accountText().company().portalName(wayOut->steps.constFirst().portal);
    connect(dialog, &WayOutDialog::stopConfirmed, this, [this, id] { stopWayOut(id); });
    connect(dialog, &WayOutDialog::closedDeclared, this, [this, id] { declareClosed(id); });
    connect(dialog, &WayOutDialog::closingAskedAgain, this, [this, id] { closeAgain(id); });
    connect(dialog, &WayOutDialog::accountAsked, this, &AccountsPage::openAccount);
    connect(dialog, &WayOutDialog::requestAsked, this,
            [this](const QString& request) { Q_EMIT pageRequested(QStringLiteral("requests"), request); });
    connect(dialog, &WayOutDialog::letterAsked, this,
            [this, siren, id, portal] { m_papers->saveLetter(siren, id, portal); });
    connect(dialog, &WayOutDialog::receiptAsked, this,
            [this, siren, departure = wayOut->id, name = qtTrId("shared.file.receipt").arg(wayOut->person)] {
                m_papers->saveReceipt(siren, departure, name, DepartureDesk::Form::Pdf);
            });
    dialog->open();
}

void AccountsPage::declareClosed(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one || !canDecide() || tracker().progress(id)) {
        return;
    }
    const QString portal = accountText().company().portalName(one->portal);
    const QString holder = AccountText::holder(*one);
    if (submit(draftDeclaration(snapshot()->company.siren, *one,
                                withNames(qtTrId("dep.shown.declare"), {portal, holder})),
               holder, portal)) {
        refresh();
    }
}

void AccountsPage::closeAgain(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one || !canDecide() || tracker().progress(id)) {
        return;
    }
    const QString portal = accountText().company().portalName(one->portal);
    const QString holder = AccountText::holder(*one);
    if (submit(draftClosure(snapshot()->company.siren, *one,
                            withNames(qtTrId("acc.shown.close"), {portal, holder})),
               holder, portal)) {
        refresh();
    }
}

void AccountsPage::explainRefusal(const Decision& decision, const Failure& failure)
{
    const auto& terms = decision.departure;
    const bool wayOut = decision.kind == DecisionKind::StartDeparture && terms && !terms->newcomers.isEmpty();
    const PortalAccount* shared = wayOut && snapshot() && decision.siren == snapshot()->company.siren
                                      ? account(terms->items.constFirst().account)
                                      : nullptr;
    if (!shared) {
        return;
    }
    const FailureText text = failureText(failure);
    const QString why = WayOutText(accountText()).refused(*shared, terms->newcomers);
    showNotice(Banner::Tone::Error, text.title, text.body.isEmpty() ? why : text.body + u' ' + why,
               text.supportCode);
}

void AccountsPage::startWayOut(const QString& id, int version, const QList<Newcomer>& newcomers, QDate day)
{
    const PortalAccount* one = account(id);
    // The data may have changed since the dialog was opened.
    if (!one || !hindrance(*one).isEmpty() || wayOutOnItsWay(id) || newcomers.isEmpty() ||
        instantOf(day) <= services().clock.now()) {
        return;
    }
    const QString holder = AccountText::holder(*one);
    const DepartureTerms terms{
        holder.left(longestPerson), {{id, version, {}, false}}, instantOf(day), newcomers};
    // Whatever becomes of it, undone or refused, nobody states it twice.
    m_stated.insert(statedKey(id), terms);
    const Decision decision =
        draftDeparture(snapshot()->company.siren, QUuid::createUuid().toString(QUuid::WithoutBraces), terms,
                       WayOutText(accountText()).shown(*one, newcomers, day));
    if (submit(decision, holder, accountText().company().portalName(one->portal))) {
        refresh();
        m_tree->setFocus();
    }
}

void AccountsPage::stopWayOut(const QString& id)
{
    const Departure* wayOut = snapshot() ? wayOutOf(*snapshot(), id) : nullptr;
    if (!wayOut || !canDecide() || tracker().progress(wayOut->id)) {
        return;
    }
    const QString portal = accountText().company().portalName(wayOut->steps.constFirst().portal);
    // Whoever wants it otherwise starts from what there was.
    DepartureTerms terms{wayOut->person, {}, wayOut->at, {}};
    for (const NewcomerProgress& one : wayOut->newcomers) {
        terms.newcomers += one.newcomer;
    }
    m_stated.insert(statedKey(id), terms);
    if (submit(draftStop(snapshot()->company.siren, wayOut->id,
                         withNames(qtTrId("shared.shown.stop"), {wayOut->person, portal})),
               wayOut->person, portal)) {
        refresh();
        m_tree->setFocus();
    }
}

} // namespace proconnect::ui
