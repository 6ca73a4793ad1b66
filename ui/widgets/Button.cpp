// SPDX-License-Identifier: MIT
#include "ui/widgets/Button.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

namespace proconnect::ui {
namespace {

constexpr int spinnerSide = 10;
constexpr int quietSpinnerSide = 7;
constexpr int spinnerPeriodMs = 40;
constexpr int spinnerStep = 18; // degrees

const char* kindName(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Primary:
        return "primary";
    case Button::Kind::Secondary:
        return "secondary";
    case Button::Kind::Neutral:
        return "neutral";
    case Button::Kind::Quiet:
        return "quiet";
    case Button::Kind::Danger:
        return "danger";
    case Button::Kind::DangerOutline:
        return "dangerOutline";
    case Button::Kind::Toast:
        return "toast";
    case Button::Kind::ToastQuiet:
        return "toastQuiet";
    }
    return "neutral";
}

} // namespace

Button::Button(const Theme& theme, const QString& text, Kind kind, Size size, QWidget* parent)
    : QPushButton(text, parent), m_theme(theme), m_kind(kind), m_size(size)
{
    setProperty("kind", QString::fromLatin1(kindName(kind)));
    setProperty("small", size == Size::Small);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
}

ColorRole Button::textRole() const
{
    switch (m_kind) {
    case Kind::Primary:
        return ColorRole::TextOnPrimary;
    case Kind::Secondary:
    case Kind::Quiet:
        return ColorRole::PrimaryBase;
    case Kind::Neutral:
        return ColorRole::TextTitle;
    case Kind::Danger:
        return ColorRole::TextOnDanger;
    case Kind::DangerOutline:
        return ColorRole::DangerBase;
    case Kind::Toast:
        return ColorRole::TextToastAction;
    case Kind::ToastQuiet:
        return ColorRole::TextOnToast;
    }
    return ColorRole::TextTitle;
}

void Button::setIconName(const QString& name, IconPlace place)
{
    showIcon(name, textRole(), place);
}

void Button::setIconName(const QString& name, ColorRole role)
{
    showIcon(name, role, IconPlace::Before);
}

void Button::showIcon(const QString& name, ColorRole role, IconPlace place)
{
    const int side = m_theme.px(18);
    const int gap = text().isEmpty() ? 0 : m_theme.px(5);
    setIcon(m_theme.icon(name, role, place == IconPlace::Before ? gap : -gap));
    setIconSize(QSize(side + gap, side));
    setLayoutDirection(place == IconPlace::After ? Qt::RightToLeft : Qt::LeftToRight);
    updateGeometry();
}

void Button::setBusy(bool busy)
{
    if (busy == this->busy()) {
        return;
    }
    if (busy) {
        m_spin = new QTimer(this);
        connect(m_spin, &QTimer::timeout, this, [this] {
            m_angle = (m_angle + spinnerStep) % 360;
            update();
        });
        if (!m_theme.reducedMotion()) {
            m_spin->start(spinnerPeriodMs);
        }
    } else {
        delete m_spin;
        m_spin = nullptr;
    }
    update();
}

QSize Button::sizeHint() const
{
    const int height = m_theme.px(m_size == Size::Small ? tokens::sizeButtonSmall : tokens::sizeButton);
    const QSize hint = QPushButton::sizeHint();
    // A style sheet's size hint knows the text and the padding; the height is the design's.
    const int width = text().isEmpty() ? height : hint.width();
    return {width, qMax(height, fontMetrics().height() + m_theme.px(10))};
}

bool Button::event(QEvent* event)
{
    if (busy()) {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
        case QEvent::Shortcut:
            // Tab still leaves a busy button.
            if (event->type() != QEvent::KeyPress) {
                return true;
            }
            event->ignore();
            return QWidget::event(event);
        default:
            break;
        }
    }
    return QPushButton::event(event);
}

void Button::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    if (busy()) {
        paintSpinner();
    }
}

void Button::paintSpinner()
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_theme.color(textRole()), 2);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    const qreal side = m_theme.px(m_kind == Kind::Quiet ? quietSpinnerSide : spinnerSide);
    // In the padding, so that the words do not move.
    const QRectF circle(m_theme.px(m_kind == Kind::Quiet ? 1 : 4), (height() - side) / 2, side, side);
    painter.drawArc(circle, -m_angle * 16, 270 * 16);
}

} // namespace proconnect::ui
