// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What the service does of itself: it reminds, expires, accepts the director, refuses who is not known.
class RequestNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void remind_unansweredRequest_onDays3And7And21AndNeverTwice()
    {
        deposit(QStringLiteral("IMP-1"), {});
        QCOMPARE(remindersAfterDays(2), 0);
        QCOMPARE(remindersAfterDays(1), 1);
        QVERIFY(lastMail().body.contains(QStringLiteral("attend depuis 3 jours")));
        QVERIFY(lastMail().body.contains(QStringLiteral("has waited 3 days")));
        QVERIFY(!lastMail().body.contains(QStringLiteral("Haddad")));
        QCOMPARE(remindersAfterDays(0), 0);
        QCOMPARE(remindersAfterDays(4), 1);
        QCOMPARE(remindersAfterDays(14), 1);
        QCOMPARE(remindersAfterDays(5), 0);
    }

    void remind_twoInstances_sendOne()
    {
        deposit(QStringLiteral("IMP-1"), {});
        DeskBench& first = *m_desk;
        HandCrankedJobs otherJobs;
        Router otherRouter;
        const Platform other{first.config,
                             first.bench.clock,
                             first.log,
                             *first.bench.database,
                             *first.bench.keys,
                             first.http,
                             otherJobs,
                             otherRouter,
                             QUrl(QStringLiteral("http://127.0.0.1:8800"))};
        const auto second = DeskPart::create(other, {first.guard, first.company, first.company, first.company,
                                                     first.company, first.mailer})
                                .value();
        first.bench.clock.advance(3LL * 86'400);
        const auto before = first.mailer.mails.size();
        first.bench.jobs.run("request-reminders");
        otherJobs.run("request-reminders");
        QCOMPARE(first.mailer.mails.size(), before + 1);
        first.bench.clock.advance(27LL * 86'400);
        first.bench.jobs.run("request-expiry");
        otherJobs.run("request-expiry");
        QCOMPARE(count("SELECT COUNT(*) FROM delivery"), 1);
        QCOMPARE(count("SELECT COUNT(*) FROM evidence WHERE kind = 'request'"), 2);
    }

    void remind_severalRequests_isOneMessage()
    {
        deposit(QStringLiteral("IMP-1"), {});
        deposit(QStringLiteral("IMP-2"), {});
        QCOMPARE(remindersAfterDays(3), 1);
        QCOMPARE(lastMail().body.count(QStringLiteral("attend depuis 3 jours")), 2);
    }

    void remind_deadline_isSaidThreeDaysBeforeOnTheEveAndOnTheDay()
    {
        deposit(QStringLiteral("IMP-1"), QStringLiteral("2026-12-08"));
        QCOMPARE(remindersAfterDays(10), 1); // days 3 and 7, missed together
        QCOMPARE(remindersAfterDays(2), 1);
        QVERIFY(lastMail().body.contains(QStringLiteral("échéance du 08/12/2026")));
        QCOMPARE(remindersAfterDays(2), 1);
        QCOMPARE(remindersAfterDays(1), 1);
        QCOMPARE(remindersAfterDays(1), 0);
    }

    void remind_answeredOrWithdrawn_isSilent()
    {
        const QString answered = deposit(QStringLiteral("IMP-1"), {});
        const QString withdrawn = deposit(QStringLiteral("IMP-2"), {});
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, answered, 1)).status, 201);
        m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/withdrawal").arg(withdrawn), {},
                     {{"authorization", m_desk->token()}});
        QCOMPARE(remindersAfterDays(3), 0);
    }

    void remind_addressThatBounces_goesOnWithoutAMessage()
    {
        deposit(QStringLiteral("IMP-1"), {});
        m_desk->company.contact.state = EmailState::Unreachable;
        QCOMPARE(remindersAfterDays(3), 0);
        m_desk->company.contact.state = EmailState::RecordedInSirene;
        QCOMPARE(remindersAfterDays(4), 1);
    }

    void expire_silence_isNoAcceptanceAndIsInTheEvidence()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        m_desk->bench.clock.advance(30LL * 86'400);
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(request(reference).state, RequestState::Expired);
        QCOMPARE(linkEvents(), (QStringList{QStringLiteral("received"), QStringLiteral("expired")}));
        QVERIFY(chainIsWhole());
    }

    void withdraw_complement_areInTheEvidence()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/withdrawal").arg(reference), {},
                     {{"authorization", m_desk->token()}});
        QCOMPARE(linkEvents(), (QStringList{QStringLiteral("received"), QStringLiteral("withdrawn")}));
        QVERIFY(chainIsWhole());
    }

    void unknownPerson_addressThatWasRefused_cannotAskAgainForAYear()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        Decision decision = m_desk->decision(DecisionKind::RefuseRequest, reference, 1);
        decision.reason = RefusalReason::UnknownPerson;
        QCOMPARE(m_desk->decide(decision).status, 201);
        const auto mails = m_desk->mailer.mails.size();
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-2"));
        body[u"email"] = QStringLiteral("Karim.Haddad@delorme-associes.example");
        const QString again = DeskBench::json(m_desk->deposit(body, "key-2"))[u"reference"].toString();
        QCOMPARE(request(again).state, RequestState::Refused);
        QCOMPARE(request(again).refusalReason, QStringLiteral("unknownPerson"));
        QVERIFY(request(again).decidedBy.isEmpty());
        QCOMPARE(m_desk->mailer.mails.size(), mails);
        QCOMPARE(linkEvents().last(), QStringLiteral("blocked"));
        m_desk->deliver();
        const QByteArray event =
            QByteArray::fromBase64(m_desk->portal.events.last().split('.')[1], QByteArray::Base64UrlEncoding);
        QVERIFY(event.contains("\"reason\":\"unknownPerson\""));

        m_desk->bench.clock.advance(366LL * 86'400);
        m_desk->tokens.clear();
        body = DeskBench::depositBody(QStringLiteral("IMP-3"));
        body.remove(QStringLiteral("until"));
        const QString later = DeskBench::json(m_desk->deposit(body, "key-3"))[u"reference"].toString();
        QCOMPARE(request(later).state, RequestState::Waiting);
    }

    void unknownPerson_otherReason_blocksNobody()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::RefuseRequest, reference, 1)).status, 201);
        QCOMPARE(request(deposit(QStringLiteral("IMP-2"), {})).state, RequestState::Waiting);
    }

    void block_storedAddress_isNotInClear()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        Decision decision = m_desk->decision(DecisionKind::RefuseRequest, reference, 1);
        decision.reason = RefusalReason::UnknownPerson;
        QCOMPARE(m_desk->decide(decision).status, 201);
        const QString stored =
            m_desk->bench.value(QStringLiteral("SELECT address FROM requester_block")).toString();
        QVERIFY(!stored.isEmpty());
        QVERIFY(!stored.contains(QStringLiteral("haddad")));
    }

    /// The portal says when it was asked; the company had it only now.
    void remind_requestMadeLongBefore_countsFromTheDeposit()
    {
        QJsonObject body = DeskBench::depositBody();
        body.remove(QStringLiteral("deadline"));
        body[u"requestedAt"] = QStringLiteral("2026-10-01T09:00:00Z");
        QCOMPARE(m_desk->deposit(body).status, 202);
        QCOMPARE(remindersAfterDays(3), 1);
        QVERIFY(lastMail().body.contains(QStringLiteral("attend depuis 3 jours")));
    }

    void remind_serviceAnswerThatThePortalRefuses_tellsAndReminds()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        Decision decision = m_desk->decision(DecisionKind::RefuseRequest, reference, 1);
        decision.reason = RefusalReason::UnknownPerson;
        QCOMPARE(m_desk->decide(decision).status, 201);
        m_desk->deliver();
        const QString blocked = deposit(QStringLiteral("IMP-2"), {});
        QCOMPARE(request(blocked).state, RequestState::Refused);
        m_desk->portal.eventReply =
            HttpReply{422, {}, QByteArray(R"({"err":"invalid_request","description":"Non"})")};
        m_desk->deliver();
        QCOMPARE(request(blocked).state, RequestState::Waiting);
        m_desk->tell();
        m_desk->mailer.mails.clear();
        QCOMPARE(remindersAfterDays(3), 1);
        QVERIFY(lastMail().body.contains(blocked));
    }

    void remind_requestThatCannotBeRead_stopsNoOther()
    {
        const QString damaged = deposit(QStringLiteral("IMP-1"), {});
        const QString good = deposit(QStringLiteral("IMP-2"), {});
        QVERIFY(m_desk->bench.sql(
            QStringLiteral("UPDATE access_request SET content = 'x' WHERE reference = ?"), {damaged}));
        QCOMPARE(remindersAfterDays(3), 1);
        QVERIFY(lastMail().body.contains(good));
        QCOMPARE(m_desk->logged.count("requests.unreadable"), 1);
        QVERIFY(m_desk->logged.contains(damaged.toLatin1()));
    }

    void expire_requestThatCannotBeRead_isSaidAndLeftForADay()
    {
        const QString damaged = deposit(QStringLiteral("IMP-1"), {});
        QVERIFY(m_desk->bench.sql(QStringLiteral("UPDATE access_request SET content = 'x'")));
        m_desk->bench.clock.advance(31LL * 86'400);
        m_desk->bench.jobs.run("request-expiry");
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(m_desk->logged.count("requests.unreadable"), 1);
        m_desk->bench.clock.advance(86'400);
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(m_desk->logged.count("requests.unreadable"), 2);
    }

    void run_databaseThatFails_isLogged_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<QByteArray>("event");
        QTest::newRow("reminders") << QStringLiteral("request-reminders") << QByteArray("requests.remind");
        QTest::newRow("expiry") << QStringLiteral("request-expiry") << QByteArray("requests.expire");
        QTest::newRow("reached") << QStringLiteral("request-reminders") << QByteArray("requests.reach");
    }
    void run_databaseThatFails_isLogged()
    {
        QFETCH(QString, job);
        QFETCH(QByteArray, event);
        QVERIFY(m_desk->bench.sql(QStringLiteral("ALTER TABLE access_request RENAME TO elsewhere")));
        m_desk->bench.jobs.run(job.toStdString());
        QVERIFY(m_desk->logged.contains(event));
    }

    void attached_companyBehindManyOthers_isReachedAtOnce()
    {
        const QStringList directors = m_desk->company.directors;
        m_desk->company.directors.clear();
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        for (int i = 0; i < 100; ++i) {
            QVERIFY(m_desk->bench.sql(
                QStringLiteral(
                    "INSERT INTO access_request (reference, siren, portal, portal_reference, state, "
                    "version, received_at, expires_at, content) SELECT ?, '000074914', portal, ?, "
                    "state, version, received_at, expires_at, content FROM access_request WHERE "
                    "reference = ?"),
                {QStringLiteral("AA-%1").arg(i, 4, 10, QLatin1Char('0')), QStringLiteral("other-%1").arg(i),
                 reference}));
        }
        m_desk->company.directors = directors;
        m_desk->desk->companyAttached(m_desk->company.siren);
        m_desk->bench.jobs.run("request-reminders");
        QCOMPARE(stateForThePortal(reference), QStringLiteral("waiting"));
    }

    void attached_lateInTheLifeOfARequest_leavesDaysToAnswer()
    {
        const QStringList directors = m_desk->company.directors;
        m_desk->company.directors.clear();
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        m_desk->bench.clock.advance(29LL * 86'400);
        m_desk->tokens.clear();
        m_desk->company.directors = directors;
        m_desk->desk->companyAttached(m_desk->company.siren);
        m_desk->bench.jobs.run("request-reminders");
        QCOMPARE(request(reference).expiresAt, m_desk->bench.clock.now().addDays(7));
        QCOMPARE(remindersAfterDays(3), 1);
    }

    void deposit_companyThatNobodyLeadsHere_waitsOnceSomebodyDoes()
    {
        const QStringList directors = m_desk->company.directors;
        m_desk->company.directors.clear();
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        QCOMPARE(stateForThePortal(reference), QStringLiteral("undeliverable"));
        m_desk->bench.jobs.run("request-reminders");
        QCOMPARE(stateForThePortal(reference), QStringLiteral("undeliverable"));
        m_desk->company.directors = directors;
        m_desk->desk->companyAttached(m_desk->company.siren);
        QCOMPARE(m_desk->bench.jobs.wakes("request-reminders"), 1);
        const auto mails = m_desk->mailer.mails.size();
        m_desk->bench.jobs.run("request-reminders");
        QCOMPARE(stateForThePortal(reference), QStringLiteral("waiting"));
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), mails); // who attached it has it on the screen
        deposit(QStringLiteral("IMP-2"), {});
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), mails + 1);
    }

    void expire_companyThatNobodyLeadsHere_isToldToThePortal()
    {
        m_desk->company.directors.clear();
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        m_desk->bench.clock.advance(30LL * 86'400);
        m_desk->tokens.clear();
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(stateForThePortal(reference), QStringLiteral("expired"));
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), 1);
    }

