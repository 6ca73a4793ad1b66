// SPDX-License-Identifier: MIT
#include "ui/widgets/Dialog.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QGraphicsDropShadowEffect>
#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int shadowMargin = 24;
constexpr int borderWidth = 1;
constexpr int above = 24; // and below
constexpr int besides = 28;
constexpr int betweenParts = 16;
/// The focus ring stands outside of widgets.
constexpr int ringRoom = 4;

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
      m_header(new PageHeader(theme, title, code)), m_body(new QVBoxLayout), m_area(new ScrollArea),
      m_buttons(new FlowLayout(theme.px(12), theme.px(8)))
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
    const int side = theme.px(besides);
    column->setContentsMargins(0, theme.px(above), 0, theme.px(above));
    column->setSpacing(theme.px(betweenParts));
    auto* content = new ScrollContent;
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(side, ringRoom, side, ringRoom);
    inside->setSpacing(theme.px(betweenParts));
    inside->addWidget(m_header);
    m_body->setSpacing(theme.px(12));
    inside->addLayout(m_body);
    inside->addStretch();
    m_area->setWidget(content);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    column->addWidget(m_area, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(side, 0, side, 0);
    m_buttons->setLines(Qt::AlignRight);
    below->addLayout(m_buttons);
    column->addLayout(below);
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
    const bool ofContent = watched == m_area->widget();
    if (ofContent ? event->type() == QEvent::LayoutRequest
                  : event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        place();
    }
    return QDialog::eventFilter(watched, event);
}

int Dialog::neededHeight() const
{
    const int sheet = width() - 2 * (shadowMargin + borderWidth);
    const QWidget& content = *m_area->widget();
    int height = 2 * (shadowMargin + borderWidth + m_theme.px(above));
    height += content.hasHeightForWidth() ? content.heightForWidth(sheet) : content.sizeHint().height();
    if (m_buttons->count() > 0) {
        height += m_theme.px(betweenParts) + m_buttons->heightForWidth(sheet - 2 * m_theme.px(besides));
    }
    return height;
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
    resize(width(), qMin(neededHeight(), below->height()));
    const QPoint centre = below->mapToGlobal(below->rect().center());
    move(centre - QPoint(width() / 2, height() / 2));
}

void rejectDialogs(const QWidget& window)
{
    for (QDialog* dialog : window.findChildren<QDialog*>()) {
        if (dialog->isVisible()) {
            dialog->reject();
        }
    }
}

} // namespace proconnect::ui
