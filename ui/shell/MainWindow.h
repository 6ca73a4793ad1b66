// SPDX-License-Identifier: MIT
#pragma once

#include "ui/PageEntry.h"
#include "ui/Services.h"

#include <QWidget>

#include <vector>

class QStackedLayout;

namespace proconnect {
struct Failure;
}

namespace proconnect::ui {

class AttachScreen;
class SignInFlow;
class SignInScreen;
class WorkView;

/// The window of the application: the sign-in screen, the screen that attaches a company, or the work.
/// It follows the session by itself. Only what it shows first is built at start.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(const Services& services, std::vector<PageEntry> entries);
    ~MainWindow() override;

    /// Opens a page from outside (command line, second start); ignored while nobody is signed in.
    void openPage(const QString& id, const QString& target = {});
    /// Builds the work ahead of the session's answer, with what does not depend on it.
    void prepareWork();
    /// Puts the window where it was, or in the middle of the screen, and shows it.
    void showWhereItWas();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    enum class View { None, SignIn, Attach, Work };

    [[nodiscard]] View wantedView() const;
    void followSession();
    void showView(View view);
    void rebuild();
    void buildSignIn();
    void buildAttach();
    void placeWhereItWas();
    void makeWork();
    void buildWork();
    void onSignInFailed(const Failure& failure);
    void updateTitle();
    void askBeforeQuitting();
    void quitWhenSent();

    Services m_services;
    std::vector<PageEntry> m_entries;
    QStackedLayout* m_stack;
    SignInFlow* m_flow;
    SignInScreen* m_signIn = nullptr;
    AttachScreen* m_attach = nullptr;
    WorkView* m_work = nullptr;
    View m_view = View::None;
    bool m_placed = false;
    bool m_adding = false;
    bool m_quitting = false;
};

} // namespace proconnect::ui
