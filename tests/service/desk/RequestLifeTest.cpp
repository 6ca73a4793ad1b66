// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>

#include <thread>

using namespace proconnect;
using namespace proconnect::service;

/// What a request lives through besides a plain yes or no (domain 4.3): limits, a question, a delegate.
class RequestLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DelegationBench>(); }

    void accept_fewerRights_tellsPortalAndPersonWhatIsLeft()
    {
        const QString reference = withThreeRights();
        Decision decision = about(reference, DecisionKind::AcceptRequest);
        decision.withheldRights = {QStringLiteral("PAYER_TVA")};
        QCOMPARE(m_desk->decide(decision).status, 201);
        const AccessRequest answered = request(reference);
        QCOMPARE(answered.state, RequestState::AcceptedWithLimits);
        QCOMPARE(answered.withheldRights, decision.withheldRights);
        m_desk->deliver();
        QCOMPARE(event()[u"decision"].toString(), QStringLiteral("accepted"));
        QCOMPARE(event()[u"rights"].toArray(),
                 (QJsonArray{QStringLiteral("DECLARER_TVA"), QStringLiteral("CONSULTER")}));
        QVERIFY(m_desk->mailer.mails.last().body.contains(QString::fromUtf8("Payer la TVA")));
        QCOMPARE(read(reference)[u"rights"].toArray(), event()[u"rights"].toArray());
        QVERIFY(m_desk->chainIsWhole());
    }

    void accept_wholeRequest_namesAllRights()
    {
        const QString reference = withThreeRights();
        QCOMPARE(m_desk->decide(about(reference, DecisionKind::AcceptRequest)).status, 201);
        m_desk->deliver();
        QCOMPARE(event()[u"rights"].toArray(),
                 (QJsonArray{QStringLiteral("DECLARER_TVA"), QStringLiteral("PAYER_TVA"),
                             QStringLiteral("CONSULTER")}));
        QCOMPARE(read(reference)[u"rights"].toArray(), event()[u"rights"].toArray());
    }

    void accept_unfitRights_isRefused_data()
    {
        QTest::addColumn<QStringList>("withheld");
        QTest::newRow("not asked for") << QStringList{QStringLiteral("AUTRE")};
        QTest::newRow("twice") << QStringList{QStringLiteral("PAYER_TVA"), QStringLiteral("PAYER_TVA")};
        QTest::newRow("all") << QStringList{QStringLiteral("PAYER_TVA"), QStringLiteral("DECLARER_TVA"),
                                            QStringLiteral("CONSULTER")};
    }
    void accept_unfitRights_isRefused()
    {
        QFETCH(QStringList, withheld);
        const QString reference = withThreeRights();
        Decision decision = about(reference, DecisionKind::AcceptRequest);
        decision.withheldRights = withheld;
        QCOMPARE(m_desk->decide(decision).status, 400);
        QCOMPARE(request(reference).state, RequestState::Waiting);
    }

    void refuse_withLimits_isRefused()
    {
        Decision decision = about(withThreeRights(), DecisionKind::RefuseRequest);
        decision.withheldRights = {QStringLiteral("PAYER_TVA")};
        QCOMPARE(m_desk->decide(decision).status, 400);
    }

    void accept_limitsThatThePortalRefuses_areForgotten()
    {
        const QString reference = withThreeRights();
        Decision decision = about(reference, DecisionKind::AcceptRequest);
        decision.withheldRights = {QStringLiteral("PAYER_TVA")};
        QCOMPARE(m_desk->decide(decision).status, 201);
        m_desk->portal.eventReply =
            HttpReply{422, {}, QByteArray(R"({"err":"invalid_request","description":"Tout ou rien"})")};
        m_desk->deliver();
        QCOMPARE(request(reference).state, RequestState::Waiting);
        QCOMPARE(request(reference).portalMessage, QStringLiteral("Tout ou rien"));
        QVERIFY(request(reference).withheldRights.isEmpty());
    }

    void ask_question_reachesPortalAndPersonAndComesBack()
    {
        const QString reference = m_desk->deposited();
        const QDateTime before = request(reference).expiresAt;
        QCOMPARE(m_desk->decide(question(reference)).status, 201);
        const AccessRequest asked = request(reference);
        QCOMPARE(asked.state, RequestState::ComplementAsked);
        QCOMPARE(asked.complement->question, QString::fromUtf8("Pour quelle agence ?"));
        QCOMPARE(asked.expiresAt, before.addDays(10));
        const Mail mail = m_desk->mailer.mails.last();
        QCOMPARE(mail.to, QStringLiteral("karim.haddad@delorme-associes.example"));
        QVERIFY(mail.body.contains(QString::fromUtf8("Pour quelle agence ?")));
        m_desk->deliver();
        QCOMPARE(eventType(), QStringLiteral("https://proconnect.gouv.fr/secevent/complement-demande"));
        QCOMPARE(event()[u"reference"].toString(), reference);
        QCOMPARE(event()[u"question"].toString(), QString::fromUtf8("Pour quelle agence ?"));
        QCOMPARE(request(reference).handBack, HandBack::None);

        m_desk->bench.clock.advance(3600);
        m_desk->tokens.clear();
        QCOMPARE(complete(reference, QStringLiteral("Lyon")).status, 200);
        QCOMPARE(request(reference).state, RequestState::Waiting);
        QCOMPARE(request(reference).expiresAt, before.addSecs(3600));
        QCOMPARE(m_desk->decide(about(reference, DecisionKind::AcceptRequest)).status, 201);
        QVERIFY(m_desk->chainIsWhole());
    }

    void ask_secondQuestion_isAConflict()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(question(reference)).status, 201);
        QCOMPARE(m_desk->decide(question(reference)).status, 409);
        QCOMPARE(complete(reference, QStringLiteral("Lyon")).status, 200);
        QCOMPARE(m_desk->decide(question(reference)).status, 409);
    }

    void ask_nothing_isRefused()
    {
        Decision decision = question(m_desk->deposited());
        decision.comment = QStringLiteral("  ");
        QCOMPARE(m_desk->decide(decision).status, 400);
    }

    void ask_portalThatCannotAsk_waitsForTheDirectorAgain()
    {
        const QString reference = m_desk->deposited();
        const QDateTime before = request(reference).expiresAt;
        QCOMPARE(m_desk->decide(question(reference)).status, 201);
        m_desk->portal.eventReply =
            HttpReply{400, {}, QByteArray(R"({"err":"invalid_request","description":"Inconnu"})")};
        m_desk->deliver();
        const AccessRequest back = request(reference);
        QCOMPARE(back.state, RequestState::Waiting);
        QCOMPARE(back.handBack, HandBack::Failed);
        QCOMPARE(back.portalMessage, QStringLiteral("Inconnu"));
        QCOMPARE(back.expiresAt, before);
        QVERIFY(!back.complement);
    }

    void ask_answeredBeforeThePortalKnew_leavesTheAnswer()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(question(reference)).status, 201);
        QCOMPARE(m_desk->decide(about(reference, DecisionKind::AcceptRequest)).status, 201);
        m_desk->deliver();
        QCOMPARE(request(reference).state, RequestState::Accepted);
        QCOMPARE(request(reference).handBack, HandBack::Acknowledged);
        // A question that comes after the answer would be put to somebody who has it.
        QCOMPARE(m_desk->portal.events.size(), 1);
        QCOMPARE(eventType(), QStringLiteral("https://proconnect.gouv.fr/secevent/demande-decidee"));
    }

    void ask_overBeforeThePortalKnew_isNotAsked_data()
    {
        QTest::addColumn<QString>("end");
        for (const char* end : {"refused", "withdrawn", "expired", "completed"}) {
            QTest::newRow(end) << QString::fromLatin1(end);
        }
    }
    void ask_overBeforeThePortalKnew_isNotAsked()
    {
        QFETCH(QString, end);
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(question(reference)).status, 201);
        if (end == u"refused") {
            QCOMPARE(m_desk->decide(about(reference, DecisionKind::RefuseRequest)).status, 201);
        } else if (end == u"withdrawn") {
            QCOMPARE(m_desk
                         ->call("POST", QStringLiteral("/portal/v1/requests/%1/withdrawal").arg(reference),
                                {}, {{"authorization", m_desk->token()}})
                         .status,
                     200);
        } else if (end == u"completed") {
            QCOMPARE(complete(reference, QStringLiteral("Lyon")).status, 200);
        } else {
            m_desk->bench.clock.advance(41LL * 86'400);
            m_desk->bench.jobs.run("request-expiry");
        }
        const int answers = end == u"refused" || end == u"expired" ? 1 : 0;
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), answers);
        QCOMPARE(count("SELECT COUNT(*) FROM delivery WHERE kind = 'requestQuestion' AND state = 'overtaken' "
                       "AND content = ''"),
                 1);
        QVERIFY(m_desk->chainIsWhole());
    }

    void refused_answerAfterTheTimeIsUp_leavesTheCompanyDaysAndTellsIt()
    {
        const QString reference = m_desk->deposited();
        m_desk->bench.clock.advance(30LL * 86'400 - 60);
        QCOMPARE(m_desk->decide(about(reference, DecisionKind::AcceptRequest)).status, 201);
        m_desk->tell();
        m_desk->portal.eventReply =
            HttpReply{422, {}, QByteArray(R"({"err":"invalid_request","description":"Non"})")};
        m_desk->bench.clock.advance(3600);
        m_desk->deliver();
        QCOMPARE(request(reference).state, RequestState::Waiting);
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(request(reference).state, RequestState::Waiting);
        QCOMPARE(request(reference).expiresAt, m_desk->bench.clock.now().addDays(7));
        m_desk->mailer.mails.clear();
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        QVERIFY(m_desk->mailer.mails.last().body.contains(reference));
        m_desk->bench.clock.advance(3LL * 86'400);
        m_desk->bench.jobs.run("request-reminders");
        QCOMPARE(m_desk->mailer.mails.size(), 2);
        QVERIFY(m_desk->mailer.mails.last().body.contains(QStringLiteral("attend depuis 3 jours")));
    }

    void ask_unansweredForTenDays_expiresAtTheEndOfTheTime()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(question(reference)).status, 201);
        m_desk->bench.clock.advance(40LL * 86'400 - 1);
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(request(reference).state, RequestState::ComplementAsked);
        m_desk->bench.clock.advance(1);
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(request(reference).state, RequestState::Expired);
    }

    void forward_toADelegate_tellsThemAndKeepsTheHand()
    {
        const Delegation delegation = m_desk->takenUp();
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(forwarding(reference, delegation.terms.id)).status, 201);
        const AccessRequest passedOn = request(reference);
        QCOMPARE(passedOn.state, RequestState::Forwarded);
        QCOMPARE(passedOn.forwardedTo, QStringLiteral("Nadia Ferrand"));
        const Mail mail = m_desk->mailer.mails.last();
        QCOMPARE(mail.to, QStringLiteral("nadia@fabre-filles.example"));
        QVERIFY(!mail.body.contains(QStringLiteral("Haddad")));
        m_desk->deliver();
        QVERIFY(m_desk->portal.events.isEmpty());

        QCOMPARE(m_desk->decide(about(reference, DecisionKind::AcceptRequest)).status, 201);
        QCOMPARE(request(reference).state, RequestState::Accepted);
        QVERIFY(m_desk->chainIsWhole());
    }

    void forward_delegateAnswers_isTakenUnderTheDelegation()
    {
        const Delegation delegation = m_desk->takenUp();
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(forwarding(reference, delegation.terms.id)).status, 201);
        const Decision decision = about(reference, DecisionKind::AcceptRequest);
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(decision)).status, 201);
        QCOMPARE(request(reference).decidedBy, QStringLiteral("Nadia Ferrand"));
    }

    void forward_whereTheDelegateMayNotAnswer_isNotAllowed_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* why : {"payment right", "other establishment", "suspended", "unknown delegation",
                                "delegate asks for themselves", "a delegate forwards"}) {
            QTest::newRow(why) << QString::fromLatin1(why);
        }
    }
    void forward_whereTheDelegateMayNotAnswer_isNotAllowed()
    {
        QFETCH(QString, why);
        Delegation delegation = m_desk->takenUp();
        QJsonObject body = DeskBench::depositBody();
        if (why == u"payment right") {
            body[u"rights"] = rights();
        } else if (why == u"other establishment") {
            body.remove(QStringLiteral("sirets"));
        } else if (why == u"delegate asks for themselves") {
            body[u"email"] = QStringLiteral("NADIA@fabre-filles.example");
        } else if (why == u"suspended") {
            delegation = DelegationBench::delegationIn(
                m_desk->act(m_desk->claire, DelegationOrder::Suspend, delegation));
            QCOMPARE(delegation.state, DelegationState::Suspended);
        }
        const QString reference = DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
        const QString id = why == u"unknown delegation" ? QStringLiteral("none") : delegation.terms.id;
        const Decision decision = forwarding(reference, id);
        const auto& who = why == u"a delegate forwards" ? m_desk->nadia : m_desk->claire;
        QCOMPARE(m_desk->send(who, who.sign(decision)).status, 403);
        QCOMPARE(request(reference).state, RequestState::Waiting);
    }

    /// Two deciders at once: one is taken, the other learns by whom and when; nothing is doubled.
    void decide_twoAtTheSameMoment_takesOneAndTellsTheOther()
    {
        TestDirector bernard(QStringLiteral("Bernard Fabre"));
        m_desk->letIn(bernard);
        m_desk->company.directors.append(bernard.person.subject);
        const QString reference = m_desk->deposited();
        const QByteArray yes = m_desk->claire.sign(about(reference, DecisionKind::AcceptRequest));
        const QByteArray no = bernard.sign(about(reference, DecisionKind::RefuseRequest));
        HttpResponse first;
        HttpResponse second;
        std::thread other([&] { second = m_desk->send(bernard, no); });
        first = m_desk->send(m_desk->claire, yes);
        other.join();
        const bool claireWon = first.status == 201;
        const HttpResponse& loser = claireWon ? second : first;
        QCOMPARE((claireWon ? first : second).status, 201);
        QCOMPARE(loser.status, 409);
        QCOMPARE(DeskBench::json(loser)[u"code"].toString(), QStringLiteral("already-decided"));
        QCOMPARE(DeskBench::json(loser)[u"argument"].toString(),
                 (claireWon ? QStringLiteral("Claire Fabre") : QStringLiteral("Bernard Fabre")) +
                     QStringLiteral("|2026-11-23T07:30:00Z"));
        QCOMPARE(count("SELECT COUNT(*) FROM decision"), 1);
        QCOMPARE(count("SELECT COUNT(*) FROM delivery"), 1);
        QCOMPARE(count("SELECT COUNT(*) FROM evidence WHERE kind = 'decision'"), 1);
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), 1);
    }

