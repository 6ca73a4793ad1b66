// SPDX-License-Identifier: MIT
#include "ui/models/AccountTreeModel.h"

#include "ui/models/RequestListModel.h"
#include "ui/text/Wording.h"

#include <QHash>

#include <algorithm>

namespace proconnect::ui {
namespace {

// Internal id of a group; lines carry the row of their group plus one.
constexpr quintptr groupId = 0;

const QString wholeCompanyKey = QStringLiteral("*");

} // namespace

AccountTreeModel::AccountTreeModel(QObject* parent) : QAbstractItemModel(parent), m_dates(QDateTime())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

AccountText AccountTreeModel::text() const
{
    return {CompanyText(m_snapshot), m_dates};
}

void AccountTreeModel::setContent(const CompanySnapshot& snapshot, const DecisionTracker::ByTarget& decisions,
                                  const DateText& dates)
{
    const bool sameDay = dates.today() == m_dates.today();
    m_dates = dates;
    if (sameDay && decisions == m_decisions && snapshot == m_snapshot) {
        return;
    }
    beginResetModel();
    m_snapshot = snapshot;
    m_decisions = decisions;
    m_searchTexts.clear();
    countAll();
    regroup();
    endResetModel();
}

void AccountTreeModel::setGrouping(Grouping grouping)
{
    if (grouping != m_grouping) {
        m_grouping = grouping;
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
    rebuild();
}

void AccountTreeModel::rebuild()
{
    beginResetModel();
    regroup();
    endResetModel();
}

void AccountTreeModel::countAll()
{
    m_counts = {};
    for (const PortalAccount& account : std::as_const(m_snapshot.accounts)) {
        m_counts.open += matches(account, Filter::Open) ? 1 : 0;
        m_counts.departures += matches(account, Filter::Departures) ? 1 : 0;
        m_counts.shared += matches(account, Filter::Shared) ? 1 : 0;
        m_counts.idle += matches(account, Filter::Idle) ? 1 : 0;
        m_counts.closed += matches(account, Filter::Closed) ? 1 : 0;
    }
}

bool AccountTreeModel::matches(const PortalAccount& account, Filter filter) const
{
    const bool open = account.openAccount();
    switch (filter) {
    case Filter::Open:
        return open;
    case Filter::Departures:
        return open && account.holderLeftOn && *account.holderLeftOn <= m_dates.today();
    case Filter::Shared:
        return open && account.shared();
    case Filter::Idle:
        return open && account.signalList.contains(AccountSignal::Idle);
    case Filter::Closed:
        return !open;
    }
    return false;
}

const QString& AccountTreeModel::searchText(int account) const
{
    if (m_searchTexts.isEmpty()) {
        const AccountText words = text();
        m_searchTexts.reserve(m_snapshot.accounts.size());
        for (const PortalAccount& one : m_snapshot.accounts) {
            m_searchTexts += foldedForSearch(one.holderName + u' ' + one.email + u' ' +
                                             words.company().portalName(one.portal) + u' ' +
                                             words.places(one) + u' ' + words.possible(one));
        }
    }
    return m_searchTexts.at(account);
}

bool AccountTreeModel::accepted(int account) const
{
    if (!matches(m_snapshot.accounts.at(account), m_filter)) {
        return false;
    }
    return std::all_of(m_search.cbegin(), m_search.cend(),
                       [&](const QString& word) { return searchText(account).contains(word); });
}

QStringList AccountTreeModel::groupKeys(const PortalAccount& account) const
{
    switch (m_grouping) {
    case Grouping::Person:
        return {account.holderName.isEmpty() ? account.email.toLower() : account.holderName};
    case Grouping::Portal:
        return {account.portal};
    case Grouping::Establishment:
        break;
    }
    return CompanyText(m_snapshot).wholeCompany(account.sirets) ? QStringList{wholeCompanyKey}
                                                                : account.sirets;
}

QString AccountTreeModel::groupName(const QString& key, const PortalAccount& account) const
{
    const CompanyText company(m_snapshot);
    switch (m_grouping) {
    case Grouping::Person:
        return AccountText::holder(account);
    case Grouping::Portal:
        return company.portalName(key);
    case Grouping::Establishment:
        break;
    }
    return key == wholeCompanyKey ? company.establishments({}) : company.establishmentName(key);
}

void AccountTreeModel::regroup()
{
    const AccountText words = text();
    m_groups.clear();
    m_shown = 0;
    QHash<QString, qsizetype> positions;
    for (int i = 0; i < m_snapshot.accounts.size(); ++i) {
        if (!accepted(i)) {
            continue;
        }
        ++m_shown;
        const PortalAccount& account = m_snapshot.accounts.at(i);
        const QStringList keys = groupKeys(account);
        for (const QString& key : keys) {
            auto position = positions.constFind(key);
            if (position == positions.cend()) {
                position = positions.insert(key, m_groups.size());
                m_groups += {key, groupName(key, account), 0, {}};
            }
            Group& group = m_groups[*position];
            group.lines += i;
            group.attention = std::max(group.attention, words.attention(account));
        }
    }
    addSilentPortals();
    for (Group& group : m_groups) {
        std::stable_sort(group.lines.begin(), group.lines.end(), [this](int a, int b) {
            return lineBefore(m_snapshot.accounts.at(a), m_snapshot.accounts.at(b));
        });
    }
    std::stable_sort(m_groups.begin(), m_groups.end(), [this](const Group& a, const Group& b) {
        return a.attention != b.attention ? a.attention > b.attention
                                          : m_collator.compare(a.name, b.name) < 0;
    });
}

void AccountTreeModel::addSilentPortals()
{
    // A portal that never answered is shown as such: no data is not "no account".
    if (m_grouping != Grouping::Portal || m_filter != Filter::Open || !m_search.isEmpty()) {
        return;
    }
    const CompanyText company(m_snapshot);
    for (const Portal& portal : std::as_const(m_snapshot.portals)) {
        const bool silent = !company.source(portal.id).asOf;
        const bool shown = std::any_of(m_groups.cbegin(), m_groups.cend(),
                                       [&portal](const Group& group) { return group.key == portal.id; });
        if (silent && !shown) {
            m_groups += {portal.id, portal.name, 0, {}};
        }
    }
}

bool AccountTreeModel::lineBefore(const PortalAccount& a, const PortalAccount& b) const
{
    const AccountText words = text();
    const auto names = [&](const PortalAccount& first, const PortalAccount& second) {
        const bool byPortal = m_grouping == Grouping::Person;
        return byPortal ? m_collator.compare(words.company().portalName(first.portal),
                                             words.company().portalName(second.portal))
                        : m_collator.compare(AccountText::holder(first), AccountText::holder(second));
    };
    int order = 0;
    switch (m_sortColumn) {
    case WhoColumn:
        order = names(a, b);
        break;
    case PossibleColumn:
        order = m_collator.compare(words.possible(a), words.possible(b));
        break;
    case PlaceColumn:
        order = m_collator.compare(words.places(a), words.places(b));
        break;
    case LastUseColumn:
        order = a.lastUsedAt < b.lastUsedAt ? -1 : (b.lastUsedAt < a.lastUsedAt ? 1 : 0);
        break;
    case StateColumn:
        order = words.attention(b) - words.attention(a);
        break;
    default:
        order = words.attention(b) - words.attention(a);
        return order != 0 ? order < 0 : names(a, b) < 0;
    }
    return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
}

const PortalAccount* AccountTreeModel::account(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == groupId) {
        return nullptr;
    }
    const Group& group = m_groups.at(static_cast<qsizetype>(index.internalId()) - 1);
    return &m_snapshot.accounts.at(group.lines.at(index.row()));
}

QModelIndex AccountTreeModel::indexOf(const QString& key) const
{
    for (int g = 0; g < m_groups.size(); ++g) {
        const Group& group = m_groups.at(g);
        if (group.key == key) {
            return index(g, 0);
        }
        for (int line = 0; line < group.lines.size(); ++line) {
            if (m_snapshot.accounts.at(group.lines.at(line)).id == key) {
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
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupId);
}

QModelIndex AccountTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == groupId) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupId);
}

int AccountTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    const bool group = parent.internalId() == groupId && parent.column() == 0;
    return group ? static_cast<int>(m_groups.at(parent.row()).lines.size()) : 0;
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
    if (const PortalAccount* line = account(index)) {
        return lineData(*line, index.column(), role);
    }
    return index.column() == 0 || role == IsGroupRole ? groupData(m_groups.at(index.row()), role)
                                                      : QVariant();
}

} // namespace proconnect::ui
