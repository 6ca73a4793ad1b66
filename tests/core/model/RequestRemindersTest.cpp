// SPDX-License-Identifier: MIT
#include "core/model/RequestReminders.h"

#include <QTest>

using namespace proconnect;

namespace {

QDateTime at(const char* instant)
{
    return QDateTime::fromString(QLatin1String(instant), Qt::ISODate);
}

} // namespace

class RequestRemindersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextReminder_withoutDeadline_comesOnDays3And7And21()
    {
        const AccessRequest request = made("2026-11-20T22:30:00Z"); // 23:30 in Paris
        QCOMPARE(all(request), (QStringList{QStringLiteral("W 2026-11-23T07:00:00Z"),
                                            QStringLiteral("W 2026-11-27T07:00:00Z"),
                                            QStringLiteral("W 2026-12-11T07:00:00Z")}));
    }

    void nextReminder_justAfterMidnightInParis_countsFromThatDay()
    {
        QCOMPARE(all(made("2026-11-20T23:30:00Z")).first(), QStringLiteral("W 2026-11-24T07:00:00Z"));
    }

    void nextReminder_summer_isAtEightInParisToo()
    {
        QCOMPARE(all(made("2026-07-01T09:00:00Z")).first(), QStringLiteral("W 2026-07-04T06:00:00Z"));
    }

    void nextReminder_deadline_comesThreeDaysBeforeOnTheEveAndOnTheDay()
    {
        AccessRequest request = made("2026-11-20T09:00:00Z");
        request.deadline = BusinessDeadline{QStringLiteral("TVA"), QDate(2026, 11, 30), {}};
        QCOMPARE(
            all(request),
            (QStringList{QStringLiteral("W 2026-11-23T07:00:00Z"), QStringLiteral("D 2026-11-27T07:00:00Z"),
                         QStringLiteral("D 2026-11-29T07:00:00Z"), QStringLiteral("D 2026-11-30T07:00:00Z"),
                         QStringLiteral("W 2026-12-11T07:00:00Z")}));
    }

    void nextReminder_afterTheEndOfTheRequest_isNone()
    {
        AccessRequest request = made("2026-11-20T09:00:00Z");
        request.deadline = BusinessDeadline{QStringLiteral("TVA"), QDate(2027, 3, 1), {}};
        request.expiresAt = at("2026-11-27T07:00:00Z");
        QCOMPARE(all(request), QStringList{QStringLiteral("W 2026-11-23T07:00:00Z")});
    }

    void dueReminder_severalMissed_saysOneAndTheDeadlineFirst()
    {
        AccessRequest request = made("2026-11-20T09:00:00Z");
        const QDateTime since = at("2026-11-20T09:00:00Z");
        QCOMPARE(dueReminder(request, request.receivedAt, since, at("2026-11-23T06:59:59Z")), std::nullopt);
        QCOMPARE(dueReminder(request, request.receivedAt, since, at("2026-11-23T07:00:00Z")),
                 ReminderKind::Waiting);
        QCOMPARE(dueReminder(request, request.receivedAt, since, at("2026-12-15T07:00:00Z")),
                 ReminderKind::Waiting);
        request.deadline = BusinessDeadline{QStringLiteral("TVA"), QDate(2026, 11, 25), {}};
        QCOMPARE(dueReminder(request, request.receivedAt, since, at("2026-12-15T07:00:00Z")),
                 ReminderKind::Deadline);
    }

    void dueReminder_questionPending_onlyADeadlineIsSaid()
    {
        AccessRequest request = made("2026-11-20T09:00:00Z");
        request.state = RequestState::ComplementAsked;
        const QDateTime since = at("2026-11-20T09:00:00Z");
        QCOMPARE(dueReminder(request, request.receivedAt, since, at("2026-11-23T07:00:00Z")), std::nullopt);
        request.deadline = BusinessDeadline{QStringLiteral("TVA"), QDate(2026, 11, 23), {}};
        QCOMPARE(dueReminder(request, request.receivedAt, since, at("2026-11-23T07:00:00Z")),
                 ReminderKind::Deadline);
    }

    void nextReminder_requestThatCameBack_countsFromThen()
    {
        AccessRequest request = made("2026-11-01T09:00:00Z");
        const QDateTime back = at("2026-11-28T09:00:00Z");
        request.expiresAt = at("2026-12-05T09:00:00Z");
        const auto next = nextReminder(request, back, back);
        QVERIFY(next);
        QCOMPARE(next->at, at("2026-12-01T07:00:00Z"));
    }

    void daysWaiting_paris_countsMidnights()
    {
        const AccessRequest request = made("2026-11-20T22:30:00Z");
        QCOMPARE(daysWaiting(request.receivedAt, at("2026-11-20T22:45:00Z")), 0);
        QCOMPARE(daysWaiting(request.receivedAt, at("2026-11-20T23:15:00Z")), 1);
        QCOMPARE(daysWaiting(request.receivedAt, at("2026-11-23T07:00:00Z")), 3);
        QCOMPARE(daysWaiting(request.receivedAt, at("2026-11-01T07:00:00Z")), 0);
    }

private:
    static AccessRequest made(const char* instant)
    {
        AccessRequest request;
        request.receivedAt = at(instant);
        request.expiresAt = request.receivedAt.addDays(30);
        return request;
    }
    static QStringList all(const AccessRequest& request)
    {
        QStringList reminders;
        auto next = nextReminder(request, request.receivedAt, request.receivedAt);
        while (next) {
            reminders +=
                (next->kind == ReminderKind::Deadline ? QStringLiteral("D ") : QStringLiteral("W ")) +
                next->at.toString(Qt::ISODate);
            next = nextReminder(request, request.receivedAt, next->at);
        }
        return reminders;
    }
};

QTEST_APPLESS_MAIN(RequestRemindersTest)
#include "RequestRemindersTest.moc"
