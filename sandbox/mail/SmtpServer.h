// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>

namespace proconnect::sandbox {

class FaultPlan;
class Mailbox;
class SandboxClock;

/// A mail server on 127.0.0.1 (RFC 5321) that keeps every message in the mailbox. Lives in the event loop of
/// its thread.
class SmtpServer : public QObject
{
    Q_OBJECT

public:
    SmtpServer(Mailbox& mailbox, FaultPlan& faults, const SandboxClock& clock);

    /// Takes the port, or any free one for 0. Throws std::runtime_error when it is taken.
    void listen(int port);

    [[nodiscard]] int port() const { return m_server.serverPort(); }

private:
    void accept();

    static constexpr int MostConnections = 100;

    Mailbox& m_mailbox;
    FaultPlan& m_faults;
    const SandboxClock& m_clock;
    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace proconnect::sandbox
