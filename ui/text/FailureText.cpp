// SPDX-License-Identifier: MIT
#include "ui/text/FailureText.h"

#include "core/model/DeviceSession.h"
#include "ui/text/DateText.h"
#include "ui/text/NamedText.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace proconnect::ui {
namespace {

/// Longest value shown of one that came from outside.
constexpr qsizetype longestValue = 120;

QString readable(const QString& value)
{
    static const QRegularExpression day(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    if (day.match(value).hasMatch()) {
        const QDate date = QDate::fromString(value, Qt::ISODate);
        return date.isValid() ? DateText(date.startOfDay(Qt::UTC)).longDate(date) : value;
    }
    const QDateTime instant = QDateTime::fromString(value, Qt::ISODate);
    if (instant.isValid() && value.contains(u'T')) {
        return DateText(instant).clock(instant);
    }
    return value.left(longestValue);
}

/// How many different %1 to %9 `text` holds.
int placesIn(const QString& text)
{
    int places = 0;
    while (text.contains(u'%' + QString::number(places + 1))) {
        ++places;
    }
    return places;
}

QString wordsOf(const Failure& failure, const QByteArray& key)
{
    const QByteArray plainKey = key + ".plain";
    const QString plain = qtTrId(plainKey.constData());
    const bool hasPlain = plain != QLatin1String(plainKey);
    bool isNumber = false;
    const int number = failure.argument.toInt(&isNumber);
    if (failure.code == FailureCode::CodeWrong) {
        return isNumber ? qtTrId(key.constData(), number) : plain;
    }
    QStringList values;
    for (const QString& value : failure.argument.split(u'|', Qt::SkipEmptyParts)) {
        values.append(readable(value.trimmed()));
    }
    const QString text = qtTrId(key.constData());
    if (placesIn(text) > values.size()) {
        return hasPlain ? plain : text;
    }
    return withNames(text, values);
}

FailureText textOf(const Failure& failure, const QByteArray& key)
{
    const QString words = wordsOf(failure, key);
    // The first sentence is what happened; a dot inside an address does not end it.
    static const QRegularExpression endOfSentence(QStringLiteral("[.!?]\\s"));
    const QRegularExpressionMatch match = endOfSentence.match(words);
    FailureText text;
    text.supportCode = QString::fromLatin1(failureInfo(failure.code).id);
    if (match.hasMatch()) {
        text.title = words.left(match.capturedStart() + 1);
        text.body = words.mid(match.capturedEnd());
    } else {
        text.title = words;
    }
    return text;
}

} // namespace

FailureText failureText(const Failure& failure)
{
    if (failure.code == FailureCode::SessionEnded && failure.argument == endedElsewhere) {
        return textOf(failure, "err.session.elsewhere");
    }
    return textOf(failure, failureInfo(failure.code).textKey);
}

FailureText attachFailureText(const Failure& failure)
{
    const QByteArray key = failureInfo(failure.code).textKey;
    return textOf(failure, key == "err.service" ? QByteArrayLiteral("err.service.attach") : key);
}

} // namespace proconnect::ui
