// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace proconnect {

/// A small HTTP server on loopback that answers as a test says, for faults that no real server shows on
/// demand.
class ScriptedServer : public QObject
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    /// The bytes to send; empty: nothing, the connection stays open.
    using Script = std::function<QByteArray(const Request&)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto* socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    void setScript(Script script) { m_script = std::move(script); }
    void stop() { m_server.close(); }
    [[nodiscard]] const QList<Request>& requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray& path) const
    {
        return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
                                              [&](const Request& r) { return r.path == path; }));
    }

    [[nodiscard]] static QByteArray answer(int status, const QByteArray& body = {},
                                           const QByteArray& type = "application/json",
                                           const QByteArray& moreHeaders = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: " + type +
               "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               moreHeaders + "\r\n" + body;
    }
    [[nodiscard]] static QByteArray json(int status, const QJsonObject& body,
                                         const QByteArray& moreHeaders = {})
    {
        return answer(status, QJsonDocument(body).toJson(), "application/json", moreHeaders);
    }
    [[nodiscard]] static QByteArray problem(int status, const char* code, const QString& argument = {})
    {
        return answer(status,
                      QJsonDocument(QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                                                {QStringLiteral("argument"), argument}})
                          .toJson(),
                      "application/problem+json");
    }

private:
    void read(QTcpSocket* socket)
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

    QTcpServer m_server;
    Script m_script;
    QMap<QTcpSocket*, QByteArray> m_buffers;
    QList<Request> m_requests;
};

} // namespace proconnect
