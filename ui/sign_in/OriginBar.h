// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QUrl>

namespace proconnect::ui {

class Button;
class Theme;

/// Top of the sign-in window, drawn by the application, never by the page: back, reload, padlock and address,
/// "open in my browser", the screen code.
class OriginBar final : public QFrame
{
    Q_OBJECT

public:
    explicit OriginBar(const Theme& theme, QWidget* parent = nullptr);

    /// The address of the page on screen, which was checked.
    void showVerified(const QUrl& address);
    /// The address that the page wanted, which was blocked.
    void showBlocked(const QString& host);
    void focusBack();

Q_SIGNALS:
    void backClicked();
    void reloadClicked();
    void browserClicked();

private:
    class Address;

    Address* m_address;
    Button* m_back;
};

} // namespace proconnect::ui
