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

} // namespace proconnect::ui
