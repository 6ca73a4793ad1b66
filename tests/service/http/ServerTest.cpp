// SPDX-License-Identifier: MIT
#include "service/http/Server.h"

#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <ctime>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;
using namespace std::chrono_literals;

class ServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(400ms); }

    void serve_request_reachesTheHandlerDecoded()
    {
        const QByteArray reply =
            exchange("POST /%C3%A9?a=1 HTTP/1.1\r\nHost: " + m_host +
                     "\r\nX-Name: v\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody");
        QVERIFY2(reply.startsWith("HTTP/1.1 200 "), reply.constData());
        QVERIFY(reply.endsWith("POST|/é|1|v|body"));
        QVERIFY(reply.contains("\r\nDate: "));
        QVERIFY(reply.contains(" GMT\r\n"));
    }

    void serve_twoRequests_onOneConnection()
    {
        const QByteArray get = "GET /a HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n";
        QCOMPARE(exchange(get + get).count("HTTP/1.1 200 "), 2);
    }

    void serve_chunkedBody_isRead()
    {
        QVERIFY(
            exchange(
                "POST / HTTP/1.1\r\nHost: " + m_host +
                "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n")
                .endsWith("|abcd"));
    }

    void serve_hostileRequest_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& line, const QByteArray& rest, int status) {
            QTest::newRow(name) << QByteArray(line + " HTTP/1.1\r\n" + rest) << status;
        };
        const QByteArray host = "Host: @\r\n";
        row("NUL in the path", "GET /a%00b", host + "\r\n", 400);
        row("dot segments", "GET /a/../b", host + "\r\n", 400);
        row("encoded dot segments", "GET /a/%2e%2e/b", host + "\r\n", 400);
        row("encoded slash", "GET /a%2Fb", host + "\r\n", 400);
        row("encoded backslash", "GET /a%5Cb", host + "\r\n", 400);
        row("empty segment", "GET //a", host + "\r\n", 400);
        row("bad escape", "GET /a%zz", host + "\r\n", 400);
        row("bad escape in the query", "GET /a?b=%", host + "\r\n", 400);
        row("not UTF-8", "GET /%FF", host + "\r\n", 400);
        row("absolute form", "GET http://other/a", host + "\r\n", 400);
        row("8 KB query", "GET /a?" + QByteArray(8192, 'q'), host + "\r\n", 400);
        row("no host", "GET /a", "\r\n", 400);
        row("foreign host", "GET /a", "Host: evil.example\r\n\r\n", 400);
        row("host twice", "GET /a", host + host + "\r\n", 400);
        row("header twice", "GET /a", host + "DPoP: 1\r\nDPoP: 2\r\n\r\n", 400);
        row("header twice in other case", "GET /a", host + "DPoP: 1\r\ndpop: 2\r\n\r\n", 400);
        row("space before the colon", "GET /a", host + "X : 1\r\n\r\n", 400);
        row("two lengths", "POST /a", host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
        row("length and chunks", "POST /a",
            host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("negative length", "POST /a", host + "Content-Length: -1\r\n\r\n", 400);
        row("huge length", "POST /a", host + "Content-Length: 1001\r\n\r\n", 413);
        row("huge chunks", "POST /a",
            host + "Transfer-Encoding: chunked\r\n\r\n7D0\r\n" + QByteArray(2000, 'x') + "\r\n0\r\n\r\n",
            413);
        row("huge header", "GET /a", host + "X: " + QByteArray(20000, 'x') + "\r\n\r\n", 431);
        row("endless trailers", "POST /a",
            host + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("X: a\r\n").repeated(50'000), 431);
        row("one long trailer", "POST /a",
            host + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + QByteArray(70'000, 'x') + "\r\n\r\n", 431);
        row("header as a trailer", "POST /a", host + "Transfer-Encoding: chunked\r\n\r\n0\r\nDPoP: 1\r\n\r\n",
            400);
        row("coding nobody knows", "POST /a", host + "Transfer-Encoding: xchunked\r\n\r\n", 400);
        row("coding that leaves the end open", "POST /a", host + "Transfer-Encoding: gzip\r\n\r\n", 400);
        row("chunks by way of another coding", "POST /a",
            host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400);
        QTest::newRow("chunks of HTTP/1.0")
            << QByteArray("POST /a HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            << 400;
        QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10) << 400;
    }
    void serve_hostileRequest_isRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, status);
        const QByteArray reply = exchange(text.replace("@", m_host));
        QVERIFY2(reply.mid(QByteArray("HTTP/1.1 ").size()).startsWith(QByteArray::number(status)),
                 reply.left(300).constData());
        QCOMPARE(m_handled.load(), 0);
    }

    void serve_headerInManyPieces_isRefusedBeyondItsLimit()
    {
        const auto socket = open();
        QByteArray start = "GET /a HTTP/1.1\r\nHost: " + m_host + "\r\n";
        start += "X: " + QByteArray(62 - start.size() % 64, 'x') + "\r\n";
        const QByteArray line = "Y: " + QByteArray(59, 'y') + "\r\n";
        const QByteArray rest = line.repeated(1000);
        // Each piece ends one byte into a line, so that the parser takes the lines before it for good.
        socket->write(start + rest.first(1));
        for (qsizetype at = 1; at + 2048 < rest.size() && socket->bytesAvailable() == 0; at += 2048) {
            socket->write(rest.mid(at, 2048));
            (void)socket->waitForBytesWritten(100);
            (void)socket->waitForReadyRead(5);
        }
        QVERIFY(readAll(*socket).startsWith("HTTP/1.1 431 "));
        QCOMPARE(m_handled.load(), 0);
    }

    void serve_head_answersWithoutABody()
    {
        const QByteArray reply =
            exchange("HEAD /a HTTP/1.1\r\nHost: " + m_host + "\r\nConnection: close\r\n\r\n");
        QVERIFY(reply.startsWith("HTTP/1.1 200 "));
        QVERIFY(reply.contains("\r\nContent-Length: 10\r\n"));
        QVERIFY2(reply.endsWith("\r\n\r\n"), reply.constData());
    }

    void serve_slowClients_areClosedAndHinderNobody()
    {
        std::vector<std::unique_ptr<QTcpSocket>> slow;
        for (int i = 0; i < 50; ++i) {
            slow.push_back(open());
            slow.back()->write("GET /a HTTP/1.1\r\nHost");
            QVERIFY(slow.back()->waitForBytesWritten());
        }
        QVERIFY(exchange("GET /a HTTP/1.1\r\nHost: " + m_host + "\r\nConnection: close\r\n\r\n")
                    .contains(" 200 "));
        for (const auto& socket : slow) {
            QVERIFY(socket->state() == QTcpSocket::UnconnectedState || socket->waitForDisconnected(3000));
        }
    }

    void serve_noFileDescriptorLeft_waitsIdlyUntilThereIsOne()
    {
        const QByteArray get = "GET /a HTTP/1.1\r\nHost: " + m_host + "\r\nConnection: close\r\n\r\n";
        QVERIFY(exchange(get).contains(" 200 "));
        rlimit files{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
        const int next = dup(STDERR_FILENO);
        close(next);
        // One for the client, none for the server's end.
        const rlimit few{static_cast<rlim_t>(next) + 1, files.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto socket = open();
        const std::clock_t begun = std::clock();
        QTest::qWait(300);
        const std::clock_t spent = std::clock() - begun;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
        QVERIFY(socket);
        QVERIFY2(spent < CLOCKS_PER_SEC / 10, "accepting was tried again and again");
        socket->write(get);
        QVERIFY(readAll(*socket).contains(" 200 "));
    }

    void serve_handlerThrows_is500()
    {
        const QByteArray reply =
            exchange("GET /throw HTTP/1.1\r\nHost: " + m_host + "\r\nConnection: close\r\n\r\n");
        QVERIFY(reply.startsWith("HTTP/1.1 500 "));
        QVERIFY(!reply.contains("private"));
    }

    void serve_everyHandlerBusy_othersWaitAndSlowClientsAreStillClosed()
    {
        const QByteArray wait = "GET /wait HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n";
        std::vector<std::unique_ptr<QTcpSocket>> busy;
        for (int i = 0; i < 2; ++i) {
            busy.push_back(open());
            busy.back()->write(wait);
            QVERIFY(busy.back()->waitForBytesWritten());
        }
        QTRY_COMPARE(m_handled.load(), 2);
        const auto next = open();
        next->write("GET /a HTTP/1.1\r\nHost: " + m_host + "\r\nConnection: close\r\n\r\n");
        QVERIFY(next->waitForBytesWritten());
        QTRY_COMPARE(m_server->load().waiting, 1);
        const auto slow = open();
        slow->write("GET /");
        QVERIFY(slow->waitForDisconnected(3000));
        QCOMPARE(m_handled.load(), 2);
        m_release = true;
        QVERIFY(readAll(*next).startsWith("HTTP/1.1 200 "));
        QCOMPARE(m_handled.load(), 3);
        QCOMPARE(m_server->load().waiting, 0);
    }

    void serve_answerLargerThanTheSystemTakesAtOnce_arrivesWhole()
    {
        cleanup();
        begin(30s);
        const auto socket = open();
        socket->setReadBufferSize(4096);
        socket->write("GET /large HTTP/1.1\r\nHost: " + m_host + "\r\nConnection: close\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten());
        QTRY_COMPARE(m_handled.load(), 1);
        QTest::qWait(100);
        socket->setReadBufferSize(0);
        QVERIFY(readAll(*socket).endsWith(QByteArray(largeAnswer, 'x') + "end"));
    }

    void serve_answerNobodyReads_endsItsConnection()
    {
        const auto socket = open();
        socket->setReadBufferSize(4096);
        socket->write("GET /large HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten());
        QTRY_COMPARE(m_handled.load(), 1);
        QTRY_COMPARE(m_server->load().connections, 0);
    }

    void serve_expectContinue_isToldToSendTheBody()
    {
        const auto socket = open();
        socket->write("POST /a HTTP/1.1\r\nHost: " + m_host +
                      "\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
        QVERIFY(socket->waitForReadyRead(3000));
        QCOMPARE(socket->readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        socket->write("body");
        QVERIFY(readAll(*socket).endsWith("|body"));
    }

    void stop_idleConnections_endAtOnce()
    {
        const auto socket = open();
        socket->write("GET /a HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n");
        QVERIFY(socket->waitForReadyRead(3000));
        m_server->stop();
        QCOMPARE(m_server->load().connections, 0);
    }

    void stop_runningRequest_isAnswered()
    {
        auto socket = open();
        socket->write("GET /wait HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten());
        QTRY_COMPARE(m_handled.load(), 1);
        std::thread stopper([this] { m_server->stop(); });
        m_release = true;
        const QByteArray reply = readAll(*socket);
        stopper.join();
        QVERIFY2(reply.startsWith("HTTP/1.1 200 "), reply.constData());
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        QVERIFY(!late.waitForConnected(1000));
    }

    void cleanup()
    {
        m_release = true;
        m_server.reset();
        m_handled = 0;
        m_release = false;
    }

private:
    void begin(std::chrono::milliseconds deadline)
    {
        ServerOptions options;
        options.address = QHostAddress(QHostAddress::LocalHost);
        options.deadline = deadline;
        options.idle = 400ms;
        options.grace = 2s;
        options.largestBody = 1000;
        options.handlerThreads = 2;
        m_server = std::make_unique<Server>(options, m_clock);
        const auto port = m_server->listen();
        QVERIFY(port.ok());
        m_port = port.value();
        m_host = "127.0.0.1:" + QByteArray::number(m_port);
        m_server->serve([this](const HttpRequest& request) { return answer(request); }, {m_host});
    }

    static constexpr qsizetype largeAnswer = 16LL * 1024 * 1024;

    HttpResponse answer(const HttpRequest& request)
    {
        ++m_handled;
        if (request.path == QLatin1String("/throw")) {
            throw std::runtime_error("private");
        }
        while (request.path == QLatin1String("/wait") && !m_release) {
            std::this_thread::yield();
        }
        if (request.path == QLatin1String("/large")) {
            return {200, {}, QByteArray(largeAnswer, 'x') + "end"};
        }
        return {200,
                {},
                request.method + '|' + request.path.toUtf8() + '|' +
                    request.query.queryItemValue(QStringLiteral("a")).toUtf8() + '|' +
                    request.header("x-name") + '|' + request.body};
    }

    [[nodiscard]] std::unique_ptr<QTcpSocket> open() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket->waitForConnected() ? std::move(socket) : nullptr;
    }
    static QByteArray readAll(QTcpSocket& socket)
    {
        QByteArray reply;
        while (socket.waitForReadyRead(3000)) {
            reply += socket.readAll();
        }
        return reply + socket.readAll();
    }
    [[nodiscard]] QByteArray exchange(const QByteArray& text) const
    {
        const auto socket = open();
        socket->write(text);
        return readAll(*socket);
    }

    SystemClock m_clock;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    QByteArray m_host;
    std::atomic<int> m_handled{0};
    std::atomic<bool> m_release{false};
};

QTEST_GUILESS_MAIN(ServerTest)
#include "ServerTest.moc"
