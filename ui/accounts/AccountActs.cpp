// SPDX-License-Identifier: MIT
// What the page of accounts opens and decides of one account; what it shows is in AccountsPage.cpp.
#include "core/departure/LastHand.h"
#include "core/departure/Leavers.h"
#include "core/findings/AccountFindings.h"
#include "core/model/ActingRole.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/NoteTaking.h"
#include "ui/accounts/TakeOverDialog.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/text/NamedText.h"
#include "ui/text/SubstitutionText.h"

#include <algorithm>

namespace proconnect::ui {

namespace {

/// A departure asked who takes over, and the portal did not close the account: it may be asked once more.
bool isWeighed(const CompanySnapshot& company, const QString& account)
{
    return std::any_of(
        company.departures.cbegin(), company.departures.cend(), [&account](const Departure& one) {
            return std::any_of(one.steps.cbegin(), one.steps.cend(), [&account](const DepartureStep& step) {
                return step.account == account && step.state == DepartureStepState::Failed;
            });
        });
}

bool namesAdministrators(const CompanySnapshot& company, const QString& portal)
{
    return std::any_of(company.portals.cbegin(), company.portals.cend(),
                       [&portal](const Portal& one) { return one.id == portal && one.namesAdministrators; });
}

} // namespace

AccountSheet AccountsPage::sheetOf(const PortalAccount& account) const
{
    const auto position = snapshot()->accounts.positionOf(&account);
    AccountSheet sheet{account,
                       hindrance(account),
                       m_model.known().findings(position),
                       lastDayOfHolder(*snapshot(), account.id),
                       {},
                       noNotes(),
                       !isDelegated(snapshot()->company) && !account.mine && account.openAccount() &&
                           !account.holderName.isEmpty()};
    if (sheet.hindrance.isEmpty()) {
        sheet.lastHand = lastHand(account);
    }
    if (sheet.lastHand && !canLeave(account)) {
        sheet.hindrance = qtTrId("acc.last.nobody").arg(accountText().company().portalName(account.portal));
    }
    fillSubstitution(account, sheet);
    fillWayOut(account, sheet);
    sheet.history = historyOf(*snapshot(), account);
    for (const SetAside& one : snapshot()->setAside) {
        if (one.account == account.id && m_model.known().setAside(position).contains(one.kind)) {
            sheet.setAside += one;
        }
    }
    return sheet;
}

void AccountsPage::fillSubstitution(const PortalAccount& account, AccountSheet& sheet) const
{
    if (isDelegated(snapshot()->company) || !isOrphaned(*snapshot(), account.id, dateText().today())) {
        return;
    }
    const QDateTime now = dateText().now();
    const auto& asked = account.substitution;
    sheet.substitution = SubstitutionText(accountText()).status(account);
    sheet.substitutionTroubled = asked && mayAskAgain(*asked, now);
    if (!namesAdministrators(*snapshot(), account.portal)) {
        sheet.notSubstitutable =
            qtTrId("take.notbyprogram").arg(accountText().company().portalName(account.portal));
    } else if (account.roleCode.isEmpty()) {
        sheet.notSubstitutable =
            qtTrId("take.norole").arg(accountText().company().portalName(account.portal));
    } else if (tracker().progress(account.id)) {
        sheet.notSubstitutable = qtTrId("take.onitsway");
    } else if (!canDecide()) {
        sheet.notSubstitutable = offlineReason();
    } else {
        sheet.substitutable = !asked || mayAskAgain(*asked, now);
    }
}

QString AccountsPage::noNotes() const
{
    return isDelegated(snapshot()->company) ? qtTrId("find.delegate")
           : canDecide()                    ? QString()
                                            : offlineReason();
}

QString AccountsPage::hindrance(const PortalAccount& account) const
{
    if (account.mine) {
        return qtTrId("acc.sheet.own");
    }
    if (account.state == AccountState::Closed) {
        return qtTrId("acc.sheet.closed");
    }
    if (isDelegated(snapshot()->company)) {
        return qtTrId("acc.sheet.delegate");
    }
    // Asked for already: by letter, too.
    if (!canBeClosed(account) || tracker().progress(account.id)) {
        return qtTrId("acc.sheet.cannot");
    }
    return canDecide() ? QString() : offlineReason();
}

std::optional<LastHand> AccountsPage::lastHand(const PortalAccount& account) const
{
    return account.administratorRole && !isWeighed(*snapshot(), account.id)
               ? LastHands(*snapshot(), {account.id}, dateText().today()).of(account.id)
               : std::nullopt;
}

bool AccountsPage::canLeave(const PortalAccount& account) const
{
    return leaverFor(leavers(*snapshot(), dateText().today()), *snapshot(), account.id) != nullptr;
}

void AccountsPage::askSuccessor(const QString& id)
{
    Q_EMIT pageRequested(QStringLiteral("departure"), QStringLiteral("account:") + id);
}

void AccountsPage::openAccount(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one) {
        return;
    }
    const AccountSheet sheet = sheetOf(*one);
    auto* dialog = new AccountDialog(theme(), sheet, accountText(), this);
    connect(dialog, &AccountDialog::closeConfirmed, this, [this, id] { close(id); });
    connect(dialog, &AccountDialog::successorAsked, this, [this, id] { askSuccessor(id); });
    connect(dialog, &AccountDialog::takeOverAsked, this, [this, id] { askTakeOver(id); });
    connect(dialog, &AccountDialog::sharedAsked, this, [this, id] { openShared(id); });
    connect(dialog, &AccountDialog::requestAsked, this, [this, request = sheet.replacedWith] {
        Q_EMIT pageRequested(QStringLiteral("requests"), request);
    });
    connect(dialog, &AccountDialog::departureAsked, this, [this, id] {
        Q_EMIT pageRequested(QStringLiteral("departure"), QStringLiteral("person:") + id);
    });
    connect(dialog, &AccountDialog::setAsideAsked, this, [this, id](FindingKind kind) {
        if (const PortalAccount* still = account(id)) {
            m_notes->askSetAside(*still, kind, dateText());
        }
    });
    connect(dialog, &AccountDialog::putBackAsked, this,
            [this](const SetAside& aside) { m_notes->putBack(aside, dateText().today()); });
    dialog->open();
}

