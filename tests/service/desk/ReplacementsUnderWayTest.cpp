// SPDX-License-Identifier: MIT
#include "service/requests/RequestStore.h"
#include "tests/service/desk/ReplacementBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What holds a replacement, and what becomes of it.
class ReplacementsUnderWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ReplacementBench>(); }

    /// Karim Haddad has the rights there already, in another role.
    void otherRoleThanAskedFor_isWaitedOut()
    {
        m_bench->opens();
        m_bench->reference = m_bench->deposited(false, u"ACTEUR_DELEGANT"_s);
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        m_bench->look();
        QCOMPARE(m_bench->request().handBack, HandBack::Acknowledged);
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
        m_bench->opens(u"DECLARER_TVA"_s, false, u"ACTEUR_DELEGANT"_s);
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Requested);
    }

    /// Laurent Petit goes on under another address, and is the only administrator.
    void onlyAdministratorUnderAnotherAddress_leavesNothingBehind_data()
    {
        QTest::addColumn<bool>("toldSame");
        QTest::newRow("of whom nothing was said") << false;
        QTest::newRow("who was told to be one person") << true;
    }
    void onlyAdministratorUnderAnotherAddress_leavesNothingBehind()
    {
        QFETCH(bool, toldSame);
        m_bench->administrator(u"LP"_s, true);
        QJsonObject body = DeskBench::depositBody(u"IMP-2"_s);
        body.insert(u"givenName"_s, u"Laurent"_s);
        body.insert(u"familyName"_s, u"Petit"_s);
        QJsonObject role = body[u"role"].toObject();
        role.insert(u"administrator"_s, true);
        body.insert(u"role"_s, role);
        body.insert(u"sirets"_s, QJsonArray{});
        m_bench->reference = DeskBench::json(m_bench->desk.deposit(body, "key-2"))[u"reference"].toString();
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        shows(false);
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded); // it administers nothing
        shows(true);
        if (toldSame) {
            tellSame();
        }
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Requested);
    }

    void keptOpen_isAcknowledgedOnceTheAnswerIs()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        QVERIFY(!m_bench->acknowledgedAt().isValid());
        m_bench->desk.deliver();
        const QDateTime then = m_bench->desk.bench.clock.now();
        QVERIFY(!m_bench->acknowledgedAt().isValid());
        m_bench->desk.bench.clock.advance(3600);
        QCOMPARE(m_bench->stop(m_bench->replacement().id).status, 201);
        QCOMPARE(m_bench->acknowledgedAt().toSecsSinceEpoch(), then.toSecsSinceEpoch());
    }

    void keptOpenBeforeTheAnswer_isAcknowledgedWithIt()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        QCOMPARE(m_bench->stop(m_bench->replacement().id).status, 201);
        QVERIFY(!m_bench->acknowledgedAt().isValid());
        m_bench->desk.deliver();
        QVERIFY(m_bench->acknowledgedAt().isValid());
    }

    void forgotten_isAcknowledgedAsFarAsItEverWas()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        QVERIFY(m_bench->desk.bench.sql(u"DELETE FROM departure_step"_s));
        QVERIFY(m_bench->desk.bench.sql(u"DELETE FROM departure"_s));
        QVERIFY(m_bench->acknowledgedAt().isValid());
    }

    /// An answer is shown for a year; whoever takes over may take longer.
    void answeredLongAgo_isStillThere_andCanBeKeptOpen()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(400LL * 86400);
        QVERIFY(RequestStore::shownSince(m_bench->desk.bench.clock.now()) > *m_bench->request().decidedAt);
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->request().id, m_bench->reference);
        QCOMPARE(m_bench->desk.snapshot().requests.size(), 1);
        QCOMPARE(m_bench->stop(m_bench->replacement().id).status, 201);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        // It goes with what is shown of the replacement.
        QVERIFY(!m_bench->request().id.isEmpty());
        m_bench->desk.bench.clock.advance(31LL * 86400);
        QVERIFY(m_bench->request().id.isEmpty());
    }

private:
    /// Laurent Petit's account under the address of the request.
    void shows(bool administrator)
    {
        auto& users = m_bench->desk.portal.users;
        users.removeIf([](const QJsonObject& each) { return each[u"userName"].toString() == u"LP2"; });
        QJsonObject made = DepartureBench::user(u"LP2"_s, u"Laurent Petit"_s, administrator);
        made.insert(u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, m_bench->request().email}}});
        users.append(made);
        m_bench->desk.sync();
    }
    void tellSame()
    {
        const QJsonObject order{
            {u"addresses"_s, QJsonArray{m_bench->account(u"impots:LP"_s).email, m_bench->request().email}},
            {u"same"_s, true}};
        const HttpResponse told =
            m_bench->desk.call("POST", u"/v1/companies/000058263/person-links"_s,
                               QJsonDocument(order).toJson(QJsonDocument::Compact),
                               {{"test-subject", m_bench->desk.claire.person.subject.toUtf8()},
                                {"content-type", "application/json"}});
        QVERIFY2(told.status < 300, told.body.constData());
    }

    std::unique_ptr<ReplacementBench> m_bench;
};

QTEST_GUILESS_MAIN(ReplacementsUnderWayTest)
#include "ReplacementsUnderWayTest.moc"
