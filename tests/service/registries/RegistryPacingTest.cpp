// SPDX-License-Identifier: MIT
#include "service/outgoing/ServerPause.h"
#include "service/registries/RegistryCall.h"
#include "service/registries/SireneRegistry.h"
#include "tests/service/registries/Fixture.h"
#include "tests/service/registries/RegistryBench.h"

#include <QDeadlineTimer>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What several calls at once must not do to a register.
class RegistryPacingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void establishments_sameSirenAtOnce_neverAsksTwiceAtATime();
    void send_askedToWaitWhileLoggingIn_sendsNothing();
    void send_askedToWait_doesNotLogIn();
    void token_afterItsEnd_isAskedAnew();
    void token_forgotten_onlyWhenItIsTheOneRefused();
    void pause_demandOfEachKind_isKept_data();
    void pause_demandOfEachKind_isKept();
};

namespace {

/// Lets others run until `done`, or for a while when it never comes.
void letOthersRun(const std::function<bool()>& done)
{
    const QDeadlineTimer deadline(300);
    while (!done() && !deadline.hasExpired()) {
        std::this_thread::yield();
    }
}

} // namespace

void RegistryPacingTest::establishments_sameSirenAtOnce_neverAsksTwiceAtATime()
{
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::function<void()> atFirst;
    ScriptedHttpClient http([&](const OutgoingRequest& request) -> Outcome<HttpReply> {
        if (request.url.path() == u"/token") {
            return reply(200, R"({"access_token":"a","expires_in":300,"token_type":"Bearer"})");
        }
        most = std::max(most.load(), ++inside);
        if (const auto start = std::exchange(atFirst, nullptr)) {
            start();
            letOthersRun([&most] { return most > 1; });
        }
        --inside;
        return reply(200, R"({"etablissements":[]})");
    });
    const ManualClock clock;
    InseeClient insee(http, clock, config());
    SireneRegistry sirene(insee, clock);
    const auto ask = [&sirene] { return sirene.establishments(siren("000058263")).ok(); };
    std::future<bool> meanwhile;
    atFirst = [&] { meanwhile = std::async(std::launch::async, ask); };
    QVERIFY(ask());
    QVERIFY(meanwhile.get());
    QCOMPARE(most.load(), 1);
}

void RegistryPacingTest::send_askedToWaitWhileLoggingIn_sendsNothing()
{
    ScriptedHttpClient http(
        [](const OutgoingRequest&) -> Outcome<HttpReply> { return reply(200, QByteArray("{}")); });
    const ManualClock clock;
    RegistryCall* running = nullptr;
    RegistryCall call(u"RNE"_s, http, clock, config(), [&running]() -> Outcome<CachedToken::Token> {
        running->heed(reply(429, {})); // as another thread's call is answered meanwhile
        return CachedToken::Token{"token", std::chrono::minutes(55)};
    });
    running = &call;
    OutgoingRequest request;
    request.url = QUrl(u"http://127.0.0.1:1/companies/000058263"_s);
    const auto refused = call.send(request);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.failure().code, FailureCode::RegistryUnavailable);
    QCOMPARE(http.count(u"companies"_s), 0);
}

void RegistryPacingTest::send_askedToWait_doesNotLogIn()
{
    ScriptedHttpClient http([](const OutgoingRequest&) -> Outcome<HttpReply> { return reply(200, "{}"); });
    const ManualClock clock;
    int logins = 0;
    RegistryCall call(u"RNE"_s, http, clock, config(), [&logins]() -> Outcome<CachedToken::Token> {
        ++logins;
        return CachedToken::Token{"token", std::chrono::minutes(55)};
    });
    call.heed(reply(429));
    QVERIFY(!call.send({}).ok());
    QCOMPARE(logins, 0);
}

void RegistryPacingTest::token_afterItsEnd_isAskedAnew()
{
    ManualClock clock;
    CachedToken token(clock);
    int logins = 0;
    const auto login = [&logins]() -> Outcome<CachedToken::Token> {
        return CachedToken::Token{QByteArray::number(++logins), std::chrono::seconds(300)};
    };
    QCOMPARE(token.get(login).value(), "1");
    clock.advance(269);
    QCOMPARE(token.get(login).value(), "1");
    clock.advance(1); // thirty seconds before its end
    QCOMPARE(token.get(login).value(), "2");
}

void RegistryPacingTest::token_forgotten_onlyWhenItIsTheOneRefused()
{
    ManualClock clock;
    CachedToken token(clock);
    int logins = 0;
    const auto login = [&logins]() -> Outcome<CachedToken::Token> {
        return CachedToken::Token{QByteArray::number(++logins), std::chrono::seconds(300)};
    };
    QCOMPARE(token.get(login).value(), "1");
    clock.advance(10);
    token.forget("0"); // another call was refused with an older one
    QCOMPARE(token.get(login).value(), "1");
    token.forget("1");
    QCOMPARE(token.get(login).value(), "2");
}

void RegistryPacingTest::pause_demandOfEachKind_isKept_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("seconds");
    QTest::newRow("429, seconds") << 429 << QByteArray("120") << 120;
    QTest::newRow("429, a date") << 429 << QByteArray("Mon, 23 Nov 2026 07:31:30 GMT") << 90;
    QTest::newRow("429, nothing") << 429 << QByteArray() << 60;
    QTest::newRow("429, unreadable") << 429 << QByteArray("soon") << 60;
    QTest::newRow("429, too long") << 429 << QByteArray("999999") << 86'400;
    QTest::newRow("429, a date of the past") << 429 << QByteArray("Sun, 22 Nov 2026 07:31:30 GMT") << 1;
    QTest::newRow("429, at once") << 429 << QByteArray("0") << 1;
    QTest::newRow("429, no number of seconds") << 429 << QByteArray("-5") << 60;
    QTest::newRow("503, seconds") << 503 << QByteArray("30") << 30;
    QTest::newRow("503, nothing") << 503 << QByteArray() << 0;
    QTest::newRow("500") << 500 << QByteArray("30") << 0;
}

void RegistryPacingTest::pause_demandOfEachKind_isKept()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, seconds);
    ManualClock clock;
    ServerPause pause(clock);
    HttpReply demand = reply(status);
    if (!retryAfter.isEmpty()) {
        demand.headers.append({"Retry-After", retryAfter});
    }
    pause.note(demand);
    QCOMPARE(pause.active(), seconds > 0);
    clock.advance(std::max(0, seconds - 1));
    QCOMPARE(pause.active(), seconds > 0);
    clock.advance(1);
    QVERIFY(!pause.active());
}

QTEST_APPLESS_MAIN(RegistryPacingTest)
#include "RegistryPacingTest.moc"
