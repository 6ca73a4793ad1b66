// SPDX-License-Identifier: MIT
#include "tests/service/desk/DepartureBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// A request accepted, and the account that the person takes over closed, in one decision.
class ReplacementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<DepartureBench>();
        m_reference = m_bench->desk.deposited();
    }

    void replaced_closesLast_onceThePortalShowsTheOtherWorking()
    {
        const Decision decision = replacing();
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(request().state, RequestState::Accepted);
        QCOMPARE(replacement().id, decision.id);
        QCOMPARE(replacement().request, m_reference);
        QCOMPARE(replacement().person, u"Laurent Petit"_s);
        QCOMPARE(replacement().newcomers.first().newcomer.email, request().email);
        QCOMPARE(state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
        QVERIFY(m_bench->desk.snapshot().departures.isEmpty());
        QCOMPARE(m_bench->journalled(u"request.accepted"_s), 1);
        QCOMPARE(m_bench->journalled(u"replacement.started"_s), 1);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);

        m_bench->desk.deliver();
        QCOMPARE(m_bench->desk.portal.events.size(), 1);
        QCOMPARE(request().handBack, HandBack::Acknowledged);
        QCOMPARE(replacement().newcomers.first().state, NewcomerState::Invited);
        look();
        QCOMPARE(state(), DepartureStepState::ReplacementNeeded);
        QVERIFY(!acknowledgedAt().isValid());

        opens();
        look();
        QCOMPARE(state(), DepartureStepState::Requested);
        QCOMPARE(m_bench->journalled(u"account.closing"_s), 1);
        m_bench->desk.deliver();
        QCOMPARE(state(), DepartureStepState::Confirmed);
        QCOMPARE(replacement().state, DepartureState::Closed);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
        QCOMPARE(m_bench->journalled(u"replacement.closed"_s), 1);
        QVERIFY(acknowledgedAt().isValid());
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void oneWithLessThanWasGranted_doesNotWork()
    {
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        m_bench->desk.deliver();
        opens(u"CONSULTER"_s);
        look();
        QCOMPARE(state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureScheduled);
    }

    void accountThatTheyHad_waitsForThePortalsWordAllTheSame()
    {
        opens();
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        look();
        QCOMPARE(state(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
        m_bench->desk.deliver();
        look();
        QCOMPARE(state(), DepartureStepState::Requested);
    }

    void portalRefusesTheAnswer_accountStaysOpen_andMayBeReplacedAnew()
    {
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        m_bench->desk.portal.eventReply =
            HttpReply{422, {}, QByteArray(R"({"err":"invalid_request","description":"Tout ou rien"})")};
        m_bench->desk.deliver();
        QCOMPARE(request().state, RequestState::Waiting);
        QCOMPARE(replacement().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"replacement.unanswered"_s), 1);
        opens();
        look();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);

        m_bench->desk.portal.eventReply.reset();
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        m_bench->desk.deliver();
        look();
        QCOMPARE(state(), DepartureStepState::Requested);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void portalNeverAnswers_accountStaysOpen()
    {
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        m_bench->desk.portal.eventReply = HttpReply{500, {}, {}};
        for (int day = 0; day < 8; ++day) {
            m_bench->desk.deliver();
            m_bench->desk.bench.clock.advance(86400);
        }
        QCOMPARE(request().handBack, HandBack::Failed);
        QCOMPARE(request().state, RequestState::Accepted);
        QCOMPARE(replacement().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
    }

    void stopped_accountStaysOpen_andTheRequestAccepted()
    {
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        QCOMPARE(m_bench->stop(replacement().id).status, 201);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(replacement().state, DepartureState::Cancelled);
        QCOMPARE(request().state, RequestState::Accepted);
        QCOMPARE(m_bench->journalled(u"replacement.stopped"_s), 1);
        m_bench->desk.deliver();
        opens();
        look();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
    }

    void mandateEnded_accountStaysOpen()
    {
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
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
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        m_bench->desk.portal.users.removeFirst();
        m_bench->desk.sync();
        look();
        QCOMPARE(state(), DepartureStepState::NotNeeded);
        QCOMPARE(m_bench->journalled(u"replacement.gone"_s), 1);
        m_bench->desk.deliver();
        QCOMPARE(request().handBack, HandBack::Acknowledged);
    }

    void letter_wherePortalClosesByLetter()
    {
        const HttpResponse asked = m_bench->desk.deposit(DeskBench::depositBody(), "key-2", u"asp"_s);
        m_reference = DeskBench::json(asked)[u"reference"].toString();
        QCOMPARE(m_bench->desk.decide(replacing(u"asp:LP"_s)).status, 201);
        m_bench->desk.deliver("asp");
        opens();
        m_bench->desk.sync("asp");
        look();
        QCOMPARE(state(), DepartureStepState::Manual);
        QCOMPARE(m_bench->account(u"asp:LP"_s).state, AccountState::ClosureManual);
    }

    void lastHand_goesOnceTheOtherIsInPost()
    {
        m_bench->administrator(u"LP"_s, true);
        m_reference = deposited(true);
        m_bench->desk.guard.strong = false;
        QCOMPARE(code(replacing()), u"strong-sign-in-needed"_s);
        QCOMPARE(m_bench->count(u"departure"_s), 0);
        m_bench->desk.guard.strong = true;
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        m_bench->desk.deliver();
        opens();
        look();
        QCOMPARE(state(),
                 DepartureStepState::ReplacementNeeded); // their account works, and administers nothing
        opens(u"DECLARER_TVA"_s, true);
        look();
        QCOMPARE(state(), DepartureStepState::Requested);
    }

    void longestNames_areKept()
    {
        QJsonObject body = DeskBench::depositBody(u"IMP-2"_s);
        body.insert(u"givenName"_s, QString(100, u'K'));
        body.insert(u"familyName"_s, QString(100, u'H'));
        m_reference = DeskBench::json(m_bench->desk.deposit(body, "key-2"))[u"reference"].toString();
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        QCOMPARE(replacement().newcomers.first().newcomer.name.size(), 200);
        QCOMPARE(state(), DepartureStepState::ReplacementNeeded);
    }

    void repeated_isDoneOnce()
    {
        const Decision decision = replacing();
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->desk.decide(decision).status, 200);
        QCOMPARE(m_bench->count(u"departure"_s), 1);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
    }

    void secondDecider_isToldByWhom()
    {
        const Decision second = replacing();
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        const HttpResponse told = m_bench->desk.decide(second);
        QCOMPARE(DepartureBench::problem(told), u"already-decided"_s);
        QVERIFY(told.body.contains("Claire Fabre"));
        QCOMPARE(m_bench->count(u"departure"_s), 1);
    }

    void accountThatLeavesOtherwise_isToldByWhom_andNothingIsAccepted()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s}, hour())).status, 201);
        const HttpResponse told = m_bench->desk.decide(replacing());
        QCOMPARE(DepartureBench::problem(told), u"already-decided"_s);
        QVERIFY(told.body.contains("Claire Fabre"));
        QCOMPARE(request().state, RequestState::Waiting);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* each :
             {"another portal", "two accounts", "none", "an hour", "newcomers", "a successor",
              "without successor", "shared", "the person's own", "last hand", "a refusal"}) {
            QTest::newRow(each) << u"invalid-request"_s;
        }
        QTest::newRow("unknown") << u"not-found"_s;
        QTest::newRow("changed") << u"version-changed"_s;
        QTest::newRow("the decider's") << u"not-allowed"_s;
        QTest::newRow("the identifier of a departure") << u"conflict"_s;
    }
    void refused()
    {
        const QString what = QString::fromLatin1(QTest::currentDataTag());
        qsizetype departures = 0;
        Decision decision = replacing();
        DepartureTerms& terms = *decision.departure;
        DepartureItem& item = terms.items.first();
        if (what == u"another portal") {
            item = m_bench->item(u"urssaf:LP"_s);
        } else if (what == u"two accounts") {
            terms.items += m_bench->item(u"impots:ZB"_s);
        } else if (what == u"none") {
            terms.items.clear();
        } else if (what == u"an hour") {
            terms.at = hour();
        } else if (what == u"newcomers") {
            terms.newcomers = {{u"Zoé"_s, u"zb@fabre-filles.example"_s, {u"DECLARER_TVA"_s}, {}}};
        } else if (what == u"a successor") {
            item.successor = u"impots:ZB"_s;
        } else if (what == u"without successor") {
            item.withoutSuccessor = true;
        } else if (what == u"shared") {
            change(u"signals"_s, QJsonArray{QJsonObject{{u"value"_s, u"severalOrigins"_s}, {u"count"_s, 3}}});
            item = m_bench->item(u"impots:LP"_s);
        } else if (what == u"the person's own") {
            opens();
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
            const Decision other = m_bench->start({u"urssaf"_s}, hour());
            QCOMPARE(m_bench->desk.decide(other).status, 201);
            decision.id = other.target;
            departures = 1;
        }
        QFETCH(QString, code);
        QCOMPARE(this->code(decision), code);
        QCOMPARE(request().state, RequestState::Waiting);
        QCOMPARE(m_bench->count(u"departure"_s), departures);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void deposit_mayNameTheAccount()
    {
        QJsonObject body = DeskBench::depositBody(u"IMP-9"_s);
        body.insert(u"replacesAccountId"_s, u"LP"_s);
        m_reference = DeskBench::json(m_bench->desk.deposit(body, "key-9"))[u"reference"].toString();
        QCOMPARE(request().replaces, u"LP"_s);
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
        QCOMPARE(m_bench->desk.decide(replacing()).status, 201);
        const QJsonObject receipt = DeskBench::json(
            m_bench->get(u"departures/%1/receipt"_s.arg(replacement().id), {{"accept", "application/json"}}));
        QCOMPARE(receipt[u"newcomers"][0][u"newcomer"][u"name"].toString(), u"Karim Haddad"_s);
        QCOMPARE(receipt[u"steps"][0][u"state"].toString(), u"replacementNeeded"_s);
    }

private:
    [[nodiscard]] QDateTime hour() const { return m_bench->desk.bench.clock.now().addSecs(3600); }
    [[nodiscard]] AccessRequest request()
    {
        for (const AccessRequest& each : m_bench->desk.snapshot().requests) {
            if (each.id == m_reference) {
                return each;
            }
        }
        return {};
    }
    [[nodiscard]] Departure replacement()
    {
        const auto all = m_bench->desk.snapshot().waysOut;
        return all.isEmpty() ? Departure() : all.first();
    }
    [[nodiscard]] DepartureStepState state() { return replacement().steps.first().state; }
    [[nodiscard]] QString code(const Decision& decision)
    {
        return DepartureBench::problem(m_bench->desk.decide(decision));
    }
    /// Accepts the request and closes that account.
    [[nodiscard]] Decision replacing(const QString& account = u"impots:LP"_s)
    {
        Decision decision =
            m_bench->desk.decision(DecisionKind::AcceptRequest, m_reference, request().version);
        decision.departure = DepartureTerms{u"Laurent Petit"_s, {m_bench->item(account)}, {}, {}};
        return decision;
    }
    [[nodiscard]] QString deposited(bool administrator)
    {
        QJsonObject body = DeskBench::depositBody(u"IMP-2"_s);
        QJsonObject role = body[u"role"].toObject();
        role.insert(u"administrator"_s, administrator);
        body.insert(u"role"_s, role);
        body.insert(u"sirets"_s, QJsonArray{});
        return DeskBench::json(m_bench->desk.deposit(body, "key-2"))[u"reference"].toString();
    }
    /// The portals show an account of whoever asked, or show it otherwise.
    void opens(const QString& right = u"DECLARER_TVA"_s, bool administrator = false)
    {
        m_bench->desk.portal.users.removeIf(
            [](const QJsonObject& each) { return each[u"userName"].toString() == u"KH"; });
        QJsonObject made = DepartureBench::user(u"KH"_s, u"Karim Haddad"_s, administrator);
        made.insert(u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, request().email}}});
        QJsonObject extension = made[accountSchema()].toObject();
        extension.insert(u"rights"_s, QJsonArray{QJsonObject{{u"value"_s, right}, {u"display"_s, right}}});
        made.insert(accountSchema(), extension);
        m_bench->desk.portal.users.append(made);
        m_bench->desk.sync();
    }
    /// Of Laurent Petit's account.
    void change(const QString& attribute, const QJsonValue& value)
    {
        QJsonObject& user = m_bench->desk.portal.users.first();
        QJsonObject extension = user[accountSchema()].toObject();
        extension.insert(attribute, value);
        user.insert(accountSchema(), extension);
        m_bench->desk.sync();
    }
    void look()
    {
        m_bench->turn();
        m_bench->turn();
    }
    /// Of the receipt of the only decision.
    [[nodiscard]] QDateTime acknowledgedAt()
    {
        const auto own = fromJson<OwnReceipts>(DeskBench::json(m_bench->get(u"receipts"_s)));
        return own.ok() ? own.value().receipts.first().acknowledgedAt.value_or(QDateTime()) : QDateTime();
    }

    std::unique_ptr<DepartureBench> m_bench;
    QString m_reference;
};

QTEST_GUILESS_MAIN(ReplacementsTest)
#include "ReplacementsTest.moc"
