// SPDX-License-Identifier: MIT
#include "app/PageList.h"

#include "core/model/CompanySnapshot.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/certification/CertificationPage.h"
#include "ui/contact_email/ContactEmailPage.h"
#include "ui/delegations/AdministratorsPage.h"
#include "ui/departure/DeparturePage.h"
#include "ui/home/HomePage.h"
#include "ui/requests/RequestsPage.h"
#include "ui/settings/SettingsPage.h"

#include <algorithm>

namespace proconnect::app {
namespace {

template <typename PageType>
ui::Page* make(const ui::Services& services, QWidget* parent)
{
    return new PageType(services, parent);
}

int waitingRequests(const CompanySnapshot& snapshot, const QSet<QString>& answered)
{
    return static_cast<int>(std::count_if(snapshot.requests.cbegin(), snapshot.requests.cend(),
                                          [&answered](const AccessRequest& request) {
                                              return request.open() && !answered.contains(request.id);
                                          }));
}

} // namespace

std::vector<ui::PageEntry> pageList()
{
    using ui::MenuGroup;
    return {
        {QStringLiteral("home"),
         MenuGroup::Top,
         QStringLiteral("home"),
         "nav.home",
         nullptr,
         make<ui::HomePage>,
         {}},
        {QStringLiteral("requests"), MenuGroup::Top, QStringLiteral("requests"), "nav.requests", nullptr,
         make<ui::RequestsPage>, waitingRequests},
        {QStringLiteral("accounts"),
         MenuGroup::Staff,
         QStringLiteral("accounts"),
         "nav.accounts",
         nullptr,
         make<ui::AccountsPage>,
         {}},
        {QStringLiteral("departure"),
         MenuGroup::Staff,
         QStringLiteral("departure"),
         "nav.departure",
         "nav.departure.short",
         make<ui::DeparturePage>,
         {},
         true},
        {QStringLiteral("certification"),
         MenuGroup::Me,
         QStringLiteral("certify"),
         "nav.certified",
         "nav.certified.short",
         make<ui::CertificationPage>,
         {},
         true},
        {QStringLiteral("contact-email"),
         MenuGroup::Me,
         QStringLiteral("email"),
         "nav.email",
         "nav.email.short",
         make<ui::ContactEmailPage>,
         {},
         true},
        {QStringLiteral("administrators"),
         MenuGroup::Me,
         QStringLiteral("delegation"),
         "nav.admins",
         nullptr,
         make<ui::AdministratorsPage>,
         {}},
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
