// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"
#include "ui/PageEntry.h"

#include <vector>

namespace proconnect::ui {

class Banner;
class PageStack;
class SideMenu;
class StatusBar;
class UndoBar;
class UndoPresenter;

/// The window once signed in: menu, page, undo bar, status bar, and the keys that move between them.
class WorkView final : public QWidget
{
    Q_OBJECT

public:
    WorkView(const Services& services, const std::vector<PageEntry>& entries, QWidget* parent = nullptr);

    /// Takes the form that a window of this size calls for, ahead of its being shown.
    void fit(QSize size);
    /// Builds a page without showing it.
    void prepare(const QString& id);
    /// Opens a page; `byUser` moves the focus to its title.
    void openPage(const QString& id, const QString& target = {}, bool byUser = true);
    [[nodiscard]] QString currentPage() const;
    /// Of the page on screen.
    [[nodiscard]] QString pageTitle() const;

Q_SIGNALS:
    void pageChanged();
    void addCompanyRequested();
    void signOutRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addShortcuts();
    void moveRegion(int step);
    void refresh();
    void tellSecretKeeping();

    const Services& m_services;
    const std::vector<PageEntry>& m_entries;
    SideMenu* m_menu;
    PageStack* m_pages;
    QWidget* m_notice = nullptr;
    Banner* m_keeping;
    UndoBar* m_undoBar;
    UndoPresenter* m_undo;
    StatusBar* m_status;
};

} // namespace proconnect::ui
