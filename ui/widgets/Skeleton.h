// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QTimer;

namespace proconnect::ui {

class Theme;

/// Grey bars in place of rows that are on their way. Nothing is drawn in the first 300 ms.
class Skeleton final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Rows, Card };

    Skeleton(const Theme& theme, int rows, Shape shape = Shape::Rows, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const Theme& m_theme;
    int m_rows;
    Shape m_shape;
    QTimer* m_delay;
    QTimer* m_pulse;
    int m_phaseMs = 0;
    bool m_due = false;
};

} // namespace proconnect::ui
