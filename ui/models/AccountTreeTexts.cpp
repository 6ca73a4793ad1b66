// SPDX-License-Identifier: MIT
// What the lines and groups of AccountTreeModel say.
#include "ui/models/AccountTreeModel.h"
#include "ui/models/RequestListModel.h"
#include "ui/text/FindingText.h"
#include "ui/text/PlainToolTip.h"

#include <QCoreApplication>

namespace proconnect::ui {
QVariant AccountTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case WhoColumn:
        return m_grouping == Grouping::Person   ? qtTrId("acc.group.portal")
               : m_grouping == Grouping::Portal ? qtTrId("acc.group.person")
                                                : qtTrId("acc.col.who");
    case PossibleColumn:
        return qtTrId("acc.col.what");
    case PlaceColumn:
        return qtTrId("acc.group.site");
    case LastUseColumn:
        return qtTrId("acc.col.last");
    case StateColumn:
        return qtTrId("acc.col.state");
    default:
        return {};
    }
}

QString AccountTreeModel::groupKey(const Group& group) const
{
    if (group.value < 0) {
        return m_snapshot.portals.at(-1 - group.value).id;
    }
    switch (m_grouping) {
    case Grouping::Person:
        return m_index.personKey(group.value);
    case Grouping::Portal:
        return m_snapshot.accounts.at(accountAt(group, 0)).portal;
    case Grouping::Establishment:
        break;
    }
    const auto& places = m_snapshot.company.establishments;
    return group.value < places.size()    ? places.at(group.value).siret
           : group.value == places.size() ? QStringLiteral("*")
                                          : QStringLiteral("?");
}

QString AccountTreeModel::groupName(const Group& group) const
{
    const CompanyText company(m_snapshot);
    switch (m_grouping) {
    case Grouping::Person:
        return m_index.text(AccountIndex::Person, group.value);
    case Grouping::Portal:
        return company.portalName(groupKey(group));
    case Grouping::Establishment:
        break;
    }
    const auto known = m_snapshot.company.establishments.size();
    return group.value < known    ? company.establishmentName(groupKey(group))
           : group.value == known ? company.establishments({})
                                  : qtTrId("acc.site.unknown");
}

QString AccountTreeModel::groupSubtitle(const Group& group) const
{
    const AccountText words = text();
    const QString separator = QString::fromUtf8(" · ");
    if (group.count == 0) {
        return qtTrId("src.never");
    }
    QStringList parts;
    const PortalAccount& first = m_snapshot.accounts.at(accountAt(group, 0));
    if (m_grouping == Grouping::Person) {
        // Two of one name are told apart by their addresses.
        if (m_index.ambiguous(group.value)) {
            parts += first.email;
        }
        if (first.holderLeftOn) {
            parts += qtTrId(*first.holderLeftOn < m_dates.today() ? "acc.sub.left" : "acc.sub.leaving")
                         .arg(m_dates.longDate(*first.holderLeftOn));
        } else if (first.signalList.contains(AccountSignal::GenericAddress)) {
            parts += qtTrId("acc.sub.generic");
        } else if (first.mine) {
            parts += qtTrId("acc.sub.mine");
        }
    }
    parts += qtTrId("acc.sub.count", static_cast<int>(group.count));
    if (m_grouping == Grouping::Portal) {
        parts += words.source(groupKey(group));
    }
    return parts.join(separator);
}

