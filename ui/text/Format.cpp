// SPDX-License-Identifier: MIT
#include "ui/text/Format.h"

#include <QTimeZone>

namespace proconnect::ui {

QDateTime inParis(const QDateTime& instant)
{
    static const QTimeZone paris("Europe/Paris");
    return instant.toTimeZone(paris);
}

QString capitalized(const QString& text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.mid(1);
}

QString uncapitalized(const QString& text)
{
    return text.size() < 2 || text.at(1).isUpper() ? text : text.front().toLower() + text.mid(1);
}

} // namespace proconnect::ui
