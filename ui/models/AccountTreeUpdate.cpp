// SPDX-License-Identifier: MIT
// How AccountTreeModel follows accounts that come, go and change: no line moves that need not.
#include "core/model/ActingRole.h"
#include "ui/models/AccountTreeModel.h"

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr qsizetype settledAtMost = 1000;

/// Puts the loose ones in their places among the others, which are in order.
template <typename Iterator, typename Loose, typename Before>
void settleLoose(Iterator first, Iterator last, const Loose& loose, const Before& before)
{
    const auto firstLoose =
        std::stable_partition(first, last, [&loose](const auto& item) { return !loose(item); });
    std::sort(firstLoose, last, before);
    std::inplace_merge(first, firstLoose, last, before);
}

bool contains(const QList<int>& ascending, int number)
{
    return std::binary_search(ascending.cbegin(), ascending.cend(), number);
}

void remove(QList<int>& ascending, int number)
{
    ascending.erase(std::lower_bound(ascending.cbegin(), ascending.cend(), number));
}

void insert(QList<int>& ascending, int number)
{
    ascending.insert(std::lower_bound(ascending.cbegin(), ascending.cend(), number), number);
}

/// The accounts on which another decision is on its way than before.
QSet<int> decidedOtherwise(const AccountList& accounts, const DecisionTracker::ByTarget& before,
                           const DecisionTracker::ByTarget& after)
{
    QSet<int> found;
    for (int i = 0; i < accounts.size() && before != after; ++i) {
        const auto first = before.constFind(accounts.at(i).id);
        const auto second = after.constFind(accounts.at(i).id);
        const bool same = first == before.cend() || second == after.cend()
                              ? (first == before.cend()) == (second == after.cend())
                              : *first == *second;
        if (!same) {
            found.insert(i);
        }
    }
    return found;
}

} // namespace

bool AccountTreeModel::canFollow(const CompanySnapshot& snapshot) const
{
    const auto silent = [](const CompanySnapshot& company) {
        return std::any_of(company.portals.cbegin(), company.portals.cend(), [&company](const Portal& one) {
            return !CompanyText(company).source(one.id).asOf;
        });
    };
    const Company& before = m_snapshot.company;
    const Company& after = snapshot.company;
    return before.siren == after.siren && before.establishments == after.establishments &&
           before.soleTrader == after.soleTrader && isDelegated(before) == isDelegated(after) &&
           m_snapshot.portals == snapshot.portals && m_snapshot.personLinks == snapshot.personLinks &&
           // A portal that never answered is a group without lines.
           (m_grouping != Grouping::Portal || (!silent(m_snapshot) && !silent(snapshot)));
}

void AccountTreeModel::follow(const CompanySnapshot& snapshot, const DecisionTracker::ByTarget& decisions,
                              const AccountChanges& changes)
{
    const bool sources = snapshot.sources != m_snapshot.sources;
    const bool quiet = changes.isEmpty() && !sources && decisions == m_decisions &&
                       snapshot.setAside == m_snapshot.setAside && snapshot.requests == m_snapshot.requests;
    if (quiet) {
        m_snapshot = snapshot;
        return;
    }
    QSet<int> touched; // groups
    leave(changes, touched);
    QHash<int, QList<int>> groupsBefore;
    for (const int account : changes.fresh) {
        if (const int before = changes.before(account); before >= 0) {
            groupsBefore.insert(account, groupsOf(before));
        }
    }
    QSet<int> other = decidedOtherwise(snapshot.accounts, m_decisions, decisions);
    m_snapshot = snapshot;
    m_decisions = decisions;
    const QList<int> accounts = m_index.follow(text(), changes);
    findPlaces();
    m_ordered = false;
    if (accounts.size() > settledAtMost) {
        rebuild();
        return;
    }
    settle(accounts, groupsBefore, touched);
    if (sources) {
        // Every line may say something else of its source.
        Q_EMIT layoutAboutToBeChanged();
        Q_EMIT layoutChanged();
    }
    other.unite(QSet<int>(accounts.cbegin(), accounts.cend()));
    announce(other);
    Q_EMIT followed();
}

void AccountTreeModel::leave(const AccountChanges& changes, QSet<int>& touched)
{
    for (const int account : changes.gone) {
        if (!contains(m_found, account)) {
            continue;
        }
        for (const int group : groupsOf(account)) {
            removeLine(group, account);
            touched.insert(group);
        }
        remove(m_found, account);
    }
    if (!changes.moved) {
        return;
    }
    QList<int> places(m_snapshot.accounts.size(), -1);
    for (int account = 0; account < changes.from.size(); ++account) {
        if (changes.from.at(account) >= 0) {
            places[changes.from.at(account)] = account;
        }
    }
    for (QList<int>* list : {&m_lines, &m_found}) {
        for (int& account : *list) {
            account = places.at(account);
        }
    }
}

