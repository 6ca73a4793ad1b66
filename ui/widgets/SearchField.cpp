// SPDX-License-Identifier: MIT
#include "ui/widgets/SearchField.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace proconnect::ui {
namespace {

constexpr int pauseMs = 150;
constexpr int longestSearch = 200;

} // namespace

SearchField::SearchField(const Theme& theme, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent), m_pause(new QTimer(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setMaxLength(longestSearch);
    setClearButtonEnabled(true);
    // Qt names its own clear button in no language.
    if (auto* clear = findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction"))) {
        clear->setText(qtTrId("search.clear"));
    }
    setMinimumHeight(theme.px(tokens::sizeField));
    // Qt makes it a button, which a screen reader must be able to name.
    addAction(theme.icon(QStringLiteral("search"), ColorRole::TextMuted), QLineEdit::LeadingPosition)
        ->setText(placeholder);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(this, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT searched(text().trimmed()); });
}

void SearchField::announceResults(const QString& sentence)
{
    setAccessibleDescription(sentence);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace proconnect::ui
