// SPDX-License-Identifier: MIT
// What the lines and groups of AccountTreeModel say.
#include "ui/models/AccountTreeModel.h"
#include "ui/models/RequestListModel.h"

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

QString AccountTreeModel::groupSubtitle(const Group& group) const
{
    const AccountText words = text();
    const QString separator = QString::fromUtf8(" · ");
    if (group.lines.isEmpty()) {
        return qtTrId("src.never");
    }
    QStringList parts;
    const PortalAccount& first = m_snapshot.accounts.at(group.lines.first());
    if (m_grouping == Grouping::Person) {
        if (first.holderLeftOn) {
            parts += qtTrId("acc.sub.left").arg(m_dates.longDate(*first.holderLeftOn));
        } else if (first.signalList.contains(AccountSignal::GenericAddress)) {
            parts += qtTrId("acc.sub.generic");
        } else if (first.mine) {
            parts += qtTrId("acc.sub.mine");
        }
    }
    parts += qtTrId("acc.sub.count", static_cast<int>(group.lines.size()));
    if (m_grouping == Grouping::Portal) {
        parts += words.source(group.key);
    }
    return parts.join(separator);
}

QVariant AccountTreeModel::groupData(const Group& group, int role) const
{
    const AccountText words = text();
    const bool byPortal = m_grouping == Grouping::Portal;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return group.name;
    case IsGroupRole:
        return true;
    case KeyRole:
        return group.key;
    case SubtitleRole:
        return groupSubtitle(group);
    case AttentionRole:
        return group.attention;
    case PortalRole:
        return byPortal ? group.key : QString();
    case PersonGroupRole:
        return m_grouping == Grouping::Person && !group.lines.isEmpty() &&
               !m_snapshot.accounts.at(group.lines.first())
                    .signalList.contains(AccountSignal::GenericAddress);
    case StaleRole:
        return byPortal && words.stale(group.key);
    case BadgeRole:
        if (m_grouping == Grouping::Person && !group.lines.isEmpty() && m_filter != Filter::Closed &&
            words.holderLeft(m_snapshot.accounts.at(group.lines.first()))) {
            return QVariant::fromValue(BadgeContent{BadgeKind::Error, qtTrId("acc.badge.toclose"), {}});
        }
        return {};
    case Qt::AccessibleTextRole:
        return qtTrId("a11y.group", static_cast<int>(group.lines.size()))
            .arg(group.name, groupSubtitle(group));
    default:
        return {};
    }
}

BadgeContent AccountTreeModel::stateBadge(const PortalAccount& account) const
{
    const auto decision = m_decisions.constFind(account.id);
    if (decision == m_decisions.cend()) {
        return text().state(account);
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

QString AccountTreeModel::cellText(const PortalAccount& account, int column) const
{
    const AccountText words = text();
    const QString portal = words.company().portalName(account.portal);
    switch (column) {
    case WhoColumn:
        return m_grouping == Grouping::Person ? portal
               : m_grouping == Grouping::Portal
                   ? AccountText::holder(account)
                   : AccountText::holder(account) + QString::fromUtf8(" · ") + portal;
    case PossibleColumn:
        return words.possible(account);
    case PlaceColumn:
        return words.places(account);
    case LastUseColumn:
        return words.lastUse(account);
    case StateColumn:
        return stateBadge(account).text;
    default:
        return {};
    }
}

QVariant AccountTreeModel::lineData(const PortalAccount& account, int column, int role) const
{
    const AccountText words = text();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(account, column);
    case IsGroupRole:
        return false;
    case KeyRole:
        return account.id;
    case NameRole:
        return AccountText::holder(account);
    case PortalRole:
        return account.portal;
    case AttentionRole:
        return words.attention(account);
    case BadgeRole:
        return QVariant::fromValue(stateBadge(account));
    case StaleRole:
        return words.stale(account.portal);
    case SourceDateRole:
        return words.stale(account.portal) ? words.sourceDate(account.portal) : QString();
    case Qt::AccessibleTextRole:
        return column == WhoColumn ? words.accessible(account) : cellText(account, column);
    case Qt::AccessibleDescriptionRole:
        return column == WhoColumn ? words.stateReason(account) : QString();
    default:
        return {};
    }
}

} // namespace proconnect::ui
