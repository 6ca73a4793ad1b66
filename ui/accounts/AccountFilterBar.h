// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/AccountFilter.h"

#include <QHash>
#include <QWidget>

#include <functional>

namespace proconnect::ui {

class SearchField;
class TagFilter;
class Theme;

/// The search field and one button for each filter that would show something, with its number of accounts.
class AccountFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountFilterBar(const Theme& theme, QWidget* parent = nullptr);

    void setCounts(const std::function<int(AccountFilter)>& count);
    /// The button that is down; filters nothing by itself.
    void setChosen(AccountFilter filter);
    [[nodiscard]] QString nameOf(AccountFilter filter) const;
    [[nodiscard]] SearchField& search() const { return *m_search; }

Q_SIGNALS:
    void chosen(proconnect::ui::AccountFilter filter);

private:
    void add(const Theme& theme, AccountFilter filter, const QString& name, const QString& icon);

    SearchField* m_search;
    QHash<int, TagFilter*> m_filters;
    QHash<int, QString> m_names;
};

} // namespace proconnect::ui
