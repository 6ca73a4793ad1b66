// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/AccountTreeModel.h"

#include <QAbstractTableModel>

namespace proconnect::ui {

/// V-31: the accounts that the table shows, one line for each person and one column for each portal. A portal
/// that never answered says so: it is never "no account".
class AccountMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ChipRole = Qt::UserRole + 1, ///< BadgeContent; empty text: nothing there
        AccountsRole,                ///< ids of the accounts of a cell, what deserves a look first
        StaleRole,                   ///< the portal's data are not known to be those of now
        UnknownRole,                 ///< the portal never answered
        KeyRole,      ///< vertical header: of the person, the same from one snapshot to the next
        PersonRole,   ///< vertical header: stands for a person with a name
        PortalRole,   ///< horizontal header: identifier of the portal
        SubtitleRole, ///< vertical header: how many accounts; horizontal: date of old data
    };

    /// Follows `accounts`, which must outlive this, while it is active.
    explicit AccountMatrixModel(const AccountTreeModel& accounts, QObject* parent = nullptr);

    /// Inactive, it costs nothing and has no lines.
    void setActive(bool active);

    /// The line of a KeyRole; -1: it is not there.
    [[nodiscard]] int lineOf(const QString& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int person = 0;
        int attention = 0;
        int count = 0;
        int first = -1; ///< an account of the person
        QString key;
    };

    void fill();
    void rebuild();
    void findRequests();
    [[nodiscard]] QList<int> accountsIn(const QModelIndex& cell) const;
    [[nodiscard]] BadgeContent chip(const QModelIndex& cell) const;
    [[nodiscard]] QString spoken(const QModelIndex& cell) const;
    [[nodiscard]] QVariant personData(const Row& row, int role) const;
    [[nodiscard]] QVariant portalData(int column, int role) const;

    const AccountTreeModel& m_accounts;
    bool m_active = false;
    QList<Row> m_rows;
    QList<int> m_lineOf;                          ///< row of each person, or -1
    QList<QList<int>> m_cells;                    ///< line after line
    QHash<std::pair<int, int>, bool> m_requested; ///< person, column: a request waits
};

} // namespace proconnect::ui
