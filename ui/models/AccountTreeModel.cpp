// SPDX-License-Identifier: MIT
#include "ui/models/AccountTreeModel.h"

#include "ui/text/Wording.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace proconnect::ui {
namespace {

// Internal id of a group; lines carry the value of their group plus one.
constexpr quintptr groupId = 0;
// More is made anew sooner than followed.
constexpr qsizetype followedAtMost = 1000;

} // namespace

AccountTreeModel::AccountTreeModel(QObject* parent) : QAbstractItemModel(parent), m_dates(QDateTime()) {}

AccountText AccountTreeModel::text() const
{
    return {CompanyText(m_snapshot), m_dates};
}

void AccountTreeModel::setContent(const CompanySnapshot& snapshot, const DecisionTracker::ByTarget& decisions,
                                  const DateText& dates)
{
    const bool sameDay = dates.today() == m_dates.today();
    m_dates = dates;
    if (sameDay && canFollow(snapshot)) {
        const auto changes = changesBetween(m_snapshot.accounts, snapshot.accounts, followedAtMost);
        if (changes) {
            follow(snapshot, decisions, *changes);
            return;
        }
    }
    beginResetModel();
    m_snapshot = snapshot;
    m_decisions = decisions;
    m_index.build(text());
    m_places.clear();
    findPlaces();
    m_ordered = false;
    regroup();
    endResetModel();
}

void AccountTreeModel::setGrouping(Grouping grouping)
{
    if (grouping != m_grouping) {
        m_grouping = grouping;
        m_ordered = false;
        rebuild();
    }
}

void AccountTreeModel::setFilter(Filter filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        rebuild();
    }
}

void AccountTreeModel::setSearch(const QString& words)
{
    const QStringList folded = foldedForSearch(words).split(u' ', Qt::SkipEmptyParts);
    if (folded != m_search) {
        m_search = folded;
        rebuild();
    }
}

void AccountTreeModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_ordered = false;
    rebuild();
}

void AccountTreeModel::rebuild()
{
    beginResetModel();
    regroup();
    endResetModel();
}

qint64 AccountTreeModel::sortKey(int account) const
{
    const auto rankOf = [this, account](AccountIndex::Field field) -> qint64 {
        return m_index.rank(field, m_index.value(field, account));
    };
    const qint64 name = rankOf(m_grouping == Grouping::Person ? AccountIndex::Portal : AccountIndex::Person);
    const auto key = [&]() -> qint64 {
        switch (m_sortColumn) {
        case PossibleColumn:
            return rankOf(AccountIndex::Possible);
        case PlaceColumn:
            return rankOf(AccountIndex::Places);
        case StateColumn:
            return -m_index.attention(account);
        case LastUseColumn:
            // Where nobody says: before all others.
            return m_snapshot.accounts.at(account).lastUsedAt
                       ? m_snapshot.accounts.at(account).lastUsedAt->toMSecsSinceEpoch()
                       : -std::numeric_limits<qint64>::max();
        default:
            return name;
        }
    };
    if (m_sortColumn >= 0 && m_sortColumn < ColumnCount) {
        return m_sortOrder == Qt::AscendingOrder ? key() : -key();
    }
    // Without a chosen column: what needs attention, then by name.
    constexpr qint64 above = Q_INT64_C(1) << 32;
    return name - above * m_index.attention(account);
}

bool AccountTreeModel::lineBefore(int account, int other) const
{
    return std::pair(sortKey(account), account) < std::pair(sortKey(other), other);
}

void AccountTreeModel::order()
{
    std::vector<std::pair<qint64, int>> keyed;
    keyed.reserve(static_cast<std::size_t>(m_snapshot.accounts.size()));
    for (int account = 0; account < m_snapshot.accounts.size(); ++account) {
        keyed.emplace_back(sortKey(account), account);
    }
    std::sort(keyed.begin(), keyed.end());
    m_order.clear();
    m_order.reserve(m_snapshot.accounts.size());
    for (const auto& [key, account] : keyed) {
        m_order += account;
    }
    m_ordered = true;
}

int AccountTreeModel::groupValueCount() const
{
    switch (m_grouping) {
    case Grouping::Person:
        return m_index.valueCount(AccountIndex::Person);
    case Grouping::Portal:
        return m_index.valueCount(AccountIndex::Portal);
    case Grouping::Establishment:
        break;
    }
    return static_cast<int>(m_snapshot.company.establishments.size()) + 2;
}

void AccountTreeModel::findPlaces()
{
    // Once for each list of places; groups beyond the establishments: the whole company, and what no register
    // knows.
    const auto& places = m_snapshot.company.establishments;
    const CompanyText company(m_snapshot);
    const qsizetype known = m_places.size();
    m_places.resize(m_index.valueCount(AccountIndex::Places));
    for (int account = 0; account < m_snapshot.accounts.size() && known < m_places.size(); ++account) {
        QList<int>& found = m_places[m_index.value(AccountIndex::Places, account)];
        const QStringList& sirets = m_snapshot.accounts.at(account).sirets;
        if (!found.isEmpty()) {
            continue;
        }
        if (company.wholeCompany(sirets)) {
            found += static_cast<int>(places.size());
            continue;
        }
        for (int i = 0; i < places.size(); ++i) {
            if (sirets.contains(places.at(i).siret)) {
                found += i;
            }
        }
        if (found.size() < sirets.size()) {
            found += static_cast<int>(places.size()) + 1;
        }
    }
}

QList<int> AccountTreeModel::groupsOf(int account) const
{
    switch (m_grouping) {
    case Grouping::Person:
        return {m_index.value(AccountIndex::Person, account)};
    case Grouping::Portal:
        return {m_index.value(AccountIndex::Portal, account)};
    case Grouping::Establishment:
        break;
    }
    return m_places.at(m_index.value(AccountIndex::Places, account));
}

