// SPDX-License-Identifier: MIT
#include "service/companies/CompanyStore.h"
#include "service/companies/MandateStore.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QString declared = u"http://impots.example/evenements"_s;
const QString moved = u"http://impots.example/nouveau/evenements"_s;

} // namespace

/// Which events a portal chose, and where they go.
class SubscriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = DeskBench::configuration();
        m_config.portals[0].values.insert(u"scopes"_s, u"dirigeant.abonner demande.deposer"_s);
        m_desk = std::make_unique<DeskBench>(m_config);
        m_desk->portal.users = {
            ScimPortal::user(u"IMP-1"_s, u"FABRE Claire"_s, u"claire@fabre-filles.example"_s)};
        m_desk->sync();
    }

    void read_withoutASubscription_isTheOperatorsWord()
    {
        const auto answer = call("GET");
        QCOMPARE(answer.status, 200);
        QCOMPARE(DeskBench::json(answer),
                 (QJsonObject{{u"receiver"_s, declared}, {u"events"_s, QJsonArray{u"fin-de-mandat"_s}}}));
    }

    void events_asSubscribed_areDelivered_data()
    {
        QTest::addColumn<QStringList>("events");
        QTest::newRow("none") << QStringList();
        QTest::newRow("certification-retiree") << QStringList{u"certification-retiree"_s};
        QTest::newRow("fin-de-mandat") << QStringList{u"fin-de-mandat"_s};
        QTest::newRow("mel-modifie") << QStringList{u"mel-modifie"_s};
        QTest::newRow("all") << QStringList{u"certification-retiree"_s, u"fin-de-mandat"_s, u"mel-modifie"_s};
    }
    void events_asSubscribed_areDelivered()
    {
        QFETCH(QStringList, events);
        QCOMPARE(put(QJsonArray::fromStringList(events)).status, 200);
        certify();
        endMandate();
        changeAddress();
        m_desk->deliver();
        m_desk->deliver("urssaf");
        QStringList types = received();
        types.sort();
        QCOMPARE(types, events);
    }

    void certificationWithdrawn_event_namesTheAccount()
    {
        QCOMPARE(put({u"certification-retiree"_s}).status, 200);
        certify();
        endMandate();
        m_desk->deliver();
        QCOMPARE(event(u"certification-retiree"_s),
                 (QJsonObject{{u"siren"_s, u"000058263"_s},
                              {u"portalAccountId"_s, u"IMP-1"_s},
                              {u"reason"_s, u"notListed"_s},
                              {u"withdrawnAt"_s, u"2026-11-23T07:30:00Z"_s}}));
    }

    void contactEmailChanged_event_namesTheAddress()
    {
        QCOMPARE(put({u"mel-modifie"_s}).status, 200);
        changeAddress();
        m_desk->deliver();
        QCOMPARE(event(u"mel-modifie"_s), (QJsonObject{{u"siren"_s, u"000058263"_s},
                                                       {u"address"_s, u"bureau@fabre-filles.example"_s},
                                                       {u"recordedAt"_s, u"2026-11-23T07:30:00Z"_s}}));
    }

    void contactEmailChanged_portalWithoutAnAccount_isNotTold()
    {
        QCOMPARE(put({u"mel-modifie"_s}).status, 200);
        m_desk->portal.users.clear();
        m_desk->sync();
        changeAddress();
        m_desk->deliver();
        QVERIFY(m_desk->portal.events.isEmpty());
    }

    void receiver_new_isTriedThenUsed()
    {
        QCOMPARE(DeskBench::json(put({u"mel-modifie"_s}, moved))[u"candidate"].toObject(),
                 (QJsonObject{{u"receiver"_s, moved}, {u"state"_s, u"waiting"_s}}));
        QCOMPARE(DeskBench::json(call("GET"))[u"receiver"].toString(), declared);
        m_desk->deliver();
        QCOMPARE(m_desk->http.last().url, QUrl(moved));
        QCOMPARE(received(),
                 QStringList{u"https://schemas.openid.net/secevent/ssf/event-type/verification"_s});
        QCOMPARE(DeskBench::json(call("GET")),
                 (QJsonObject{{u"receiver"_s, moved}, {u"events"_s, QJsonArray{u"mel-modifie"_s}}}));
        changeAddress();
        m_desk->deliver();
        QCOMPARE(m_desk->http.last().url, QUrl(moved));
        QCOMPARE(received().size(), 2);
    }

    void receiver_thatRefusesTheTrial_isNotUsed()
    {
        QCOMPARE(put({u"mel-modifie"_s}, moved).status, 200);
        m_desk->portal.eventReply = HttpReply{400, {}, R"({"err":"invalid_request"})"};
        m_desk->deliver();
        m_desk->portal.eventReply.reset();
        const QJsonObject now = DeskBench::json(call("GET"));
        QCOMPARE(now[u"receiver"].toString(), declared);
        QCOMPARE(now[u"candidate"][u"state"].toString(), u"refused"_s);
        changeAddress();
        m_desk->deliver();
        QCOMPARE(m_desk->http.last().url, QUrl(declared));
        // Asked for again, it is tried again.
        QCOMPARE(put({u"mel-modifie"_s}, moved).status, 200);
        m_desk->deliver();
        QCOMPARE(DeskBench::json(call("GET"))[u"receiver"].toString(), moved);
    }

    void receiver_thatDoesNotAnswer_leavesTheOtherInUse()
    {
        QCOMPARE(put({u"mel-modifie"_s}, moved).status, 200);
        m_desk->portal.eventReply = HttpReply{404, {}, {}};
        m_desk->deliver();
        QCOMPARE(DeskBench::json(call("GET"))[u"candidate"][u"state"].toString(), u"waiting"_s);
        // The same word again begins no second trial; the former address ends the first.
        QCOMPARE(put({u"mel-modifie"_s}, moved).status, 200);
        QCOMPARE(m_desk->bench.value(u"SELECT count(*) FROM delivery"_s).toInt(), 1);
        QVERIFY(!DeskBench::json(put({u"mel-modifie"_s}, declared)).contains(u"candidate"_s));
        m_desk->portal.eventReply.reset();
        m_desk->bench.clock.advance(60);
        m_desk->deliver();
        QCOMPARE(DeskBench::json(call("GET"))[u"receiver"].toString(), declared);
        QVERIFY(m_desk->portal.events.isEmpty());
        // Nothing was sent: that says nothing of the portal, which failed the last time.
        QCOMPARE(m_desk->line(u"verification"_s).failuresInARow, 1);
    }

    void receiver_elsewhereThanDeclared_isRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("another host") << u"http://127.0.0.1/evenements"_s;
        QTest::newRow("another port") << u"http://impots.example:5432/evenements"_s;
        QTest::newRow("another scheme") << u"https://impots.example/evenements"_s;
        QTest::newRow("a user") << u"http://impots.example@evil.example/evenements"_s;
        QTest::newRow("a user on the host") << u"http://a:b@impots.example/evenements"_s;
        QTest::newRow("a longer host") << u"http://impots.example.evil.example/evenements"_s;
        QTest::newRow("a fragment") << u"http://impots.example/evenements#a"_s;
        QTest::newRow("a backslash") << u"http://impots.example\\@evil.example/"_s;
        QTest::newRow("relative") << u"/evenements"_s;
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("long") << declared + QString(1000, u'a');
    }
    void receiver_elsewhereThanDeclared_isRefused()
    {
        QFETCH(QString, address);
        const auto answer = put({}, address);
        QCOMPARE(answer.status, 400);
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(), u"receiver"_s);
        QCOMPARE(m_desk->bench.value(u"SELECT count(*) FROM portal_subscription"_s).toInt(), 0);
    }

    void receiver_onASharedServer_staysBelowItsFolder_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("beside") << u"/portails/impots/2027"_s << 200;
        QTest::newRow("below") << u"/portails/impots/2027/evenements?v=2"_s << 200;
        QTest::newRow("the declared one") << u"/portails/impots/evenements"_s << 200;
        QTest::newRow("another portal") << u"/portails/urssaf/evenements"_s << 400;
        QTest::newRow("a longer name") << u"/portails/impots-2/evenements"_s << 400;
        QTest::newRow("the folder's name alone") << u"/portails/impots"_s << 400;
        QTest::newRow("the root") << u"/"_s << 400;
        QTest::newRow("nothing") << u""_s << 400;
        QTest::newRow("up") << u"/portails/impots/../urssaf/evenements"_s << 400;
        QTest::newRow("up at the end") << u"/portails/impots/.."_s << 400;
        QTest::newRow("here") << u"/portails/impots/./evenements"_s << 400;
        QTest::newRow("encoded dots") << u"/portails/impots/%2e%2E/urssaf/evenements"_s << 400;
        QTest::newRow("encoded slash") << u"/portails/impots/..%2furssaf/evenements"_s << 400;
        QTest::newRow("encoded twice") << u"/portails/impots/%252e%252e/urssaf/evenements"_s << 400;
        QTest::newRow("backslash") << u"/portails/impots/..\\urssaf"_s << 400;
        QTest::newRow("two slashes") << u"/portails/impots//evenements"_s << 400;
    }
    void receiver_onASharedServer_staysBelowItsFolder()
    {
        QFETCH(QString, path);
        m_config.portals[0].values.insert(u"events_url"_s,
                                          u"http://passerelle.example/portails/impots/evenements"_s);
        m_desk = std::make_unique<DeskBench>(m_config);
        const auto answer = put({}, u"http://passerelle.example"_s + path);
        QTEST(answer.status, "status");
    }

    void receiver_ofAnOlderDeclaration_isForgotten_data()
    {
        QTest::addColumn<QString>("receiver");
        QTest::addColumn<QString>("nowDeclared");
        const QString other = u"http://autre.example/evenements"_s;
        const QString same = u"http://impots.example/v2/evenements"_s;
        QTest::newRow("moved, then another server") << moved << other;
        QTest::newRow("moved, then the same server") << moved << same;
        QTest::newRow("never moved, another server") << QString() << other;
        QTest::newRow("never moved, the same server") << QString() << same;
    }
    void receiver_ofAnOlderDeclaration_isForgotten()
    {
        QFETCH(QString, receiver);
        QFETCH(QString, nowDeclared);
        QCOMPARE(put({}, receiver.isEmpty() ? std::optional<QString>() : receiver).status, 200);
        m_desk->deliver();
        m_config.portals[0].values.insert(u"events_url"_s, nowDeclared);
        const auto portals = PortalDirectory::read(m_config.portals).value();
        const auto now = m_desk->bench.write([&](QSqlDatabase& connection) {
            return PortalSubscriptions(portals).of(connection, portals.all().first());
        });
        QCOMPARE(now.value().receiver, QUrl(nowDeclared));
    }

    void events_unknown_areRefused()
    {
        QCOMPARE(put({u"demande-decidee"_s}).status, 400);
        QCOMPARE(put({u"mel-modifie"_s, u"mel-modifie"_s}).status, 400);
        QCOMPARE(call("PUT", {{u"events"_s, u"mel-modifie"_s}}).status, 400);
    }

    void subscription_withoutScopeOrReceiver_isRefused()
    {
        QCOMPARE(call("GET", {}, u"urssaf"_s).status, 403);
        QCOMPARE(call("PUT", {{u"events"_s, QJsonArray{}}}, u"urssaf"_s).status, 403);
        m_config.portals[0].values.remove(u"events_url"_s);
        m_desk = std::make_unique<DeskBench>(m_config);
        QCOMPARE(put({}).status, 409);
        QCOMPARE(DeskBench::json(call("GET"))[u"receiver"].toString(), QString());
    }

