// SPDX-License-Identifier: MIT
#include "core/certification/CivilDate.h"

#include <QRegularExpression>

namespace proconnect::certification {
namespace {

constexpr int oldestYear = 1850;

} // namespace

CivilDate CivilDate::parse(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|([0-9]{2})([0-9]{2}))?\\z"));
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch()) {
        return {};
    }
    const auto part = [&match](int plain, int compact) {
        const QString digits =
            match.captured(plain).isEmpty() ? match.captured(compact) : match.captured(plain);
        return digits.toInt();
    };
    const CivilDate date{match.captured(1).toInt(), part(2, 4), part(3, 5)};
    if (date.month == 0 && date.day != 0) {
        return {};
    }
    return date;
}

bool CivilDate::real(const QDate& today) const
{
    const QDate date(year, month, day);
    return complete() && date.isValid() && year >= oldestYear && date <= today;
}

} // namespace proconnect::certification