private:
    QString deposit(const QString& portalReference, const QString& dueDate)
    {
        QJsonObject body = DeskBench::depositBody(portalReference);
        body.remove(QStringLiteral("deadline"));
        body.remove(QStringLiteral("requestedAt"));
        if (!dueDate.isEmpty()) {
            body.insert(QStringLiteral("deadline"),
                        QJsonObject{{QStringLiteral("label"), QStringLiteral("TVA")},
                                    {QStringLiteral("date"), dueDate}});
        }
        return DeskBench::json(m_desk->deposit(body, portalReference.toLatin1()))[u"reference"].toString();
    }
    /// Messages that the job sent after so many days; it runs twice.
    int remindersAfterDays(int days)
    {
        m_desk->bench.clock.advance(days * 86'400LL);
        const auto before = m_desk->mailer.mails.size();
        m_desk->bench.jobs.run("request-reminders");
        m_desk->bench.jobs.run("request-reminders");
        return static_cast<int>(m_desk->mailer.mails.size() - before);
    }
    [[nodiscard]] const Mail& lastMail() const { return m_desk->mailer.mails.last(); }
    AccessRequest request(const QString& reference)
    {
        const auto requests = m_desk->snapshot().requests;
        const auto found = std::find_if(requests.cbegin(), requests.cend(),
                                        [&](const AccessRequest& each) { return each.id == reference; });
        return found == requests.cend() ? AccessRequest() : *found;
    }
    QString stateForThePortal(const QString& reference)
    {
        return DeskBench::json(m_desk->call("GET", QStringLiteral("/portal/v1/requests/") + reference, {},
                                            {{"authorization", m_desk->token()}}))[u"state"]
            .toString();
    }
    QStringList linkEvents()
    {
        const auto links = m_desk->bench.write([&](QSqlDatabase& connection) {
            return EvidenceChain(*m_desk->bench.keys).links(connection, m_desk->company.siren);
        });
        QStringList events;
        for (const EvidenceLink& link : links.value()) {
            if (link.kind == u"request") {
                events += link.content[u"event"].toString();
            }
        }
        return events;
    }
    bool chainIsWhole()
    {
        const auto report = m_desk->bench.write(
            [&](QSqlDatabase& connection) { return EvidenceCheck(*m_desk->bench.keys).all(connection); });
        return report.ok() && report.value().links > 0 && report.value().faults.isEmpty();
    }
    int count(const char* sql) { return m_desk->bench.value(QString::fromLatin1(sql)).toInt(); }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(RequestNoticesTest)
#include "RequestNoticesTest.moc"
