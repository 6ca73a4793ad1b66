// SPDX-License-Identifier: MIT
#include "ui/theme/FocusRing.h"

#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

namespace proconnect::ui {
namespace {

constexpr int outset = 4; // 2 px of space and 2 px of ring

bool showsOwnFocus(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget) ||
           widget->property(FocusRing::ownFocusProperty).toBool();
}

} // namespace

FocusRing::FocusRing(const Theme& theme, QWidget* window) : QWidget(window), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { onFocusChanged(now); });
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // of a shortcut, no key press comes
        m_keyboard = true;
        break;
    case QEvent::MouseButtonPress:
        m_keyboard = false;
        hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_target && watched != this && watched->isWidgetType() &&
            (watched == m_target || static_cast<QWidget*>(watched)->isAncestorOf(m_target))) {
            follow();
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::onFocusChanged(QWidget* now)
{
    const bool wanted = now && m_keyboard && now->window() == window() && now->focusPolicy() != Qt::NoFocus &&
                        !showsOwnFocus(now);
    m_target = wanted ? now : nullptr;
    follow();
}

void FocusRing::follow()
{
    if (!m_target || !m_target->isVisible() || !m_keyboard) {
        hide();
        return;
    }
    const QRect place(m_target->mapTo(window(), QPoint()), m_target->size());
    setGeometry(place.adjusted(-outset, -outset, outset, outset));
    raise();
    show();
    update();
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::BorderFocus), 2));
    const QVariant own = m_target ? m_target->property(radiusProperty) : QVariant();
    const int radius = (own.isValid() ? own.toInt() : tokens::radiusButton) + 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace proconnect::ui
