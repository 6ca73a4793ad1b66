// SPDX-License-Identifier: MIT
#include "ui/widgets/Dialog.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/PageHeader.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QGraphicsDropShadowEffect>
#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int shadowMargin = 24;

class Scrim final : public QWidget
{
public:
    Scrim(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(ColorRole::BgScrim));
    }

private:
    const Theme& m_theme;
};

} // namespace

Dialog::Dialog(const Theme& theme, const QString& title, const QString& code, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_theme(theme),
      m_header(new PageHeader(theme, title, code)), m_body(new QVBoxLayout), m_buttons(new QHBoxLayout)
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    setWindowTitle(title);
    auto* outside = new QVBoxLayout(this);
    outside->setContentsMargins(shadowMargin, shadowMargin, shadowMargin, shadowMargin);
    auto* sheet = new QFrame;
    sheet->setProperty("surface", QStringLiteral("dialog"));
    auto* shadow = new QGraphicsDropShadowEffect(sheet);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(theme.color(ColorRole::Shadow));
    sheet->setGraphicsEffect(shadow);
    outside->addWidget(sheet);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(24));
    column->setSpacing(theme.px(16));
    column->addWidget(m_header);
    m_body->setSpacing(theme.px(12));
    column->addLayout(m_body);
    m_buttons->setSpacing(theme.px(12));
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    setFixedWidth(qMin(theme.px(tokens::sizeDialog) + 2 * shadowMargin,
                       parent ? parent->window()->width() - 2 * shadowMargin : theme.px(tokens::sizeDialog)));
    new FocusRing(theme, this);
    connect(this, &QDialog::finished, this, [this] {
        delete m_scrim;
        m_scrim = nullptr;
    });
}

Dialog::~Dialog()
{
    delete m_scrim;
}

void Dialog::addButton(Button* button)
{
    m_buttons->addWidget(button);
}

void Dialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (QWidget* below = parentWidget() ? parentWidget()->window() : nullptr; below && !m_scrim) {
        m_scrim = new Scrim(m_theme, below);
        m_scrim->setGeometry(below->rect());
        m_scrim->show();
        below->installEventFilter(this);
    }
    place();
    m_header->focusTitle();
}

bool Dialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        place();
    }
    return QDialog::eventFilter(watched, event);
}

void Dialog::place()
{
    const QWidget* below = parentWidget() ? parentWidget()->window() : nullptr;
    if (!below) {
        return;
    }
    if (m_scrim) {
        m_scrim->setGeometry(below->rect());
    }
    // Its own hint would leave the room that wrapped texts need at another width.
    const int needed = layout()->totalHeightForWidth(width());
    resize(width(), needed > 0 ? needed : sizeHint().height());
    const QPoint centre = below->mapToGlobal(below->rect().center());
    move(centre - QPoint(width() / 2, height() / 2));
}

} // namespace proconnect::ui
