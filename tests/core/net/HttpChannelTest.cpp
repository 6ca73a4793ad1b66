// SPDX-License-Identifier: MIT
#include "core/net/HttpChannel.h"

#include "core/jose/Base64Url.h"
#include "core/jose/Dpop.h"
#include "tests/tools/AnswerProbe.h"
#include "tests/tools/ScriptedServer.h"
#include "tests/tools/SelfSigned.h"

#include <QSslServer>
#include <QTest>
#include <QTimer>

using namespace proconnect;
using namespace std::chrono_literals;

class HttpChannelTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

    Outcome<HttpAnswer> call(HttpChannel& channel, const HttpCall& call)
    {
        AnswerProbe<Outcome<HttpAnswer>> probe;
        channel.send(call, &probe, probe.callback());
        return probe.arrived() ? probe.answer()
                               : Failure{FailureCode::Internal, QStringLiteral("no answer"), {}};
    }

    FailureCode failureOf(const QByteArray& reply, HttpCall request = {})
    {
        ScriptedServer server([&reply](const auto&) { return reply; });
        HttpChannel channel(server.url(), m_clock);
        request.path = QStringLiteral("/v1/me");
        const auto outcome = call(channel, request);
        return outcome ? FailureCode::Internal : outcome.failure().code;
    }

