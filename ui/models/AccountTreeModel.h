// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "ui/models/DecisionTracker.h"
#include "ui/text/AccountText.h"
#include "ui/text/BadgeContent.h"

#include <QAbstractItemModel>
#include <QCollator>
#include <QStringList>

namespace proconnect::ui {

/// Accounts in groups (person, portal or establishment), the groups that need attention first.
/// Texts are made when they are asked for, so that thousands of accounts cost nothing until they are seen.
class AccountTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Grouping { Person, Portal, Establishment };
    enum class Filter { Open, Departures, Shared, Idle, Closed };
    enum Column { WhoColumn, PossibleColumn, PlaceColumn, LastUseColumn, StateColumn, ColumnCount };

    enum Role {
        KeyRole =
            Qt::UserRole + 1, ///< account: its id; group: its key, the same from one snapshot to the next
        IsGroupRole,
        NameRole,        ///< group: the person, the portal or the establishment
        SubtitleRole,    ///< group: "départ le 30 juin 2026 · 1 compte"
        BadgeRole,       ///< BadgeContent
        PortalRole,      ///< account: identifier of its portal; group by portal: the same
        StaleRole,       ///< the source of the line is old
        SourceDateRole,  ///< "au 20 nov.", only when stale
        AttentionRole,   ///< int, higher first
        PersonGroupRole, ///< group: stands for a person with a name
    };

    struct Counts
    {
        int open = 0;
        int departures = 0;
        int shared = 0;
        int idle = 0;
        int closed = 0;
    };

    explicit AccountTreeModel(QObject* parent = nullptr);

    /// Shows `snapshot`; `now` decides what "yesterday" means.
    void setContent(const CompanySnapshot& snapshot, const DecisionTracker::ByTarget& decisions,
                    const DateText& dates);
    void setGrouping(Grouping grouping);
    void setFilter(Filter filter);
    /// Every word must be in the holder, the address, the portal, an establishment or a right.
    void setSearch(const QString& words);

    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    [[nodiscard]] Filter filter() const { return m_filter; }
    /// Accounts per filter, whatever the search.
    [[nodiscard]] const Counts& counts() const { return m_counts; }
    /// Accounts shown now, an account of several establishments counted once.
    [[nodiscard]] int shownCount() const { return m_shown; }

    /// The account of a line; null for a group.
    [[nodiscard]] const PortalAccount* account(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& key) const;
    /// The words of the lines; only after setContent().
    [[nodiscard]] AccountText text() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Sorts the lines inside their groups, on raw values.
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Group
    {
        QString key;
        QString name;
        int attention = 0;
        QList<int> lines; ///< positions in m_snapshot.accounts
    };

    void rebuild();
    void regroup();
    void countAll();
    [[nodiscard]] bool accepted(int account) const;
    [[nodiscard]] bool matches(const PortalAccount& account, Filter filter) const;
    [[nodiscard]] QStringList groupKeys(const PortalAccount& account) const;
    [[nodiscard]] QString groupName(const QString& key, const PortalAccount& account) const;
    void addSilentPortals();
    [[nodiscard]] bool lineBefore(const PortalAccount& a, const PortalAccount& b) const;
    [[nodiscard]] const QString& searchText(int account) const;

    [[nodiscard]] QVariant groupData(const Group& group, int role) const;
    [[nodiscard]] QString groupSubtitle(const Group& group) const;
    [[nodiscard]] QVariant lineData(const PortalAccount& account, int column, int role) const;
    [[nodiscard]] QString cellText(const PortalAccount& account, int column) const;
    [[nodiscard]] BadgeContent stateBadge(const PortalAccount& account) const;

    CompanySnapshot m_snapshot;
    DecisionTracker::ByTarget m_decisions;
    DateText m_dates;
    Grouping m_grouping = Grouping::Person;
    Filter m_filter = Filter::Open;
    QStringList m_search;
    mutable QStringList m_searchTexts;
    QList<Group> m_groups;
    Counts m_counts;
    int m_shown = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QCollator m_collator;
};

} // namespace proconnect::ui

Q_DECLARE_METATYPE(proconnect::ui::BadgeContent)
