// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace proconnect::ui {

class Theme;

/// What a style sheet cannot draw: tick boxes and radio buttons, sizes that follow the text scale, and no
/// dotted focus frame, since FocusRing shows the focus.
class ThemeStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ThemeStyle(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;

private:
    void drawTickBox(const QStyleOption& option, QPainter& painter) const;
    void drawRadio(const QStyleOption& option, QPainter& painter) const;

    const Theme& m_theme;
};

} // namespace proconnect::ui
