// SPDX-License-Identifier: MIT
#include "service/requests/RequestFacts.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

class PortalRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void token_wrongCredentials_isRefused_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("secret");
        QTest::newRow("wrong secret") << QStringLiteral("psp-impots") << QStringLiteral("secret-urssaf");
        QTest::newRow("unknown client") << QStringLiteral("psp-nobody") << QStringLiteral("secret-impots");
        QTest::newRow("empty") << QString() << QString();
    }
    void token_wrongCredentials_isRefused()
    {
        QFETCH(QString, client);
        QFETCH(QString, secret);
        const auto answer = m_desk->askToken(client, secret);
        QCOMPARE(answer.status, 401);
        QCOMPARE(DeskBench::json(answer)[u"error"].toString(), QStringLiteral("invalid_client"));
    }

    void token_scopeNotGranted_isRefused()
    {
        QCOMPARE(m_desk
                     ->askToken(QStringLiteral("psp-impots"), QStringLiteral("secret-impots"),
                                QStringLiteral("tout.faire"))
                     .status,
                 400);
    }

    void token_anHourLater_isWorthNothing()
    {
        const QString reference = m_desk->deposited();
        m_desk->bench.clock.advance(3601);
        QCOMPARE(read(reference).status, 401);
    }

    void call_beyondTheQuota_waitsForTheNextMinute()
    {
        const QString reference = m_desk->deposited();
        HttpResponse last = read(reference);
        for (int calls = 2; calls < 130 && last.status == 200; ++calls) {
            last = read(reference);
        }
        QCOMPARE(last.status, 429);
        QVERIFY(last.headers.contains(std::pair<QByteArray, QByteArray>("Retry-After", "60")));
        QCOMPARE(read(reference, QStringLiteral("urssaf")).status, 404);
        m_desk->bench.clock.advance(60);
        QCOMPARE(read(reference).status, 200);
    }

    void token_withoutTheScope_isNotAllowed()
    {
        const auto answer = m_desk->askToken(QStringLiteral("psp-impots"), QStringLiteral("secret-impots"),
                                             QStringLiteral("demande.lire"));
        m_desk->tokens.insert(QStringLiteral("impots"),
                              "Bearer " + DeskBench::json(answer)[u"access_token"].toString().toLatin1());
        QCOMPARE(m_desk->deposit(DeskBench::depositBody()).status, 403);
    }

    void database_issuedToken_holdsOnlyItsHash()
    {
        const QByteArray token = m_desk->token().mid(7);
        QVERIFY(!m_desk->bench.value(QStringLiteral("SELECT token_hash FROM portal_token"))
                     .toByteArray()
                     .contains(token));
    }

    void deposit_goodRequest_waitsInTheApplicationAndTellsTheDirector()
    {
        const auto answer = m_desk->deposit(DeskBench::depositBody());
        QCOMPARE(answer.status, 202);
        const QString reference = DeskBench::json(answer)[u"reference"].toString();
        const CompanySnapshot snapshot = m_desk->snapshot();
        QCOMPARE(snapshot.requests.size(), 1);
        const AccessRequest& request = snapshot.requests.first();
        QCOMPARE(request.id, reference);
        QCOMPARE(request.state, RequestState::Waiting);
        QCOMPARE(request.message, QStringLiteral("Je reprends la TVA.\nMerci."));
        QCOMPARE(snapshot.company.pendingRequests, 1);
        QCOMPARE(snapshot.journal.first().kind, QStringLiteral("request.received"));
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        QCOMPARE(m_desk->mailer.mails.first().siren, QStringLiteral("000058263"));
        QCOMPARE(m_desk->mailer.mails.first().to, QStringLiteral("direction@fabre-filles.example"));
        QVERIFY(!m_desk->mailer.mails.first().body.contains(QStringLiteral("Haddad")));
    }

    void deposit_sameKeyAndBody_givesTheSameReference()
    {
        const auto first = m_desk->deposit(DeskBench::depositBody());
        const auto second = m_desk->deposit(DeskBench::depositBody());
        QCOMPARE(second.status, 202);
        QCOMPARE(second.body, first.body);
        QCOMPARE(m_desk->snapshot().requests.size(), 1);
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
    }

    void deposit_sameKeyOtherBody_isRefused()
    {
        m_desk->deposited();
        const auto answer = m_desk->deposit(DeskBench::depositBody(QStringLiteral("IMP-2")));
        QCOMPARE(answer.status, 422);
        QCOMPARE(DeskBench::json(answer)[u"code"].toString(), QStringLiteral("idempotency-key-reused"));
    }

    void deposit_samePortalReferenceOtherKey_isAConflict()
    {
        m_desk->deposited();
        QCOMPARE(m_desk->deposit(DeskBench::depositBody(), "key-2").status, 409);
        QCOMPARE(m_desk->deposit(DeskBench::depositBody(), "key-1", QStringLiteral("urssaf")).status, 202);
    }

    void deposit_withoutOptionalMembers_isTaken()
    {
        QJsonObject body = DeskBench::depositBody();
        for (const char* member :
             {"jobTitle", "rights", "sirets", "until", "message", "requestedAt", "deadline"}) {
            body.remove(QLatin1String(member));
        }
        QCOMPARE(m_desk->deposit(body).status, 202);
        const AccessRequest request = m_desk->snapshot().requests.first();
        QVERIFY(!request.deadline && !request.until && request.rights.isEmpty());
        QCOMPARE(request.receivedAt, m_desk->bench.clock.now());
    }

    void deposit_withoutKey_isRefused()
    {
        QCOMPARE(m_desk->deposit(DeskBench::depositBody(), {}).status, 400);
    }

    void deposit_memberThatDoesNotFit_isRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* member, const QJsonValue& value, int status) {
            QTest::newRow(name) << QString::fromLatin1(member) << value << status;
        };
        row("siren key", "siren", QStringLiteral("000058264"), 422);
        row("siren spaced", "siren", QStringLiteral("000 058 263"), 422);
        row("siren number", "siren", 58263, 422);
        row("no reference", "portalReference", QJsonValue(), 400);
        row("reference too long", "portalReference", QString(101, u'x'), 400);
        row("nature", "nature", QStringLiteral("AUTRE"), 400);
        row("name too long", "givenName", QString(101, u'x'), 400);
        row("name with a line", "familyName", QStringLiteral("Ha\nddad"), 400);
        row("name empty", "familyName", QStringLiteral("  "), 400);
        row("e-mail", "email", QStringLiteral("karim"), 422);
        row("e-mail list", "email", QStringLiteral("a@b.example, c@d.example"), 422);
        row("message too long", "message", QString(2001, u'x'), 400);
        row("role missing", "role", QJsonValue(), 400);
        row("role text", "role", QStringLiteral("ADMIN"), 400);
        row("role flag", "role",
            QJsonObject{{QStringLiteral("value"), QStringLiteral("A")},
                        {QStringLiteral("display"), QStringLiteral("A")},
                        {QStringLiteral("administrator"), QStringLiteral("yes")}},
            400);
        QJsonArray many;
        for (int i = 0; i < 51; ++i) {
            many.append(QJsonObject{{QStringLiteral("value"), QString::number(i)},
                                    {QStringLiteral("display"), QStringLiteral("d")}});
        }
        row("too many rights", "rights", many, 400);
        row("right without a name", "rights",
            QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("A")}}}, 400);
        row("foreign siret", "sirets", QJsonArray{QStringLiteral("00007491400011")}, 400);
        row("until past", "until", QStringLiteral("2020-01-01"), 400);
        row("until no date", "until", QStringLiteral("demain"), 400);
        row("asked in the future", "requestedAt", QStringLiteral("2027-01-01T00:00:00Z"), 400);
        row("deadline without date", "deadline",
            QJsonObject{{QStringLiteral("label"), QStringLiteral("TVA")}}, 400);
    }
    void deposit_memberThatDoesNotFit_isRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(int, status);
        QJsonObject body = DeskBench::depositBody();
        value.isNull() ? body.remove(member) : void(body.insert(member, value));
        const auto answer = m_desk->deposit(body);
        QCOMPARE(answer.status, status);
        QVERIFY(DeskBench::json(answer)[u"argument"].toString().startsWith(member));
        QVERIFY(m_desk->snapshot().requests.isEmpty());
    }

    void read_otherPortalsRequest_isNotFound()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(read(reference).status, 200);
        QCOMPARE(DeskBench::json(read(reference))[u"state"].toString(), QStringLiteral("waiting"));
        QCOMPARE(read(reference, QStringLiteral("urssaf")).status, 404);
        QCOMPARE(read(QStringLiteral("PC-2026-999999")).status, 404);
    }

    void withdraw_openRequest_endsItOnce()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(withdraw(reference).status, 200);
        QCOMPARE(withdraw(reference).status, 200);
        QCOMPARE(m_desk->snapshot().requests.first().state, RequestState::Withdrawn);
        const auto decided = m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1));
        QCOMPARE(decided.status, 410);
    }

    void withdraw_answeredRequest_isTooLate()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1)).status, 201);
        QCOMPARE(withdraw(reference).status, 409);
    }

    void expiry_afterThirtyDays_tellsThePortal()
    {
        const QString reference = m_desk->deposited();
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(m_desk->snapshot().requests.first().state, RequestState::Waiting);
        m_desk->bench.clock.advance(30LL * 86400);
        m_desk->bench.jobs.run("request-expiry");
        QCOMPARE(m_desk->snapshot().requests.first().state, RequestState::Expired);
        QCOMPARE(m_desk->bench.jobs.wakes("deliveries.impots"), 1);
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), 1);
        const QByteArray payload = QByteArray::fromBase64(m_desk->portal.events.first().split('.')[1],
                                                          QByteArray::Base64UrlEncoding);
        QVERIFY(payload.contains("\"decision\":\"expired\""));
        QVERIFY(payload.contains(reference.toLatin1()));
    }

    void facts_unknownPersonAtNight_areTold()
    {
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-9"), QStringLiteral("Isabelle Roche"),
                                                 QStringLiteral("isabelle.roche@fabre-filles.example"))};
        m_desk->sync();
        QJsonObject body = DeskBench::depositBody();
        body[QStringLiteral("requestedAt")] = QStringLiteral("2026-11-21T23:12:00+01:00");
        body[QStringLiteral("email")] = QStringLiteral("compta@courriel.example");
        body[QStringLiteral("role")] =
            QJsonObject{{QStringLiteral("value"), QStringLiteral("ADMIN")},
                        {QStringLiteral("display"), QStringLiteral("Administrateur")},
                        {QStringLiteral("administrator"), true}};
        QCOMPARE(m_desk->deposit(body).status, 202);
        const AccessRequest request = m_desk->snapshot().requests.first();
        QCOMPARE(request.risks,
                 (QList<RiskFact>{RiskFact::UnknownRequester, RiskFact::ExternalDomain,
                                  RiskFact::AdministratorRole, RiskFact::GenericAddress, RiskFact::OddHour}));
        QVERIFY(request.deadline.has_value());
        QCOMPARE(request.deadline->whoElseCan, QStringList{QStringLiteral("Isabelle Roche")});
    }

    void facts_knownPerson_areFew()
    {
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-9"), QStringLiteral("Karim Haddad"),
                                                 QStringLiteral("karim.haddad@delorme-associes.example"))};
        m_desk->sync();
        m_desk->deposited();
        const AccessRequest request = m_desk->snapshot().requests.first();
        QVERIFY(request.risks.isEmpty());
        QCOMPARE(request.existingPortals, QStringList{QStringLiteral("impots")});
        QVERIFY(request.deadline->whoElseCan.isEmpty());
    }

    void isOddHour_parisTime_countsNightsAndSundays()
    {
        const auto at = [](const char* text) {
            return QDateTime::fromString(QLatin1String(text), Qt::ISODate);
        };
        QVERIFY(isOddHour(at("2026-11-20T21:00:00Z")));
        QVERIFY(!isOddHour(at("2026-11-20T20:59:59Z")));
        QVERIFY(isOddHour(at("2026-07-21T03:59:00Z")));
        QVERIFY(!isOddHour(at("2026-07-21T04:00:00Z")));
        QVERIFY(isOddHour(at("2026-11-22T11:00:00Z")));
    }

    void deposit_withAQuestion_waitsForItsAnswerAndTheClockStandsStill()
    {
        const auto reference = depositedWithQuestion();
        const auto asked = request(reference);
        QCOMPARE(asked.state, RequestState::ComplementAsked);
        QCOMPARE(asked.complement->question, QStringLiteral("Une adresse nominative ?"));
        QCOMPARE(asked.expiresAt, m_desk->bench.clock.now().addDays(40));

        m_desk->bench.clock.advance(86'400);
        m_desk->tokens.clear();
        QCOMPARE(complete(reference, QStringLiteral("karim@exemple.fr")).status, 200);
        const auto given = request(reference);
        QCOMPARE(given.state, RequestState::Waiting);
        QCOMPARE(given.complement->answer, QStringLiteral("karim@exemple.fr"));
        // Three days of the ten were used: two before the deposit, one since.
        QCOMPARE(given.expiresAt, asked.expiresAt.addDays(-7));
        QCOMPARE(given.version, asked.version + 1);
        QCOMPARE(complete(reference, QStringLiteral("karim@exemple.fr")).status, 200);
        QCOMPARE(request(reference).version, given.version);
        QCOMPARE(complete(reference, QStringLiteral("another")).status, 409);
    }

    void giveComplement_nobodyAsked_isAConflict()
    {
        QCOMPARE(complete(m_desk->deposited(), QStringLiteral("x")).status, 409);
    }

    void giveComplement_answeredMeanwhile_isGone()
    {
        const auto reference = depositedWithQuestion();
        const auto asked = request(reference);
        QCOMPARE(
            m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, asked.version)).status,
            201);
        QCOMPARE(complete(reference, QStringLiteral("x")).status, 410);
    }

    void giveComplement_malformed_isRefused()
    {
        const auto reference = depositedWithQuestion();
        QCOMPARE(complete(reference, {}).status, 400);
        QCOMPARE(complete(reference, QString(2001, u'x')).status, 400);
        QCOMPARE(complete(QStringLiteral("PC-2026-999999"), QStringLiteral("x")).status, 404);
    }

