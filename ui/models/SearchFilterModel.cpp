// SPDX-License-Identifier: MIT
#include "ui/models/SearchFilterModel.h"

#include "ui/text/Wording.h"

#include <algorithm>

namespace proconnect::ui {

SearchFilterModel::SearchFilterModel(int role, QObject* parent) : QSortFilterProxyModel(parent), m_role(role)
{}

void SearchFilterModel::setSearch(const QString& words)
{
    const QStringList folded = foldedForSearch(words).split(u' ', Qt::SkipEmptyParts);
    if (folded != m_words) {
        m_words = folded;
        invalidateFilter();
    }
}

bool SearchFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString text = sourceModel()->index(row, 0, parent).data(m_role).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&text](const QString& word) { return text.contains(word); });
}

} // namespace proconnect::ui
