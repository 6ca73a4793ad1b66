// SPDX-License-Identifier: MIT
#include "tests/service/mail/MailSink.h"

namespace proconnect::service {

MailSink::MailSink()
{
    std::promise<quint16> port;
    m_thread = std::thread([this, &port] { run(port); });
    m_port = port.get_future().get();
}

MailSink::~MailSink()
{
    m_stopping = true;
    m_thread.join();
}

void MailSink::answerRecipients(const QByteArray& reply)
{
    const std::scoped_lock lock(m_mutex);
    m_recipientReply = reply;
}

void MailSink::answerSenders(const QByteArray& reply)
{
    const std::scoped_lock lock(m_mutex);
    m_senderReply = reply;
}

QByteArray MailSink::commands()
{
    const std::scoped_lock lock(m_mutex);
    return m_commands;
}

void MailSink::beforeRecipients(std::function<void()> happening)
{
    const std::scoped_lock lock(m_mutex);
    m_beforeRecipients = std::move(happening);
}

QList<QByteArray> MailSink::messages()
{
    const std::scoped_lock lock(m_mutex);
    return m_messages;
}

void MailSink::run(std::promise<quint16>& port)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    port.set_value(server.serverPort());
    while (!m_stopping) {
        if (server.waitForNewConnection(50)) {
            converse(*std::unique_ptr<QTcpSocket>(server.nextPendingConnection()));
        }
    }
}

void MailSink::converse(QTcpSocket& socket)
{
    socket.write("220 sink\r\n");
    bool data = false;
    QByteArray message;
    while (!m_stopping && (socket.canReadLine() || socket.waitForReadyRead(50) ||
                           socket.state() == QAbstractSocket::ConnectedState)) {
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            note(data ? QByteArray() : line);
            if (data && line == ".\r\n") {
                data = false;
                const std::scoped_lock lock(m_mutex);
                m_messages.append(message);
                socket.write("250 taken\r\n");
            } else if (data) {
                message += line;
            } else if (line.startsWith("DATA")) {
                data = true;
                socket.write("354 go\r\n");
            } else if (line.startsWith("RCPT")) {
                const std::scoped_lock lock(m_mutex);
                if (m_beforeRecipients) {
                    m_beforeRecipients();
                }
                socket.write(m_recipientReply + "\r\n");
            } else if (line.startsWith("MAIL")) {
                const std::scoped_lock lock(m_mutex);
                socket.write(m_senderReply + "\r\n");
            } else if (line.startsWith("QUIT")) {
                socket.write("221 bye\r\n");
                socket.waitForBytesWritten();
                return;
            } else {
                socket.write("250 fine\r\n");
            }
        }
        socket.flush();
    }
}

void MailSink::note(const QByteArray& command)
{
    const std::scoped_lock lock(m_mutex);
    m_commands += command;
}

} // namespace proconnect::service
