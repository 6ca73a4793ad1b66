// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace proconnect::ui {

class Button;
class FlowLayout;
class PageHeader;
class ScrollArea;
class Theme;

/// A question over the window, which darkens. Never higher than the window: what stands above its buttons
/// then scrolls. Show it with open(): nothing blocks; it deletes itself when done. Esc cancels; the focus
/// starts on the title or the safest control and returns to where it was.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    Dialog(const Theme& theme, const QString& title, const QString& code, QWidget* parent);
    ~Dialog() override;

    /// Where the content goes, between the title and the buttons.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Adds a button at the right end of the row of buttons, from left to right; a row that is full goes on
    /// in the next.
    void addButton(Button* button);
    [[nodiscard]] const Theme& theme() const { return m_theme; }

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int neededHeight() const;
    void place();

    const Theme& m_theme;
    PageHeader* m_header;
    QVBoxLayout* m_body;
    ScrollArea* m_area;
    FlowLayout* m_buttons;
    QWidget* m_scrim = nullptr;
};

/// Closes whatever dialog stands over `window`, as Esc would.
void rejectDialogs(const QWidget& window);

} // namespace proconnect::ui
