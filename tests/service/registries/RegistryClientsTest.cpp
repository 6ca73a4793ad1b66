// SPDX-License-Identifier: MIT
#include "service/outgoing/ServerPause.h"
#include "service/registries/RcsRegistry.h"
#include "service/registries/SingleFlightRegistry.h"
#include "service/registries/SireneRegistry.h"
#include "tests/service/registries/Fixture.h"
#include "tests/service/registries/RegistryBench.h"

#include <QTest>
#include <QUrlQuery>

#include <atomic>
#include <latch>
#include <thread>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class RegistryClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sireneLookup_twoCalls_logInOnce();
    void sireneLookup_tokenRefused_logsInAgainOnce();
    void sireneLookup_tokensRefusedOverAndOver_logsInEveryTenSeconds();
    void sireneLookup_ownQuota_isNeverExceeded();
    void sireneLookup_duplicate_namesTheOther_data();
    void sireneLookup_duplicate_namesTheOther();
    void sireneLookup_status_saysWhatItMeans_data();
    void sireneLookup_status_saysWhatItMeans();
    void sireneLookup_quota_isRespectedUntilItsEnd();
    void registryPause_shorterDemand_doesNotShortenALongerOne();
    void sireneLookup_loginRefused_waitsBeforeTheNext();
    void rcsLookup_request_hasTheMandatoryParameters();
    void singleFlight_sameSirenAtOnce_neverAsksTwiceAtATime();
};

void RegistryClientsTest::sireneLookup_twoCalls_logInOnce()
{
    const ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply() : reply(200, fixture("sirene-company.json"));
    });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    QVERIFY(registry.lookup(siren("000058263")).ok());
    QVERIFY(registry.lookup(siren("000058263")).ok());
    QCOMPARE(http.count(u"/token"_s), 1);
    QCOMPARE(http.last().url.path(), u"/base/siren/000058263"_s);
    QVERIFY(http.last().headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer t")));
}

void RegistryClientsTest::sireneLookup_tokenRefused_logsInAgainOnce()
{
    ManualClock clock;
    bool refusing = false;
    ScriptedHttpClient http([&refusing](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply()
               : refusing       ? reply(401)
                                : reply(200, fixture("sirene-company.json"));
    });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    QVERIFY(registry.lookup(siren("000058263")).ok());
    refusing = true;
    clock.advance(10);
    QCOMPARE(registry.lookup(siren("000058263")).failure().code, FailureCode::RegistryUnavailable);
    QCOMPARE(http.count(u"/token"_s), 2);
    QCOMPARE(http.count(u"/siren/"_s), 3);
}

void RegistryClientsTest::sireneLookup_tokensRefusedOverAndOver_logsInEveryTenSeconds()
{
    ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply() : reply(401);
    });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    for (int second = 0; second < 30; ++second) {
        QVERIFY(!registry.lookup(siren("000058263")).ok());
        clock.advance(1);
    }
    QCOMPARE(http.count(u"/token"_s), 3); // five in thirty seconds are a ban
}

void RegistryClientsTest::sireneLookup_ownQuota_isNeverExceeded()
{
    ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply() : reply(200, fixture("sirene-company.json"));
    });
    RegistryConfig limited = config();
    limited.callsPerMinute = 3;
    limited.callsPerDay = 5;
    InseeClient insee(http, clock, limited);
    SireneRegistry registry(insee, clock);
    const auto answered = [&] { return registry.lookup(siren("000058263")).ok(); };
    QVERIFY(answered() && answered() && answered());
    QVERIFY(!answered());
    clock.advance(60);
    QVERIFY(answered() && answered());
    QVERIFY(!answered());
    clock.advance(60);
    QVERIFY(!answered()); // the day's are used up
    clock.advance(86'400);
    QVERIFY(answered());
    QCOMPARE(http.count(u"/siren/"_s), 6);
}

void RegistryClientsTest::sireneLookup_duplicate_namesTheOther_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("other");
    QTest::newRow("path") << QByteArray("/api-sirene/prive/3.11/siren/000058263") << u"000058263"_s;
    QTest::newRow("address") << QByteArray("https://api.insee.fr/siren/000058263?date=2026-01-01")
                             << u"000058263"_s;
    QTest::newRow("itself") << QByteArray("/siren/000165670") << QString();
    QTest::newRow("no number") << QByteArray("/siren/../../evil") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void RegistryClientsTest::sireneLookup_duplicate_namesTheOther()
{
    QFETCH(QByteArray, location);
    const ManualClock clock;
    ScriptedHttpClient http([&location](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply() : HttpReply{301, {{"location", location}}, {}};
    });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    const auto answer = registry.lookup(siren("000165670"));
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().company.state, RegisteredCompany::State::Duplicate);
    QTEST(answer.value().company.replacedBy, "other");
}

