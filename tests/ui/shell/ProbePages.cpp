// SPDX-License-Identifier: MIT
#include "tests/ui/shell/ProbePages.h"

#include "ui/settings/SettingsPage.h"

#include <QBoxLayout>

namespace proconnect::tests {

void ProbePage::addButton()
{
    body()->addWidget(m_button);
    body()->addStretch();
}

std::vector<ui::PageEntry> probeEntries()
{
    const auto probe = [](const char* code) {
        return [code](const ui::Services& services, QWidget* parent) -> ui::Page* {
            return new ProbePage(services, QString::fromLatin1(code), QString::fromLatin1(code), parent);
        };
    };
    return {
        {QStringLiteral("home"),
         ui::MenuGroup::Top,
         QStringLiteral("home"),
         "nav.home",
         nullptr,
         probe("A-10"),
         {}},
        {QStringLiteral("requests"), ui::MenuGroup::Top, QStringLiteral("requests"), "nav.requests", nullptr,
         probe("D-01"),
         [](const CompanySnapshot& snapshot, const QSet<QString>& decided) {
             return static_cast<int>(std::count_if(snapshot.requests.begin(), snapshot.requests.end(),
                                                   [&decided](const auto& request) {
                                                       return request.open() && !decided.contains(request.id);
                                                   }));
         }},
        {QStringLiteral("accounts"),
         ui::MenuGroup::Staff,
         QStringLiteral("accounts"),
         "nav.accounts",
         nullptr,
         probe("V-30"),
         {}},
        {QStringLiteral("certification"),
         ui::MenuGroup::Me,
         QStringLiteral("certify"),
         "nav.certified",
         "nav.certified.short",
         probe("M-50"),
         {}},
        {QStringLiteral("contact-email"),
         ui::MenuGroup::Me,
         QStringLiteral("email"),
         "nav.email",
         "nav.email.short",
         probe("E-55"),
         {}},
        {QStringLiteral("settings"),
         ui::MenuGroup::Bottom,
         QStringLiteral("settings"),
         "nav.settings",
         nullptr,
         [](const ui::Services& services, QWidget* parent) -> ui::Page* {
             return new ui::SettingsPage(services, parent);
         },
         {}},
    };
}

} // namespace proconnect::tests
