// SPDX-License-Identifier: MIT
#include "core/net/ApiClient.h"

#include "core/net/RequestGate.h"
#include "tests/tools/AnswerProbe.h"
#include "tests/tools/ScriptedServer.h"

#include <QTest>

using namespace proconnect;

namespace {

/// Tokens "t1", "t2"...: a new one after each discard.
class CountingTokens final : public AccessTokens
{
public:
    int number = 1;
    QList<Failure> ended;

    void withToken(QObject*, std::function<void(Outcome<AccessToken>)> done) override
    {
        done(AccessToken{"t" + QByteArray::number(number), m_key});
    }
    void discard(const QByteArray& token) override
    {
        if (token == "t" + QByteArray::number(number)) {
            ++number;
        }
    }
    void endSession(const Failure& why) override { ended.append(why); }

private:
    Jwk m_key = Jwk::generateP256().value();
};

} // namespace

class ApiClientTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

    template <typename T>
    static Outcome<T> ask(ApiClient& client)
    {
        AnswerProbe<Outcome<T>> probe;
        HttpCall call;
        call.path = QStringLiteral("/v1/me");
        client.ask<T>(call, &probe, probe.callback());
        return probe.arrived() ? probe.answer()
                               : Failure{FailureCode::Internal, QStringLiteral("no answer"), {}};
    }

private Q_SLOTS:
    void ask_tokenRefusedOnce_isRepeatedWithANewOne()
    {
        ScriptedServer server([](const auto& request) {
            return request.headers["authorization"] == "DPoP t2"
                       ? ScriptedServer::answer(200, "{\"endSessionUrl\":\"https://a.example\"}")
                       : ScriptedServer::problem(401, "unauthorized");
        });
        HttpChannel channel(server.url(), m_clock);
        CountingTokens tokens;
        ApiClient client(channel, tokens);
        QVERIFY(ask<SignOutReply>(client).ok());
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(tokens.ended.isEmpty());
    }

    void ask_tokenAlwaysRefused_failsAfterTwoAttempts()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::problem(401, "unauthorized"); });
        HttpChannel channel(server.url(), m_clock);
        CountingTokens tokens;
        ApiClient client(channel, tokens);
        QCOMPARE(ask<SignOutReply>(client).failure().code, FailureCode::Unauthorized);
        QCOMPARE(server.requests().size(), 2);
    }

    void ask_sessionEnded_tellsTheSession()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::problem(401, "session-ended"); });
        HttpChannel channel(server.url(), m_clock);
        CountingTokens tokens;
        ApiClient client(channel, tokens);
        QCOMPARE(ask<SignOutReply>(client).failure().code, FailureCode::SessionEnded);
        QCOMPARE(tokens.ended.size(), 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void ask_garbage_isBadReply()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::answer(200, "<html>"); });
        HttpChannel channel(server.url(), m_clock);
        CountingTokens tokens;
        ApiClient client(channel, tokens);
        QCOMPARE(ask<SignOutReply>(client).failure().code, FailureCode::BadReply);
    }

    void gate_closed_holdsRequestsThenSettlesThemTogether()
    {
        RequestGate gate;
        QObject context;
        QList<bool> results;
        const auto pass = [&] {
            gate.pass({&context, [&results](const Outcome<Done>& outcome) { results.append(outcome.ok()); }});
        };
        pass();
        QCOMPARE(results, QList<bool>({true}));
        auto hold = gate.hold();
        pass();
        pass();
        QCOMPARE(results.size(), 1);
        hold->settle(Done{});
        hold.reset();
        QCOMPARE(results, QList<bool>({true, true, true}));
        hold = gate.hold();
        pass();
        hold.reset(); // forgotten: nobody may wait for ever
        QCOMPARE(results, QList<bool>({true, true, true, false}));
        QVERIFY(!gate.closed());
    }
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "ApiClientTest.moc"