private:
    HttpResponse call(const QByteArray& method, const QJsonObject& body = {},
                      const QString& portal = u"impots"_s)
    {
        return m_desk->call(method, u"/portal/v1/subscription"_s, QJsonDocument(body).toJson(),
                            {{"authorization", m_desk->token(portal)}, {"content-type", "application/json"}});
    }
    HttpResponse put(const QJsonArray& events, const std::optional<QString>& receiver = {})
    {
        QJsonObject body{{u"events"_s, events}};
        if (receiver) {
            body.insert(u"receiver"_s, *receiver);
        }
        return call("PUT", body);
    }
    void certify()
    {
        const PortalAccount account = m_desk->snapshot().accounts.first();
        const Decision decision = m_desk->decision(DecisionKind::CertifyAccount, account.id, account.version);
        QCOMPARE(m_desk->decide(decision).status, 201);
        m_desk->deliver();
        QCOMPARE(m_desk->snapshot().accounts.first().certification, AccountCertification::Certified);
    }
    void endMandate()
    {
        MandateRecord record;
        record.mandate = {m_desk->claire.person.subject, m_desk->company.siren, u"Présidente"_s,
                          RegistrySource::Rne, m_desk->bench.clock.now()};
        record.state = MandateState::Ended;
        record.endedAt = m_desk->bench.clock.now();
        const auto ended = m_desk->bench.write(
            [&](QSqlDatabase& connection) { return m_desk->desk->mandateEnded(connection, record); });
        QVERIFY(ended.ok());
    }
    void changeAddress()
    {
        ContactEmail recorded;
        recorded.address = u"bureau@fabre-filles.example"_s;
        recorded.state = EmailState::RecordedInSirene;
        recorded.changedAt = m_desk->bench.clock.now();
        const auto told = m_desk->bench.write([&](QSqlDatabase& connection) {
            return m_desk->desk->contactEmailRecorded(connection, m_desk->company.siren, recorded);
        });
        QVERIFY(told.ok());
    }
    [[nodiscard]] QList<QJsonObject> events() const
    {
        QList<QJsonObject> events;
        for (const QByteArray& token : m_desk->portal.events) {
            const auto payload =
                QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
            events.append(QJsonDocument::fromJson(payload).object()[u"events"].toObject());
        }
        return events;
    }
    /// The types of what the portal's receiver took, ours without their address.
    [[nodiscard]] QStringList received() const
    {
        QStringList types;
        for (const QJsonObject& event : events()) {
            types.append(event.keys().first().remove(u"https://proconnect.gouv.fr/secevent/"_s));
        }
        return types;
    }
    [[nodiscard]] QJsonObject event(const QString& type) const
    {
        return events().value(0)[u"https://proconnect.gouv.fr/secevent/"_s + type].toObject();
    }

    ServiceConfig m_config;
    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(SubscriptionTest)
#include "SubscriptionTest.moc"
