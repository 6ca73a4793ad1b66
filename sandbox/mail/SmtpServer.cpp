// SPDX-License-Identifier: MIT
#include "sandbox/mail/SmtpServer.h"

#include "sandbox/mail/SmtpSession.h"

#include <QTcpSocket>

#include <stdexcept>

namespace proconnect::sandbox {

SmtpServer::SmtpServer(Mailbox& mailbox, FaultPlan& faults, const SandboxClock& clock)
    : m_mailbox(mailbox), m_faults(faults), m_clock(clock)
{
    connect(&m_server, &QTcpServer::newConnection, this, &SmtpServer::accept);
}

void SmtpServer::listen(int port)
{
    if (!m_server.listen(QHostAddress::LocalHost, static_cast<quint16>(port))) {
        throw std::runtime_error("port " + std::to_string(port) + " of 127.0.0.1 is not free");
    }
}

void SmtpServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        if (m_connections >= MostConnections) {
            socket->write("421 4.3.2 too many connections\r\n");
            socket->disconnectFromHost();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            continue;
        }
        ++m_connections;
        auto* session = new SmtpSession(socket, m_mailbox, m_faults, m_clock, this);
        connect(session, &QObject::destroyed, this, [this] { --m_connections; });
    }
}

} // namespace proconnect::sandbox
