// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace proconnect::bench {

/// The same accounts in the plainest model: one line each, five texts made beforehand.
class PlainTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PlainTable(QList<QStringList> lines) : m_lines(std::move(lines)) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 5;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? m_lines.at(index.row()).at(index.column()) : QVariant();
    }

private:
    QList<QStringList> m_lines;
};

} // namespace proconnect::bench
