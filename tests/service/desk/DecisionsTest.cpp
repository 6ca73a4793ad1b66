// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

class DecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Laurent Petit"),
                                                 QStringLiteral("l.petit@fabre-filles.example")),
                                ScimPortal::user(QStringLiteral("IMP-2"), QStringLiteral("FABRE Claire"),
                                                 QStringLiteral("claire.fabre@fabre-filles.example"))};
        m_desk->sync();
        m_reference = m_desk->deposited();
    }

    void accept_openRequest_reachesThePortalAndTheReceipt()
    {
        const Decision decision = acceptance();
        const auto answer = m_desk->decide(decision);
        QCOMPARE(answer.status, 201);
        const auto receipt = fromJson<DecisionReceipt>(DeskBench::json(answer)).value();
        QCOMPARE(receipt.decisionId, decision.id);
        QCOMPARE(request().state, RequestState::Accepted);
        QCOMPARE(request().handBack, HandBack::ToDo);
        QCOMPARE(request().decidedBy, QStringLiteral("Claire Fabre"));
        QCOMPARE(m_desk->bench.jobs.wakes("deliveries.impots"), 1);

        m_desk->deliver();
        QCOMPARE(request().handBack, HandBack::Acknowledged);
        const QJsonObject event = deliveredEvent();
        QCOMPARE(event[u"reference"].toString(), m_reference);
        QCOMPARE(event[u"portalReference"].toString(), QStringLiteral("IMP-1"));
        QCOMPARE(event[u"decision"].toString(), QStringLiteral("accepted"));
        QCOMPARE(event[u"until"].toString(), QStringLiteral("2027-12-31"));
        QCOMPARE(m_desk->bench
                     .value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE decision = ?"), {decision.id})
                     .toInt(),
                 2);
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), 1);
        QVERIFY(evidenceIsWhole());
    }

    void accept_untilEarlierDate_isWithLimits()
    {
        Decision decision = acceptance();
        decision.until = QDate(2027, 3, 31);
        QCOMPARE(m_desk->decide(decision).status, 201);
        QCOMPARE(request().state, RequestState::AcceptedWithLimits);
        m_desk->deliver();
        QCOMPARE(deliveredEvent()[u"until"].toString(), QStringLiteral("2027-03-31"));
    }

    void accept_unfitDate_isRefused()
    {
        for (const QDate date : {QDate(2020, 1, 1), QDate(2028, 1, 1)}) {
            Decision decision = acceptance();
            decision.until = date;
            QCOMPARE(m_desk->decide(decision).status, 400);
        }
        QCOMPARE(request().state, RequestState::Waiting);
    }

    void refuse_withReason_tellsPortalAndPerson()
    {
        Decision decision = m_desk->decision(DecisionKind::RefuseRequest, m_reference, 1);
        decision.comment = QStringLiteral("Voyez avec Isabelle.");
        QCOMPARE(m_desk->decide(decision).status, 201);
        m_desk->deliver();
        QCOMPARE(deliveredEvent()[u"decision"].toString(), QStringLiteral("refused"));
        QCOMPARE(deliveredEvent()[u"reason"].toString(), QStringLiteral("notNeeded"));
        const Mail mail = m_desk->mailer.mails.last();
        QCOMPARE(mail.to, QStringLiteral("karim.haddad@delorme-associes.example"));
        QVERIFY(mail.body.contains(QStringLiteral("Voyez avec Isabelle.")));
        QVERIFY(mail.body.contains(QString::fromUtf8("Cette personne n’en a pas besoin")));
    }

    void refuse_withoutReason_isRefused()
    {
        Decision decision = m_desk->decision(DecisionKind::RefuseRequest, m_reference, 1);
        decision.reason.reset();
        QCOMPARE(m_desk->decide(decision).status, 400);
    }

    void decide_sentTwice_isTakenOnce()
    {
        const Decision decision = acceptance();
        const auto first = m_desk->decide(decision);
        const auto second = m_desk->decide(decision);
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 200);
        QCOMPARE(DeskBench::json(second), DeskBench::json(first));
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), 1);
    }

    void decide_sentAgainWithAnOldSignIn_givesTheReceipt()
    {
        const Decision decision = acceptance();
        QCOMPARE(m_desk->decide(decision).status, 201);
        m_desk->guard.recent = false;
        QCOMPARE(m_desk->decide(decision).status, 200);
        QCOMPARE(problem(m_desk->decide(acceptance())), QStringLiteral("sign-in-too-old"));
    }

    void decide_sameIdForSomethingElse_isAConflict()
    {
        Decision decision = acceptance();
        QCOMPARE(m_desk->decide(decision).status, 201);
        decision.comment = QStringLiteral("autre chose");
        QCOMPARE(problem(m_desk->decide(decision)), QStringLiteral("conflict"));
    }

    void decide_secondDirector_learnsWhoWasFirst()
    {
        TestDirector bernard(QStringLiteral("Bernard Fabre"));
        m_desk->guard.people.append(bernard.person);
        m_desk->company.directors.append(bernard.person.subject);
        QCOMPARE(m_desk->decide(acceptance()).status, 201);
        const auto answer = m_desk->send(
            bernard, bernard.sign(m_desk->decision(DecisionKind::RefuseRequest, m_reference, 1)));
        QCOMPARE(problem(answer), QStringLiteral("already-decided"));
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(),
                 QStringLiteral("Claire Fabre|2026-11-23T07:30:00Z"));
    }

    void decide_otherVersion_isNotTaken()
    {
        QCOMPARE(problem(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, m_reference, 7))),
                 QStringLiteral("version-changed"));
    }

    void decide_ownRequest_isNotAllowed()
    {
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-7"));
        body[QStringLiteral("givenName")] = QStringLiteral("CLAIRE");
        body[QStringLiteral("familyName")] = QStringLiteral("Fabre");
        const QString own = DeskBench::json(m_desk->deposit(body, "key-7"))[u"reference"].toString();
        QCOMPARE(problem(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, own, 1))),
                 QStringLiteral("not-allowed"));
    }

    void decide_signatureThatDoesNotFit_isRefused()
    {
        const TestDirector other(QStringLiteral("Claire Fabre"));
        const Decision decision = acceptance();
        QCOMPARE(m_desk->send(m_desk->claire, other.sign(decision)).status, 401);
        QCOMPARE(m_desk->send(m_desk->claire, m_desk->claire.sign(decision, QStringLiteral("JWT"))).status,
                 401);
        QCOMPARE(m_desk->send(m_desk->claire, "a.b.c").status, 401);
        QCOMPARE(m_desk->send(m_desk->claire, {}).status, 401);
        QCOMPARE(request().state, RequestState::Waiting);
    }

    void decide_contentThatDoesNotFit_isRefused()
    {
        Decision decision = acceptance();
        decision.siren = QStringLiteral("000041376");
        QCOMPARE(m_desk->decide(decision).status, 400);
        decision = acceptance();
        decision.id = QStringLiteral("not a uuid");
        QCOMPARE(m_desk->decide(decision).status, 400);
        decision = acceptance();
        decision.comment = QString(501, u'x');
        QCOMPARE(m_desk->decide(decision).status, 400);
        decision = acceptance();
        decision.target = QStringLiteral("PC-2026-424242");
        QCOMPARE(m_desk->decide(decision).status, 410);
    }

    void decide_computerSignedOutMeanwhile_writesNothing()
    {
        m_desk->guard.signedOut = true;
        QCOMPARE(m_desk->decide(acceptance()).status, 401);
        QCOMPARE(request().state, RequestState::Waiting);
        QCOMPARE(m_desk->bench.value(QStringLiteral("SELECT COUNT(*) FROM decision")).toInt(), 0);
        QVERIFY(evidenceIsWhole());
    }

    void decide_endedMandate_isRefused()
    {
        m_desk->company.mandateEnded = true;
        QCOMPARE(problem(m_desk->decide(acceptance())), QStringLiteral("mandate-ended"));
    }

    void deliver_portalDown_isTriedAgainUntilItAnswers()
    {
        const Decision decision = acceptance();
        QCOMPARE(m_desk->decide(decision).status, 201);
        m_desk->portal.trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_desk->deliver();
        QCOMPARE(request().handBack, HandBack::Running);
        m_desk->portal.trouble.reset();
        m_desk->deliver();
        QVERIFY(m_desk->portal.events.isEmpty());
        m_desk->bench.clock.advance(2);
        m_desk->deliver();
        QCOMPARE(request().handBack, HandBack::Acknowledged);
        QVERIFY(evidenceIsWhole());
    }

    void deliver_crashAfterTheClaim_sendsAgainUnderTheSameName()
    {
        QCOMPARE(m_desk->decide(acceptance()).status, 201);
        m_desk->portal.eventReply = HttpReply{503, {}, {}};
        m_desk->deliver();
        const QByteArray first = m_desk->http.last().body.split('.')[1];
        m_desk->portal.eventReply.reset();
        m_desk->bench.clock.advance(40);
        m_desk->deliver();
        QCOMPARE(claim(m_desk->portal.events.first().split('.')[1], u"jti"), claim(first, u"jti"));
    }

    void deliver_portalRefuses_putsTheRequestBack()
    {
        QCOMPARE(m_desk->decide(acceptance()).status, 201);
        m_desk->portal.eventReply =
            HttpReply{422, {}, QByteArray(R"({"err":"invalid_request","description":"Compte suspendu"})")};
        m_desk->deliver();
        QCOMPARE(request().state, RequestState::Waiting);
        QCOMPARE(request().handBack, HandBack::Failed);
        QCOMPARE(request().portalMessage, QStringLiteral("Compte suspendu"));
        QVERIFY(evidenceIsWhole());
        m_desk->portal.eventReply.reset();
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, m_reference, request().version))
                     .status,
                 201);
        m_desk->deliver();
        QCOMPARE(request().handBack, HandBack::Acknowledged);
    }

    void deliver_sevenDaysInVain_fails()
    {
        QCOMPARE(m_desk->decide(acceptance()).status, 201);
        m_desk->portal.trouble = Failure{FailureCode::TimedOut, {}, {}};
        for (int i = 0; i < 8; ++i) {
            m_desk->deliver();
            m_desk->bench.clock.advance(86400);
        }
        QCOMPARE(request().handBack, HandBack::Failed);
        QCOMPARE(request().state, RequestState::Accepted);
    }

    void close_openAccount_isClosedOnlyWhenThePortalSaysSo()
    {
        QCOMPARE(m_desk->decide(closure()).status, 201);
        QCOMPARE(account(0).state, AccountState::ClosureRequested);
        m_desk->sync();
        QCOMPARE(account(0).state, AccountState::ClosureRequested);
        m_desk->deliver();
        QCOMPARE(account(0).state, AccountState::Closed);
        QCOMPARE(m_desk->portal.users.first()[u"active"].toBool(true), false);
        m_desk->sync();
        QCOMPARE(account(0).state, AccountState::Closed);
        QCOMPARE(problem(m_desk->decide(closure())), QStringLiteral("already-decided"));
    }

    void close_refusingPortal_keepsItsWords()
    {
        m_desk->portal.patchReply =
            HttpReply{403, {}, QByteArray(R"({"detail":"Demander la substitution"})")};
        QCOMPARE(m_desk->decide(closure()).status, 201);
        m_desk->deliver();
        QCOMPARE(account(0).state, AccountState::ClosureFailed);
        QCOMPARE(account(0).portalMessage, QStringLiteral("Demander la substitution"));
        m_desk->sync();
        QCOMPARE(account(0).state, AccountState::ClosureFailed);
        m_desk->portal.patchReply.reset();
        QCOMPARE(m_desk->decide(closure()).status, 201);
        m_desk->deliver();
        QCOMPARE(account(0).state, AccountState::Closed);
    }

    void close_portalThatSaysYesAndDoesNothing_isNotClosed()
    {
        m_desk->portal.patchReply = HttpReply{204, {}, {}};
        QCOMPARE(m_desk->decide(closure()).status, 201);
        m_desk->deliver();
        QCOMPARE(account(0).state, AccountState::ClosureRequested);
    }

    void close_answerThatIsNoSuccess_countsAsFailureOnlyWhenItIsOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("failures");
        QTest::newRow("changed since it was read") << 412 << 0;
        QTest::newRow("changed at the same time") << 409 << 0;
        QTest::newRow("too early") << 425 << 0;
        QTest::newRow("too slow") << 408 << 1;
        QTest::newRow("wrong token") << 401 << 1;
        QTest::newRow("broken") << 500 << 1;
    }
    void close_answerThatIsNoSuccess_countsAsFailureOnlyWhenItIsOne()
    {
        QFETCH(int, status);
        m_desk->portal.patchReply = HttpReply{status, {}, {}};
        QCOMPARE(m_desk->decide(closure()).status, 201);
        m_desk->deliver();
        QCOMPARE(account(0).state, AccountState::ClosureRequested);
        QTEST(m_desk->line(QStringLiteral("orders")).failuresInARow, "failures");
    }

    void certify_ownAccount_isCertifiedForTheSubject()
    {
        QVERIFY(account(1).mine);
        QVERIFY(!account(0).mine);
        QCOMPARE(
            m_desk->decide(m_desk->decision(DecisionKind::CertifyAccount, account(1).id, account(1).version))
                .status,
            201);
        QCOMPARE(account(1).certification, AccountCertification::Requested);
        m_desk->deliver();
        QCOMPARE(account(1).certification, AccountCertification::Certified);
        QVERIFY(account(1).certifiedAt.has_value());
        QCOMPARE(m_desk->portal.users[1][accountSchema()][u"certifiedSubject"].toString(),
                 m_desk->claire.person.subject);
        m_desk->sync();
        QCOMPARE(account(1).certification, AccountCertification::Certified);
    }

    void certify_somebodyElsesAccount_isNotAllowed()
    {
        QCOMPARE(problem(m_desk->decide(
                     m_desk->decision(DecisionKind::CertifyAccount, account(0).id, account(0).version))),
                 QStringLiteral("not-allowed"));
    }

    void routes_otherCompaniesDirector_isKeptOut()
    {
        TestDirector stranger(QStringLiteral("Nadia Benhamou"));
        m_desk->guard.people.append(stranger.person);
        QCOMPARE(m_desk->send(stranger, stranger.sign(acceptance())).status, 403);
        const auto answer = m_desk->call("GET", QStringLiteral("/v1/companies/000058263/snapshot"), {},
                                         {{"test-subject", stranger.person.subject.toUtf8()}});
        QCOMPARE(answer.status, 403);
        QVERIFY(!answer.body.contains("FABRE"));
    }

    void database_decidedRequest_holdsNoNameInClear()
    {
        QCOMPARE(m_desk->decide(acceptance()).status, 201);
        const QByteArray written = m_desk->bench.place.writtenBytes(*m_desk->bench.database);
        QVERIFY(written.contains("000058263"));
        QVERIFY(!written.toLower().contains("haddad"));
    }

