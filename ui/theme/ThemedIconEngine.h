// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

#include <QIconEngine>
#include <QPointer>

namespace proconnect::ui {

class Theme;

/// Draws an icon in a colour of the theme as it is at the time of drawing, so that icons follow a change of
/// theme.
class ThemedIconEngine final : public QIconEngine
{
public:
    /// `gap` empty pixels follow the drawing, or stand before it when negative.
    ThemedIconEngine(const Theme& theme, QString name, ColorRole role, int gap);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine* clone() const override;

private:
    QPointer<const Theme> m_theme;
    QString m_name;
    ColorRole m_role;
    int m_gap;
};

} // namespace proconnect::ui
