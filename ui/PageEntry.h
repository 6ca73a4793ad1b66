// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

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
    QString id; ///< "home", "requests", "accounts", "certification", "contact-email", "settings"
    MenuGroup group = MenuGroup::Top;
    QString icon;
    const char* nameKey = nullptr;
    const char* shortNameKey = nullptr; ///< for the narrow menu; null: the name
    std::function<Page*(const Services&, QWidget* parent)> make;
    std::function<int(const CompanySnapshot&)> count; ///< badge of the entry; may be empty
};

} // namespace proconnect::ui
