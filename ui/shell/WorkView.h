// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "ui/Page.h"
#include "ui/PageEntry.h"

#include <QHash>

#include <optional>
#include <vector>

class QBoxLayout;

namespace proconnect {
struct Failure;
}

namespace proconnect::ui {

class FormerDirectorView;
class NoticeArea;
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
    /// What stands unsent on the pages, by id; to be given to the view that comes in the place of this one.
    [[nodiscard]] QHash<QString, QVariant> drafts() const;
    void setDrafts(const QHash<QString, QVariant>& drafts);
    /// Why the sign-in that a decision waits for did not come.
    void showSignInFailure(const Failure& failure);

Q_SIGNALS:
    void pageChanged();
    void addCompanyRequested();
    void signOutRequested();
    void lockRequested();
    /// A decision waits for a newer sign-in, and the person wants it.
    void signInRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addShortcuts();
    void focusTitle();
    void moveRegion(int step);
    void refresh();
    void tellSecretKeeping();
    void tellCopyHealth();
    /// The selected company, when the person no longer leads it.
    [[nodiscard]] std::optional<Company> endedCompany() const;
    /// Pages, or what stays of a company that the person no longer leads.
    void showPagesOrFormer();

    const Services& m_services;
    const std::vector<PageEntry>& m_entries;
    SideMenu* m_menu;
    PageStack* m_pages;
    NoticeArea* m_notices;
    FormerDirectorView* m_former = nullptr; ///< built when it is first needed
    QBoxLayout* m_right = nullptr;
    UndoBar* m_undoBar;
    UndoPresenter* m_undo;
    StatusBar* m_status;
};

} // namespace proconnect::ui
