// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SignInRenewal.h"
#include "ui/PageEntry.h"
#include "ui/Services.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

#include <optional>
#include <vector>

class QStackedLayout;

namespace proconnect {
struct Failure;
}

namespace proconnect::ui {

class AttachScreen;
class LeaveGuard;
class LockScreen;
class ScreenLock;
class SignInFlow;
class SignInScreen;
class WorkView;

/// The window of the application: the sign-in screen, the lock, the screen that attaches a company, or the
/// work. It follows the session by itself. Only what it shows first is built at start.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    MainWindow(const Services& services, std::vector<PageEntry> entries);
    ~MainWindow() override;

    /// Opens a page from outside (command line, second start), or once somebody is signed in. Ignored while a
    /// dialog waits for an answer.
    void openPage(const QString& id, const QString& target = {});
    /// Builds the work ahead of the session's answer, with what does not depend on it.
    void prepareWork();
    /// Puts the window where it was, or in the middle of the screen, and shows it.
    void showWhereItWas();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    enum class View { None, SignIn, Locked, Attach, Work };

    [[nodiscard]] View wantedView() const;
    void followSession();
    void showView(View view);
    void sayWhatIsAwaited();
    void renewForDecision(SignInStrength strength);
    void rebuild();
    void buildSignIn();
    void buildLocked();
    /// Those that have no place any more beside `view`; null: all.
    void dropAllBut(const QWidget* view);
    void buildAttach();
    void placeWhereItWas();
    void makeWork();
    void buildWork();
    void keepInterrupted();
    void resumeInterrupted();
    void onSignInFailed(const Failure& failure, std::optional<SignInReason> reason);
    void onSignedOut(const Failure& why);
    void updateTitle();
    void signOut();
    void offerOtherPerson(const Failure& failure);

    Services m_services;
    std::vector<PageEntry> m_entries;
    QStackedLayout* m_stack;
    SignInFlow* m_flow;
    LeaveGuard* m_leaving;
    ScreenLock* m_lock;
    SignInScreen* m_signIn = nullptr;
    LockScreen* m_locked = nullptr;
    AttachScreen* m_attach = nullptr;
    WorkView* m_work = nullptr;
    View m_view = View::None;
    bool m_placed = false;
    bool m_adding = false;
    /// What the person was at when the session ended; only for the same person, and only in memory.
    struct Interrupted
    {
        QString subject;
        QString page;
        QHash<QString, QVariant> drafts;
    };
    Interrupted m_interrupted;
    QString m_owner;      ///< subject whose work is on screen
    QString m_wantedPage; ///< to be opened first once signed in
    QString m_wantedTarget;
    bool m_quitting = false;
};

} // namespace proconnect::ui
