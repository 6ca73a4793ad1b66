// SPDX-License-Identifier: MIT
#include "ui/widgets/TagFilter.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"

#include <QLocale>
#include <QVariant>

namespace proconnect::ui {

TagFilter::TagFilter(const Theme& theme, QString name, const QString& iconName, QWidget* parent)
    : QPushButton(name, parent), m_theme(theme), m_name(std::move(name))
{
    setProperty("filter", true);
    const int height = sizeHint().height();
    setProperty(FocusRing::radiusProperty, height / 2);
    // A pill: the style sheet has no "half of the height".
    setStyleSheet(QStringLiteral("border-radius:%1px").arg(height / 2));
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!iconName.isEmpty()) {
        const int side = theme.px(14);
        setIcon(theme.icon(iconName, ColorRole::TextBody, 2));
        setIconSize(QSize(side + 2, side));
    }
}

void TagFilter::setCount(int count)
{
    setText(m_name + QStringLiteral(" · ") + QLocale().toString(count));
}

QSize TagFilter::sizeHint() const
{
    return {QPushButton::sizeHint().width(), m_theme.px(tokens::sizeButtonSmall)};
}

} // namespace proconnect::ui
