// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

#include <QSet>
#include <QString>

#include <functional>

class QWidget;

namespace proconnect {
struct CompanySnapshot;
}

namespace proconnect::ui {

class Page;

/// Where an entry stands in the menu.
enum class MenuGroup { Top, Staff, Me, Bottom };

/// A page as the menu knows it. Names are keys of translations/strings.csv.
struct PageEntry
{
    QString id; ///< "home", "requests", "accounts", "departure", "certification", "contact-email",
                ///< "administrators", "settings"
    MenuGroup group = MenuGroup::Top;
    QString icon;
    const char* nameKey = nullptr;
    const char* shortNameKey = nullptr; ///< for the narrow menu; null: the name
    std::function<Page*(const Services&, QWidget* parent)> make;
    /// Badge of the entry; may be empty. `answered`: what a decision is on its way for, which waits no more.
    std::function<int(const CompanySnapshot&, const QSet<QString>& answered)> count;
    bool directorsOnly = false; ///< nothing there is for a delegate
};

} // namespace proconnect::ui
