// SPDX-License-Identifier: MIT
#include "ui/text/DateText.h"

#include "ui/text/Format.h"

#include <QCoreApplication>

namespace proconnect::ui {
namespace {

/// Whole months between two days, as people count them: 12 August to 23 November is three.
int monthsBetween(QDate from, QDate to)
{
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (to.day() < from.day()) {
        --months;
    }
    return months;
}

constexpr int noon = 12;
constexpr int monthsInYear = 12;

} // namespace

DateText::DateText(const QDateTime& now, QLocale locale)
    : m_now(now), m_today(dayOf(now)), m_locale(std::move(locale))
{}

QDate DateText::dayOf(const QDateTime& instant)
{
    return inParis(instant).date();
}

QTime DateText::timeOf(const QDateTime& instant)
{
    return inParis(instant).time();
}

QString DateText::formatted(QDate day, const QString& pattern) const
{
    QString text = m_locale.toString(day, pattern);
    // French writes the first day of a month as an ordinal.
    if (m_locale.language() == QLocale::French && day.day() == 1) {
        text.replace(QStringLiteral("1\u00a0"), QStringLiteral("1er\u00a0"));
    }
    return text;
}

QString DateText::longDate(QDate day) const
{
    return formatted(day, QStringLiteral("d\u00a0MMMM\u00a0yyyy"));
}

QString DateText::shortDate(QDate day) const
{
    return formatted(day, day.year() == m_today.year() ? QStringLiteral("d\u00a0MMM")
                                                       : QStringLiteral("d\u00a0MMM\u00a0yyyy"));
}

QString DateText::weekday(QDate day) const
{
    return capitalized(m_locale.toString(day, QStringLiteral("dddd")) + u' ' + longDate(day));
}

QString DateText::clock(const QDateTime& instant) const
{
    return timeOf(instant).toString(QStringLiteral("HH:mm"));
}

QString DateText::spokenHour(QTime time) const
{
    if (m_locale.language() == QLocale::French) {
        const QString hour = QString::number(time.hour()) + QStringLiteral("\u00a0h");
        return time.minute() == 0 ? hour : hour + u'\u00a0' + time.toString(QStringLiteral("mm"));
    }
    return time.toString(time.minute() == 0 ? QStringLiteral("h\u00a0ap") : QStringLiteral("h:mm\u00a0ap"));
}

QString DateText::when(const QDateTime& instant) const
{
    const qint64 age = dayOf(instant).daysTo(m_today);
    if (age == 0) {
        return qtTrId("when.today.at").arg(clock(instant));
    }
    if (age == 1) {
        return qtTrId("when.yesterday.at").arg(clock(instant));
    }
    if (age == -1) {
        return qtTrId("date.tomorrow.at").arg(clock(instant));
    }
    return qtTrId("when.day.at").arg(shortDate(dayOf(instant)), clock(instant));
}

QString DateText::whenShort(const QDateTime& instant) const
{
    const qint64 age = dayOf(instant).daysTo(m_today);
    if (age == 0) {
        return qtTrId("date.at").arg(clock(instant));
    }
    if (age == 1) {
        return qtTrId("when.yesterday.at").arg(clock(instant));
    }
    return qtTrId("date.on").arg(shortDate(dayOf(instant)));
}

QString DateText::since(const QDateTime& instant) const
{
    return dayOf(instant) == m_today ? clock(instant) : whenShort(instant);
}

QString DateText::day(QDate day) const
{
    const qint64 ahead = m_today.daysTo(day);
    if (ahead == 0) {
        return qtTrId("date.today");
    }
    if (ahead == 1) {
        return qtTrId("date.tomorrow");
    }
    return ahead == -1 ? qtTrId("date.yesterday") : qtTrId("date.on").arg(shortDate(day));
}

QString DateText::ago(const QDateTime& instant) const
{
    const QDate then = dayOf(instant);
    const qint64 age = then.daysTo(m_today);
    if (age <= 0) {
        return timeOf(instant).hour() < noon ? qtTrId("date.this.morning") : qtTrId("date.today");
    }
    if (age == 1) {
        return qtTrId("date.yesterday");
    }
    const int months = monthsBetween(then, m_today);
    if (months == 0) {
        return qtTrId("date.on").arg(shortDate(then));
    }
    return months < monthsInYear ? qtTrId("date.months.ago", months)
                                 : qtTrId("date.years.ago", months / monthsInYear);
}

} // namespace proconnect::ui
