// SPDX-License-Identifier: MIT
#include "core/departure/DepartureProgress.h"

#include "tests/core/departure/DepartureSamples.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::samples;
using namespace Qt::StringLiterals;
using State = DepartureStepState;

namespace {

DepartureStep step(const QString& portal, State state)
{
    DepartureStep made;
    made.account = portal + u":1"_s;
    made.portal = portal;
    made.state = state;
    return made;
}

Departure departure(const QList<DepartureStep>& steps)
{
    Departure made;
    made.id = u"5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10"_s;
    made.steps = steps;
    return made;
}

} // namespace

/// How far a departure is.
class DepartureProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tally_everyState_isCountedOnce();
    void tally_openedAgain_isNotClosed();
    void portalsHeard_aPortalOfTwoAccounts_answersWithBoth();
    void isMoving_onlyWhileSomethingMayChangeAtOnce();
    void steps_areInTheOrderOfAnswers();
    void announced_isTheDepartureBeforeTheService();
};

void DepartureProgressTest::tally_everyState_isCountedOnce()
{
    const DepartureTally tally = tallyOf(departure(
        {step(u"a"_s, State::ToDo), step(u"b"_s, State::ReplacementNeeded), step(u"c"_s, State::Requested),
         step(u"d"_s, State::Confirmed), step(u"e"_s, State::Manual), step(u"f"_s, State::DeclaredDone),
         step(u"g"_s, State::Failed), step(u"h"_s, State::NotNeeded)}));
    QCOMPARE(tally, (DepartureTally{7, 2, 2, 1, 1, 1, 1}));
}

void DepartureProgressTest::tally_openedAgain_isNotClosed()
{
    DepartureStep restored = step(u"a"_s, State::Confirmed);
    restored.restoredAt = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
    const DepartureTally tally = tallyOf(departure({restored, step(u"b"_s, State::Confirmed)}));
    QCOMPARE(tally, (DepartureTally{2, 1, 0, 0, 0, 0, 0, 1}));
}

void DepartureProgressTest::portalsHeard_aPortalOfTwoAccounts_answersWithBoth()
{
    const CompanySnapshot company = companyOf({});
    Departure one = departure({step(u"urssaf"_s, State::Confirmed), step(u"urssaf"_s, State::Requested),
                               step(u"net"_s, State::Requested), step(u"asp"_s, State::Manual)});
    QCOMPARE(portalsHeard(company, one).all, 3);
    QCOMPARE(portalsHeard(company, one).heard, 1); // Net-entreprises took it, and takes its time
    one.steps[1].state = State::Failed;
    QCOMPARE(portalsHeard(company, one).heard, 2);
}

void DepartureProgressTest::isMoving_onlyWhileSomethingMayChangeAtOnce()
{
    const CompanySnapshot company = companyOf({});
    Departure one = departure({step(u"urssaf"_s, State::Requested)});
    QVERIFY(isMoving(company, one));
    one.steps[0].late = true;
    QVERIFY(!isMoving(company, one));
    one.steps = {step(u"net"_s, State::Requested), step(u"asp"_s, State::Manual),
                 step(u"urssaf"_s, State::ReplacementNeeded)};
    QVERIFY(!isMoving(company, one));
    one.steps += step(u"urssaf"_s, State::ToDo);
    QVERIFY(isMoving(company, one));
    one.state = DepartureState::Scheduled;
    QVERIFY(!isMoving(company, one));
    QVERIFY(isUnfinished(one));
    one.state = DepartureState::Closed;
    QVERIFY(!isUnfinished(one));
}

void DepartureProgressTest::steps_areInTheOrderOfAnswers()
{
    const Departure one =
        departure({step(u"asp"_s, State::ToDo), step(u"net"_s, State::ToDo), step(u"urssaf"_s, State::ToDo)});
    QStringList portals;
    for (const DepartureStep& each : stepsInOrder(companyOf({}), one)) {
        portals += each.portal;
    }
    QCOMPARE(portals, (QStringList{u"urssaf"_s, u"net"_s, u"asp"_s}));
}

void DepartureProgressTest::announced_isTheDepartureBeforeTheService()
{
    const CompanySnapshot company =
        companyOf({administratorOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s)});
    Decision decision;
    decision.target = u"5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10"_s;
    decision.departure = DepartureTerms{
        u"Jeanne Petit"_s,
        {{u"urssaf:Jeanne Petit"_s, 1, u"urssaf:Paul Roy"_s, false}, {u"gone:since"_s, 1, {}, false}},
        {}};
    const Departure made = announced(company, decision);
    QCOMPARE(made.id, decision.target);
    QCOMPARE(made.state, DepartureState::Running);
    QCOMPARE(made.steps.size(), 1);
    QCOMPARE(made.steps[0].state, State::ToDo);
    QCOMPARE(made.steps[0].successorName, u"Paul Roy"_s);
    decision.departure->at = QDateTime(today.addDays(1), QTime(9, 0), Qt::UTC);
    QCOMPARE(announced(company, decision).state, DepartureState::Scheduled);
}

QTEST_GUILESS_MAIN(DepartureProgressTest)
#include "DepartureProgressTest.moc"
