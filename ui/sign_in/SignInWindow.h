// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SignInRenewal.h"
#include "ui/Services.h"
#include "ui/sign_in/WebPane.h"

#include <QWidget>

#include <memory>
#include <optional>

class QProgressBar;
class QStackedLayout;

namespace proconnect::ui {

class Banner;
class Button;
class OriginBar;
class ScrollArea;

/// C-21: the identity provider's page in a window of its own, under a bar that the application draws.
class SignInWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `reason`: what a newer sign-in is for; said above the page.
    SignInWindow(const Services& services, const SignInPage& page, std::optional<SignInReason> reason,
                 QWidget* parent);
    ~SignInWindow() override;

    /// False when the web view is not available; the window is then of no use.
    [[nodiscard]] bool usable() const { return m_pane != nullptr; }
    void openStartPage();

Q_SIGNALS:
    void completed(const QUrl& reached);
    /// The user or the page's failure ended it.
    void abandoned(const proconnect::Failure& why);
    void browserRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build(const QString& supportNumber, bool demonstration, std::optional<SignInReason> reason);
    QWidget* makeStatus(const QString& supportNumber, bool renewal);
    void onFailure(const Failure& failure);
    void showPage();
    void fitNotes();
    void leaveBlocked();
    void giveUp(const Failure& why);
    void moveRegion();

    const Theme& m_theme;
    SignInPage m_page;
    std::unique_ptr<WebPane> m_pane;
    OriginBar* m_bar;
    QProgressBar* m_progress;
    ScrollArea* m_notes;
    QStackedLayout* m_stack = nullptr;
    QWidget* m_note = nullptr;
    QWidget* m_blocked = nullptr;
    Banner* m_message = nullptr;
    Button* m_again = nullptr;
    QUrl m_address;
    Failure m_failure;
    bool m_over = false;
};

} // namespace proconnect::ui
