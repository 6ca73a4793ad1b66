// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceChain.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// The portal "impots" has no SCIM server: it declares its accounts and closes them when an event asks.
class DeclaredAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ServiceConfig config = DeskBench::configuration();
        for (PortalConfig& portal : config.portals) {
            portal.values.insert(u"scopes"_s, u"compte.declarer revocation.recevoir demande.lire"_s);
        }
        config.portals[0].values.remove(u"scim_url"_s);
        m_desk = std::make_unique<DeskBench>(config);
    }

    void declare_full_showsTheAccountsAndTheirAge()
    {
        const auto answer = declare(u"full"_s, {user(u"A1"_s), user(u"A2"_s)});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, R"({"accounts":2,"changed":true})");
        const CompanySnapshot snapshot = m_desk->snapshot();
        QCOMPARE(snapshot.accounts.size(), 2);
        QCOMPARE(snapshot.accounts.first().holderName, u"Karim Haddad"_s);
        QCOMPARE(snapshot.sources.first().asOf, m_desk->bench.clock.now().addSecs(-60));
        QCOMPARE(snapshot.sources.first().state, PortalSource::State::Fresh);
    }

    void declare_sameAgain_changesNothing()
    {
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}).status, 200);
        const auto cursor = m_desk->snapshot().cursor;
        const auto again = declare(u"full"_s, {user(u"A1"_s)});
        QCOMPARE(again.body, R"({"accounts":1,"changed":false})");
        QCOMPARE(m_desk->snapshot().cursor, cursor);
    }

    void declare_fullWithoutAnAccount_closesIt()
    {
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s), user(u"A2"_s)}).status, 200);
        QCOMPARE(declare(u"full"_s, {user(u"A2"_s)}, 0).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
        QCOMPARE(state(u"A2"_s), AccountState::Active);
        QCOMPARE(m_desk->snapshot().journal.first().kind, u"account.closed"_s);
    }

    void declare_delta_leavesTheOthers()
    {
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s), user(u"A2"_s)}).status, 200);
        QJsonObject gone = user(u"A2"_s);
        gone.insert(u"active"_s, false);
        QCOMPARE(declare(u"delta"_s, {gone, user(u"A3"_s)}, 0).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::Active);
        QCOMPARE(state(u"A2"_s), AccountState::Closed);
        QCOMPARE(state(u"A3"_s), AccountState::Active);
    }

    void declare_olderThanTheLast_isAConflict()
    {
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}).status, 200);
        const auto late = declare(u"full"_s, {}, -3600);
        QCOMPARE(late.status, 409);
        QCOMPARE(DeskBench::json(late)[u"argument"].toString(), u"2026-11-23T07:29:00Z"_s);
        QCOMPARE(state(u"A1"_s), AccountState::Active);
    }

    void declare_olderThanOneThatChangedNothing_isAConflict()
    {
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}, -50).status, 200);
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}, -10).status, 200);
        QCOMPARE(declare(u"full"_s, {}, -30).status, 409);
        QCOMPARE(state(u"A1"_s), AccountState::Active);
        QCOMPARE(m_desk->snapshot().sources.first().asOf, m_desk->bench.clock.now().addSecs(-10));
    }

    void declare_olderThanAnAcknowledgedClosure_isAConflict()
    {
        const QString id = asked();
        m_desk->bench.clock.advance(60);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).status, 200);
        m_desk->bench.clock.advance(60);
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}, -90).status, 409);
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}, -30).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::Active);
    }

    void declare_wrong_isRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("status");
        QTest::newRow("siren") << u"siren"_s << QJsonValue(u"000058264"_s) << 422;
        QTest::newRow("nobody leads it") << u"siren"_s << QJsonValue(u"000041376"_s) << 400;
        QTest::newRow("kind") << u"kind"_s << QJsonValue(u"partial"_s) << 400;
        QTest::newRow("no instant") << u"asOf"_s << QJsonValue() << 400;
        QTest::newRow("in the future") << u"asOf"_s << QJsonValue(u"2026-11-24T00:00:00Z"_s) << 400;
        QTest::newRow("no list") << u"accounts"_s << QJsonValue(QJsonObject{}) << 400;
        QTest::newRow("no account") << u"accounts"_s << QJsonValue(QJsonArray{u"A1"_s}) << 400;
        QTest::newRow("twice") << u"accounts"_s << QJsonValue(QJsonArray{user(u"A1"_s), user(u"A1"_s)})
                               << 400;
        QTest::newRow("another company's")
            << u"accounts"_s
            << QJsonValue(QJsonArray{ScimPortal::user(u"A1"_s, u"X"_s, u"x@y.example"_s, u"000041376"_s)})
            << 400;
    }
    void declare_wrong_isRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(int, status);
        QJsonObject body = declaration(u"full"_s, {user(u"A1"_s)}, -60);
        value.isNull() ? body.remove(member) : void(body.insert(member, value));
        QCOMPARE(post(u"/portal/v1/account-declarations"_s, body).status, status);
        QVERIFY(m_desk->snapshot().accounts.isEmpty());
    }

    void declare_companyOfNobody_isNotFound()
    {
        m_desk->company.directors.clear();
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}).status, 404);
    }

    void declare_portalWithAScimServer_isAConflict()
    {
        const auto answer = post(u"/portal/v1/account-declarations"_s,
                                 declaration(u"full"_s, {user(u"A1"_s)}, -60), u"urssaf"_s);
        QCOMPARE(answer.status, 409);
    }

    void closure_acknowledged_closesTheAccountThenOnly()
    {
        const QString id = asked();
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        // A declaration made before the portal closed it undoes nothing.
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}, 0).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        const QByteArray closed = R"({"state":"closed"})";
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).body, closed);
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).body, closed);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"refused"_s}, {u"message"_s, u"non"_s}}).status, 409);
        QCOMPARE(kindsOfEvidence(), u"decision closureAsked acknowledgement"_s);
        const auto lines = m_desk->snapshot().journal;
        QCOMPARE(std::count_if(lines.begin(), lines.end(),
                               [](const JournalLine& line) { return line.kind == u"account.closed"_s; }),
                 1);
    }

    void closure_refused_tellsThePortalsReason()
    {
        const QString id = asked();
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"refused"_s}}).status, 400);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"perhaps"_s}}).status, 400);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"refused"_s}, {u"message"_s, u"Dernier administrateur"_s}})
                     .status,
                 200);
        const auto account = m_desk->snapshot().accounts.first();
        QCOMPARE(account.state, AccountState::ClosureFailed);
        QCOMPARE(account.portalMessage, u"Dernier administrateur"_s);
        QCOMPARE(kindsOfEvidence(), u"decision closureAsked refusal"_s);
    }

    void closure_ofAnotherPortal_isNotFound()
    {
        const QString id = asked();
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}, u"urssaf"_s).status, 404);
        QCOMPARE(acknowledge(u"nothing"_s, {{u"outcome"_s, u"closed"_s}}).status, 404);
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
    }

    void closure_eventNeverTaken_failsAfterItsTime()
    {
        m_desk->portal.eventReply = HttpReply{503, {}, {}};
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}).status, 200);
        closeFirst();
        m_desk->deliver();
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        m_desk->bench.clock.advance(8LL * 86400);
        m_desk->deliver();
        QCOMPARE(state(u"A1"_s), AccountState::ClosureFailed);
    }

    void closure_acknowledgedBeforeTheEventIsSettled_staysSo()
    {
        m_desk->portal.eventReply = HttpReply{503, {}, {}};
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}).status, 200);
        closeFirst();
        m_desk->deliver();
        const QString id = m_desk->bench.value(u"SELECT id FROM delivery"_s).toString();
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).status, 200);
        m_desk->bench.clock.advance(8LL * 86400);
        m_desk->deliver();
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
    }

    void closure_wordAboutAnEarlierClosure_settlesNotTheNewOne()
    {
        const QString first = askedAndRefused();
        closeFirst();
        m_desk->deliver();
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        // The portal's word came twice: nothing new. Another one comes too late.
        QCOMPARE(acknowledge(first, {{u"outcome"_s, u"refused"_s}, {u"message"_s, u"non"_s}}).status, 200);
        QCOMPARE(acknowledge(first, {{u"outcome"_s, u"closed"_s}}).status, 409);
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        QCOMPARE(acknowledge(newestOrder(), {{u"outcome"_s, u"closed"_s}}).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
    }

    void closure_firstWordAboutAnEarlierClosure_isAConflict()
    {
        const QString first = asked();
        // The account was seen closed, then open again, and the company asked once more.
        QCOMPARE(declare(u"full"_s, {}, 0).status, 200);
        m_desk->bench.clock.advance(60);
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}, 0).status, 200);
        closeFirst();
        m_desk->deliver();
        QCOMPARE(acknowledge(first, {{u"outcome"_s, u"closed"_s}}).status, 409);
        QCOMPARE(acknowledge(first, {{u"outcome"_s, u"refused"_s}, {u"message"_s, u"non"_s}}).status, 409);
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
    }

    void closure_eventOfAnEarlierClosureNeverTaken_failsNotTheNewOne()
    {
        m_desk->portal.eventReply = HttpReply{503, {}, {}};
        QCOMPARE(declare(u"full"_s, {user(u"A1"_s)}).status, 200);
        closeFirst();
        m_desk->deliver();
        const QString first = newestOrder();
        QCOMPARE(acknowledge(first, {{u"outcome"_s, u"refused"_s}, {u"message"_s, u"non"_s}}).status, 200);
        m_desk->bench.clock.advance(5LL * 86400);
        closeFirst();
        m_desk->bench.clock.advance(3LL * 86400);
        m_desk->deliver();
        QCOMPARE(m_desk->bench.value(u"SELECT state FROM delivery WHERE id = ?"_s, {first}).toString(),
                 u"failed"_s);
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
    }

    void closure_seenInADeclarationFirst_isEvidenceAllTheSame()
    {
        const QString id = asked();
        QCOMPARE(declare(u"full"_s, {}, 0).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).status, 200);
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).status, 200);
        QCOMPARE(kindsOfEvidence(), u"decision closureAsked acknowledgement"_s);
    }

    void closure_noWordForSevenDays_failsAndCanBeAskedAgain()
    {
        asked();
        m_desk->bench.clock.advance(7LL * 86400 - 60);
        m_desk->bench.jobs.run("closures");
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        m_desk->bench.clock.advance(120);
        m_desk->bench.jobs.run("closures");
        m_desk->bench.jobs.run("closures");
        QCOMPARE(state(u"A1"_s), AccountState::ClosureFailed);
        QCOMPARE(kindsOfEvidence(), u"decision closureAsked unanswered"_s);
        QCOMPARE(m_desk->snapshot().journal.first().kind, u"account.closureFailed"_s);
        closeFirst();
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
        m_desk->bench.jobs.run("closures");
        QCOMPARE(state(u"A1"_s), AccountState::ClosureRequested);
    }

    void closure_wordAfterSevenDays_isTaken()
    {
        const QString id = asked();
        m_desk->bench.clock.advance(8LL * 86400);
        m_desk->bench.jobs.run("closures");
        QCOMPARE(acknowledge(id, {{u"outcome"_s, u"closed"_s}}).status, 200);
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
        QCOMPARE(kindsOfEvidence(), u"decision closureAsked unanswered acknowledgement"_s);
    }

    void closure_acknowledgedInTime_isNeverUnanswered()
    {
        QCOMPARE(acknowledge(asked(), {{u"outcome"_s, u"closed"_s}}).status, 200);
        m_desk->bench.clock.advance(8LL * 86400);
        m_desk->bench.jobs.run("closures");
        QCOMPARE(state(u"A1"_s), AccountState::Closed);
        QCOMPARE(kindsOfEvidence(), u"decision closureAsked acknowledgement"_s);
    }

