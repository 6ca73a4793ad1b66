// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QTimer;
class QVariantAnimation;

namespace proconnect::ui {

class Button;
class IconLabel;
class TextLabel;
class Theme;

/// Says which decision is about to leave and lets the user undo it. Docked above the status bar: it never
/// covers a button. While the pointer or the focus is on it, countdowns stop.
class UndoBar final : public QWidget
{
    Q_OBJECT

public:
    explicit UndoBar(const Theme& theme, QWidget* parent = nullptr);

    /// Shows `sentence` with a progress of `secondsLeft` over `secondsTotal`.
    void showCountdown(const QString& sentence, int secondsLeft, int secondsTotal);
    /// Asks about a decision that does not leave by itself: undo it, or `answer` (send it, sign in).
    void showQuestion(const QString& sentence, const QString& answer, const QString& iconName);
    /// Shows that the decision was undone, for a few seconds.
    void showUndone();
    /// Shows what happens to a decision that can no longer be undone (sending, waiting for the network).
    void showNotice(const QString& sentence, const QString& iconName);
    void dismiss();
    [[nodiscard]] bool showsUndone() const;
    [[nodiscard]] bool undoable() const { return m_undoable; }
    [[nodiscard]] QString sentence() const;
    void focusUndo();

Q_SIGNALS:
    void undoClicked();
    /// The user wants it sent now, without waiting.
    void closeClicked();
    /// The pointer or the focus came (true) or left (false).
    void attended(bool here);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const QString& sentence);
    void appear();
    void tellAttention();

    const Theme& m_theme;
    IconLabel* m_icon;
    TextLabel* m_text;
    Button* m_undo;
    Button* m_send;
    Button* m_close;
    QVariantAnimation* m_slide;
    QTimer* m_hide;
    QString m_announced;
    bool m_undoable = false;
    bool m_attended = false;
    qreal m_progress = 0;
};

} // namespace proconnect::ui
