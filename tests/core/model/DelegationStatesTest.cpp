// SPDX-License-Identifier: MIT
#include "core/model/DelegationStates.h"

#include <QHash>
#include <QTest>

using namespace proconnect;
using Event = DelegationEvent;
using State = DelegationState;

namespace {

const QList<State> allStates{State::Proposed,  State::Scheduled, State::Active,  State::Suspended,
                             State::ToConfirm, State::Declined,  State::Expired, State::Revoked,
                             State::Renounced, State::Lapsed};
const QList<Event> allEvents{Event::TakenUp, Event::Declined, Event::Renounced, Event::Suspended,
                             Event::Resumed, Event::Revoked,  Event::Confirmed, Event::LeftToLapse,
                             Event::Started, Event::Expired,  Event::Lapsed,    Event::MandateEnded};

QDateTime at(int day, int hour = 8)
{
    return QDateTime(QDate(2026, 11, 1).addDays(day - 1), QTime(hour, 0), Qt::UTC);
}

/// Proposed on 1 November at 08:00 UTC, from 10 November to 31 December 2026.
Delegation in(State state)
{
    Delegation delegation;
    delegation.terms.start = QDate(2026, 11, 10);
    delegation.terms.end = QDate(2026, 12, 31);
    delegation.state = state;
    delegation.proposedAt = at(1);
    if (state == State::Proposed) {
        delegation.answerBy = at(15);
    } else if (state == State::ToConfirm) {
        delegation.answerBy = at(50);
    } else if (state == State::Suspended) {
        delegation.suspendedAt = at(12);
    }
    return delegation;
}

} // namespace

