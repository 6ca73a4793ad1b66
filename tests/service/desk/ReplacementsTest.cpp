// SPDX-License-Identifier: MIT
#include "tests/service/desk/ReplacementBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// A request accepted, and the account that the person takes over closed, in one decision.
class ReplacementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ReplacementBench>(); }

    void replaced_closesLast_onceThePortalShowsTheOtherWorking()
    {
        const Decision decision = m_bench->replacing();
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->request().state, RequestState::Accepted);
        QCOMPARE(m_bench->replacement().id, decision.id);
        QCOMPARE(m_bench->replacement().request, m_bench->reference);
        QCOMPARE(m_bench->replacement().person, u"Laurent Petit"_s);
        QCOMPARE(m_bench->replacement().newcomers.first().newcomer.email, m_bench->request().email);
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
        QVERIFY(m_bench->desk.snapshot().departures.isEmpty());
        QCOMPARE(m_bench->journalled(u"request.accepted"_s), 1);
        QCOMPARE(m_bench->journalled(u"replacement.started"_s), 1);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);

        m_bench->desk.deliver();
        QCOMPARE(m_bench->desk.portal.events.size(), 1);
        QCOMPARE(m_bench->request().handBack, HandBack::Acknowledged);
        QCOMPARE(m_bench->replacement().newcomers.first().state, NewcomerState::Invited);
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
        QVERIFY(!m_bench->acknowledgedAt().isValid());

        m_bench->opens();
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Requested);
        QCOMPARE(m_bench->journalled(u"account.closing"_s), 1);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(), DepartureStepState::Confirmed);
        QCOMPARE(m_bench->replacement().state, DepartureState::Closed);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
        QCOMPARE(m_bench->journalled(u"replacement.closed"_s), 1);
        QVERIFY(m_bench->acknowledgedAt().isValid());
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void oneWithLessThanWasGranted_doesNotWork()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        m_bench->opens(u"CONSULTER"_s);
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
    }

    void accountThatTheyHad_waitsForThePortalsWordAllTheSame()
    {
        m_bench->opens();
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
        m_bench->desk.deliver();
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Requested);
    }

    void portalRefusesTheAnswer_accountStaysOpen_andMayBeReplacedAnew()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.portal.eventReply =
            HttpReply{422, {}, QByteArray(R"({"err":"invalid_request","description":"Tout ou rien"})")};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->request().state, RequestState::Waiting);
        QCOMPARE(m_bench->replacement().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"replacement.unanswered"_s), 1);
        m_bench->opens();
        m_bench->look();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);

        m_bench->desk.portal.eventReply.reset();
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Requested);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void portalNeverAnswers_accountStaysOpen()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.portal.eventReply = HttpReply{500, {}, {}};
        for (int day = 0; day < 8; ++day) {
            m_bench->desk.deliver();
            m_bench->desk.bench.clock.advance(86400);
        }
        QCOMPARE(m_bench->request().handBack, HandBack::Failed);
        QCOMPARE(m_bench->request().state, RequestState::Accepted);
        QCOMPARE(m_bench->replacement().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
    }

    void stopped_accountStaysOpen_andTheRequestAccepted()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        QCOMPARE(m_bench->stop(m_bench->replacement().id).status, 201);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->replacement().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->request().state, RequestState::Accepted);
        QCOMPARE(m_bench->journalled(u"replacement.stopped"_s), 1);
        m_bench->desk.deliver();
        m_bench->opens();
        m_bench->look();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
    }

    void mandateEnded_accountStaysOpen()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        MandateRecord ended;
        ended.mandate.subject = m_bench->desk.claire.person.subject;
        ended.mandate.siren = m_bench->desk.company.siren;
        ended.endedAt = m_bench->desk.bench.clock.now();
        QVERIFY(m_bench->desk.bench
                    .write([&](QSqlDatabase& connection) {
                        return m_bench->desk.desk->mandateEnded(connection, ended);
                    })
                    .ok());
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"replacement.mandateEnded"_s), 1);
    }

    void goneBefore_isSaid()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.portal.users.removeFirst();
        m_bench->desk.sync();
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::NotNeeded);
        QCOMPARE(m_bench->journalled(u"replacement.gone"_s), 1);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->request().handBack, HandBack::Acknowledged);
    }

    void letter_wherePortalClosesByLetter()
    {
        const HttpResponse asked = m_bench->desk.deposit(DeskBench::depositBody(), "key-2", u"asp"_s);
        m_bench->reference = DeskBench::json(asked)[u"reference"].toString();
        QCOMPARE(m_bench->desk.decide(m_bench->replacing(u"asp:LP"_s)).status, 201);
        m_bench->desk.deliver("asp");
        m_bench->opens();
        m_bench->desk.sync("asp");
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Manual);
        QCOMPARE(m_bench->account(u"asp:LP"_s).state, AccountState::ClosureManual);
    }

    void lastHand_goesOnceTheOtherIsInPost()
    {
        m_bench->administrator(u"LP"_s, true);
        m_bench->reference = m_bench->deposited(true);
        m_bench->desk.guard.strong = false;
        QCOMPARE(m_bench->code(m_bench->replacing()), u"strong-sign-in-needed"_s);
        QCOMPARE(m_bench->count(u"departure"_s), 0);
        m_bench->desk.guard.strong = true;
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        m_bench->desk.deliver();
        m_bench->opens();
        m_bench->look();
        QCOMPARE(m_bench->state(),
                 DepartureStepState::ReplacementNeeded); // their account works, and administers nothing
        m_bench->opens(u"DECLARER_TVA"_s, true);
        m_bench->look();
        QCOMPARE(m_bench->state(), DepartureStepState::Requested);
    }

    void longestNames_areKept()
    {
        QJsonObject body = DeskBench::depositBody(u"IMP-2"_s);
        body.insert(u"givenName"_s, QString(100, u'K'));
        body.insert(u"familyName"_s, QString(100, u'H'));
        m_bench->reference = DeskBench::json(m_bench->desk.deposit(body, "key-2"))[u"reference"].toString();
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        QCOMPARE(m_bench->replacement().newcomers.first().newcomer.name.size(), 200);
        QCOMPARE(m_bench->state(), DepartureStepState::ReplacementNeeded);
    }

    void repeated_isDoneOnce()
    {
        const Decision decision = m_bench->replacing();
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->desk.decide(decision).status, 200);
        QCOMPARE(m_bench->count(u"departure"_s), 1);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
    }

    void secondDecider_isToldByWhom()
    {
        const Decision second = m_bench->replacing();
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        const HttpResponse told = m_bench->desk.decide(second);
        QCOMPARE(DepartureBench::problem(told), u"already-decided"_s);
        QVERIFY(told.body.contains("Claire Fabre"));
        QCOMPARE(m_bench->count(u"departure"_s), 1);
    }

    void accountThatLeavesOtherwise_isToldByWhom_andNothingIsAccepted()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s}, m_bench->hour())).status, 201);
        const HttpResponse told = m_bench->desk.decide(m_bench->replacing());
        QCOMPARE(DepartureBench::problem(told), u"replaced-account-closing"_s);
        QVERIFY(DeskBench::json(told)[u"argument"].toString().startsWith(u"Claire Fabre"));
        QCOMPARE(m_bench->request().state, RequestState::Waiting);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* each : {"two accounts", "none", "an hour", "newcomers", "a successor",
                                 "without successor", "a refusal"}) {
            QTest::newRow(each) << u"invalid-request"_s;
        }
        // What is wrong with the account is never said in the words of the request.
        QTest::newRow("another portal") << u"replaced-account-gone"_s;
        QTest::newRow("unknown") << u"replaced-account-gone"_s;
        QTest::newRow("last hand") << u"replaced-account-last-hand"_s;
        for (const char* each : {"shared", "the person's own", "the decider's"}) {
            QTest::newRow(each) << u"replaced-account-unfit"_s;
        }
        QTest::newRow("changed") << u"version-changed"_s;
        QTest::newRow("the identifier of a departure") << u"conflict"_s;
    }
    void refused()
    {
        const QString what = QString::fromLatin1(QTest::currentDataTag());
        qsizetype departures = 0;
        Decision decision = m_bench->replacing();
        DepartureTerms& terms = *decision.departure;
        DepartureItem& item = terms.items.first();
        if (what == u"another portal") {
            item = m_bench->item(u"urssaf:LP"_s);
        } else if (what == u"two accounts") {
            terms.items += m_bench->item(u"impots:ZB"_s);
        } else if (what == u"none") {
            terms.items.clear();
        } else if (what == u"an hour") {
            terms.at = m_bench->hour();
        } else if (what == u"newcomers") {
            terms.newcomers = {{u"Zoé"_s, u"zb@fabre-filles.example"_s, {u"DECLARER_TVA"_s}, {}}};
        } else if (what == u"a successor") {
            item.successor = u"impots:ZB"_s;
        } else if (what == u"without successor") {
            item.withoutSuccessor = true;
        } else if (what == u"shared") {
            m_bench->change(u"signals"_s,
                            QJsonArray{QJsonObject{{u"value"_s, u"severalOrigins"_s}, {u"count"_s, 3}}});
            item = m_bench->item(u"impots:LP"_s);
        } else if (what == u"the person's own") {
            m_bench->opens();
            item = m_bench->item(u"impots:KH"_s);
        } else if (what == u"last hand") {
            m_bench->administrator(u"LP"_s, true);
            item = m_bench->item(u"impots:LP"_s);
        } else if (what == u"a refusal") {
            decision.kind = DecisionKind::RefuseRequest;
            decision.reason = RefusalReason::NotNeeded;
        } else if (what == u"unknown") {
            item.account = u"impots:XX"_s;
        } else if (what == u"changed") {
            item.version += 1;
        } else if (what == u"the decider's") {
            item = m_bench->item(u"impots:CF"_s);
        } else {
            const Decision other = m_bench->start({u"urssaf"_s}, m_bench->hour());
            QCOMPARE(m_bench->desk.decide(other).status, 201);
            decision.id = other.target;
            departures = 1;
        }
        QFETCH(QString, code);
        QCOMPARE(m_bench->code(decision), code);
        QCOMPARE(m_bench->request().state, RequestState::Waiting);
        QCOMPARE(m_bench->count(u"departure"_s), departures);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void deposit_mayNameTheAccount()
    {
        QJsonObject body = DeskBench::depositBody(u"IMP-9"_s);
        body.insert(u"replacesAccountId"_s, u"LP"_s);
        m_bench->reference = DeskBench::json(m_bench->desk.deposit(body, "key-9"))[u"reference"].toString();
        QCOMPARE(m_bench->request().replaces, u"LP"_s);
        body.insert(u"portalReference"_s, u"IMP-10"_s);
        for (const QJsonValue& wrong :
             {QJsonValue(7), QJsonValue(QString(129, u'x')), QJsonValue(u"a\u0007"_s)}) {
            body.insert(u"replacesAccountId"_s, wrong);
            const HttpResponse answer = m_bench->desk.deposit(body, "key-10");
            QCOMPARE(DepartureBench::problem(answer), u"invalid-request"_s);
        }
    }

    void receipt_saysWhoTakesOver()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->replacing()).status, 201);
        const QJsonObject receipt = DeskBench::json(m_bench->get(
            u"departures/%1/receipt"_s.arg(m_bench->replacement().id), {{"accept", "application/json"}}));
        QCOMPARE(receipt[u"newcomers"][0][u"newcomer"][u"name"].toString(), u"Karim Haddad"_s);
        QCOMPARE(receipt[u"steps"][0][u"state"].toString(), u"replacementNeeded"_s);
    }

private:
    std::unique_ptr<ReplacementBench> m_bench;
};

QTEST_GUILESS_MAIN(ReplacementsTest)
#include "ReplacementsTest.moc"