private:
    [[nodiscard]] Decision acceptance() const
    {
        return m_desk->decision(DecisionKind::AcceptRequest, m_reference, 1);
    }
    [[nodiscard]] Decision closure()
    {
        return m_desk->decision(DecisionKind::CloseAccount, account(0).id, account(0).version);
    }
    AccessRequest request() { return m_desk->snapshot().requests.last(); }
    PortalAccount account(int index) { return m_desk->snapshot().accounts.at(index); }
    static QString problem(const HttpResponse& response)
    {
        return DeskBench::json(response)[u"code"].toString();
    }
    static QJsonValue claim(const QByteArray& payload, QStringView name)
    {
        return QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding))
            .object()[name];
    }
    QJsonObject deliveredEvent()
    {
        const QJsonObject events = claim(m_desk->portal.events.last().split('.')[1], u"events").toObject();
        return events.begin().value().toObject();
    }
    bool evidenceIsWhole()
    {
        const auto report = m_desk->bench.write(
            [&](QSqlDatabase& connection) { return EvidenceCheck(*m_desk->bench.keys).all(connection); });
        return report.ok() && report.value().links > 0 && report.value().faults.isEmpty();
    }
    std::unique_ptr<DeskBench> m_desk;
    QString m_reference;
};

QTEST_GUILESS_MAIN(DecisionsTest)
#include "DecisionsTest.moc"
