// SPDX-License-Identifier: MIT
#include "tests/service/desk/DepartureBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Departures that were scheduled, when their hour comes and when it cannot.
class DepartureHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }

    void start_later_leavesAtItsHour()
    {
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s, u"asp"_s}, hour)).status, 201);
        QCOMPARE(m_bench->departure().state, DepartureState::Scheduled);
        QCOMPARE(m_bench->departure().at, std::optional(hour));
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
        m_bench->turn();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::ToDo);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);

        m_bench->desk.bench.clock.advance(3601);
        m_bench->turn();
        m_bench->turn();
        QCOMPARE(m_bench->departure().state, DepartureState::Running);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Requested);
        QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::Manual);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void start_later_looksAgainAtItsHour()
    {
        m_bench->administrator(u"ZB"_s, true);
        m_bench->administrator(u"LP"_s, true);
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s, u"urssaf"_s}, hour)).status, 201);
        // Meanwhile the other administrator goes, and one of the accounts is closed by somebody else.
        m_bench->desk.portal.users.removeAt(1);
        m_bench->desk.sync();
        m_bench->desk.portal.users.removeFirst();
        m_bench->desk.sync("urssaf");
        QCOMPARE(m_bench->step(u"urssaf:LP"_s).state, DepartureStepState::NotNeeded);
        m_bench->desk.bench.clock.advance(3601);
        m_bench->turn();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
    }

    void mandateEnded_beforeTheHour_keepsTheAccounts()
    {
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s}, hour)).status, 201);
        MandateRecord ended;
        ended.mandate.subject = m_bench->desk.claire.person.subject;
        ended.mandate.siren = m_bench->desk.company.siren;
        ended.endedAt = m_bench->desk.bench.clock.now();
        const auto followed = m_bench->desk.bench.write(
            [&](QSqlDatabase& connection) { return m_bench->desk.desk->mandateEnded(connection, ended); });
        QVERIFY(followed.ok());
        QCOMPARE(m_bench->departure().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"departure.mandateEnded"_s), 1);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void hour_registerSaysThatTheMandateEnded_keepsTheAccounts()
    {
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s}, hour)).status, 201);
        m_bench->desk.bench.clock.advance(3601);
        m_bench->desk.company.registerAnswers = false;
        m_bench->turn();
        m_bench->desk.company.registerAnswers = true;
        QCOMPARE(m_bench->departure().state, DepartureState::Scheduled);
        m_bench->desk.company.mandateEnded = true;
        m_bench->desk.bench.clock.advance(301);
        m_bench->turn();
        m_bench->desk.company.mandateEnded = false;
        QCOMPARE(m_bench->departure().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
    }

    void hour_cannotLeave_saysWhyAndTellsItOnce_data()
    {
        QTest::addColumn<FailureCode>("code");
        QTest::addColumn<DeparturePutOff>("why");
        QTest::newRow("no register") << FailureCode::RegistryUnavailable
                                     << DeparturePutOff::RegisterUnavailable;
        QTest::newRow("a sign-in settles it")
            << FailureCode::SignInTooOld << DeparturePutOff::MandateToConfirm;
        QTest::newRow("a human settles it") << FailureCode::NeedsReview << DeparturePutOff::MandateToConfirm;
    }

    void hour_cannotLeave_saysWhyAndTellsItOnce()
    {
        QFETCH(FailureCode, code);
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s}, hour)).status, 201);
        QVERIFY(!m_bench->departure().putOff);
        m_bench->desk.bench.clock.advance(3601);
        turnWith(code);
        QTEST(*m_bench->departure().putOff, "why");
        QCOMPARE(m_bench->departure().state, DepartureState::Scheduled);
        const qint64 told = m_bench->desk.snapshot().cursor;
        for (int turn = 0; turn < 3; ++turn) {
            m_bench->desk.bench.clock.advance(301);
            turnWith(code);
        }
        QCOMPARE(m_bench->journalled(u"departure.putOff"_s), 1);
        QCOMPARE(m_bench->desk.snapshot().cursor, told);
        // Another reason is shown, and not told anew.
        m_bench->desk.bench.clock.advance(301);
        turnWith(code == FailureCode::RegistryUnavailable ? FailureCode::NeedsReview
                                                          : FailureCode::RegistryUnavailable);
        QCOMPARE(m_bench->journalled(u"departure.putOff"_s), 1);
        QVERIFY(m_bench->desk.snapshot().cursor > told);

        m_bench->desk.bench.clock.advance(301);
        m_bench->turn();
        QVERIFY(!m_bench->departure().putOff);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Requested);
    }

    void hour_cannotLeave_andIsStopped()
    {
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        const Decision decision = m_bench->start({u"impots"_s}, hour);
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.bench.clock.advance(3601);
        turnWith(FailureCode::RegistryUnavailable);
        QVERIFY(m_bench->departure().putOff);
        QCOMPARE(m_bench->stop(decision.target).status, 201);
        QCOMPARE(m_bench->departure().state, DepartureState::Cancelled);
        QVERIFY(!m_bench->departure().putOff);
    }

    void hour_ourOwnTrouble_isNobodysBusiness()
    {
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s}, hour)).status, 201);
        m_bench->desk.bench.clock.advance(3601);
        turnWith(FailureCode::Internal);
        QVERIFY(!m_bench->departure().putOff);
        QCOMPARE(m_bench->journalled(u"departure.putOff"_s), 0);
    }

    void successorAwaited_registerSilent_isNotPutOff()
    {
        m_bench->administrator(u"LP"_s, true);
        Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s});
        decision.departure->items[0].successor = u"impots:ZB"_s;
        decision.departure->items[1].withoutSuccessor = true;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->administrator(u"ZB"_s, true);
        turnWith(FailureCode::RegistryUnavailable);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::ReplacementNeeded);
        QVERIFY(!m_bench->departure().putOff);
    }

private:
    /// Asking the register fails so, meanwhile.
    void turnWith(FailureCode code)
    {
        m_bench->desk.company.doubt = code;
        m_bench->turn();
        m_bench->desk.company.doubt.reset();
    }

    std::unique_ptr<DepartureBench> m_bench;
};

QTEST_GUILESS_MAIN(DepartureHoursTest)
#include "DepartureHoursTest.moc"
