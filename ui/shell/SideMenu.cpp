// SPDX-License-Identifier: MIT
#include "ui/shell/SideMenu.h"

#include "core/session/SessionController.h"
#include "core/sync/Workspace.h"
#include "ui/models/DecisionTracker.h"
#include "ui/shell/ActingRole.h"
#include "ui/shell/CompanyPopup.h"
#include "ui/shell/CompanyTile.h"
#include "ui/text/RegisterText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Brand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/NavigationList.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QMenu>
#include <QVariant>

#include <utility>

namespace proconnect::ui {

SideMenu::SideMenu(const Services& services, const std::vector<PageEntry>& entries, QWidget* parent)
    : QFrame(parent), m_services(services), m_entries(entries), m_brand(new Brand(services.theme)),
      m_menu(new Button(services.theme, {}, Button::Kind::Quiet)), m_tile(new CompanyTile(services.theme)),
      m_list(new NavigationList(services.theme)),
      m_tracker(new DecisionTracker(services.decisions, services.workspace, this))
{
    const Theme& theme = services.theme;
    setProperty("surface", QStringLiteral("side"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(14), 1, 0);
    column->setSpacing(0);
    m_top = new QVBoxLayout;
    auto* top = m_top;
    top->setSpacing(theme.px(14));
    m_brand->setContentsMargins(theme.px(8), theme.px(6), 0, theme.px(2));
    m_menu->setIconName(QStringLiteral("menu"), ColorRole::TextBody);
    m_menu->setAccessibleName(qtTrId("nav.menu.open"));
    connect(m_menu, &QPushButton::clicked, this, &SideMenu::openRailMenu);
    top->addWidget(m_brand);
    top->addWidget(m_menu, 0, Qt::AlignHCenter);
    m_menuName = new TextLabel(qtTrId("nav.menu"), TextStyle::Caption);
    top->addWidget(m_menuName, 0, Qt::AlignHCenter);
    top->addWidget(m_tile);
    column->addLayout(top);
    addEntries(MenuGroup::Top);
    addEntries(MenuGroup::Staff, qtTrId("nav.group.staff"));
    addEntries(MenuGroup::Me, qtTrId("nav.group.me"));
    m_list->addStretch();
    addEntries(MenuGroup::Bottom);
    // A low window or a large text leaves less room than the entries need.
    auto* area = new ScrollArea;
    area->setWidget(m_list);
    m_list->setAutoFillBackground(false);
    column->addWidget(area, 1);
    column->addSpacing(theme.px(10));
    m_userRow = makeUserRow();
    column->addWidget(m_userRow);
    connect(m_tracker, &DecisionTracker::changed, this, &SideMenu::refresh);
    connect(m_list, &NavigationList::entryChosen, this, &SideMenu::pageChosen);
    connect(m_tile, &QAbstractButton::clicked, this, &SideMenu::openCompanies);
    refresh();
}

void SideMenu::addEntries(MenuGroup group, const QString& title)
{
    bool first = true;
    for (const PageEntry& entry : m_entries) {
        if (entry.group == group) {
            if (std::exchange(first, false) && !title.isEmpty()) {
                m_list->addGroup(title);
            }
            m_list->addEntry(entry.id, entry.icon, qtTrId(entry.nameKey),
                             entry.shortNameKey ? qtTrId(entry.shortNameKey) : QString());
        }
    }
}

QWidget* SideMenu::makeUserRow()
{
    const Theme& theme = m_services.theme;
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    column->setSpacing(0);
    column->addWidget(new Rule);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.px(8), theme.px(11), 0, theme.px(13));
    row->setSpacing(theme.px(10));
    m_avatar = new Avatar(theme, {}, 36);
    row->addWidget(m_avatar);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_userName = new TextLabel({}, TextStyle::Code);
    m_userFunction = new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted);
    words->addWidget(m_userName->elided());
    words->addWidget(m_userFunction->elided());
    row->addLayout(words, 1);
    auto* out = new Button(theme, {}, Button::Kind::Quiet, Button::Size::Small);
    out->setIconName(QStringLiteral("logout"), ColorRole::TextMuted);
    out->setAccessibleName(qtTrId("nav.signout"));
    out->setToolTip(qtTrId("nav.signout"));
    connect(out, &QPushButton::clicked, this, &SideMenu::signOutRequested);
    row->addWidget(out);
    column->addLayout(row);
    return all;
}

