// SPDX-License-Identifier: MIT
#include "ui/widgets/UndoBar.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QTimer>
#include <QVariantAnimation>

namespace proconnect::ui {
namespace {

constexpr int progressHeight = 3;
constexpr int undoneMs = 4000;

} // namespace

UndoBar::UndoBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_icon(new IconLabel(theme, QStringLiteral("check"), ColorRole::TextOnToast)),
      m_text(new TextLabel({}, TextStyle::Table, TextLabel::Ink::Toast)),
      m_undo(new Button(theme, qtTrId("undo.action"), Button::Kind::Toast, Button::Size::Small)),
      m_send(new Button(theme, qtTrId("undo.held.send"), Button::Kind::Toast, Button::Size::Small)),
      m_close(new Button(theme, {}, Button::Kind::ToastQuiet, Button::Size::Small)),
      m_slide(new QVariantAnimation(this)), m_hide(new QTimer(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(36), theme.px(8) + progressHeight, theme.px(16), theme.px(8));
    row->setSpacing(theme.px(14));
    row->addWidget(m_icon);
    row->addWidget(m_text->wrapped(), 1);
    m_undo->setIconName(QStringLiteral("undo"));
    m_close->setIconName(QStringLiteral("close"));
    m_close->setAccessibleName(qtTrId("undo.sendnow"));
    m_close->setToolTip(qtTrId("undo.sendnow"));
    for (Button* button : {m_undo, m_send, m_close}) {
        row->addWidget(button);
        button->installEventFilter(this);
    }
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoClicked);
    connect(m_send, &QPushButton::clicked, this, &UndoBar::closeClicked);
    connect(m_close, &QPushButton::clicked, this, &UndoBar::closeClicked);
    m_slide->setStartValue(0);
    connect(m_slide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setMaximumHeight(value.toInt()); });
    connect(m_slide, &QVariantAnimation::finished, this, [this] { setMaximumHeight(QWIDGETSIZE_MAX); });
    m_hide->setSingleShot(true);
    m_hide->setInterval(undoneMs);
    connect(m_hide, &QTimer::timeout, this, &UndoBar::dismiss);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

QString UndoBar::sentence() const
{
    return m_text->text();
}

void UndoBar::offer(const QString& sentence)
{
    m_hide->stop();
    m_undoable = true;
    m_text->setText(sentence);
    m_undo->show();
    m_undo->setAccessibleName(qtTrId("a11y.undo").arg(sentence));
}

void UndoBar::showCountdown(const QString& sentence, int secondsLeft, int secondsTotal)
{
    offer(sentence);
    m_progress = secondsTotal > 0 ? qBound(0.0, double(secondsLeft) / secondsTotal, 1.0) : 0;
    m_icon->setIcon(QStringLiteral("check"), ColorRole::TextOnToast);
    m_send->hide();
    m_close->show();
    appear();
}

void UndoBar::showQuestion(const QString& sentence, const QString& answer, const QString& iconName)
{
    offer(sentence);
    m_progress = 0;
    m_icon->setIcon(iconName, ColorRole::TextOnToast);
    m_send->setText(answer);
    m_send->show();
    m_close->hide();
    appear();
}

bool UndoBar::showsUndone() const
{
    return m_hide->isActive();
}

void UndoBar::showUndone()
{
    showNotice(qtTrId("undo.done"), QStringLiteral("undo"));
    m_hide->start();
}

void UndoBar::showNotice(const QString& sentence, const QString& iconName)
{
    m_hide->stop();
    m_undoable = false;
    m_progress = 0;
    m_icon->setIcon(iconName, ColorRole::TextOnToast);
    m_text->setText(sentence);
    for (Button* button : {m_undo, m_send, m_close}) {
        button->hide();
    }
    appear();
}

void UndoBar::appear()
{
    if (!isVisible()) {
        const int duration = m_theme.duration(tokens::motionBase);
        setMaximumHeight(duration > 0 ? 0 : QWIDGETSIZE_MAX);
        show();
        if (duration > 0) {
            m_slide->setDuration(duration);
            m_slide->setEndValue(qMax(sizeHint().height(), m_theme.px(tokens::sizeUndoBar)));
            m_slide->setEasingCurve(QEasingCurve::OutCubic);
            m_slide->start();
        }
        m_announced.clear();
    }
    // Said once, not at every second.
    const QString what = m_text->text().section(u'.', 0, 0);
    if (what != m_announced) {
        m_announced = what;
        setAccessibleName(m_text->text());
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    update();
}

void UndoBar::dismiss()
{
    m_hide->stop();
    m_slide->stop();
    m_undoable = false;
    hide();
    tellAttention();
}

void UndoBar::focusUndo()
{
    m_undo->setFocus(Qt::TabFocusReason);
}

void UndoBar::tellAttention()
{
    const bool here =
        isVisible() && (underMouse() || m_undo->hasFocus() || m_send->hasFocus() || m_close->hasFocus());
    if (here != m_attended) {
        m_attended = here;
        Q_EMIT attended(here);
    }
}

void UndoBar::enterEvent(QEnterEvent*)
{
    tellAttention();
}

void UndoBar::leaveEvent(QEvent*)
{
    tellAttention();
}

bool UndoBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        tellAttention();
    }
    return QWidget::eventFilter(watched, event);
}

void UndoBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::ToastBg));
    painter.fillRect(QRectF(0, 0, width() * m_progress, progressHeight),
                     m_theme.color(ColorRole::TextToastAction));
}

} // namespace proconnect::ui
