// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

namespace proconnect::certification {

/// A date of civil status, of which some parts may be unknown. Never an instant: no time zone applies.
struct CivilDate
{
    int year = 0; ///< 0 when unknown, as for month and day
    int month = 0;
    int day = 0;

    /// Accepts YYYY-MM-DD, YYYYMMDD, YYYY-MM and YYYY, unknown parts written 00. Anything else, such as a day
    /// with an unknown month, gives an absent date.
    [[nodiscard]] static CivilDate parse(const QString& text);

    [[nodiscard]] bool absent() const { return year == 0; }
    [[nodiscard]] bool complete() const { return year != 0 && month != 0 && day != 0; }
    /// A complete date that exists in the calendar and lies between 1850 and `today`.
    [[nodiscard]] bool real(const QDate& today) const;

    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

} // namespace proconnect::certification
