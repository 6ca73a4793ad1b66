// SPDX-License-Identifier: MIT
#include "core/certification/CivilDate.h"

#include "core/certification/Trimmed.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

constexpr int oldestYear = 1850;

constexpr int noNumber = -1;

/// A number of `size` digits at `at`; noNumber when one is not a digit.
template <qsizetype size>
int digits(QStringView text, qsizetype at)
{
    unsigned number = 0;
    unsigned highest = 0;
    for (qsizetype i = at; i < at + size; ++i) {
        const unsigned digit = text[i].unicode() - unsigned{u'0'};
        highest = std::max(highest, digit);
        number = number * 10 + digit;
    }
    return highest > 9 ? noNumber : static_cast<int>(number);
}

CivilDate withParts(int year, int month, int day)
{
    const bool readable = year != noNumber && month != noNumber && day != noNumber;
    return readable && (month != 0 || day == 0) ? CivilDate{year, month, day} : CivilDate();
}

/// "Z", "+01:00", "-0500", or nothing.
bool isZone(QStringView zone)
{
    if (zone.isEmpty() || zone == u"Z") {
        return true;
    }
    const bool colon = zone.size() == 6 && zone[3] == u':';
    return (zone[0] == u'+' || zone[0] == u'-') && (colon || zone.size() == 5) &&
           digits<2>(zone, 1) != noNumber && digits<2>(zone, zone.size() - 2) != noNumber;
}

/// The day began: with seconds and their fraction or without, in whichever zone that was written.
bool isMidnight(QStringView time)
{
    const auto* const zone =
        std::find_if(time.begin(), time.end(), [](QChar c) { return c == u'Z' || c == u'+' || c == u'-'; });
    const QStringView clock = time.first(zone - time.begin());
    const bool midnight = clock.size() > 1 && QStringView(u"00:00:00.000000").startsWith(clock.sliced(1)) &&
                          (clock.size() == 6 || clock.size() == 9 || clock.size() > 10);
    return midnight && (clock[0] == u'T' || clock[0] == u' ') && isZone(time.sliced(clock.size()));
}

/// "-", "." and "/" follow each other.
bool isSeparator(QChar c)
{
    return c >= u'-' && c <= u'/';
}

CivilDate readDashed(QStringView text)
{
    if (text.size() < 7 || (text[4] != u'-' && text[4] != u'/') ||
        (text.size() > 7 && (text.size() < 10 || text[7] != text[4])) ||
        (text.size() > 10 && !isMidnight(text.sliced(10)))) {
        return {};
    }
    return withParts(digits<4>(text, 0), digits<2>(text, 5), text.size() == 7 ? 0 : digits<2>(text, 8));
}

CivilDate read(QStringView text)
{
    if (text.size() == 4) {
        return withParts(digits<4>(text, 0), 0, 0);
    }
    if (text.size() == 8) {
        return withParts(digits<4>(text, 0), digits<2>(text, 4), digits<2>(text, 6));
    }
    if (text.size() == 10 && isSeparator(text[2]) && text[5] == text[2]) {
        return withParts(digits<4>(text, 6), digits<2>(text, 3), digits<2>(text, 0));
    }
    return readDashed(text);
}

int daysIn(int year, int month)
{
    if (month == 2) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

} // namespace

CivilDate CivilDate::parse(QStringView text)
{
    return read(trimmedView(text));
}

bool CivilDate::mayBe(const CivilDate& other) const
{
    const auto agree = [](int mine, int theirs) { return mine == 0 || theirs == 0 || mine == theirs; };
    return !absent() && year == other.year && agree(month, other.month) && agree(day, other.day);
}

bool CivilDate::possible(const CivilDate& today) const
{
    constexpr int shortestMonth = 28;
    return month <= 12 && (day <= shortestMonth || day <= daysIn(year, month)) && year >= oldestYear &&
           number() <= today.number();
}

bool CivilDate::real(const CivilDate& today) const
{
    return complete() && possible(today);
}

} // namespace proconnect::certification
