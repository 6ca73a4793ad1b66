// SPDX-License-Identifier: MIT
#include "service/companies/MandateSweep.h"

#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class MandateSweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turn_byDay_asksNothing();
    void turn_atNight_looksOncePerCompany();
    void turn_manyCompanies_takesAShare();
    void turn_noAnswer_waitsForTheNextNight();
    void turn_secondInstance_findsNothingLeft();
    void turn_secondInstanceMeanwhile_sharesTheCompanies();
    void share_ofTheNight_isSpreadEvenly_data();
    void share_ofTheNight_isSpreadEvenly();

private:
    /// Seconds from the bench's morning, 08:30 in Paris, to 23:00.
    static constexpr qint64 toEvening = (14 * 60 + 30) * 60;
};

namespace {

struct Sweep
{
    Desk& desk;
    MandateSweep sweep{*desk.bench.database, *desk.bench.keys, desk.bench.clock,
                       desk.checks,          desk.bench.jobs,  SweepPace()};

    void turn() const { desk.bench.jobs.run("mandates.sweep"); }
};

/// Copies the one mandate under other numbers.
void multiply(Desk& desk, int count)
{
    for (int i = 0; i < count; ++i) {
        QVERIFY(desk.bench.sql(
            u"INSERT INTO mandate (subject, siren, state, source, attached_at, verified_at, exact_print, "
            "name_print, birth_print, content) SELECT ?, siren, state, source, attached_at, verified_at, "
            "exact_print, name_print, birth_print, content FROM mandate WHERE subject = ?"_s,
            {u"copy-%1"_s.arg(i), subject}));
        // Numbers that pass for a SIREN: the check digit of the sandbox's own companies.
        QVERIFY(desk.bench.sql(
            u"UPDATE mandate SET siren = ? WHERE subject = ?"_s,
            {QStringList{u"000041376"_s, u"000074914"_s, u"000090126"_s}.at(i), u"copy-%1"_s.arg(i)}));
    }
}

} // namespace

void MandateSweepTest::turn_byDay_asksNothing()
{
    Desk desk;
    const Sweep sweep{desk};
    desk.attach();
    desk.bench.clock.advance(4 * day);
    const int lookups = desk.rne.lookups;
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups);
}

void MandateSweepTest::turn_atNight_looksOncePerCompany()
{
    Desk desk;
    const Sweep sweep{desk};
    desk.attach();
    const int lookups = desk.rne.lookups;
    desk.bench.clock.advance(toEvening);
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 1);
    desk.bench.clock.advance(3 * 3600);
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 1);
    desk.bench.clock.advance(21 * 3600);
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 2);
    QCOMPARE(desk.bench.value(u"SELECT state FROM mandate"_s).toString(), u"held"_s);
}

void MandateSweepTest::turn_manyCompanies_takesAShare()
{
    Desk desk;
    const Sweep sweep{desk};
    desk.attach();
    multiply(desk, 3);
    desk.bench.clock.advance(toEvening);
    const int lookups = desk.rne.lookups;
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 1);
    for (int i = 0; i < 5; ++i) {
        sweep.turn();
    }
    QCOMPARE(desk.rne.lookups, lookups + 4);
}

void MandateSweepTest::turn_noAnswer_waitsForTheNextNight()
{
    Desk desk;
    const Sweep sweep{desk};
    desk.attach();
    desk.sirene.answer = unavailable();
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(toEvening);
    const int lookups = desk.rne.lookups;
    sweep.turn();
    desk.bench.clock.advance(3600);
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 1);
    QCOMPARE(desk.bench.value(u"SELECT state FROM mandate"_s).toString(), u"held"_s);
    desk.bench.clock.advance(day);
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 2);
}

void MandateSweepTest::turn_secondInstance_findsNothingLeft()
{
    Desk desk;
    const Sweep sweep{desk};
    MandateSweep other(*desk.bench.database, *desk.bench.keys, desk.bench.clock, desk.checks, desk.bench.jobs,
                       SweepPace());
    desk.attach();
    desk.bench.clock.advance(toEvening);
    const int lookups = desk.rne.lookups;
    sweep.turn();
    other.turn();
    QCOMPARE(desk.rne.lookups, lookups + 1);
}

void MandateSweepTest::turn_secondInstanceMeanwhile_sharesTheCompanies()
{
    Desk desk;
    const Sweep sweep{desk};
    MandateSweep other(*desk.bench.database, *desk.bench.keys, desk.bench.clock, desk.checks, desk.bench.jobs,
                       SweepPace());
    desk.attach();
    multiply(desk, 3);
    desk.bench.clock.advance(toEvening + 7 * 3600 - 3); // the last turn takes all that is left
    const int lookups = desk.rne.lookups;
    desk.rne.atNext = [&other] { other.turn(); };
    sweep.turn();
    QCOMPARE(desk.rne.lookups, lookups + 4);
}

void MandateSweepTest::share_ofTheNight_isSpreadEvenly_data()
{
    QTest::addColumn<int>("due");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("share");
    QTest::newRow("nothing due") << 0 << 3600 << 0;
    QTest::newRow("few: one at a time") << 3 << 3600 << 1;
    QTest::newRow("as many as turns") << 360 << 3600 << 1;
    QTest::newRow("twice as many") << 720 << 3600 << 2;
    QTest::newRow("too many for the night") << 100'000 << 3600 << 5;
    QTest::newRow("last turn") << 4 << 3 << 4;
}

void MandateSweepTest::share_ofTheNight_isSpreadEvenly()
{
    QFETCH(int, due);
    QFETCH(int, left);
    QTEST(MandateSweep::share(due, left, SweepPace()), "share");
}

QTEST_GUILESS_MAIN(MandateSweepTest)
#include "MandateSweepTest.moc"
