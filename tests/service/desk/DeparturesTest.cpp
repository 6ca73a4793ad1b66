// SPDX-License-Identifier: MIT
#include "tests/service/desk/DepartureBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What starting and stopping a departure does, and what it refuses.
class DeparturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }

    void start_now_asksEveryPortalByOneDecision()
    {
        const Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s, u"asp"_s});
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        const Departure departure = m_bench->departure();
        QCOMPARE(departure.id, decision.target);
        QCOMPARE(departure.person, u"Laurent Petit"_s);
        QCOMPARE(departure.startedBy, u"Claire Fabre"_s);
        QCOMPARE(departure.state, DepartureState::Running);
        QVERIFY(departure.receiptNumber.startsWith(u"RC-2026-"_s));
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Requested);
        QCOMPARE(m_bench->step(u"urssaf:LP"_s).state, DepartureStepState::Requested);
        QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::Manual);
        QCOMPARE(m_bench->account(u"asp:LP"_s).state, AccountState::ClosureManual);
        QCOMPARE(m_bench->count(u"delivery"_s), 2);
        QCOMPARE(m_bench->desk.bench.jobs.wakes("deliveries.impots"), 1);
        QCOMPARE(m_bench->desk.bench.jobs.wakes("deliveries.urssaf"), 1);

        m_bench->desk.deliver();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->step(u"urssaf:LP"_s).state, DepartureStepState::Requested);
        m_bench->desk.deliver("urssaf");
        QCOMPARE(m_bench->departure().state, DepartureState::Running);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
        QCOMPARE(m_bench->account(u"impots:ZB"_s).state, AccountState::Active);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void ended_theLatestAreShownAsLongAsTheyAreKept()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s})).status, 201);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
        m_bench->desk.bench.clock.advance(300LL * 86400);
        QCOMPARE(m_bench->desk.snapshot().departures.size(), 1);
        QCOMPARE(m_bench->departure().steps.first().state, DepartureStepState::Confirmed);
        const QString ended = m_bench->desk.bench.value(u"SELECT ended_at FROM departure"_s).toString();
        for (int i = 0; i < 25; ++i) {
            const QString later = QDate(2026, 12, 1).addDays(i).toString(Qt::ISODate) + u"T08:00:00.000Z"_s;
            QVERIFY(m_bench->desk.bench.sql(
                u"INSERT INTO departure (id, siren, state, decision, decided_by, started_at, due_at, "
                u"ended_at, "
                "content) SELECT ?, siren, state, decision, decided_by, started_at, due_at, ?, content FROM "
                "departure WHERE ended_at = ? LIMIT 1"_s,
                QVariantList{u"later-"_s + later, later, ended}));
        }
        QCOMPARE(m_bench->desk.snapshot().departures.size(), 20);
    }

    void start_sentTwice_isOneDeparture()
    {
        const Decision decision = m_bench->start({u"impots"_s});
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->desk.decide(decision).status, 200);
        QCOMPARE(m_bench->count(u"departure"_s), 1);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
    }

    void start_somethingDoesNotFit_writesNothing_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("an account changed") << 0 << u"version-changed"_s;
        QTest::newRow("no such account") << 1 << u"not-found"_s;
        QTest::newRow("an account twice") << 2 << u"invalid-request"_s;
        QTest::newRow("one's own account") << 3 << u"not-allowed"_s;
        QTest::newRow("no account") << 4 << u"invalid-request"_s;
        QTest::newRow("no terms") << 5 << u"invalid-request"_s;
        QTest::newRow("no identifier") << 6 << u"invalid-request"_s;
        QTest::newRow("years ahead") << 7 << u"invalid-request"_s;
        QTest::newRow("a successor who is nobody") << 8 << u"invalid-request"_s;
    }

    void start_somethingDoesNotFit_writesNothing()
    {
        QFETCH(int, fault);
        Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s});
        QList<DepartureItem>& items = decision.departure->items;
        switch (fault) {
        case 0:
            ++items.last().version;
            break;
        case 1:
            items.last().account = u"urssaf:nobody"_s;
            break;
        case 2:
            items.append(items.first());
            break;
        case 3:
            items.append(m_bench->item(u"impots:CF"_s));
            break;
        case 4:
            items.clear();
            break;
        case 5:
            decision.departure.reset();
            break;
        case 6:
            decision.target = u"impots:LP"_s;
            break;
        case 7:
            decision.departure->at = m_bench->desk.bench.clock.now().addYears(2);
            break;
        default:
            items.last().successor = u"urssaf:nobody"_s;
        }
        const int decisions = m_bench->count(u"decision"_s);
        QTEST(DepartureBench::problem(m_bench->desk.decide(decision)), "code");
        QCOMPARE(m_bench->count(u"decision"_s), decisions);
        QCOMPARE(m_bench->count(u"departure_step"_s), 0);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
    }

    void start_namesakeOfTheDirector_onceToldApartFromACertifiedAccount()
    {
        QJsonObject namesake = DepartureBench::user(u"XF"_s, u"Claire Fabre"_s);
        m_bench->desk.portal.users.append(namesake);
        m_bench->desk.sync();
        const auto closing = [this](const QString& account) {
            Decision decision = m_bench->start({});
            decision.departure->items = {m_bench->item(account)};
            return m_bench->desk.decide(decision);
        };
        QVERIFY(m_bench->account(u"impots:XF"_s).mine);
        QCOMPARE(DepartureBench::problem(closing(u"impots:XF"_s)), u"not-allowed"_s);
        // Told apart while nobody knows which of them is the director's.
        tellApart(u"xf@fabre-filles.example"_s, u"cf@fabre-filles.example"_s);
        QCOMPARE(DepartureBench::problem(closing(u"impots:XF"_s)), u"not-allowed"_s);

        QCOMPARE(m_bench->decideOn(DecisionKind::CertifyAccount, u"impots:CF"_s).status, 201);
        m_bench->desk.deliver();
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::CertifyAccount, u"impots:XF"_s)),
                 u"not-allowed"_s);
        QVERIFY(!m_bench->account(u"impots:XF"_s).mine);
        QVERIFY(m_bench->account(u"impots:CF"_s).mine);
        QVERIFY(m_bench->account(u"urssaf:CF"_s).mine);
        QCOMPARE(DepartureBench::problem(closing(u"impots:CF"_s)), u"not-allowed"_s);
        QCOMPARE(DepartureBench::problem(closing(u"urssaf:CF"_s)), u"not-allowed"_s);
        QCOMPARE(closing(u"impots:XF"_s).status, 201);
    }

    void start_anotherDirectorWasFirst_learnsWhoAndWhen()
    {
        TestDirector paul(u"Paul Fabre"_s);
        m_bench->desk.guard.people.append(paul.person);
        m_bench->desk.company.directors.append(paul.person.subject);
        const Decision first = m_bench->start({u"impots"_s});
        const Decision second = m_bench->start({u"urssaf"_s, u"impots"_s});
        QCOMPARE(m_bench->desk.decide(first).status, 201);
        const auto answer = m_bench->desk.send(paul, paul.sign(second));
        QCOMPARE(DepartureBench::problem(answer), u"already-decided"_s);
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(), u"Claire Fabre|2026-11-23T07:30:00Z"_s);
        QCOMPARE(m_bench->account(u"urssaf:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->count(u"departure"_s), 1);
    }

    void start_identifierOfAnother_isAConflict()
    {
        const Decision first = m_bench->start({u"impots"_s});
        Decision second = m_bench->start({u"urssaf"_s});
        second.target = first.target;
        QCOMPARE(m_bench->desk.decide(first).status, 201);
        QCOMPARE(DepartureBench::problem(m_bench->desk.decide(second)), u"conflict"_s);
    }

    void start_onePersonUnderTwoAddresses_isTwoSteps()
    {
        Decision decision = m_bench->start({u"impots"_s});
        decision.departure->items.append(m_bench->item(u"impots:ZB"_s));
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->departure().steps.size(), 2);
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
    }

    void start_lastHand_needsASuccessorOrTheWordThatThereIsNone()
    {
        m_bench->administrator(u"LP"_s, true);
        Decision decision = m_bench->start({u"impots"_s});
        auto answer = m_bench->desk.decide(decision);
        QCOMPARE(DepartureBench::problem(answer), u"invalid-request"_s);
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(), u"successor"_s);

        decision.departure->items[0].withoutSuccessor = true;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Requested);
    }

    void start_lastHandWithASuccessor_leavesOnceThePortalShowsThem()
    {
        m_bench->administrator(u"LP"_s, true);
        Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s});
        decision.departure->items[0].successor = u"impots:ZB"_s;
        decision.departure->items[1].withoutSuccessor = true;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        const DepartureStep held = m_bench->step(u"impots:LP"_s);
        QCOMPARE(held.state, DepartureStepState::ReplacementNeeded);
        QCOMPARE(held.successorName, u"Zoé Blanc"_s);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
        QCOMPARE(m_bench->step(u"urssaf:LP"_s).state, DepartureStepState::Requested);
        m_bench->turn();
        m_bench->desk.sync();
        m_bench->turn();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::ReplacementNeeded);

        m_bench->administrator(u"ZB"_s, true);
        m_bench->turn();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Requested);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void start_veryLongNames_areReadableAfterwards()
    {
        // Named on one portal, known by a long address alone on the other.
        const QString address = QString(240, u'z') + u"@b.example"_s;
        QJsonObject named = DepartureBench::user(u"ZB"_s, u"Zoé Blanc"_s);
        named.insert(u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, address}}});
        m_bench->desk.portal.users[1] = named;
        m_bench->desk.sync("urssaf");
        named.remove(u"name"_s);
        m_bench->desk.portal.users[1] = named;
        m_bench->desk.sync("impots");
        Decision decision = m_bench->start({u"impots"_s});
        decision.departure->person = address;
        decision.departure->items[0].successor = u"impots:ZB"_s;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->departure().person, address);
        QCOMPARE(m_bench->step(u"impots:LP"_s).successorName, address);
    }

    void stop_nothingHadLeft_everythingStays()
    {
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        const Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s}, hour);
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->stop(decision.target).status, 201);
        QCOMPARE(m_bench->departure().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"departure.stopped"_s), 1);
        m_bench->desk.bench.clock.advance(7200);
        m_bench->turn();
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QCOMPARE(DepartureBench::problem(m_bench->stop(decision.target)), u"conflict"_s);
        QCOMPARE(DepartureBench::problem(m_bench->stop(u"nobody"_s)), u"not-found"_s);
        // And the accounts may be closed another day.
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s})).status, 201);
    }

    void stop_accountIsWhatItWasBefore_data()
    {
        QTest::addColumn<AccountState>("before");
        QTest::newRow("active") << AccountState::Active;
        QTest::newRow("suspended") << AccountState::Suspended;
        QTest::newRow("its source is stale") << AccountState::Unknown;
        QTest::newRow("not closed before") << AccountState::ClosureFailed;
    }

    void stop_accountIsWhatItWasBefore()
    {
        QFETCH(AccountState, before);
        const AccountStore accounts(*m_bench->desk.bench.keys);
        const auto kept = m_bench->desk.bench.write([&](QSqlDatabase& connection) {
            StoredAccount stored =
                *accounts.find(connection, m_bench->desk.company.siren, u"impots:LP"_s).value();
            stored.account.state = before;
            stored.account.portalMessage = u"Contactez le service."_s;
            return accounts.save(connection, stored);
        });
        QVERIFY(kept.ok());
        const QDateTime hour = m_bench->desk.bench.clock.now().addSecs(3600);
        const Decision decision = m_bench->start({u"impots"_s}, hour);
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
        QCOMPARE(m_bench->stop(decision.target).status, 201);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, before);
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, u"Contactez le service."_s);
    }

    void stop_afterSomeLeft_letsThoseGoOn()
    {
        m_bench->administrator(u"LP"_s, true);
        Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s});
        decision.departure->items[0].successor = u"impots:ZB"_s;
        decision.departure->items[1].withoutSuccessor = true;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->stop(decision.target).status, 201);
        QCOMPARE(m_bench->departure().state, DepartureState::Running);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::NotNeeded);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        m_bench->desk.deliver("urssaf");
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
    }

private:
    void tellApart(const QString& one, const QString& other)
    {
        const QJsonObject body{{u"addresses"_s, QJsonArray{one, other}}, {u"same"_s, false}};
        const auto answer = m_bench->desk.call(
            "POST", u"/v1/companies/000058263/person-links"_s, QJsonDocument(body).toJson(),
            {{"test-subject", m_bench->desk.claire.person.subject.toUtf8()},
             {"content-type", "application/json"}});
        QVERIFY2(answer.status == 200 || answer.status == 201, answer.body);
    }

    std::unique_ptr<DepartureBench> m_bench;
};

QTEST_GUILESS_MAIN(DeparturesTest)
#include "DeparturesTest.moc"
