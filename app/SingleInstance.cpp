// SPDX-License-Identifier: MIT
#include "app/SingleInstance.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace proconnect::app {
namespace {

constexpr int answerMs = 700;
constexpr qint64 longestLine = 256;
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
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
            QTimer::singleShot(answerMs, socket, &QLocalSocket::abort);
            socket->setReadBufferSize(longestLine);
            read(socket);
        }
    });
}

void SingleInstance::read(QLocalSocket* socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= longestLine) {
            socket->abort();
        }
        return;
    }
    const QString link = QString::fromUtf8(socket->readLine(longestLine)).chopped(1);
    socket->disconnect(this);
    Q_EMIT raiseRequested(link);
    socket->write(raised);
    socket->flush();
    socket->disconnectFromServer();
}

bool SingleInstance::handOver(const QString& link) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerMs)) {
        return false;
    }
    socket.write(link.toUtf8() + '\n');
    return socket.waitForBytesWritten(answerMs) && socket.waitForReadyRead(answerMs) &&
           socket.readAll() == raised;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace proconnect::app
