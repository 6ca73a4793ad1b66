// SPDX-License-Identifier: MIT
#include "core/session/LoopbackReturn.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace proconnect {
namespace {

constexpr qsizetype largestHead = 8LL * 1024;
constexpr int mostConnections = 8;
constexpr std::chrono::seconds connectionDeadline{10};

/// No script, no outside resource, no referrer: the address of this page holds the one-time code.
QByteArray page(const char* status, const QByteArray& text)
{
    const QByteArray body =
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>ProConnect</title>"
        "<body><p>" +
        text + "</p></body></html>";
    return QByteArray("HTTP/1.1 ") + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
           QByteArray::number(body.size()) +
           "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: "
           "default-src 'none'"
           "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n" +
           body;
}

} // namespace

int LoopbackReturn::listen()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = m_server.nextPendingConnection()) {
            accept(socket);
        }
    });
    return m_server.listen(QHostAddress::LocalHost) ? m_server.serverPort() : 0;
}

void LoopbackReturn::accept(QTcpSocket* socket)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_open >= mostConnections) {
        socket->abort();
        return;
    }
    ++m_open;
    socket->setReadBufferSize(largestHead);
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_open; });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(connectionDeadline, socket, [socket] { socket->abort(); });
}

void LoopbackReturn::read(QTcpSocket* socket)
{
    const QByteArray head = socket->peek(largestHead);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= largestHead) {
            socket->abort();
        }
        return;
    }
    socket->disconnect(this);
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_open; });
    QUrlQuery query;
    const bool good = m_server.isListening() && isReturn(head, query);
    socket->readAll();
    socket->write(good ? page("200 OK", "Vous pouvez fermer cette page et revenir dans ProConnect.<br>"
                                        "You can close this page and return to ProConnect.")
                       : page("404 Not Found", "Page inconnue. – Unknown page."));
    socket->disconnectFromHost();
    if (good) {
        m_server.close();
        Q_EMIT returned(query);
    }
}

bool LoopbackReturn::isReturn(const QByteArray& head, QUrlQuery& query) const
{
    const QList<QByteArray> lines = head.first(head.indexOf("\r\n\r\n")).split('\n');
    const QList<QByteArray> request = lines[0].trimmed().split(' ');
    if (request.size() != 3 || request[0] != "GET" || !request[1].startsWith("/r?") ||
        !request[2].startsWith("HTTP/1.")) {
        return false;
    }
    // A foreign page whose name was made to point here (DNS rebinding) sends its own Host.
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    int hosts = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        if (colon > 0 && lines[i].first(colon).toLower() == "host") {
            hosts += lines[i].sliced(colon + 1).trimmed() == host ? 1 : 2;
        }
    }
    query = QUrlQuery(QString::fromLatin1(request[1].sliced(3)));
    const QStringList transactions =
        query.allQueryItemValues(QStringLiteral("transaction"), QUrl::FullyDecoded);
    return hosts == 1 && !m_transaction.isEmpty() && transactions == QStringList{m_transaction};
}

} // namespace proconnect
