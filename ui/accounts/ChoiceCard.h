// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QBoxLayout;
class QRadioButton;

namespace proconnect::ui {

class TextLabel;
class Theme;

/// One of several things to do: its name, what it means, and a border that shows which is chosen. A click
/// anywhere chooses it; the radio button is what the keyboard and screen readers meet.
class ChoiceCard final : public QFrame
{
    Q_OBJECT

public:
    /// `advice`: a word beside the name; may be empty.
    ChoiceCard(const Theme& theme, const QString& name, const QString& body, const QString& advice = {},
               QWidget* parent = nullptr);

    [[nodiscard]] QRadioButton* button() const { return m_button; }
    /// Empty: it can be chosen; else why not.
    void setHindrance(const QString& why);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    QString m_body;
    QRadioButton* m_button;
    TextLabel* m_words;
};

} // namespace proconnect::ui
