// SPDX-License-Identifier: MIT
#include "ui/models/AccountMatrixModel.h"

#include "core/findings/AccountFacts.h"
#include "ui/text/PlainToolTip.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {

AccountMatrixModel::AccountMatrixModel(const AccountTreeModel& accounts, QObject* parent)
    : QAbstractTableModel(parent), m_accounts(accounts)
{
    const auto follow = [this] {
        if (m_active) {
            rebuild();
        }
    };
    connect(&accounts, &QAbstractItemModel::modelReset, this, follow);
    connect(&accounts, &AccountTreeModel::followed, this, follow);
}

void AccountMatrixModel::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        rebuild();
    }
}

void AccountMatrixModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_cells.clear();
    m_requested.clear();
    if (m_active) {
        fill();
    }
    endResetModel();
}

void AccountMatrixModel::fill()
{
    const AccountIndex& known = m_accounts.known();
    const CompanySnapshot& company = m_accounts.snapshot();
    QHash<QString, int> columns;
    for (int i = 0; i < company.portals.size(); ++i) {
        columns.insert(company.portals.at(i).id, i);
    }
    m_lineOf = QList<int>(known.valueCount(AccountIndex::Person), -1);
    for (const int account : m_accounts.found()) {
        int& line = m_lineOf[known.value(AccountIndex::Person, account)];
        if (line < 0) {
            line = static_cast<int>(m_rows.size());
            const int person = known.value(AccountIndex::Person, account);
            m_rows += {person, 0, 0, account, known.personKey(person)};
        }
        m_rows[line].attention = std::max(m_rows.at(line).attention, known.attention(account));
        ++m_rows[line].count;
    }
    std::sort(m_rows.begin(), m_rows.end(), [&known](const Row& a, const Row& b) {
        return a.attention != b.attention ? a.attention > b.attention
                                          : known.personBefore(a.person, b.person);
    });
    for (int line = 0; line < m_rows.size(); ++line) {
        m_lineOf[m_rows.at(line).person] = line;
    }
    m_cells.resize(m_rows.size() * company.portals.size());
    for (const int account : m_accounts.found()) {
        const auto column = columns.constFind(company.accounts.at(account).portal);
        if (column != columns.cend()) {
            const int line = m_lineOf.at(known.value(AccountIndex::Person, account));
            m_cells[line * company.portals.size() + *column] += account;
        }
    }
    findRequests();
}

void AccountMatrixModel::findRequests()
{
    const CompanySnapshot& company = m_accounts.snapshot();
    QHash<QString, int> people; // by address
    for (const AccessRequest& request : company.requests) {
        if (request.open()) {
            people.insert(AccountFacts::foldedAddress(request.email), -1);
        }
    }
    for (qsizetype i = 0; i < company.accounts.size() && !people.isEmpty(); ++i) {
        const auto found = people.find(AccountFacts::foldedAddress(company.accounts.at(i).email));
        if (found != people.end()) {
            *found = m_accounts.known().value(AccountIndex::Person, i);
        }
    }
    for (const AccessRequest& request : company.requests) {
        const int person = people.value(AccountFacts::foldedAddress(request.email), -1);
        for (int column = 0; request.open() && person >= 0 && column < company.portals.size(); ++column) {
            if (company.portals.at(column).id == request.portal) {
                m_requested.insert({person, column}, true);
            }
        }
    }
}

int AccountMatrixModel::lineOf(const QString& key) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const Row& row) { return row.key == key; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int AccountMatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccountMatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.snapshot().portals.size());
}

QList<int> AccountMatrixModel::accountsIn(const QModelIndex& cell) const
{
    QList<int> accounts = m_cells.at(cell.row() * columnCount() + cell.column());
    std::stable_sort(accounts.begin(), accounts.end(), [this](int a, int b) {
        return m_accounts.known().attention(a) > m_accounts.known().attention(b);
    });
    return accounts;
}

BadgeContent AccountMatrixModel::chip(const QModelIndex& cell) const
{
    const QList<int> accounts = accountsIn(cell);
    if (accounts.isEmpty()) {
        return m_requested.contains({m_rows.at(cell.row()).person, cell.column()})
                   ? BadgeContent{BadgeKind::Info, qtTrId("acc.st.pending"), QStringLiteral("deadline")}
                   : BadgeContent{};
    }
    BadgeContent content = m_accounts.badge(accounts.first());
    if (accounts.size() > 1) {
        content.text = qtTrId("mtx.several").arg(content.text).arg(accounts.size());
    }
    return content;
}

QString AccountMatrixModel::spoken(const QModelIndex& cell) const
{
    const QString person = m_accounts.known().text(AccountIndex::Person, m_rows.at(cell.row()).person);
    const QString portal = m_accounts.snapshot().portals.at(cell.column()).name;
    const BadgeContent content = chip(cell);
    if (!content.text.isEmpty()) {
        return qtTrId("a11y.cell").arg(person, portal, content.text);
    }
    return cell.data(UnknownRole).toBool() ? qtTrId("a11y.cell").arg(person, portal, qtTrId("src.never"))
                                           : qtTrId("a11y.cell.none").arg(person, portal);
}

QVariant AccountMatrixModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QString& portal = m_accounts.snapshot().portals.at(index.column()).id;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString text = chip(index).text;
        return text.isEmpty() && index.data(UnknownRole).toBool() ? qtTrId("src.never") : text;
    }
    case ChipRole:
        return QVariant::fromValue(chip(index));
    case AccountsRole: {
        QStringList ids;
        for (const int account : accountsIn(index)) {
            ids += m_accounts.snapshot().accounts.at(account).id;
        }
        return ids;
    }
    case StaleRole:
        return m_accounts.text().stale(portal);
    case UnknownRole:
        return !m_accounts.text().company().source(portal).asOf;
    case Qt::AccessibleTextRole:
        return spoken(index);
    default:
        return {};
    }
}

QVariant AccountMatrixModel::personData(const Row& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key; // also while the accounts are others already
    case Qt::ToolTipRole:
        return plainToolTip(m_accounts.known().text(AccountIndex::Person, row.person));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_accounts.known().text(AccountIndex::Person, row.person);
    case PersonRole:
        return !m_accounts.snapshot().accounts.at(row.first).signalList.contains(
            AccountSignal::GenericAddress);
    case SubtitleRole:
        return m_accounts.known().ambiguous(row.person) ? m_accounts.known().personKey(row.person)
                                                        : qtTrId("acc.sub.count", row.count);
    default:
        return {};
    }
}

QVariant AccountMatrixModel::portalData(int column, int role) const
{
    const Portal& portal = m_accounts.snapshot().portals.at(column);
    const AccountText text = m_accounts.text();
    switch (role) {
    case Qt::DisplayRole:
        return portal.name;
    case Qt::ToolTipRole:
        return plainToolTip(portalData(column, Qt::AccessibleTextRole).toString());
    case Qt::AccessibleTextRole:
        return qtTrId("acc.sources.one").arg(portal.name, text.source(portal.id));
    case PortalRole:
        return portal.id;
    case SubtitleRole:
        return !text.company().source(portal.id).asOf ? qtTrId("mtx.silent")
               : text.stale(portal.id)                ? text.sourceDate(portal.id)
                                                      : QString();
    default:
        return {};
    }
}

QVariant AccountMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount())) {
        return {};
    }
    return orientation == Qt::Vertical ? personData(m_rows.at(section), role) : portalData(section, role);
}

} // namespace proconnect::ui