void AccountsPage::askTakeOver(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one || !sheetOf(*one).substitutable) {
        return;
    }
    auto* dialog = new TakeOverDialog(theme(), SubstitutionText(accountText()), *one, this);
    connect(dialog, &TakeOverDialog::confirmed, this,
            [this, id](const QString& successor) { name(id, successor); });
    dialog->open();
}

void AccountsPage::name(const QString& orphan, const QString& successor)
{
    const PortalAccount* from = account(orphan);
    const PortalAccount* to = account(successor);
    // The data may have changed since the dialog was opened.
    if (!from || !to || !sheetOf(*from).substitutable) {
        return;
    }
    if (submit(draftSubstitution(snapshot()->company.siren, *from, *to,
                                 SubstitutionText(accountText()).shown(*from, *to)),
               AccountText::holder(*to), accountText().company().portalName(from->portal))) {
        refresh();
        m_tree->setFocus();
    }
}

void AccountsPage::close(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one || !hindrance(*one).isEmpty()) {
        return;
    }
    // The data may have changed since the sheet was opened.
    if (lastHand(*one)) {
        askSuccessor(id);
        return;
    }
    const AccountText text = accountText();
    const QString portal = text.company().portalName(one->portal);
    const QString holder = AccountText::holder(*one);
    if (submit(draftClosure(snapshot()->company.siren, *one,
                            withNames(qtTrId("acc.shown.close"), {portal, holder})),
               holder, portal)) {
        refresh();
        m_tree->setFocus();
    }
}

} // namespace proconnect::ui