/// The life of a delegation: every event in every state, and what time does by itself.
class DelegationStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateAfter_everyPair_data()
    {
        QTest::addColumn<State>("from");
        QTest::addColumn<Event>("event");
        QTest::addColumn<int>("expected"); // -1: cannot happen

        // The first day has come. What is not here cannot happen.
        const QHash<State, QHash<Event, State>> table{
            {State::Proposed,
             {{Event::TakenUp, State::Active},
              {Event::Declined, State::Declined},
              {Event::Revoked, State::Revoked},
              {Event::Lapsed, State::Lapsed},
              {Event::MandateEnded, State::Lapsed}}},
            {State::Scheduled,
             {{Event::Started, State::Active},
              {Event::Renounced, State::Renounced},
              {Event::Revoked, State::Revoked},
              {Event::Expired, State::Expired},
              {Event::MandateEnded, State::ToConfirm}}},
            {State::Active,
             {{Event::Suspended, State::Suspended},
              {Event::Renounced, State::Renounced},
              {Event::Revoked, State::Revoked},
              {Event::Expired, State::Expired},
              {Event::MandateEnded, State::ToConfirm}}},
            {State::Suspended,
             {{Event::Resumed, State::Active},
              {Event::Renounced, State::Renounced},
              {Event::Revoked, State::Revoked},
              {Event::Expired, State::Expired},
              {Event::MandateEnded, State::ToConfirm}}},
            {State::ToConfirm,
             {{Event::Confirmed, State::Active},
              {Event::LeftToLapse, State::Lapsed},
              {Event::Renounced, State::Renounced},
              {Event::Expired, State::Expired},
              {Event::Lapsed, State::Lapsed}}},
        };
        for (const State from : allStates) {
            for (const Event event : allEvents) {
                const auto row = table.value(from);
                QTest::addRow("state %d, event %d", static_cast<int>(from), static_cast<int>(event))
                    << from << event << (row.contains(event) ? static_cast<int>(row[event]) : -1);
            }
        }
    }
    void stateAfter_everyPair()
    {
        QFETCH(State, from);
        QFETCH(Event, event);
        QFETCH(int, expected);
        const auto next = stateAfter(in(from), event, at(20));
        QCOMPARE(next ? static_cast<int>(*next) : -1, expected);
    }

    void stateAfter_beforeTheFirstDay_waitsForIt()
    {
        QCOMPARE(stateAfter(in(State::Proposed), Event::TakenUp, at(5)), State::Scheduled);
        QCOMPARE(stateAfter(in(State::ToConfirm), Event::Confirmed, at(5)), State::Scheduled);
        // 10 November begins in Paris while it is still the 9th in UTC.
        QCOMPARE(stateAfter(in(State::Proposed), Event::TakenUp, at(9, 22)), State::Scheduled);
        QCOMPARE(stateAfter(in(State::Proposed), Event::TakenUp, at(9, 23)), State::Active);
    }

    void actorOf_everyEvent_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<int>("actor");
        const auto row = [](const char* name, Event event, DelegationActor actor) {
            QTest::newRow(name) << event << static_cast<int>(actor);
        };
        row("taken up", Event::TakenUp, DelegationActor::Delegate);
        row("declined", Event::Declined, DelegationActor::Delegate);
        row("renounced", Event::Renounced, DelegationActor::Delegate);
        row("suspended", Event::Suspended, DelegationActor::Director);
        row("resumed", Event::Resumed, DelegationActor::Director);
        row("revoked", Event::Revoked, DelegationActor::Director);
        row("confirmed", Event::Confirmed, DelegationActor::Director);
        row("left to lapse", Event::LeftToLapse, DelegationActor::Director);
        row("started", Event::Started, DelegationActor::Time);
        row("expired", Event::Expired, DelegationActor::Time);
        row("lapsed", Event::Lapsed, DelegationActor::Time);
        row("mandate ended", Event::MandateEnded, DelegationActor::Register);
    }
    void actorOf_everyEvent()
    {
        QFETCH(Event, event);
        QFETCH(int, actor);
        QCOMPARE(static_cast<int>(actorOf(event)), actor);
    }

    void afterEvent_mandateEnded_givesThirtyDays()
    {
        const auto waiting = afterEvent(in(State::Active), Event::MandateEnded, at(20));
        QVERIFY(waiting.has_value());
        QCOMPARE(waiting->answerBy, at(50));
        QVERIFY(!waiting->endedAt);
    }

    void afterEvent_suspendedThenMandateEnded_staysSuspendedUntilConfirmed()
    {
        auto delegation = *afterEvent(in(State::Active), Event::Suspended, at(18));
        delegation = *afterEvent(delegation, Event::MandateEnded, at(20));
        QCOMPARE(delegation.suspendedAt, at(18));
        delegation = *afterEvent(delegation, Event::Confirmed, at(21));
        QVERIFY(!delegation.suspendedAt && !delegation.answerBy);
    }

    void afterEvent_over_saysSince()
    {
        const auto over = afterEvent(in(State::Proposed), Event::Declined, at(3));
        QCOMPARE(over->endedAt, at(3));
        QVERIFY(!over->answerBy);
        QVERIFY(!afterEvent(*over, Event::TakenUp, at(3)));
    }

    void dueEvent_time_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<int>("event"); // -1: nothing
        const auto row = [](const char* name, State state, const QDateTime& now,
                            std::optional<Event> event = {}) {
            QTest::newRow(name) << state << now << (event ? static_cast<int>(*event) : -1);
        };
        row("proposal, before 14 days", State::Proposed, at(15).addSecs(-1));
        row("proposal, 14 days", State::Proposed, at(15), Event::Lapsed);
        row("scheduled, evening before", State::Scheduled, at(9, 22));
        row("scheduled, first day in Paris", State::Scheduled, at(9, 23), Event::Started);
        row("scheduled, slept through it all", State::Scheduled, at(70), Event::Expired);
        row("active, last evening", State::Active, at(61, 22));
        row("active, last day over in Paris", State::Active, at(61, 23), Event::Expired);
        row("suspended, last day over", State::Suspended, at(61, 23), Event::Expired);
        row("to confirm, before 30 days", State::ToConfirm, at(50).addSecs(-1));
        row("to confirm, 30 days", State::ToConfirm, at(50), Event::Lapsed);
        row("to confirm, last day over", State::ToConfirm, at(61, 23), Event::Expired);
        row("revoked", State::Revoked, at(70));
        row("lapsed", State::Lapsed, at(70));
    }
    void dueEvent_time()
    {
        QFETCH(State, state);
        QFETCH(QDateTime, now);
        QFETCH(int, event);
        const auto due = dueEvent(in(state), now);
        QCOMPARE(due ? static_cast<int>(*due) : -1, event);
        // Nothing is due before its term, and something is at its term.
        const auto term = nextTerm(in(state));
        QCOMPARE(due.has_value(), term && now >= *term);
    }

    void dueEvent_withoutTheInstantItNeeds_endsIt()
    {
        Delegation broken = in(State::ToConfirm);
        broken.answerBy.reset();
        QCOMPARE(dueEvent(broken, at(21)), Event::Lapsed);
    }

    void standingAt_nobodyTookNote_isWhatTimeMadeOfIt()
    {
        QCOMPARE(standingAt(in(State::Scheduled), at(20)).state, State::Active);
        QCOMPARE(standingAt(in(State::Scheduled), at(70)).state, State::Expired);
        QCOMPARE(standingAt(in(State::Active), at(70)).state, State::Expired);
        QCOMPARE(standingAt(in(State::Proposed), at(16)).state, State::Lapsed);
        QCOMPARE(standingAt(in(State::Suspended), at(20)).state, State::Suspended);
    }

    void periodAllowed_dates_data()
    {
        QTest::addColumn<QDate>("start");
        QTest::addColumn<QDate>("end");
        QTest::addColumn<bool>("allowed");
        const QDate today(2026, 11, 1);
        QTest::newRow("until tomorrow") << today << today.addDays(1) << true;
        QTest::newRow("until today") << today << today << false;
        QTest::newRow("a whole year") << today << QDate(2027, 11, 1) << true;
        QTest::newRow("a year and a day") << today << QDate(2027, 11, 2) << false;
        QTest::newRow("ends before it begins") << today.addDays(9) << today.addDays(8) << false;
        QTest::newRow("one day") << today.addDays(9) << today.addDays(9) << true;
        QTest::newRow("began already") << today.addDays(-9) << today.addDays(9) << true;
        QTest::newRow("no first day") << QDate() << today.addDays(9) << false;
        QTest::newRow("no last day") << today << QDate() << false;
    }
    void periodAllowed_dates()
    {
        QFETCH(QDate, start);
        QFETCH(QDate, end);
        QFETCH(bool, allowed);
        DelegationProposal terms;
        terms.start = start;
        terms.end = end;
        QCOMPARE(periodAllowed(terms, at(1)), allowed);
    }
};

QTEST_APPLESS_MAIN(DelegationStatesTest)
#include "DelegationStatesTest.moc"
