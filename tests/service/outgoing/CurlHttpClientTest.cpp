// SPDX-License-Identifier: MIT
#include "service/outgoing/CurlHttpClient.h"

#include "service/http/Server.h"

#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace proconnect;
using namespace proconnect::service;
using namespace std::chrono_literals;

class CurlHttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ServerOptions options;
        options.address = QHostAddress(QHostAddress::LocalHost);
        m_server = std::make_unique<Server>(options, m_clock);
        const auto port = m_server->listen();
        QVERIFY(port.ok());
        m_base = QStringLiteral("http://127.0.0.1:%1").arg(port.value());
        m_server->serve([this](const HttpRequest& request) { return answer(request); },
                        {"127.0.0.1:" + QByteArray::number(port.value())});
    }

    void send_post_carriesHeadersAndBody()
    {
        OutgoingRequest request = to("/echo");
        request.method = "POST";
        request.body = "a=1";
        request.headers = {{"Content-Type", "text/plain"}, {"Evil", "a\r\nInjected: 1"}};
        const auto reply = m_client.send(request);
        QVERIFY(reply.ok());
        QCOMPARE(reply.value().status, 200);
        QCOMPARE(reply.value().body, QByteArray("POST text/plain a=1"));
        QCOMPARE(reply.value().header("X-ANSWER"), QByteArray("yes"));
    }

    void send_afterAPost_isAPlainGetAgain()
    {
        OutgoingRequest post = to("/echo");
        post.method = "POST";
        post.body = "a=1";
        QVERIFY(m_client.send(post).ok());
        QCOMPARE(m_client.send(to("/echo")).value().body, QByteArray("GET  "));
    }

    void send_redirect_isNotFollowed()
    {
        const auto reply = m_client.send(to("/redirect"));
        QCOMPARE(reply.value().status, 302);
        QCOMPARE(m_echoes.load(), 0);
    }

    void send_errorStatus_isAReply() { QCOMPARE(m_client.send(to("/error")).value().status, 503); }

    void send_replyTooLarge_fails()
    {
        OutgoingRequest request = to("/large");
        request.largestReply = 1000;
        QCOMPARE(m_client.send(request).failure().code, FailureCode::BadReply);
        request.largestReply = 100'000;
        QCOMPARE(m_client.send(request).value().body.size(), 100'000);
    }

    void send_silentServer_timesOut()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        OutgoingRequest request;
        request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort()));
        request.deadline = 100ms;
        QCOMPARE(m_client.send(request).failure().code, FailureCode::TimedOut);
    }

    void send_nobodyThere_isUnavailable()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        OutgoingRequest request;
        request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(gone.serverPort()));
        gone.close();
        QCOMPARE(m_client.send(request).failure().code, FailureCode::ServiceUnavailable);
    }

    void send_otherScheme_isRefused()
    {
        for (const char* url :
             {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http:///x", ""}) {
            OutgoingRequest request;
            request.url = QUrl(QString::fromLatin1(url));
            QVERIFY(!m_client.send(request).ok());
        }
    }

    void send_tlsToAPlainServer_isNoReply()
    {
        OutgoingRequest request = to("/echo");
        request.url.setScheme(QStringLiteral("https"));
        QCOMPARE(m_client.send(request).failure().code, FailureCode::CertificateInvalid);
        QCOMPARE(m_echoes.load(), 0);
    }

    void send_fromManyThreads_answersEach()
    {
        std::atomic<int> good{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 10; ++n) {
                    good += m_client.send(to("/echo")).ok() ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(good.load(), 80);
    }

    void cleanup()
    {
        m_server.reset();
        m_echoes = 0;
    }

private:
    [[nodiscard]] OutgoingRequest to(const char* path) const
    {
        OutgoingRequest request;
        request.url = QUrl(m_base + QString::fromLatin1(path));
        return request;
    }

    HttpResponse answer(const HttpRequest& request)
    {
        if (request.path == QLatin1String("/redirect")) {
            return HttpResponse::redirect(m_base.toLatin1() + "/echo");
        }
        if (request.path == QLatin1String("/error")) {
            return HttpResponse::empty(503);
        }
        if (request.path == QLatin1String("/large")) {
            return {200, {}, QByteArray(100'000, 'x')};
        }
        ++m_echoes;
        return {200,
                {{"x-answer", "yes"}},
                request.method + ' ' + request.header("content-type") + ' ' + request.body +
                    request.header("injected")};
    }

    SystemClock m_clock;
    std::unique_ptr<Server> m_server;
    CurlHttpClient m_client;
    QString m_base;
    std::atomic<int> m_echoes{0};
};

QTEST_GUILESS_MAIN(CurlHttpClientTest)
#include "CurlHttpClientTest.moc"
