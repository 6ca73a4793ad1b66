// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"
#include "ui/PageEntry.h"

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace proconnect::ui {

class Avatar;
class Button;
class CompanyTile;
class DecisionTracker;
class NavigationList;
class TextLabel;

/// Left side of the window: mark, company, pages with their counts, who is signed in.
class SideMenu final : public QFrame
{
    Q_OBJECT

public:
    SideMenu(const Services& services, const std::vector<PageEntry>& entries, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width);
    void setActive(const QString& page);
    /// Reads the company, the person and the counts again.
    void refresh();
    void focusActive();
    void openCompanies();

Q_SIGNALS:
    void pageChosen(const QString& id);
    void companyChosen(const QString& siren);
    void addCompanyRequested();
    void signOutRequested();

private:
    void addEntries(MenuGroup group, const QString& title = {});
    QWidget* makeUserRow();
    void openRailMenu();

    const Services& m_services;
    const std::vector<PageEntry>& m_entries;
    QVBoxLayout* m_top = nullptr;
    QWidget* m_brand;
    Button* m_menu;
    TextLabel* m_menuName = nullptr;
    CompanyTile* m_tile;
    NavigationList* m_list;
    DecisionTracker* m_tracker;
    Avatar* m_avatar = nullptr;
    TextLabel* m_userName = nullptr;
    TextLabel* m_userFunction = nullptr;
    QWidget* m_userRow = nullptr;
};

} // namespace proconnect::ui
