// SPDX-License-Identifier: MIT
#include "ui/widgets/FieldRow.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QTimer>
#include <QVariant>

namespace proconnect::ui {

FieldRow::FieldRow(const Theme& theme, const QString& label, QWidget* control, QWidget* parent)
    : QWidget(parent), m_control(control),
      m_icon(new IconLabel(theme, QStringLiteral("error"), ColorRole::ErrorText, 16)),
      m_message(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    auto* name = new TextLabel(label, TextStyle::Table, TextLabel::Ink::Title);
    name->setBuddy(control);
    column->addWidget(name);
    // At least the height of the design; the style sheet's field has no height of its own.
    control->setMinimumHeight(qMax(control->minimumHeight(), theme.px(tokens::sizeField)));
    control->setAccessibleName(QString(label).remove(u'&'));
    column->addWidget(control);
    auto* below = new QHBoxLayout;
    below->setSpacing(theme.px(6));
    below->addWidget(m_icon, 0, Qt::AlignTop);
    below->addWidget(m_message->wrapped(), 1);
    column->addLayout(below);
    showMessage();
}

void FieldRow::setHint(const QString& hint)
{
    m_hint = hint;
    showMessage();
}

void FieldRow::setError(const QString& error)
{
    if (error == m_error) {
        return;
    }
    m_error = error;
    m_control->setProperty("invalid", !error.isEmpty());
    m_control->style()->unpolish(m_control);
    m_control->style()->polish(m_control);
    showMessage();
    if (!error.isEmpty()) {
        QTimer::singleShot(0, this, &FieldRow::bringIntoSight); // once the sentence has its place
    }
}

void FieldRow::bringIntoSight()
{
    if (!m_control->hasFocus() || m_error.isEmpty()) {
        return; // whoever writes elsewhere stays there
    }
    for (QWidget* above = parentWidget(); above; above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(this, 0, 0);
        }
    }
}

QString FieldRow::error() const
{
    return m_error;
}

void FieldRow::showMessage()
{
    const bool wrong = !m_error.isEmpty();
    const QString& words = wrong ? m_error : m_hint;
    m_icon->setVisible(wrong);
    m_message->setVisible(!words.isEmpty());
    m_message->setInk(wrong ? TextLabel::Ink::Error : TextLabel::Ink::Muted);
    m_message->setText(words);
    m_control->setAccessibleDescription(words);
}

} // namespace proconnect::ui
