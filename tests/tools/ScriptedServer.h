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

    explicit ScriptedServer(Script script);

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    void setScript(Script script) { m_script = std::move(script); }
    void stop() { m_server.close(); }
    [[nodiscard]] const QList<Request>& requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray& path) const;

    [[nodiscard]] static QByteArray answer(int status, const QByteArray& body = {},
                                           const QByteArray& type = "application/json",
                                           const QByteArray& moreHeaders = {});
    [[nodiscard]] static QByteArray json(int status, const QJsonObject& body,
                                         const QByteArray& moreHeaders = {});
    [[nodiscard]] static QByteArray problem(int status, const char* code, const QString& argument = {});

private:
    void read(QTcpSocket* socket);

    QTcpServer m_server;
    Script m_script;
    QMap<QTcpSocket*, QByteArray> m_buffers;
    QList<Request> m_requests;
};

} // namespace proconnect
