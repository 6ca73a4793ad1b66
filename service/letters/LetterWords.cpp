// SPDX-License-Identifier: MIT
#include "service/letters/LetterWords.h"

#include "core/model/BusinessNumbers.h"

#include <QLocale>
#include <QTimeZone>

namespace proconnect::service {

QString dayInLetter(const QDateTime& instant)
{
    const QDate day = instant.toTimeZone(QTimeZone("Europe/Paris")).date();
    const QString rest = QLocale(QLocale::French).toString(day, QStringLiteral("MMMM yyyy"));
    return QStringLiteral("%1 %2").arg(day.day() == 1 ? QStringLiteral("1er") : QString::number(day.day()),
                                       rest);
}

QString sirenInLetter(const QString& siren)
{
    const auto number = SirenNumber::parse(siren);
    return number ? number->display() : siren;
}

} // namespace proconnect::service
