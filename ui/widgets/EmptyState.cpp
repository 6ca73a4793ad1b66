// SPDX-License-Identifier: MIT
#include "ui/widgets/EmptyState.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int discSide = 72;
constexpr int iconSide = 32;
constexpr int widestSentence = 460;

class Disc final : public QWidget
{
public:
    Disc(const Theme& theme, QString icon) : m_theme(theme), m_icon(std::move(icon))
    {
        setFixedSize(theme.px(discSide), theme.px(discSide));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::PrimarySoft));
        painter.drawEllipse(rect());
        const int side = m_theme.px(iconSide);
        painter.drawPixmap(QPointF((width() - side) / 2.0, (height() - side) / 2.0),
                           m_theme.pixmap(m_icon, ColorRole::PrimaryBase, side, devicePixelRatioF()));
    }

private:
    const Theme& m_theme;
    QString m_icon;
};

} // namespace

EmptyState::EmptyState(const Theme& theme, const QString& iconName, const QString& title,
                       const QString& sentence, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new TextLabel(title, TextStyle::H2)),
      m_sentence(new TextLabel(sentence, TextStyle::Body, TextLabel::Ink::Muted)),
      m_actions(new FlowLayout(theme.px(12), theme.px(8)))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.px(8));
    column->addStretch();
    column->addWidget(new Disc(theme, iconName), 0, Qt::AlignHCenter);
    column->addSpacing(theme.px(8));
    for (TextLabel* label : {m_title, m_sentence}) {
        label->wrapped()->setAlignment(Qt::AlignHCenter);
        label->setMaximumWidth(theme.px(widestSentence));
        // In a row with stretches: a centred, wrapped label alone takes no more than its narrow hint.
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        column->addLayout(row);
    }
    m_title->setHeading();
    m_sentence->setVisible(!sentence.isEmpty());
    column->addSpacing(theme.px(8));
    m_actions->setLines(Qt::AlignHCenter);
    column->addLayout(m_actions);
    column->addStretch();
}

void EmptyState::setText(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

Button* EmptyState::addAction(const QString& text)
{
    const bool first = m_actions->count() == 0;
    auto* button = new Button(m_theme, text, first ? Button::Kind::Primary : Button::Kind::Neutral);
    m_actions->addWidget(button);
    return button;
}

void EmptyState::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

} // namespace proconnect::ui
