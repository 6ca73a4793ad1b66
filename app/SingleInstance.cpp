// SPDX-License-Identifier: MIT
#include "app/SingleInstance.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace proconnect::app {
namespace {

constexpr int answerMs = 700;
const QByteArray raised = "raised\n";

/// In the user's own runtime directory, where nobody else can pretend to be the first start.
QString socketPath(const QString& instance)
{
    const QString directory = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString name = QStringLiteral("proconnect-") + instance;
    return QFileInfo(directory).isDir() ? directory + u'/' + name : name;
}

} // namespace

SingleInstance::SingleInstance(const QString& instance, QObject* parent)
    : QObject(parent), m_name(socketPath(instance))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto* socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            Q_EMIT raiseRequested();
            socket->write(raised);
            socket->flush();
            socket->disconnectFromServer();
        }
    });
}

bool SingleInstance::handOver() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(answerMs) && socket.waitForReadyRead(answerMs) &&
           socket.readAll() == raised;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace proconnect::app
