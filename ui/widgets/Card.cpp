// SPDX-License-Identifier: MIT
#include "ui/widgets/Card.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QVariant>

namespace proconnect::ui {

Card::Card(const Theme& theme, const QString& title, bool padded, QWidget* parent)
    : QFrame(parent), m_theme(theme)
{
    setProperty("card", true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    const int padding = theme.px(20);
    if (!title.isEmpty()) {
        m_header = new BesideLayout(BesideLayout::Grows::First, 0, theme.px(12), theme.px(4));
        m_header->setContentsMargins(padding, theme.px(14), padding, theme.px(14));
        m_title = new TextLabel({}, TextStyle::H2);
        m_header->addWidget(m_title->wrapped());
        setTitle(title);
        all->addLayout(m_header);
        all->addWidget(new Rule);
    }
    m_body = new QVBoxLayout;
    m_body->setSpacing(0);
    if (padded) {
        m_body->setContentsMargins(padding, theme.px(16), padding, theme.px(16));
        m_body->setSpacing(theme.px(8));
    } else {
        m_body->setContentsMargins(0, 0, 0, 0);
    }
    all->addLayout(m_body, 1);
}

void Card::addToHeader(QWidget* widget)
{
    Q_ASSERT(m_header);
    m_header->addWidget(widget);
}

void Card::setTitle(const QString& title)
{
    Q_ASSERT(m_title);
    m_title->setText(title);
    // On one line as long as the window lets it.
    m_header->setRoom(QFontMetrics(m_theme.font(TextStyle::H2)).horizontalAdvance(title) + m_theme.px(2));
}

void Card::addRule()
{
    m_body->addWidget(new Rule);
}

} // namespace proconnect::ui
