// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/BadgeContent.h"

#include <QWidget>

namespace proconnect::ui {

class Theme;

/// Size of the badge, at the theme's text scale. For delegates.
[[nodiscard]] QSize badgeSize(const Theme& theme, const BadgeContent& badge);
/// Paints the badge with its top left corner at `at`. For delegates.
void paintBadge(const Theme& theme, QPainter& painter, const QPointF& at, const BadgeContent& badge);

/// The same as a widget.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    Badge(const Theme& theme, BadgeContent content, QWidget* parent = nullptr);

    void setContent(const BadgeContent& content);
    [[nodiscard]] const BadgeContent& content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    BadgeContent m_content;
};

} // namespace proconnect::ui