void AccountTreeModel::settle(const QList<int>& accounts, const QHash<int, QList<int>>& groupsBefore,
                              QSet<int>& touched)
{
    numberGroups();
    QList<std::pair<int, int>> arrivals; // group, account
    QHash<int, int> attentionToCome;     // by group
    for (const int account : accounts) {
        const bool shown = contains(m_found, account);
        const bool found = m_index.finds(account, m_filter, m_search);
        const QList<int> now = found ? groupsOf(account) : QList<int>();
        const auto known = groupsBefore.constFind(account);
        const QList<int> before = !shown                         ? QList<int>()
                                  : known == groupsBefore.cend() ? groupsOf(account)
                                                                 : *known;
        for (const int group : before) {
            touched.insert(group);
            if (!now.contains(group)) {
                removeLine(group, account);
            }
        }
        for (const int group : now) {
            if (!before.contains(group)) {
                touched.insert(group);
                arrivals.append({group, account});
                int& attention = attentionToCome[group];
                attention = std::max(attention, m_index.attention(account));
            }
        }
        if (shown != found) {
            found ? insert(m_found, account) : remove(m_found, account);
        }
    }
    rearrange(QSet<int>(accounts.cbegin(), accounts.cend()), touched, attentionToCome);
    for (const auto& [group, account] : arrivals) {
        insertLine(group, account, attentionToCome.value(group));
    }
}

void AccountTreeModel::rearrange(const QSet<int>& accounts, const QSet<int>& touched,
                                 const QHash<int, int>& attentionToCome)
{
    QList<Group> groups = m_groups;
    QList<int> lines = m_lines;
    for (Group& group : groups) {
        if (touched.contains(group.value)) {
            const auto first = lines.begin() + group.first;
            settleLoose(
                first, first + group.count, [&accounts](int account) { return accounts.contains(account); },
                [this](int a, int b) { return lineBefore(a, b); });
            group.attention = attentionToCome.value(group.value);
            for (auto line = first; line != first + group.count; ++line) {
                group.attention = std::max(group.attention, m_index.attention(*line));
            }
        }
    }
    settleLoose(
        groups.begin(), groups.end(),
        [&touched](const Group& group) { return touched.contains(group.value); },
        [this](const Group& a, const Group& b) { return groupBefore(a, b); });
    const bool sameGroups = std::equal(groups.cbegin(), groups.cend(), m_groups.cbegin(), m_groups.cend(),
                                       [](const Group& a, const Group& b) { return a.value == b.value; });
    if (sameGroups && lines == m_lines) {
        m_groups = groups; // with their attention
    } else {
        place(std::move(groups), std::move(lines));
    }
}

void AccountTreeModel::place(QList<Group> groups, QList<int> lines)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList kept = persistentIndexList();
    QList<int> accounts; // of those that are lines, in their order
    for (const QModelIndex& index : kept) {
        accounts += index.parent().isValid() ? accountAt(m_groups.at(index.parent().row()), index.row()) : -1;
    }
    m_groups.swap(groups);
    m_lines.swap(lines);
    QModelIndexList moved;
    numberGroups();
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const QModelIndex& index = kept.at(i);
        if (index.internalId() == 0) {
            // `groups` are those of before.
            moved += createIndex(m_rows.at(groups.at(index.row()).value), index.column(), quintptr(0));
        } else {
            const Group& group = m_groups.at(m_rows.at(static_cast<qsizetype>(index.internalId()) - 1));
            moved += createIndex(lineOf(group, accounts.at(i)), index.column(), index.internalId());
        }
    }
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged();
}

int AccountTreeModel::lineOf(const Group& group, int account) const
{
    const auto first = m_lines.cbegin() + group.first;
    return static_cast<int>(std::find(first, first + group.count, account) - first);
}

void AccountTreeModel::removeLine(int group, int account)
{
    const int row = m_rows.at(group);
    const Group before = m_groups.at(row);
    const int line = lineOf(before, account);
    if (before.count == 1) {
        beginRemoveRows({}, row, row);
        m_groups.removeAt(row);
        numberGroups();
    } else {
        beginRemoveRows(index(row, 0), line, line);
        --m_groups[row].count;
    }
    m_lines.removeAt(before.first + line);
    for (Group& other : m_groups) {
        other.first -= other.first > before.first ? 1 : 0;
    }
    endRemoveRows();
}

void AccountTreeModel::insertLine(int group, int account, int attention)
{
    if (m_rows.at(group) < 0) {
        const Group made{group, attention, static_cast<int>(m_lines.size()), 1};
        m_lines += account;
        const auto place =
            std::upper_bound(m_groups.cbegin(), m_groups.cend(), made,
                             [this](const Group& a, const Group& b) { return groupBefore(a, b); });
        const auto row = static_cast<int>(place - m_groups.cbegin());
        beginInsertRows({}, row, row);
        m_groups.insert(row, made);
        numberGroups();
        endInsertRows();
        return;
    }
    const int row = m_rows.at(group);
    const Group before = m_groups.at(row);
    const auto first = m_lines.cbegin() + before.first;
    const auto place = std::upper_bound(first, first + before.count, account,
                                        [this](int a, int b) { return lineBefore(a, b); });
    const auto line = static_cast<int>(place - first);
    beginInsertRows(index(row, 0), line, line);
    m_lines.insert(before.first + line, account);
    for (Group& other : m_groups) {
        other.first += other.first > before.first ? 1 : 0;
    }
    ++m_groups[row].count;
    endInsertRows();
}

void AccountTreeModel::announce(const QSet<int>& accounts)
{
    for (const int account : accounts) {
        if (!contains(m_found, account)) {
            continue;
        }
        for (const int group : groupsOf(account)) {
            const QModelIndex parent = index(m_rows.at(group), 0);
            const int line = lineOf(m_groups.at(parent.row()), account);
            Q_EMIT dataChanged(index(line, 0, parent), index(line, ColumnCount - 1, parent));
        }
    }
    // What they say together, and who bears the name of somebody else.
    if (!m_groups.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_groups.size()) - 1, ColumnCount - 1));
    }
}

} // namespace proconnect::ui
