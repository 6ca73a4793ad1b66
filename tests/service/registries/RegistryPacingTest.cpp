// SPDX-License-Identifier: MIT
#include "service/registries/RegistryCall.h"
#include "service/registries/SireneRegistry.h"
#include "tests/service/registries/Fixture.h"
#include "tests/service/registries/ScriptedHttpClient.h"

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
};

namespace {

class StillClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return {QDate(2026, 11, 23), QTime(7, 30), Qt::UTC}; }
};

RegistryConfig config()
{
    RegistryConfig result;
    result.baseUrl = QUrl(u"http://127.0.0.1:1/base"_s);
    result.tokenUrl = QUrl(u"http://127.0.0.1:1/token"_s);
    return result;
}

HttpReply reply(int status, const QByteArray& body)
{
    HttpReply result;
    result.status = status;
    result.body = body;
    return result;
}

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
    const StillClock clock;
    InseeClient insee(http, clock, config());
    SireneRegistry sirene(insee);
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
    const StillClock clock;
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

QTEST_APPLESS_MAIN(RegistryPacingTest)
#include "RegistryPacingTest.moc"
