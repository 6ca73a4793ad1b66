// SPDX-License-Identifier: MIT
#include "core/net/ClockCheck.h"

#include <QLocale>

#include <cmath>

namespace proconnect {
namespace {

constexpr qint64 toleratedSeconds = 60;

} // namespace

Failure clockWrong(const QDateTime& ours)
{
    return {FailureCode::ClockWrong, QStringLiteral("the service's clock shows another time"),
            QLocale().toString(ours.toLocalTime(), QLocale::ShortFormat)};
}

std::optional<Failure> clockFailure(const QDateTime& theirs, const QDateTime& ours)
{
    const bool differ = theirs.isValid() && std::abs(theirs.secsTo(ours)) > toleratedSeconds;
    return differ ? std::optional(clockWrong(ours)) : std::nullopt;
}

} // namespace proconnect
