// SPDX-License-Identifier: MIT
#include "core/session/TokenKeeper.h"

#include "core/session/SessionSecrets.h"
#include "tests/tools/AnswerProbe.h"
#include "tests/tools/ScriptedServer.h"

#include <QSignalSpy>

#include <deque>

using namespace proconnect;

namespace {

QByteArray grant(int number, int expiresIn = 300)
{
    return ScriptedServer::json(200, {{QStringLiteral("access_token"), QStringLiteral("a%1").arg(number)},
                                      {QStringLiteral("token_type"), QStringLiteral("DPoP")},
                                      {QStringLiteral("expires_in"), expiresIn},
                                      {QStringLiteral("refresh_token"), QStringLiteral("r%1").arg(number)},
                                      {QStringLiteral("refresh_expires_in"), 1000}});
}

} // namespace

class TokenKeeperTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    Jwk m_key = Jwk::generateP256().value();

private Q_SLOTS:
    void withToken_manyAsk_refreshesOnceAndAnswersAll()
    {
        ScriptedServer server([](const auto&) { return grant(1); });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        QSignalSpy rotated(&keeper, &TokenKeeper::rotated);
        keeper.open(m_key, "r0");
        std::deque<AnswerProbe<Outcome<AccessToken>>> probes(5);
        for (auto& probe : probes) {
            keeper.withToken(&probe, probe.callback());
        }
        for (auto& probe : probes) {
            QTRY_COMPARE(probe.count(), 1);
            QCOMPARE(probe.answer().value().token, QByteArray("a1"));
        }
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests()[0].body.contains("refresh_token=r0"));
        QCOMPARE(rotated.size(), 1);
        QCOMPARE(rotated[0][0].toByteArray(), QByteArray("r1"));
    }

    void withToken_networkDown_failsAllAndKeepsTheSession()
    {
        QByteArray reply = ScriptedServer::answer(503);
        ScriptedServer server([&reply](const auto&) { return reply; });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        QSignalSpy ended(&keeper, &TokenKeeper::ended);
        keeper.open(m_key, "r0");
        AnswerProbe<Outcome<AccessToken>> first;
        AnswerProbe<Outcome<AccessToken>> second;
        keeper.withToken(&first, first.callback());
        keeper.withToken(&second, second.callback());
        QVERIFY(first.arrived());
        QTRY_COMPARE(second.count(), 1);
        QCOMPARE(first.answer().failure().code, FailureCode::ServiceUnavailable);
        QCOMPARE(second.answer().failure().code, FailureCode::ServiceUnavailable);
        QCOMPARE(ended.size(), 0);
        reply = grant(1);
        AnswerProbe<Outcome<AccessToken>> later;
        keeper.withToken(&later, later.callback());
        QVERIFY(later.arrived());
        QVERIFY(later.answer().ok());
    }

    void withToken_serviceEndedTheSession_tellsItOnce()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::problem(401, "session-ended"); });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        QSignalSpy ended(&keeper, &TokenKeeper::ended);
        keeper.open(m_key, "r0");
        AnswerProbe<Outcome<AccessToken>> probe;
        keeper.withToken(&probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().failure().code, FailureCode::SessionEnded);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!keeper.deviceKey());
    }

    void withToken_nonceRefusedTwice_failsTheCallAndKeepsTheSession()
    {
        // Two instances that do not take each other's nonces: the repetition is refused as the first call
        // was.
        QByteArray reply = ScriptedServer::problem(401, "unauthorized", QStringLiteral("another"));
        ScriptedServer server([&reply](const auto&) { return reply; });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        QSignalSpy ended(&keeper, &TokenKeeper::ended);
        keeper.open(m_key, "r0");
        AnswerProbe<Outcome<AccessToken>> probe;
        keeper.withToken(&probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(probe.answer().failure().code, FailureCode::ServiceUnavailable);
        QCOMPARE(ended.size(), 0);
        reply = grant(1);
        AnswerProbe<Outcome<AccessToken>> later;
        keeper.withToken(&later, later.callback());
        QVERIFY(later.arrived());
        QVERIFY(later.answer().ok());
    }

    void withToken_notDpop_isRefused()
    {
        ScriptedServer server(
            [](const auto&) { return QByteArray(grant(1)).replace("\"DPoP\"", "\"Bear\""); });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        keeper.open(m_key, "r0");
        AnswerProbe<Outcome<AccessToken>> probe;
        keeper.withToken(&probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().failure().code, FailureCode::BadReply);
    }

    void close_duringRefresh_failsThoseWhoWait()
    {
        ScriptedServer server([](const auto&) { return grant(1); });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        QSignalSpy rotated(&keeper, &TokenKeeper::rotated);
        keeper.open(m_key, "r0");
        AnswerProbe<Outcome<AccessToken>> probe;
        keeper.withToken(&probe, probe.callback());
        keeper.close();
        QTRY_COMPARE(probe.count(), 1);
        QVERIFY(!probe.answer().ok());
        QCOMPARE(rotated.size(), 0);
        QVERIFY(!keeper.current());
    }

    void withToken_expired_isRenewed()
    {
        int number = 0;
        ScriptedServer server([&number](const auto&) {
            ++number;
            return grant(number, number == 1 ? 5 : 300);
        });
        HttpChannel channel(server.url(), m_clock);
        TokenKeeper keeper(channel, m_clock);
        keeper.open(m_key, "r0");
        AnswerProbe<Outcome<AccessToken>> tooShort;
        keeper.withToken(&tooShort, tooShort.callback());
        QVERIFY(tooShort.arrived());
        AnswerProbe<Outcome<AccessToken>> probe;
        keeper.withToken(&probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().value().token, QByteArray("a2"));
    }

    void secrets_longestRefreshToken_fitInTheKeyStore()
    {
        const SessionSecrets secrets{m_key, QByteArray(32, 'k'), QString(64, u's'), QByteArray(1024, 'r')};
        QVERIFY(secrets.serialized().size() < 2000);
        const auto again = SessionSecrets::parse(secrets.serialized());
        QVERIFY(again);
        QVERIFY(again->deviceKey == m_key);
        QCOMPARE(again->copyKey, secrets.copyKey);
        QCOMPARE(again->refreshToken, secrets.refreshToken);
        QVERIFY(!SessionSecrets::parse("{}"));
        QVERIFY(!SessionSecrets::parse(secrets.serialized().replace("\"v\":1", "\"v\":9")));
    }
};

QTEST_GUILESS_MAIN(TokenKeeperTest)
#include "TokenKeeperTest.moc"
