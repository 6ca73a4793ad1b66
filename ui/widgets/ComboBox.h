// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace proconnect::ui {

class Theme;

/// One of several, behind a chevron. The wheel scrolls the page: it chooses nobody by the way.
class ComboBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ComboBox(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace proconnect::ui
