// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAbstractButton;

namespace proconnect::ui {

class Theme;

/// A radio button or check box whose words may take several lines: Qt's own cut them.
class WrappedChoice final : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of `button`, which has no words of its own.
    WrappedChoice(const Theme& theme, const QString& words, QAbstractButton* button,
                  QWidget* parent = nullptr);

    [[nodiscard]] QAbstractButton* button() const { return m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QAbstractButton* m_button;
};

} // namespace proconnect::ui