void AccountTreeModel::regroup()
{
    if (!m_ordered) {
        order();
    }
    m_found = m_index.find(m_filter, m_search);
    QList<bool> shown(m_snapshot.accounts.size());
    for (const int account : std::as_const(m_found)) {
        shown[account] = true;
    }
    const int values = groupValueCount();
    m_groups.clear();
    m_groups.resize(values);
    const auto each = [&](const auto& visit) {
        for (const int account : std::as_const(m_order)) {
            if (!shown.at(account)) {
                continue;
            }
            if (m_grouping == Grouping::Establishment) {
                for (const int place : m_places.at(m_index.value(AccountIndex::Places, account))) {
                    visit(account, m_groups[place]);
                }
            } else {
                const auto field =
                    m_grouping == Grouping::Person ? AccountIndex::Person : AccountIndex::Portal;
                visit(account, m_groups[m_index.value(field, account)]);
            }
        }
    };
    each([this](int account, Group& group) {
        ++group.count;
        group.attention = std::max(group.attention, m_index.attention(account));
    });
    int next = 0;
    for (int value = 0; value < values; ++value) {
        m_groups[value].value = value;
        m_groups[value].first = next;
        next += std::exchange(m_groups[value].count, 0);
    }
    m_lines.resize(next);
    each([this](int account, Group& group) { m_lines[group.first + group.count++] = account; });
    m_groups.removeIf([](const Group& group) { return group.count == 0; });
    addSilentPortals();
    sortGroups();
}

void AccountTreeModel::addSilentPortals()
{
    // A portal that never answered is shown as such: no data is not "no account".
    if (m_grouping != Grouping::Portal || m_filter != Filter::Open || !m_search.isEmpty()) {
        return;
    }
    const CompanyText company(m_snapshot);
    for (int i = 0; i < m_snapshot.portals.size(); ++i) {
        const Portal& portal = m_snapshot.portals.at(i);
        const bool silent = !company.source(portal.id).asOf;
        const bool shown = std::any_of(m_groups.cbegin(), m_groups.cend(),
                                       [&](const Group& group) { return groupKey(group) == portal.id; });
        if (silent && !shown) {
            Group group;
            group.value = -1 - i;
            m_groups += group;
        }
    }
}

bool AccountTreeModel::groupBefore(const Group& a, const Group& b) const
{
    if (a.attention != b.attention) {
        return a.attention > b.attention;
    }
    if (m_grouping == Grouping::Person) {
        return m_index.personBefore(a.value, b.value);
    }
    const int names = groupName(a).localeAwareCompare(groupName(b));
    return names != 0 ? names < 0 : groupKey(a) < groupKey(b);
}

void AccountTreeModel::sortGroups()
{
    std::sort(m_groups.begin(), m_groups.end(),
              [this](const Group& a, const Group& b) { return groupBefore(a, b); });
    numberGroups();
}

void AccountTreeModel::numberGroups()
{
    m_rows.fill(-1, groupValueCount());
    for (int row = 0; row < m_groups.size(); ++row) {
        if (m_groups.at(row).value >= 0) {
            m_rows[m_groups.at(row).value] = row;
        }
    }
}

QList<int> AccountTreeModel::shown() const
{
    QList<int> accounts;
    QList<bool> told(m_snapshot.accounts.size());
    for (const Group& group : m_groups) {
        for (int line = 0; line < group.count; ++line) {
            const int account = accountAt(group, line);
            if (!std::exchange(told[account], true)) {
                accounts += account;
            }
        }
    }
    return accounts;
}

const PortalAccount* AccountTreeModel::account(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == groupId) {
        return nullptr;
    }
    const Group& group = m_groups.at(index.parent().row());
    return &m_snapshot.accounts.at(accountAt(group, index.row()));
}

QModelIndex AccountTreeModel::groupOf(const QString& key) const
{
    const auto found = std::find_if(m_groups.cbegin(), m_groups.cend(),
                                    [&](const Group& group) { return groupKey(group) == key; });
    return found == m_groups.cend() ? QModelIndex()
                                    : index(static_cast<int>(std::distance(m_groups.cbegin(), found)), 0);
}

QModelIndex AccountTreeModel::indexOf(const QString& key) const
{
    if (const QModelIndex group = groupOf(key); group.isValid()) {
        return group;
    }
    for (int g = 0; g < m_groups.size(); ++g) {
        const Group& group = m_groups.at(g);
        for (int line = 0; line < group.count; ++line) {
            if (m_snapshot.accounts.at(accountAt(group, line)).id == key) {
                return index(line, 0, index(g, 0));
            }
        }
    }
    return {};
}

QModelIndex AccountTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(
        row, column, parent.isValid() ? static_cast<quintptr>(m_groups.at(parent.row()).value) + 1 : groupId);
}

QModelIndex AccountTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == groupId) {
        return {};
    }
    return createIndex(m_rows.at(static_cast<qsizetype>(child.internalId()) - 1), 0, groupId);
}

int AccountTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    const bool group = parent.internalId() == groupId && parent.column() == 0;
    return group ? static_cast<int>(m_groups.at(parent.row()).count) : 0;
}

int AccountTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant AccountTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() != groupId) {
        const Group& group = m_groups.at(index.parent().row());
        return lineData(accountAt(group, index.row()), index.column(), role);
    }
    return index.column() == 0 || role == IsGroupRole ? groupData(m_groups.at(index.row()), role)
                                                      : QVariant();
}

} // namespace proconnect::ui
