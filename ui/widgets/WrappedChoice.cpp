// SPDX-License-Identifier: MIT
#include "ui/widgets/WrappedChoice.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/TextLabel.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QMouseEvent>

namespace proconnect::ui {

WrappedChoice::WrappedChoice(const Theme& theme, const QString& words, QAbstractButton* button,
                             QWidget* parent)
    : QWidget(parent), m_button(button)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    row->setSpacing(theme.px(8));
    m_button->setAccessibleName(words);
    row->addWidget(m_button, 0, Qt::AlignTop);
    auto* label = new TextLabel(words, TextStyle::Body, TextLabel::Ink::Title);
    // Beside its button, whatever height the dialog leaves it.
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    row->addWidget(label->wrapped(), 1);
}

void WrappedChoice::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        m_button->setFocus(Qt::MouseFocusReason);
        m_button->click();
    }
}

} // namespace proconnect::ui