QVariant AccountTreeModel::groupData(const Group& group, int role) const
{
    const bool byPortal = m_grouping == Grouping::Portal;
    const bool byPerson = m_grouping == Grouping::Person && group.count > 0;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return groupName(group);
    case IsGroupRole:
        return true;
    case KeyRole:
        return groupKey(group);
    case SubtitleRole:
        return groupSubtitle(group);
    case AttentionRole:
        return group.attention;
    case PortalRole:
        return byPortal ? groupKey(group) : QString();
    case PersonGroupRole:
        return byPerson && !m_snapshot.accounts.at(accountAt(group, 0))
                                .signalList.contains(AccountSignal::GenericAddress);
    case NamesakesRole:
        return byPerson ? static_cast<int>(m_index.namesakes(group.value).size()) : 0;
    case StaleRole:
        return byPortal && text().stale(groupKey(group));
    case BadgeRole:
        if (byPerson && m_index.findings(accountAt(group, 0)).contains(FindingKind::HolderLeft)) {
            return QVariant::fromValue(BadgeContent{BadgeKind::Error, qtTrId("acc.badge.toclose"), {}});
        }
        if (byPerson && !m_index.namesakes(group.value).isEmpty()) {
            return QVariant::fromValue(BadgeContent{BadgeKind::Info, qtTrId("acc.badge.same"), {}});
        }
        return {};
    case Qt::AccessibleTextRole:
        return qtTrId("a11y.group", static_cast<int>(group.count))
            .arg(groupName(group), groupSubtitle(group));
    default:
        return {};
    }
}

BadgeContent AccountTreeModel::stateBadge(int account) const
{
    const PortalAccount& one = m_snapshot.accounts.at(account);
    const auto decision = m_decisions.constFind(one.id);
    if (decision == m_decisions.cend()) {
        return AccountText::state(one, m_index.findings(account));
    }
    if (decision->decision.kind == DecisionKind::CloseAccount) {
        if (decision->stage == DecisionTracker::Stage::Undoable) {
            return {BadgeKind::Neutral, qtTrId("acc.st.closesoon"), QStringLiteral("deadline")};
        }
        if (decision->stage == DecisionTracker::Stage::Taken) {
            return {BadgeKind::Info, qtTrId("acc.st.closing"), QStringLiteral("deadline")};
        }
    }
    return decisionBadge(*decision);
}

QString AccountTreeModel::findingFacts(int account) const
{
    QStringList names;
    for (const FindingKind kind : m_index.findings(account).kinds()) {
        names += FindingText::badge(kind).text;
    }
    return names.join(QString::fromUtf8(" · "));
}

QString AccountTreeModel::cellText(int account, int column) const
{
    const AccountText words = text();
    const PortalAccount& one = m_snapshot.accounts.at(account);
    const QString portal = words.company().portalName(one.portal);
    switch (column) {
    case WhoColumn:
        return m_grouping == Grouping::Person ? portal
               : m_grouping == Grouping::Portal
                   ? AccountText::holder(one)
                   : AccountText::holder(one) + QString::fromUtf8(" · ") + portal;
    case PossibleColumn:
        return words.possible(one);
    case PlaceColumn:
        return words.places(one);
    case LastUseColumn:
        return words.lastUse(one);
    case StateColumn:
        return stateBadge(account).text;
    default:
        return {};
    }
}

QVariant AccountTreeModel::lineData(int account, int column, int role) const
{
    const AccountText words = text();
    const PortalAccount& one = m_snapshot.accounts.at(account);
    switch (role) {
    case Qt::ToolTipRole:
        return plainToolTip(column == StateColumn && !m_index.findings(account).isEmpty()
                                ? findingFacts(account)
                                : cellText(account, column));
    case Qt::DisplayRole:
        return cellText(account, column);
    case IsGroupRole:
        return false;
    case KeyRole:
        return one.id;
    case NameRole:
        return AccountText::holder(one);
    case PortalRole:
        return one.portal;
    case AttentionRole:
        return m_index.attention(account);
    case BadgeRole:
        return QVariant::fromValue(stateBadge(account));
    case StaleRole:
        return words.stale(one.portal);
    case SourceDateRole:
        return words.stale(one.portal) ? words.sourceDate(one.portal) : QString();
    case Qt::AccessibleTextRole:
        return column == WhoColumn ? words.accessible(one, m_index.findings(account))
                                   : cellText(account, column);
    case Qt::AccessibleDescriptionRole: {
        const QString reason = words.stateReason(one);
        return column != WhoColumn ? QString() : reason.isEmpty() ? findingFacts(account) : reason;
    }
    default:
        return {};
    }
}

} // namespace proconnect::ui
