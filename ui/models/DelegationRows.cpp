// SPDX-License-Identifier: MIT
#include "ui/models/DelegationRows.h"

#include "core/model/ActingRole.h"
#include "core/model/DelegationStates.h"
#include "ui/text/NamedText.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

/// From when on the end is said in days (domain, N09).
constexpr int daysOfWarning = 30;
constexpr int portalsNamed = 3;

BadgeContent stateBadge(const Delegation& delegation, const DateText& dates)
{
    switch (delegation.state) {
    case DelegationState::Proposed:
        return {BadgeKind::Info, qtTrId("adm.state.proposed"), QStringLiteral("deadline")};
    case DelegationState::Scheduled:
        return {BadgeKind::Info, qtTrId("adm.state.scheduled"), QStringLiteral("calendar")};
    case DelegationState::Active: {
        const auto left = static_cast<int>(dates.today().daysTo(delegation.terms.end));
        return left > daysOfWarning
                   ? BadgeContent{BadgeKind::Ok, qtTrId("adm.state.active"), QStringLiteral("check")}
                   : BadgeContent{BadgeKind::Warning, qtTrId("adm.state.ends", qMax(left, 0)),
                                  QStringLiteral("deadline")};
    }
    case DelegationState::Suspended:
        return {BadgeKind::Warning, qtTrId("adm.state.suspended"), QStringLiteral("lock")};
    case DelegationState::ToConfirm:
        return {BadgeKind::Warning, qtTrId("adm.state.toconfirm"), QStringLiteral("warning")};
    case DelegationState::Declined:
        return {BadgeKind::Neutral, qtTrId("adm.state.declined"), {}};
    case DelegationState::Expired:
        return {BadgeKind::Neutral, qtTrId("adm.state.expired"), {}};
    case DelegationState::Revoked:
        return {BadgeKind::Neutral, qtTrId("adm.state.revoked"), {}};
    case DelegationState::Renounced:
        return {BadgeKind::Neutral, qtTrId("adm.state.renounced"), {}};
    case DelegationState::Lapsed:
        break;
    }
    return {BadgeKind::Neutral, qtTrId("adm.state.lapsed"), {}};
}

QList<BadgeContent> powerBadges(const DelegationProposal& terms)
{
    QList<BadgeContent> badges;
    if (terms.powers.contains(DelegationPower::SeeAccounts)) {
        badges += BadgeContent{BadgeKind::Primary, qtTrId("adm.can.see"), QStringLiteral("visible")};
    }
    if (terms.powers.contains(DelegationPower::AnswerRequests)) {
        badges += BadgeContent{BadgeKind::Primary, qtTrId("adm.can.answer"), QStringLiteral("requests")};
    }
    return badges;
}

QString scopeText(const DelegationProposal& terms, const CompanyText& company)
{
    QStringList names;
    for (const QString& portal : terms.portals) {
        names += company.portalName(portal);
    }
    const QString portals = names.size() > portalsNamed
                                ? qtTrId("adm.portals", static_cast<int>(names.size()))
                                : names.join(QStringLiteral(", "));
    const QString sites = terms.sirets.isEmpty() ? qtTrId("sites.all") : company.establishments(terms.sirets);
    return portals + QString::fromUtf8(" · ") + sites;
}

QString ceilingText(const DelegationProposal& terms)
{
    if (!terms.powers.contains(DelegationPower::AnswerRequests)) {
        return {};
    }
    switch (terms.ceiling) {
    case DelegationCeiling::None:
        return qtTrId("adm.ceiling.none");
    case DelegationCeiling::NoAdministrator:
        return qtTrId("adm.ceiling.administrator");
    case DelegationCeiling::NoAdministratorNorPayment:
        return qtTrId("adm.ceiling.payment");
    case DelegationCeiling::ReadOnly:
        break;
    }
    return qtTrId("adm.ceiling.readonly");
}

QString noteText(const Delegation& delegation, const DateText& dates)
{
    const QString until =
        delegation.answerBy ? dates.longDate(DateText::dayOf(*delegation.answerBy)) : QString();
    if (delegation.state == DelegationState::Proposed && !until.isEmpty()) {
        return qtTrId("adm.note.proposed").arg(until);
    }
    if (delegation.state == DelegationState::ToConfirm && !until.isEmpty()) {
        return withNames(qtTrId("adm.note.toconfirm"), {delegation.delegator, until});
    }
    return delegation.delegator.isEmpty() ? QString()
                                          : withNames(qtTrId("adm.note.by"), {delegation.delegator});
}

QList<DelegationOrder> ordersOf(DelegationState state)
{
    switch (state) {
    case DelegationState::ToConfirm:
        return {DelegationOrder::Confirm, DelegationOrder::LetLapse};
    case DelegationState::Proposed:
        return {DelegationOrder::Revoke};
    case DelegationState::Scheduled:
    case DelegationState::Active:
        return {DelegationOrder::Suspend, DelegationOrder::Revoke};
    case DelegationState::Suspended:
        return {DelegationOrder::Resume, DelegationOrder::Revoke};
    case DelegationState::Declined:
    case DelegationState::Expired:
    case DelegationState::Revoked:
    case DelegationState::Renounced:
    case DelegationState::Lapsed:
        break;
    }
    return {};
}

int rank(const DelegationRow& row)
{
    return row.over ? 2 : row.orders.contains(DelegationOrder::LetLapse) ? 0 : 1;
}

} // namespace

QList<DelegationRow> delegationRows(const DelegationList& list, const CompanyText& company,
                                    const DateText& dates)
{
    // A delegate, who has no function, sees their own line and decides nothing about it.
    const bool director = !isDelegated(company.snapshot().company);
    QList<DelegationRow> rows;
    for (const Delegation& given : list.delegations) {
        const Delegation now = standingAt(given, dates.now());
        DelegationRow row;
        row.delegation = given;
        row.name = now.terms.displayName();
        row.email = now.terms.email;
        row.state = stateBadge(now, dates);
        row.powers = powerBadges(now.terms);
        row.scope = scopeText(now.terms, company);
        row.ceiling = ceilingText(now.terms);
        row.period = qtTrId("adm.period").arg(dates.longDate(now.terms.start), dates.longDate(now.terms.end));
        row.note = noteText(now, dates);
        const QList<DelegationOrder> orders = ordersOf(now.state);
        row.orders = director ? orders : QList<DelegationOrder>();
        if (now.mine) {
            row.orders.removeAll(DelegationOrder::Confirm); // nobody confirms their own
        }
        row.over = orders.isEmpty();
        rows += row;
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& one, const auto& other) { return rank(one) < rank(other); });
    return rows;
}

int waitingForSuccessor(const QList<DelegationRow>& rows)
{
    return static_cast<int>(
        std::count_if(rows.cbegin(), rows.cend(), [](const DelegationRow& row) { return rank(row) == 0; }));
}

} // namespace proconnect::ui