private:
    static QJsonArray rights()
    {
        const auto right = [](const char* code, const char* label, bool payment) {
            return QJsonObject{{QStringLiteral("value"), QString::fromUtf8(code)},
                               {QStringLiteral("display"), QString::fromUtf8(label)},
                               {QStringLiteral("payment"), payment}};
        };
        return {right("DECLARER_TVA", "Déclarer la TVA", false), right("PAYER_TVA", "Payer la TVA", true),
                right("CONSULTER", "Consulter", false)};
    }
    QString withThreeRights()
    {
        QJsonObject body = DeskBench::depositBody();
        body[u"rights"] = rights();
        return DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
    }
    Decision about(const QString& reference, DecisionKind kind)
    {
        return m_desk->decision(kind, reference, request(reference).version);
    }
    Decision question(const QString& reference)
    {
        Decision decision = about(reference, DecisionKind::AskComplement);
        decision.comment = QString::fromUtf8("Pour quelle agence ?");
        return decision;
    }
    Decision forwarding(const QString& reference, const QString& delegation)
    {
        Decision decision = about(reference, DecisionKind::ForwardRequest);
        decision.delegation = delegation;
        return decision;
    }
    HttpResponse complete(const QString& reference, const QString& answer)
    {
        return m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/complement").arg(reference),
                            QJsonDocument(QJsonObject{{QStringLiteral("answer"), answer}}).toJson(),
                            {{"authorization", m_desk->token()}, {"content-type", "application/json"}});
    }
    QJsonObject read(const QString& reference)
    {
        return DeskBench::json(m_desk->call("GET", QStringLiteral("/portal/v1/requests/") + reference, {},
                                            {{"authorization", m_desk->token()}}));
    }
    AccessRequest request(const QString& reference)
    {
        const auto requests = m_desk->snapshot().requests;
        const auto found = std::find_if(requests.cbegin(), requests.cend(),
                                        [&](const AccessRequest& each) { return each.id == reference; });
        return found == requests.cend() ? AccessRequest() : *found;
    }
    QJsonObject events()
    {
        const QByteArray payload = m_desk->portal.events.last().split('.')[1];
        return QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding))
            .object()[u"events"]
            .toObject();
    }
    QString eventType() { return events().begin().key(); }
    QJsonObject event() { return events().begin().value().toObject(); }
    int count(const char* sql) { return m_desk->bench.value(QString::fromLatin1(sql)).toInt(); }

    std::unique_ptr<DelegationBench> m_desk;
};

QTEST_GUILESS_MAIN(RequestLifeTest)
#include "RequestLifeTest.moc"
