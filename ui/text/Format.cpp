// SPDX-License-Identifier: MIT
#include "ui/text/Format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace proconnect::ui {

QDateTime inParis(const QDateTime& instant)
{
    static const QTimeZone paris("Europe/Paris");
    return instant.toTimeZone(paris);
}

QString formatTime(const QDateTime& instant)
{
    return inParis(instant).time().toString(QStringLiteral("HH:mm"));
}

QString formatDate(const QDate& date)
{
    return QLocale().toString(date, QStringLiteral("d MMMM yyyy")).replace(u' ', QChar::Nbsp);
}

QString formatShortDate(const QDate& date)
{
    return QLocale().toString(date, QStringLiteral("d MMM")).replace(u' ', QChar::Nbsp);
}

QString formatWeekday(const QDate& date)
{
    return QLocale().toString(date, QStringLiteral("dddd d MMMM yyyy"));
}

QString formatRecent(const QDateTime& instant, const QDateTime& now)
{
    const QDate day = inParis(instant).date();
    const QDate today = inParis(now).date();
    if (day == today) {
        return formatTime(instant);
    }
    return day.daysTo(today) == 1 ? qtTrId("when.yesterday") : formatShortDate(day);
}

QString formatMoment(const QDateTime& instant, const QDateTime& now)
{
    const QDate day = inParis(instant).date();
    const QDate today = inParis(now).date();
    if (day == today) {
        return qtTrId("when.today.at").arg(formatTime(instant));
    }
    return day.daysTo(today) == 1 ? qtTrId("when.yesterday.at").arg(formatTime(instant))
                                  : qtTrId("when.day.at").arg(formatShortDate(day), formatTime(instant));
}

QString capitalized(const QString& text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.mid(1);
}

} // namespace proconnect::ui