private:
    [[nodiscard]] static QJsonObject user(const QString& name)
    {
        QJsonObject user =
            ScimPortal::user(name, u"Karim Haddad"_s, u"karim.haddad@delorme-associes.example"_s);
        user.remove(u"id"_s);
        return user;
    }
    [[nodiscard]] QJsonObject declaration(const QString& kind, const QJsonArray& accounts, int age) const
    {
        return {{u"siren"_s, m_desk->company.siren},
                {u"kind"_s, kind},
                {u"asOf"_s, m_desk->bench.clock.now().addSecs(age).toString(Qt::ISODate)},
                {u"accounts"_s, accounts}};
    }
    HttpResponse declare(const QString& kind, const QJsonArray& accounts, int age = -60)
    {
        return post(u"/portal/v1/account-declarations"_s, declaration(kind, accounts, age));
    }
    HttpResponse acknowledge(const QString& id, const QJsonObject& word, const QString& portal = u"impots"_s)
    {
        return post(u"/portal/v1/closures/%1/acknowledgement"_s.arg(id), word, portal);
    }
    HttpResponse post(const QString& path, const QJsonObject& body, const QString& portal = u"impots"_s)
    {
        m_desk->tokens.clear();
        return m_desk->call("POST", path, QJsonDocument(body).toJson(),
                            {{"authorization", m_desk->token(portal)}, {"content-type", "application/json"}});
    }
    [[nodiscard]] AccountState state(const QString& name)
    {
        for (const PortalAccount& account : m_desk->snapshot().accounts) {
            if (account.portalAccountId == name) {
                return account.state;
            }
        }
        return AccountState::Unknown;
    }
    void closeFirst()
    {
        const PortalAccount account = m_desk->snapshot().accounts.first();
        QCOMPARE(
            m_desk->decide(m_desk->decision(DecisionKind::CloseAccount, account.id, account.version)).status,
            201);
    }
    /// The identifier of the event that asked the portal to close A1.
    QString asked()
    {
        declare(u"full"_s, {user(u"A1"_s)});
        closeFirst();
        m_desk->deliver();
        const auto claims = QJsonDocument::fromJson(QByteArray::fromBase64(
            m_desk->portal.events.value(0).split('.').value(1), QByteArray::Base64UrlEncoding));
        const QJsonValue event =
            claims[u"events"][u"https://proconnect.gouv.fr/secevent/revocation-demandee"];
        return event[u"portalAccountId"].toString() == u"A1"_s ? claims[u"jti"].toString() : QString();
    }
    /// The identifier of a closure that the portal would not do.
    QString askedAndRefused()
    {
        const QString id = asked();
        const auto refused = acknowledge(id, {{u"outcome"_s, u"refused"_s}, {u"message"_s, u"non"_s}});
        m_desk->bench.clock.advance(1);
        return refused.status == 200 ? id : QString();
    }
    QString newestOrder()
    {
        return m_desk->bench.value(u"SELECT id FROM delivery ORDER BY created_at DESC LIMIT 1"_s).toString();
    }
    QString kindsOfEvidence()
    {
        const auto links = m_desk->bench.write([&](QSqlDatabase& connection) {
            return EvidenceChain(*m_desk->bench.keys).links(connection, m_desk->company.siren);
        });
        QStringList kinds;
        for (const EvidenceLink& link : links.value()) {
            kinds.append(link.kind);
        }
        return kinds.join(u' ');
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(DeclaredAccountsTest)
#include "DeclaredAccountsTest.moc"
