// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

class Theme;

/// The picture of the sign-in screen: seven portals, one person. Decorative.
class PortalFan final : public QWidget
{
    Q_OBJECT

public:
    explicit PortalFan(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace proconnect::ui