void RegistryClientsTest::sireneLookup_status_saysWhatItMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureCode>("expected");
    QTest::newRow("unknown") << 404 << FailureCode::SirenUnknown;
    for (const int status : {400, 403, 406}) {
        QTest::newRow(qPrintable(QString::number(status))) << status << FailureCode::NotAllowed;
    }
    for (const int status : {429, 500, 503, 302}) {
        QTest::newRow(qPrintable(QString::number(status))) << status << FailureCode::RegistryUnavailable;
    }
}

void RegistryClientsTest::sireneLookup_status_saysWhatItMeans()
{
    QFETCH(int, status);
    QFETCH(FailureCode, expected);
    const ManualClock clock;
    ScriptedHttpClient http([status](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply() : reply(status);
    });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    QCOMPARE(registry.lookup(siren("000058263")).failure().code, expected);
}

void RegistryClientsTest::sireneLookup_quota_isRespectedUntilItsEnd()
{
    ManualClock clock;
    bool busy = true;
    ScriptedHttpClient http([&busy](const OutgoingRequest& request) -> Outcome<HttpReply> {
        if (isLogin(request)) {
            return tokenReply();
        }
        return busy ? HttpReply{429, {{"retry-after", "40"}}, {}}
                    : reply(200, fixture("sirene-company.json"));
    });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    QVERIFY(!registry.lookup(siren("000058263")).ok());
    busy = false;
    clock.advance(39);
    QCOMPARE(registry.lookup(siren("000058263")).failure().code, FailureCode::RegistryUnavailable);
    QCOMPARE(http.count(u"/siren/"_s), 1);
    clock.advance(1);
    QVERIFY(registry.lookup(siren("000058263")).ok());
}

void RegistryClientsTest::registryPause_shorterDemand_doesNotShortenALongerOne()
{
    ManualClock clock;
    ServerPause pause(clock);
    pause.note({429, {{"retry-after", "600"}}, {}});
    pause.note({503, {{"retry-after", "5"}}, {}});
    clock.advance(599);
    QVERIFY(pause.active());
    clock.advance(1);
    QVERIFY(!pause.active());
}

void RegistryClientsTest::sireneLookup_loginRefused_waitsBeforeTheNext()
{
    ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest&) -> Outcome<HttpReply> { return reply(401); });
    InseeClient insee(http, clock, config());
    SireneRegistry registry(insee, clock);
    QVERIFY(!registry.lookup(siren("000058263")).ok());
    QVERIFY(!registry.lookup(siren("000058263")).ok());
    QCOMPARE(http.count(u"/token"_s), 1);
    clock.advance(31);
    QVERIFY(!registry.lookup(siren("000058263")).ok());
    QCOMPARE(http.count(u"/token"_s), 2);
}

void RegistryClientsTest::rcsLookup_request_hasTheMandatoryParameters()
{
    const ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest&) -> Outcome<HttpReply> {
        return reply(200, fixture("rcs-officers.json"));
    });
    RcsRegistry registry(http, clock, config());
    QVERIFY(registry.lookup(siren("000058263")).ok());
    const QUrlQuery query(http.last().url);
    QCOMPARE(query.queryItemValue(u"recipient"_s), u"13002526500013"_s);
    QVERIFY(!query.queryItemValue(u"context"_s).isEmpty());
    const QString object = query.queryItemValue(u"object"_s, QUrl::FullyDecoded);
    QVERIFY(!object.isEmpty() && object.size() < 50);
}

void RegistryClientsTest::singleFlight_sameSirenAtOnce_neverAsksTwiceAtATime()
{
    class SlowRegistry final : public Registry
    {
    public:
        Outcome<RegistryAnswer> lookup(const SirenNumber& number) override
        {
            most = std::max(most.load(), ++inside);
            entered.count_down();
            release.wait();
            --inside;
            RegistryAnswer answer;
            answer.company.siren = number.digits();
            return answer;
        }
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        std::latch entered{1};
        std::latch release{1};
    };
    SlowRegistry slow;
    SingleFlightRegistry registry(slow);
    std::atomic<int> answered = 0;
    const auto ask = [&] { answered += registry.lookup(siren("000058263")).ok() ? 1 : 0; };
    std::thread first(ask);
    slow.entered.wait();
    std::thread second(ask); // joins the first call, or comes after its end
    std::thread third(ask);
    slow.release.count_down();
    first.join();
    second.join();
    third.join();
    QCOMPARE(answered.load(), 3);
    QCOMPARE(slow.most.load(), 1);
}

QTEST_APPLESS_MAIN(RegistryClientsTest)
#include "RegistryClientsTest.moc"
