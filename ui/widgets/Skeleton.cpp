// SPDX-License-Identifier: MIT
#include "ui/widgets/Skeleton.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QTimer>

#include <cmath>
#include <numbers>

namespace proconnect::ui {
namespace {

constexpr int delayMs = 300;
constexpr int frameMs = 50;
constexpr int rowHeight = 76;

} // namespace

Skeleton::Skeleton(const Theme& theme, int rows, Shape shape, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_rows(rows), m_shape(shape), m_delay(new QTimer(this)),
      m_pulse(new QTimer(this))
{
    setAccessibleName(qtTrId("a11y.skeleton"));
    m_delay->setSingleShot(true);
    m_delay->setInterval(delayMs);
    m_pulse->setInterval(frameMs);
    connect(m_delay, &QTimer::timeout, this, [this] {
        m_due = true;
        if (!m_theme.reducedMotion()) {
            m_pulse->start();
        }
        update();
    });
    connect(m_pulse, &QTimer::timeout, this, [this] {
        m_phaseMs = (m_phaseMs + frameMs) % tokens::motionSkeletonCycle;
        update();
    });
}

QSize Skeleton::sizeHint() const
{
    return {m_theme.px(240), m_theme.px(rowHeight) * m_rows};
}

void Skeleton::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_due) {
        m_delay->start();
    }
}

void Skeleton::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_delay->stop();
    m_pulse->stop();
    m_due = false;
}

void Skeleton::paintEvent(QPaintEvent*)
{
    if (!m_due) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal turn = 2 * std::numbers::pi * m_phaseMs / tokens::motionSkeletonCycle;
    const qreal share = m_theme.reducedMotion() ? 0 : (1 - std::cos(turn)) / 2;
    const QColor from = m_theme.color(ColorRole::SkeletonBase);
    const QColor to = m_theme.color(ColorRole::SkeletonShine);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        QColor::fromRgbF(static_cast<float>(from.redF() + (to.redF() - from.redF()) * share),
                         static_cast<float>(from.greenF() + (to.greenF() - from.greenF()) * share),
                         static_cast<float>(from.blueF() + (to.blueF() - from.blueF()) * share)));
    const int pad = m_theme.px(16);
    const int disc = m_shape == Shape::Rows ? m_theme.px(36) : 0;
    for (int row = 0; row < m_rows; ++row) {
        const qreal top = row * m_theme.px(rowHeight) + pad;
        if (disc > 0) {
            painter.drawEllipse(QRectF(pad, top, disc, disc));
        }
        const qreal left = pad + (disc > 0 ? disc + m_theme.px(14) : 0);
        const qreal room = qMax<qreal>(0, width() - left - pad);
        painter.drawRoundedRect(QRectF(left, top + m_theme.px(2), room * 0.6, m_theme.px(14)), 4, 4);
        painter.drawRoundedRect(QRectF(left, top + m_theme.px(24), room * 0.85, m_theme.px(12)), 4, 4);
    }
}

} // namespace proconnect::ui
