// SPDX-License-Identifier: MIT
#include "app/PageList.h"

#include "ui/settings/SettingsPage.h"

namespace proconnect::app {
namespace {

template <typename PageType>
ui::Page* make(const ui::Services& services, QWidget* parent)
{
    return new PageType(services, parent);
}

} // namespace

std::vector<ui::PageEntry> pageList()
{
    using ui::MenuGroup;
    return {
        {QStringLiteral("settings"),
         MenuGroup::Bottom,
         QStringLiteral("settings"),
         "nav.settings",
         nullptr,
         make<ui::SettingsPage>,
         {}},
    };
}

} // namespace proconnect::app
