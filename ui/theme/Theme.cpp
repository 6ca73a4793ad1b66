// SPDX-License-Identifier: MIT
#include "ui/theme/Theme.h"

#include "ui/theme/IconStore.h"
#include "ui/theme/Shaping.h"
#include "ui/theme/StyleSheet.h"
#include "ui/theme/SystemColorScheme.h"
#include "ui/theme/ThemeStyle.h"
#include "ui/theme/ThemedIconEngine.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace proconnect::ui {
namespace {

const tokens::Type& typeOf(TextStyle style)
{
    return tokens::types[static_cast<std::size_t>(style)];
}

QStringList families()
{
    return {QStringLiteral("Inter"), QStringLiteral("Segoe UI"), QStringLiteral("SF Pro Text"),
            QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")};
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole color) {
        palette.setColor(role, theme.color(color));
    };
    set(QPalette::Window, ColorRole::BgApp);
    set(QPalette::WindowText, ColorRole::TextBody);
    set(QPalette::Base, ColorRole::BgSurface);
    set(QPalette::AlternateBase, ColorRole::BgSubtle);
    set(QPalette::Text, ColorRole::TextTitle);
    set(QPalette::PlaceholderText, ColorRole::TextMuted);
    set(QPalette::Button, ColorRole::BgSurface);
    set(QPalette::ButtonText, ColorRole::TextTitle);
    set(QPalette::BrightText, ColorRole::TextOnPrimary);
    set(QPalette::Highlight, ColorRole::PrimaryBase);
    set(QPalette::HighlightedText, ColorRole::TextOnPrimary);
    set(QPalette::Link, ColorRole::TextLink);
    set(QPalette::LinkVisited, ColorRole::TextLink);
    set(QPalette::ToolTipBase, ColorRole::BgOverlay);
    set(QPalette::ToolTipText, ColorRole::TextBody);
    set(QPalette::Light, ColorRole::BgSurface);
    set(QPalette::Mid, ColorRole::BorderDefault);
    set(QPalette::Dark, ColorRole::BorderField);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.color(ColorRole::TextDisabled));
    }
    return palette;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_icons(std::make_unique<IconStore>()) {}

Theme::~Theme() = default;

void Theme::applyTo(QApplication& application)
{
    m_application = &application;
    // The application takes ownership of its style.
    QApplication::setStyle(new ThemeStyle(*this));
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode && (mode != Mode::System || m_systemScheme)) {
        return;
    }
    m_mode = mode;
    if (mode == Mode::System && !m_systemScheme) {
        auto* scheme = new SystemColorScheme(this);
        connect(scheme, &SystemColorScheme::darkChanged, this, &Theme::setSystemDark);
        m_systemScheme = scheme;
        scheme->read();
    }
    apply();
}

void Theme::setSystemDark(bool dark)
{
    if (m_systemDark == dark) {
        return;
    }
    m_systemDark = dark;
    if (m_mode == Mode::System) {
        apply();
    }
}

bool Theme::dark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark);
}

void Theme::setTextScale(double scale)
{
    const double bounded = std::clamp(scale, 1.0, 2.0);
    if (qFuzzyCompare(bounded, m_textScale)) {
        return;
    }
    m_textScale = bounded;
    apply();
    Q_EMIT textScaleChanged();
}

void Theme::apply()
{
    if (m_application) {
        QApplication::setPalette(paletteOf(*this));
        QApplication::setFont(font(TextStyle::Body));
        QFont anyScript = font(TextStyle::Body);
        anyScript.setStyleStrategy(QFont::PreferDefault);
        for (const char* const typed : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QTipLabel"}) {
            QApplication::setFont(anyScript, typed);
        }
        m_application->setStyleSheet(styleSheetOf(*this));
    }
    Q_EMIT changed();
}

QColor Theme::color(ColorRole role) const
{
    const auto index = static_cast<std::size_t>(role);
    return QColor::fromRgba(dark() ? tokens::dark[index] : tokens::light[index]);
}

QFont Theme::font(TextStyle style) const
{
    static const QStringList preferred = families();
    QFont font;
    font.setFamilies(preferred);
    font.setPixelSize(px(typeOf(style).size));
    font.setWeight(static_cast<QFont::Weight>(typeOf(style).weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QFont Theme::font(TextStyle style, const QString& text) const
{
    QFont font = this->font(style);
    font.setStyleStrategy(shapingOf(text));
    return font;
}

int Theme::lineHeight(TextStyle style) const
{
    return px(typeOf(style).line);
}

int Theme::px(double designPixels) const
{
    return qRound(designPixels * m_textScale);
}

QPixmap Theme::pixmap(const QString& name, ColorRole role, int size, qreal ratio) const
{
    return m_icons->pixmap(name, color(role), size, ratio);
}

QPixmap Theme::pixmap(const QString& name, const QColor& color, int size, qreal ratio) const
{
    return m_icons->pixmap(name, color, size, ratio);
}

QIcon Theme::icon(const QString& name, ColorRole role, int gap) const
{
    return QIcon(new ThemedIconEngine(*this, name, role, gap));
}

Theme::Tint Theme::portalTint(const QString& portal) const
{
    for (const auto& known : tokens::portals) {
        if (portal == QLatin1String(known.id)) {
            return dark() ? Tint{QColor(known.tint.darkFill), QColor(known.tint.darkText)}
                          : Tint{QColor(known.tint.lightFill), QColor(known.tint.lightText)};
        }
    }
    return {color(ColorRole::NeutralBg), color(ColorRole::NeutralText)};
}

QString Theme::portalInitials(const QString& portal, const QString& name) const
{
    for (const auto& known : tokens::portals) {
        if (portal == QLatin1String(known.id)) {
            return QLatin1String(known.initials);
        }
    }
    return (name.isEmpty() ? portal : name).left(2).toUpper();
}

Theme::Tint Theme::avatarTint(const QString& name) const
{
    unsigned sum = 0;
    for (const QChar c : name) {
        sum = sum * 31 + c.unicode();
    }
    const auto& tint = tokens::avatars[sum % tokens::avatars.size()];
    return dark() ? Tint{QColor(tint.darkFill), QColor(tint.darkText)}
                  : Tint{QColor(tint.lightFill), QColor(tint.lightText)};
}

} // namespace proconnect::ui
