// SPDX-License-Identifier: MIT
#include "core/session/LoopbackReturn.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace proconnect;

class LoopbackReturnTest : public QObject
{
    Q_OBJECT

    static QByteArray exchange(int port, const QByteArray& request)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
        QByteArray reply;
        connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(request); });
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { reply += socket.readAll(); });
        bool over = false;
        connect(&socket, &QTcpSocket::disconnected, &socket, [&] { over = true; });
        connect(&socket, &QTcpSocket::errorOccurred, &socket, [&] { over = true; });
        (void)QTest::qWaitFor([&] { return over; });
        return reply;
    }

    static QByteArray get(const QByteArray& target, const QByteArray& host)
    {
        return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    }

private Q_SLOTS:
    void listen_validReturn_isToldOnceThenThePortCloses()
    {
        LoopbackReturn loopback;
        QSignalSpy returned(&loopback, &LoopbackReturn::returned);
        const int port = loopback.listen();
        QVERIFY(port > 0);
        loopback.expect(QStringLiteral("tx"));
        const QByteArray request = get("/r?transaction=tx&code=abc", "127.0.0.1:" + QByteArray::number(port));
        const QByteArray reply = exchange(port, request);
        QVERIFY(reply.startsWith("HTTP/1.1 200"));
        QVERIFY(reply.contains("no-referrer"));
        QVERIFY(!reply.contains("abc"));
        QCOMPARE(returned.size(), 1);
        QCOMPARE(returned[0][0].value<QUrlQuery>().queryItemValue(QStringLiteral("code")),
                 QStringLiteral("abc"));
        QVERIFY(exchange(port, request).isEmpty());
        QCOMPARE(returned.size(), 1);
    }

    void listen_anythingElse_isUnknownAndChangesNothing()
    {
        LoopbackReturn loopback;
        QSignalSpy returned(&loopback, &LoopbackReturn::returned);
        const int port = loopback.listen();
        const QByteArray host = "127.0.0.1:" + QByteArray::number(port);
        const QByteArray good = "/r?transaction=tx&code=abc";
        QVERIFY(exchange(port, get(good, host)).startsWith("HTTP/1.1 404")); // no transaction is expected yet
        loopback.expect(QStringLiteral("tx"));
        for (const QByteArray& request :
             {get("/r?transaction=other&code=abc", host), get("/r?code=abc", host),
              get("/r?transaction=tx&transaction=tx&code=abc", host), get("/", host),
              get("/R?transaction=tx", host), get(good, "attacker.example"),
              get(good, "localhost:" + QByteArray::number(port)),
              QByteArray("POST " + good + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"),
              QByteArray("GET " + good + " HTTP/1.1\r\n\r\n"),
              QByteArray("GET " + good + " HTTP/1.1\r\nHost: " + host + "\r\nHost: " + host + "\r\n\r\n"),
              QByteArray("GET " + good + "\r\n\r\n"), QByteArray("\r\n\r\n")}) {
            QVERIFY2(exchange(port, request).startsWith("HTTP/1.1 404"), request.constData());
        }
        QVERIFY(exchange(port, QByteArray(20'000, 'x')).isEmpty());
        QCOMPARE(returned.size(), 0);
        QVERIFY(exchange(port, get(good, host)).startsWith("HTTP/1.1 200"));
        QCOMPARE(returned.size(), 1);
    }
};

QTEST_GUILESS_MAIN(LoopbackReturnTest)
#include "LoopbackReturnTest.moc"
