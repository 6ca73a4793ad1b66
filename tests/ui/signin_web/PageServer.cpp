// SPDX-License-Identifier: MIT
#include "tests/ui/signin_web/PageServer.h"

#include <QTcpSocket>

namespace proconnect::tests {

PageServer::PageServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (socket->peek(65536).contains("\r\n\r\n")) {
                    answer(*socket);
                }
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

void PageServer::page(const QString& path, const QByteArray& html, const QByteArray& head)
{
    m_answers[path] = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + head +
                      "Connection: close\r\nContent-Length: " + QByteArray::number(html.size()) + "\r\n\r\n" +
                      html;
}

void PageServer::fail(const QString& path, const QByteArray& html)
{
    page(path, html);
    m_answers[path].replace("200 OK", "503 Service Unavailable");
}

void PageServer::redirect(const QString& path, const QUrl& target)
{
    m_answers[path] =
        "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " + target.toEncoded() +
        "\r\n\r\n";
}

QUrl PageServer::url(const QString& path) const
{
    return QUrl(QStringLiteral("http://%1%2").arg(host(), path));
}

QString PageServer::host() const
{
    return QStringLiteral("127.0.0.1:%1").arg(serverPort());
}

void PageServer::answer(QTcpSocket& socket)
{
    const QList<QByteArray> lines = socket.readAll().split('\n');
    const QString path = QString::fromLatin1(lines.value(0).split(' ').value(1).split('?').value(0));
    m_asked.append(path);
    for (const QByteArray& line : lines) {
        if (line.toLower().startsWith("cookie:")) {
            m_cookies[path].append(line.trimmed());
        }
    }
    if (!m_dropped.contains(path)) {
        socket.write(m_answers.value(path, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
    }
    socket.disconnectFromHost();
}

} // namespace proconnect::tests
