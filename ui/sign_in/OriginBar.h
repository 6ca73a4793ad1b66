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
    /// The address that the page wanted, which was blocked, and in a few words why.
    void showBlocked(const QString& host, const QString& why);
    void focusBack();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void backClicked();
    void reloadClicked();
    void browserClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Address;

    /// The whole host first; the words of the buttons where there is room for them too.
    void fit();

    const Theme& m_theme;
    Address* m_address;
    Button* m_back;
    Button* m_browser;
};

} // namespace proconnect::ui
