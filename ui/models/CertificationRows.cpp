// SPDX-License-Identifier: MIT
#include "ui/models/CertificationRows.h"

#include "ui/models/RequestListModel.h"
#include "ui/text/NamedText.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

enum Order { ToCertify, InProgress, Certified, NoAccount, NotOffered };

struct OrderedRow
{
    Order order = NotOffered;
    CertificationRow row;
};

OrderedRow accountRow(const PortalAccount& account, const Portal& portal, const AccountText& text,
                      const DecisionTracker::ByTarget& decisions)
{
    OrderedRow result;
    CertificationRow& row = result.row;
    row.accountId = account.id;
    row.version = account.version;
    row.portal = portal.id;
    row.name = portal.name;
    row.subtitle = account.email.isEmpty() ? account.portalAccountId : account.email;

    const auto decision = decisions.constFind(account.id);
    if (decision != decisions.cend()) {
        result.order = InProgress;
        row.state = decisionBadge(*decision);
        row.detail = decision->stage == DecisionTracker::Stage::Taken
                         ? withNames(qtTrId("cert.waiting"), {portal.name})
                         : QString();
        return result;
    }
    switch (account.certification) {
    case AccountCertification::Certified:
        result.order = Certified;
        row.state = {BadgeKind::Ok, qtTrId("acc.st.certified"), QStringLiteral("check")};
        row.detail =
            account.certifiedAt
                ? qtTrId("cert.since").arg(text.dates().longDate(DateText::dayOf(*account.certifiedAt)))
                : QString();
        break;
    case AccountCertification::Requested:
        result.order = InProgress;
        row.state = {BadgeKind::Info, qtTrId("cert.requested"), QStringLiteral("deadline")};
        row.detail = withNames(qtTrId("cert.waiting"), {portal.name});
        break;
    case AccountCertification::ToWithdraw:
        result.order = InProgress;
        row.state = {BadgeKind::Warning, qtTrId("acc.st.towithdraw"), QStringLiteral("certify")};
        break;
    case AccountCertification::NotCertified:
        result.order = ToCertify;
        row.certifiable = true;
        row.state = {BadgeKind::Info, qtTrId("acc.st.tocertify"), QStringLiteral("certify")};
        row.detail = account.createdOn ? qtTrId("cert.opened").arg(text.dates().longDate(*account.createdOn))
                                       : QString();
        break;
    case AccountCertification::NotOffered:
        result.order = NotOffered;
        row.state = {BadgeKind::Outline, qtTrId("cert.notoffered.badge"), {}};
        row.detail = qtTrId("cert.notoffered");
        break;
    }
    return result;
}

OrderedRow emptyRow(const Portal& portal, const AccountText& text)
{
    OrderedRow result;
    CertificationRow& row = result.row;
    row.portal = portal.id;
    row.name = portal.name;
    if (!portal.certifies) {
        result.order = NotOffered;
        row.subtitle = qtTrId("cert.notoffered");
        row.state = {BadgeKind::Outline, qtTrId("cert.notoffered.badge"), {}};
        row.detail = qtTrId("cert.nothing");
        return result;
    }
    result.order = NoAccount;
    if (!text.company().source(portal.id).asOf) {
        // The portal never answered: nobody knows whether there is an account.
        row.subtitle = qtTrId("src.never");
        row.state = {BadgeKind::Outline, qtTrId("cert.unknown.badge"), {}};
        return result;
    }
    row.subtitle = qtTrId("cert.none");
    row.state = {BadgeKind::Outline, qtTrId("cert.none.badge"), {}};
    row.detail = qtTrId("cert.none.detail");
    return result;
}

} // namespace

QList<CertificationRow> certificationRows(const AccountText& text, const DecisionTracker::ByTarget& decisions)
{
    QList<OrderedRow> found;
    const CompanySnapshot& snapshot = text.company().snapshot();
    for (const Portal& portal : snapshot.portals) {
        bool any = false;
        for (const PortalAccount& account : snapshot.accounts) {
            if (account.mine && account.portal == portal.id && account.openAccount()) {
                any = true;
                found +=
                    portal.certifies ? accountRow(account, portal, text, decisions) : emptyRow(portal, text);
            }
        }
        if (!any) {
            found += emptyRow(portal, text);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const OrderedRow& a, const OrderedRow& b) { return a.order < b.order; });
    QList<CertificationRow> rows;
    for (const OrderedRow& one : std::as_const(found)) {
        rows += one.row;
    }
    return rows;
}

} // namespace proconnect::ui
