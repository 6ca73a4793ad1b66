// SPDX-License-Identifier: MIT
#include "ui/widgets/LinkButton.h"

#include <QFontMetrics>
#include <QVariant>

namespace proconnect::ui {

LinkButton::LinkButton(const QString& text, Size size, QWidget* parent) : QPushButton(text, parent)
{
    setProperty("link", true);
    setProperty("small", size == Size::Small);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
}

QSize LinkButton::sizeHint() const
{
    ensurePolished();
    const QFontMetrics metrics = fontMetrics();
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + 2, metrics.height() + 6};
}

} // namespace proconnect::ui
