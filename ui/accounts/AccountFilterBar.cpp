// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountFilterBar.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TagFilter.h"

namespace proconnect::ui {
namespace {

constexpr int searchWidth = 280;

} // namespace

AccountFilterBar::AccountFilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_search(new SearchField(theme, qtTrId("acc.search")))
{
    auto* row = new FlowLayout(theme.px(10), theme.px(8), this);
    m_search->setFixedWidth(theme.px(searchWidth));
    row->addWidget(m_search);
    add(theme, AccountFilter::Open, qtTrId("acc.f.all"), {});
    add(theme, AccountFilter::Departures, qtTrId("acc.f.left"), QStringLiteral("departure"));
    add(theme, AccountFilter::Administrators, qtTrId("acc.f.administrators"), QStringLiteral("key"));
    add(theme, AccountFilter::Mandates, qtTrId("acc.f.mandates"), QStringLiteral("accountant"));
    add(theme, AccountFilter::Addresses, qtTrId("acc.f.addresses"), QStringLiteral("email"));
    add(theme, AccountFilter::Shared, qtTrId("acc.f.shared"), QStringLiteral("shared-account"));
    add(theme, AccountFilter::Idle, qtTrId("acc.f.idle"), QStringLiteral("deadline"));
    add(theme, AccountFilter::Duplicates, qtTrId("acc.f.duplicates"), QStringLiteral("copy"));
    add(theme, AccountFilter::SetAside, qtTrId("acc.f.aside"), QStringLiteral("hidden"));
    add(theme, AccountFilter::Closed, qtTrId("acc.f.closed"), QStringLiteral("check"));
    setChosen(AccountFilter::Open);
}

void AccountFilterBar::add(const Theme& theme, AccountFilter filter, const QString& name, const QString& icon)
{
    auto* button = new TagFilter(theme, name, icon);
    m_filters.insert(static_cast<int>(filter), button);
    m_names.insert(static_cast<int>(filter), name);
    layout()->addWidget(button);
    connect(button, &TagFilter::clicked, this, [this, filter] { Q_EMIT chosen(filter); });
}

void AccountFilterBar::setCounts(const std::function<int(AccountFilter)>& count)
{
    for (auto it = m_filters.cbegin(); it != m_filters.cend(); ++it) {
        const auto filter = static_cast<AccountFilter>(it.key());
        const int number = count(filter);
        (*it)->setCount(number);
        // A filter that would show nothing is only noise.
        (*it)->setVisible(number > 0 || filter == AccountFilter::Open || (*it)->isChecked());
    }
}

QString AccountFilterBar::nameOf(AccountFilter filter) const
{
    return m_names.value(static_cast<int>(filter));
}

void AccountFilterBar::setChosen(AccountFilter filter)
{
    for (auto it = m_filters.cbegin(); it != m_filters.cend(); ++it) {
        (*it)->setChecked(it.key() == static_cast<int>(filter));
    }
}

} // namespace proconnect::ui