private Q_SLOTS:
    void send_goodAnswer_givesBodyAndTag()
    {
        ScriptedServer server([](const auto&) {
            return ScriptedServer::answer(200, "{}", "application/json", "ETag: \"7\"\r\n");
        });
        HttpChannel channel(server.url(), m_clock);
        HttpCall request;
        request.path = QStringLiteral("/v1/me");
        const auto outcome = call(channel, request);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome.value().body, QByteArray("{}"));
        QCOMPARE(outcome.value().etag, QByteArray("\"7\""));
        QVERIFY(!server.requests()[0].headers.contains("cookie"));
        QVERIFY(!server.requests()[0].headers.contains("authorization"));
    }

    void send_proofKey_provesThisCallAndToken()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::answer(200, "{}"); });
        HttpChannel channel(server.url(), m_clock);
        HttpCall request;
        request.method = "POST";
        request.path = QStringLiteral("/v1/sign-out");
        request.proofKey = Jwk::generateP256().value();
        request.accessToken = "token";
        QVERIFY(call(channel, request).ok());
        const auto headers = server.requests()[0].headers;
        QCOMPARE(headers["authorization"], QByteArray("DPoP token"));
        QUrl url = server.url();
        url.setPath(QStringLiteral("/v1/sign-out"));
        QVERIFY(Dpop::verify(headers["dpop"], "POST", url, m_clock.now(), "token").ok());
    }

    void send_serviceWantsANonce_provesAgainWithItAndKeepsIt()
    {
        ScriptedServer server([](const ScriptedServer::Request& request) {
            const QByteArray claims = request.headers["dpop"].split('.')[1];
            return base64url::decode(claims)->contains("the-nonce")
                       ? ScriptedServer::answer(200, "{}")
                       : ScriptedServer::problem(401, "unauthorized", QStringLiteral("the-nonce"));
        });
        HttpChannel channel(server.url(), m_clock);
        HttpCall request;
        request.method = "POST";
        request.path = QStringLiteral("/v1/sign-out");
        request.body = "the body";
        request.proofKey = Jwk::generateP256().value();
        request.accessToken = "token";
        QVERIFY(call(channel, request).ok());
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests()[1].body, QByteArray("the body"));
        QVERIFY(call(channel, request).ok());
        QCOMPARE(server.requests().size(), 3);
    }

    void send_nonceNeverGoodEnough_endsAfterTwoTries()
    {
        ScriptedServer server([](const auto&) {
            return ScriptedServer::problem(401, "unauthorized", QStringLiteral("another"));
        });
        HttpChannel channel(server.url(), m_clock);
        HttpCall request;
        request.path = QStringLiteral("/v1/me");
        request.proofKey = Jwk::generateP256().value();
        const auto outcome = call(channel, request);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.failure().code, FailureCode::ServiceUnavailable);
        QCOMPARE(server.requests().size(), 2);
    }

    void send_unchanged_isAnAnswerOnlyWhenAsked()
    {
        HttpCall conditional;
        conditional.ifNoneMatch = "\"7\"";
        ScriptedServer server([](const auto&) { return ScriptedServer::answer(304); });
        HttpChannel channel(server.url(), m_clock);
        conditional.path = QStringLiteral("/x");
        QCOMPARE(call(channel, conditional).value().status, 304);
        QCOMPARE(failureOf(ScriptedServer::answer(304)), FailureCode::BadReply);
    }

    void send_badAnswers_becomeTheirFailure()
    {
        QCOMPARE(failureOf(ScriptedServer::problem(409, "already-decided")), FailureCode::AlreadyDecided);
        QCOMPARE(failureOf(ScriptedServer::answer(500)), FailureCode::ServiceUnavailable);
        QCOMPARE(failureOf("garbage\r\n\r\n"), FailureCode::ServiceUnavailable);
        QCOMPARE(failureOf("HTTP/1.1 200 x\r\nContent-Length: 100\r\n\r\nshort"),
                 FailureCode::ServiceUnavailable);
    }

    void send_redirect_isRefusedAndNotFollowed()
    {
        ScriptedServer elsewhere([](const auto&) { return ScriptedServer::answer(200, "{}"); });
        QCOMPARE(failureOf(ScriptedServer::answer(302, {}, "text/html",
                                                  "Location: " + elsewhere.url().toEncoded() + "\r\n")),
                 FailureCode::BadReply);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void send_answerTooLarge_isCutOff()
    {
        HttpCall small;
        small.largestReply = 1000;
        QCOMPARE(failureOf(ScriptedServer::answer(200, QByteArray(5'000'000, 'x')), small),
                 FailureCode::BadReply);
        QCOMPARE(failureOf("HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n" +
                               QByteArray(0x100000, 'x'),
                           small),
                 FailureCode::BadReply);
    }

    void send_noAnswer_timesOut()
    {
        HttpCall hurried;
        hurried.deadline = 50ms;
        QCOMPARE(failureOf({}, hurried), FailureCode::TimedOut);
    }

    void send_dripping_timesOutAllTheSame()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTimer drip;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            auto* socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 200 x\r\n");
            connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("X-A: b\r\n"); });
            drip.start(10ms);
        });
        HttpChannel channel(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), m_clock);
        HttpCall hurried;
        hurried.path = QStringLiteral("/x");
        hurried.deadline = 200ms;
        QCOMPARE(call(channel, hurried).failure().code, FailureCode::TimedOut);
    }

    void send_nobodyListens_isServiceUnavailable()
    {
        ScriptedServer server([](const auto&) { return QByteArray(); });
        const QUrl url = server.url();
        server.stop();
        HttpChannel channel(url, m_clock);
        HttpCall request;
        request.path = QStringLiteral("/x");
        QCOMPARE(call(channel, request).failure().code, FailureCode::ServiceUnavailable);
    }

    void send_unknownCertificate_isFinal()
    {
        QSslServer server;
        server.setSslConfiguration(selfSignedConfiguration());
        QVERIFY(server.listen(QHostAddress::LocalHost));
        HttpChannel channel(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())), m_clock);
        HttpCall request;
        request.path = QStringLiteral("/x");
        QCOMPARE(call(channel, request).failure().code, FailureCode::CertificateInvalid);
    }

    void send_certificateFromTheFuture_isClockWrong()
    {
        QSslServer server;
        server.setSslConfiguration(selfSignedConfiguration(3600L * 24 * 365));
        QVERIFY(server.listen(QHostAddress::LocalHost));
        HttpChannel channel(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())), m_clock);
        HttpCall request;
        request.path = QStringLiteral("/x");
        QCOMPARE(call(channel, request).failure().code, FailureCode::ClockWrong);
    }

    void send_goodAnswer_tellsTheServicesClock()
    {
        ScriptedServer server([](const auto&) {
            return ScriptedServer::answer(200, "{}", "application/json",
                                          "Date: Mon, 01 Jan 2024 00:00:00 GMT\r\n");
        });
        HttpChannel channel(server.url(), m_clock);
        HttpCall request;
        request.path = QStringLiteral("/x");
        QCOMPARE(call(channel, request).value().date, QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC));
    }

    void send_proofRefusedAndClocksDiffer_isClockWrong()
    {
        const QByteArray body =
            ScriptedServer::answer(401, {}, "text/plain", "Date: Mon, 01 Jan 2024 00:00:00 GMT\r\n");
        QCOMPARE(failureOf(body), FailureCode::ClockWrong);
        const QByteArray date =
            QLocale::c().toString(m_clock.now(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() +
            " GMT";
        QCOMPARE(failureOf(ScriptedServer::answer(401, {}, "text/plain", "Date: " + date + "\r\n")),
                 FailureCode::Unauthorized);
    }

    void send_contextDies_answersNobody()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::answer(200, "{}"); });
        HttpChannel channel(server.url(), m_clock);
        bool called = false;
        {
            QObject context;
            channel.send({}, &context, [&called](const Outcome<HttpAnswer>&) { called = true; });
        }
        HttpCall request;
        request.path = QStringLiteral("/x");
        QVERIFY(call(channel, request).ok());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(HttpChannelTest)
#include "HttpChannelTest.moc"
