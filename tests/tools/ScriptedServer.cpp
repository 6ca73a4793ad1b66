// SPDX-License-Identifier: MIT
#include "tests/tools/ScriptedServer.h"

namespace proconnect {

ScriptedServer::ScriptedServer(Script script) : m_script(std::move(script))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

int ScriptedServer::count(const QByteArray& path) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
                                          [&](const Request& r) { return r.path == path; }));
}

QByteArray ScriptedServer::answer(int status, const QByteArray& body, const QByteArray& type,
                                  const QByteArray& moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: " + type +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           moreHeaders + "\r\n" + body;
}

QByteArray ScriptedServer::json(int status, const QJsonObject& body, const QByteArray& moreHeaders)
{
    return answer(status, QJsonDocument(body).toJson(), "application/json", moreHeaders);
}

QByteArray ScriptedServer::problem(int status, const char* code, const QString& argument)
{
    return answer(status,
                  QJsonDocument(QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                                            {QStringLiteral("argument"), argument}})
                      .toJson(),
                  "application/problem+json");
}

void ScriptedServer::read(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const auto end = buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    Request request;
    const auto lines = buffer.first(end).split('\n');
    request.method = lines[0].split(' ')[0];
    request.path = lines[0].split(' ')[1];
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        request.headers.insert(lines[i].first(colon).toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const auto length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length) {
        return;
    }
    request.body = buffer.mid(end + 4, length);
    m_buffers.remove(socket);
    m_requests.append(request);
    const QByteArray reply = m_script(request);
    if (!reply.isEmpty()) {
        socket->write(reply);
        socket->disconnectFromHost();
    }
}

} // namespace proconnect