private:
    HttpResponse read(const QString& reference, const QString& portal = QStringLiteral("impots"))
    {
        return m_desk->call("GET", QStringLiteral("/portal/v1/requests/") + reference, {},
                            {{"authorization", m_desk->token(portal)}});
    }
    HttpResponse withdraw(const QString& reference)
    {
        return m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/withdrawal").arg(reference), {},
                            {{"authorization", m_desk->token()}});
    }

    /// A request whose question was put to the person two days ago.
    QString depositedWithQuestion()
    {
        QJsonObject body = DeskBench::depositBody();
        body.insert(QStringLiteral("complement"),
                    QJsonObject{{QStringLiteral("question"), QStringLiteral("Une adresse nominative ?")},
                                {QStringLiteral("askedAt"), QStringLiteral("2026-11-21T07:30:00Z")}});
        return DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
    }
    HttpResponse complete(const QString& reference, const QString& answer)
    {
        return m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/complement").arg(reference),
                            QJsonDocument(QJsonObject{{QStringLiteral("answer"), answer}}).toJson(),
                            {{"authorization", m_desk->token()}, {"content-type", "application/json"}});
    }
    AccessRequest request(const QString& reference)
    {
        const auto requests = m_desk->snapshot().requests;
        const auto found = std::find_if(requests.cbegin(), requests.cend(),
                                        [&](const AccessRequest& each) { return each.id == reference; });
        return found == requests.cend() ? AccessRequest() : *found;
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(PortalRequestsTest)
#include "PortalRequestsTest.moc"