void SideMenu::setWidthClass(WidthClass width)
{
    const Theme& theme = m_services.theme;
    const bool rail = width == WidthClass::Rail;
    const bool narrow = width == WidthClass::Narrow;
    setFixedWidth(rail     ? qMax(tokens::sizeRail, theme.px(tokens::sizeRail * 0.75))
                  : narrow ? theme.px(tokens::sizeSidebarNarrow)
                           : theme.px(tokens::sizeSidebar));
    const int side = theme.px(rail ? 4 : 12);
    m_top->setContentsMargins(side, 0, side, theme.px(12));
    m_brand->setVisible(!rail && !narrow);
    m_menu->setVisible(rail);
    m_menuName->setVisible(rail);
    m_tile->setDensity(rail     ? CompanyTile::Density::Rail
                       : narrow ? CompanyTile::Density::Narrow
                                : CompanyTile::Density::Full);
    m_list->setDensity(rail     ? NavigationList::Density::Rail
                       : narrow ? NavigationList::Density::Narrow
                                : NavigationList::Density::Full);
    m_userRow->setVisible(!rail && !narrow);
}

void SideMenu::setActive(const QString& page)
{
    m_list->setActive(page);
}

void SideMenu::refresh()
{
    const CompanySnapshot* snapshot = m_services.workspace.snapshot();
    const UserProfile& profile = m_services.session.profile();
    const QString wanted = m_services.workspace.selectedSiren();
    QString name;
    QString function;
    const auto trouble = m_services.workspace.trouble();
    const bool refused = trouble && trouble->code == FailureCode::MandateEnded;
    bool ended = false;
    for (const Company& company : profile.companies) {
        if (company.siren == wanted) {
            name = company.name;
            function = company.function;
            ended = company.mandateEnded || refused;
        }
    }
    if (snapshot && snapshot->company.siren == wanted) {
        name = snapshot->company.name;
        function = snapshot->company.function;
    }
    const auto siren = SirenNumber::parse(wanted);
    m_tile->setCompany(name, siren ? siren->display() : wanted);
    m_avatar->setName(profile.displayName());
    m_userName->setText(profile.displayName());
    // Who leads the company has a function; a delegate has none.
    const bool delegate = actsAsDelegate(m_services);
    // The register no longer says so: the place says nothing rather than what was.
    m_userFunction->setText(ended ? QString() : delegate ? qtTrId("adm.role") : officeText(function));
    m_userFunction->setVisible(!ended);
    const QList<QString> targets = m_tracker->all().keys();
    const QSet<QString> answered(targets.cbegin(), targets.cend());
    for (const PageEntry& entry : m_entries) {
        m_list->setShown(entry.id, offered(entry, m_services));
        m_list->setCount(entry.id, snapshot && entry.count ? entry.count(*snapshot, answered) : 0);
    }
}

void SideMenu::focusActive()
{
    m_list->focusActive();
}

void SideMenu::openCompanies()
{
    auto* popup = new CompanyPopup(m_services.theme, m_services.session.profile().companies,
                                   m_services.workspace.selectedSiren(), this);
    connect(popup, &CompanyPopup::companyChosen, this, &SideMenu::companyChosen);
    connect(popup, &CompanyPopup::addRequested, this, &SideMenu::addCompanyRequested);
    connect(popup, &CompanyPopup::signOutRequested, this, &SideMenu::signOutRequested);
    popup->move(m_tile->mapToGlobal(QPoint(0, m_tile->height() + 2)));
    popup->show();
    popup->setFocus(Qt::PopupFocusReason);
}

void SideMenu::openRailMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PageEntry& entry : m_entries) {
        if (!offered(entry, m_services)) {
            continue;
        }
        const QString id = entry.id;
        menu->addAction(m_services.theme.icon(entry.icon, ColorRole::TextBody), qtTrId(entry.nameKey), this,
                        [this, id] { Q_EMIT pageChosen(id); });
    }
    menu->addSeparator();
    menu->addAction(m_services.theme.icon(QStringLiteral("logout"), ColorRole::TextBody),
                    qtTrId("nav.signout"), this, &SideMenu::signOutRequested);
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

} // namespace proconnect::ui
