// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace proconnect::ui {

/// Keeps the rows whose text in one role holds every word searched, whatever the case and the accents.
class SearchFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// `role` answers a text already folded (foldedForSearch).
    explicit SearchFilterModel(int role, QObject* parent = nullptr);

    void setSearch(const QString& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    int m_role;
    QStringList m_words;
};

} // namespace proconnect::ui
