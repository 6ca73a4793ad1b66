// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QStringView>

namespace proconnect::certification {

/// A date of civil status, of which some parts may be unknown. Never an instant: no time zone applies.
struct CivilDate
{
    int year = 0; ///< 0 when unknown, as for month and day
    int month = 0;
    int day = 0;

    /// Accepts YYYY-MM-DD, YYYYMMDD, YYYY-MM and YYYY, unknown parts written 00, DD/MM/YYYY as French
    /// registers print it, either with another separator, and YYYY-MM-DD followed by midnight (T00:00:00,
    /// with a zone or without: the day is the one that is written). Anything else, such as a day with an
    /// unknown month or another time, gives an absent date.
    [[nodiscard]] static CivilDate parse(QStringView text);

    [[nodiscard]] bool absent() const { return year == 0; }
    [[nodiscard]] bool complete() const { return year != 0 && month != 0 && day != 0; }
    /// A complete date that exists in the calendar and lies between 1850 and `today`.
    [[nodiscard]] bool real(const CivilDate& today) const;
    /// Whether the parts that are known can be those of a date between 1850 and `today`.
    [[nodiscard]] bool possible(const CivilDate& today) const;
    /// Whether the parts that both know are the same; false when one is absent.
    [[nodiscard]] bool mayBe(const CivilDate& other) const;
    /// Year, month and day as one number that orders dates: 19821103.
    [[nodiscard]] int number() const { return (year * 100 + month) * 100 + day; }

    [[nodiscard]] static CivilDate of(const QDate& date) { return {date.year(), date.month(), date.day()}; }

    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

} // namespace proconnect::certification
