// SPDX-License-Identifier: MIT
#include "core/table/WrittenMoment.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace proconnect {

std::optional<WrittenMoment> writtenMoment(const QString& text)
{
    static const QTimeZone paris("Europe/Paris");
    static const QRegularExpression french(
        QStringLiteral("\\A(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\z"));
    const auto match = french.match(text);
    if (match.hasMatch()) {
        const QDate day(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
        const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
        return day.isValid() && time.isValid()
                   ? std::optional(WrittenMoment{day, QDateTime(day, time, paris)})
                   : std::nullopt;
    }
    QDateTime instant = QDateTime::fromString(text, Qt::ISODate);
    if (!instant.isValid()) {
        return std::nullopt;
    }
    const QDate day = instant.date();
    if (instant.timeSpec() == Qt::LocalTime) {
        instant = QDateTime(day, instant.time(), paris);
    }
    return WrittenMoment{day, instant};
}

} // namespace proconnect
