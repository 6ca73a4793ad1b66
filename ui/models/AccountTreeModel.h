// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "ui/models/AccountIndex.h"
#include "ui/models/DecisionTracker.h"
#include "ui/text/BadgeContent.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QStringList>

namespace proconnect::ui {

/// Accounts in groups (person, portal or establishment), the groups that need attention first.
/// Texts are made when they are asked for; what is found, and in which order, is a few small numbers for each
/// account, so that a hundred thousand of them follow every key.
class AccountTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Grouping { Person, Portal, Establishment };
    using Filter = AccountFilter;
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
        NamesakesRole,   ///< group by person: how many others bear the name under another address
    };

    explicit AccountTreeModel(QObject* parent = nullptr);

    /// Shows `snapshot`; `dates` decides what "yesterday" means. Where a thousand accounts at most are others
    /// than before, or said to be something else, only their lines come, go and move: what is selected,
    /// open and in sight stays so.
    void setContent(const CompanySnapshot& snapshot, const DecisionTracker::ByTarget& decisions,
                    const DateText& dates);
    void setGrouping(Grouping grouping);
    void setFilter(Filter filter);
    /// Every word must be in the holder, the address, the portal, an establishment or a right.
    void setSearch(const QString& words);

    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    [[nodiscard]] Filter filter() const { return m_filter; }
    /// Accounts per filter, whatever the search.
    [[nodiscard]] int count(Filter filter) const
    {
        return m_index.counts().at(static_cast<std::size_t>(filter));
    }
    /// What is known of each account, and of those who hold them.
    [[nodiscard]] const AccountIndex& known() const { return m_index; }
    /// The accounts that pass filter and search, as the snapshot has them.
    [[nodiscard]] const QList<int>& found() const { return m_found; }
    [[nodiscard]] BadgeContent badge(int account) const { return stateBadge(account); }
    /// The accounts shown now, in the order of the lines, each once: positions in the snapshot.
    [[nodiscard]] QList<int> shown() const;
    [[nodiscard]] const CompanySnapshot& snapshot() const { return m_snapshot; }
    /// Accounts shown now, an account of several establishments counted once.
    [[nodiscard]] int shownCount() const { return static_cast<int>(m_found.size()); }

    /// The account of a line; null for a group.
    [[nodiscard]] const PortalAccount* account(const QModelIndex& index) const;
    /// The line of an account's id, or the group of a key; not valid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString& key) const;
    [[nodiscard]] QModelIndex groupOf(const QString& key) const;
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

Q_SIGNALS:
    /// Other accounts may be shown, or others things of them; without a reset.
    void followed();

private:
    struct Group
    {
        /// The person, the portal, or the establishment in the company's list and two more. Of a portal that
        /// never answered, its place in the company's, counted from -1 down.
        int value = 0;
        int attention = 0;
        int first = 0; ///< its lines, in m_lines
        int count = 0;
    };

    void findPlaces();
    void rebuild();
    void regroup();
    void order();
    void sortGroups();
    void addSilentPortals();
    [[nodiscard]] int groupValueCount() const;
    void numberGroups();
    [[nodiscard]] bool groupBefore(const Group& a, const Group& b) const;
    [[nodiscard]] bool lineBefore(int account, int other) const;
    /// What the chosen column sorts by, the smaller first.
    [[nodiscard]] qint64 sortKey(int account) const;
    /// The groups in which an account is when it is shown.
    [[nodiscard]] QList<int> groupsOf(int account) const;

    // How other accounts become lines without a reset: AccountTreeUpdate.cpp.
    [[nodiscard]] bool canFollow(const CompanySnapshot& snapshot) const;
    void follow(const CompanySnapshot& snapshot, const DecisionTracker::ByTarget& decisions,
                const AccountChanges& changes);
    void leave(const AccountChanges& changes, QSet<int>& touched);
    void settle(const QList<int>& accounts, const QHash<int, QList<int>>& groupsBefore, QSet<int>& touched);
    void rearrange(const QSet<int>& accounts, const QSet<int>& touched,
                   const QHash<int, int>& attentionToCome);
    void place(QList<Group> groups, QList<int> lines);
    void removeLine(int group, int account);
    void insertLine(int group, int account, int attention);
    void announce(const QSet<int>& accounts);
    [[nodiscard]] int lineOf(const Group& group, int account) const;
    [[nodiscard]] int accountAt(const Group& group, int line) const { return m_lines.at(group.first + line); }

    [[nodiscard]] QVariant groupData(const Group& group, int role) const;
    [[nodiscard]] QString groupKey(const Group& group) const;
    [[nodiscard]] QString groupName(const Group& group) const;
    [[nodiscard]] QString groupSubtitle(const Group& group) const;
    [[nodiscard]] QVariant lineData(int account, int column, int role) const;
    [[nodiscard]] QString cellText(int account, int column) const;
    [[nodiscard]] QString findingFacts(int account) const;
    [[nodiscard]] BadgeContent stateBadge(int account) const;

    CompanySnapshot m_snapshot;
    DecisionTracker::ByTarget m_decisions;
    DateText m_dates;
    Grouping m_grouping = Grouping::Person;
    Filter m_filter = Filter::Open;
    QStringList m_search;
    AccountIndex m_index;
    QList<QList<int>> m_places; ///< groups by establishment of each list of places
    QList<int> m_order;         ///< all accounts as the chosen column sorts them
    QList<int> m_found;
    QList<int> m_lines;
    QList<Group> m_groups;
    QList<int> m_rows;      ///< of each group, by value; -1 where it is not shown
    bool m_ordered = false; ///< m_order is
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace proconnect::ui

Q_DECLARE_METATYPE(proconnect::ui::BadgeContent)
