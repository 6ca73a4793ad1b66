// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace proconnect::service {

/// A mail server of a few lines on its own thread: keeps what it accepts, answers RCPT as the test says.
class MailSink
{
public:
    MailSink()
    {
        std::promise<quint16> port;
        m_thread = std::thread([this, &port] { run(port); });
        m_port = port.get_future().get();
    }
    ~MailSink()
    {
        m_stopping = true;
        m_thread.join();
    }
    MailSink(const MailSink&) = delete;
    MailSink& operator=(const MailSink&) = delete;

    [[nodiscard]] QByteArray url() const { return "smtp://127.0.0.1:" + QByteArray::number(m_port); }
    void answerRecipients(const QByteArray& reply)
    {
        const std::scoped_lock lock(m_mutex);
        m_recipientReply = reply;
    }
    void answerSenders(const QByteArray& reply)
    {
        const std::scoped_lock lock(m_mutex);
        m_senderReply = reply;
    }
    /// Everything that was said to it, but messages.
    [[nodiscard]] QByteArray commands()
    {
        const std::scoped_lock lock(m_mutex);
        return m_commands;
    }
    /// What happens on the sink's thread while a sender waits for the answer to RCPT.
    void beforeRecipients(std::function<void()> happening)
    {
        const std::scoped_lock lock(m_mutex);
        m_beforeRecipients = std::move(happening);
    }
    [[nodiscard]] QList<QByteArray> messages()
    {
        const std::scoped_lock lock(m_mutex);
        return m_messages;
    }

private:
    void run(std::promise<quint16>& port)
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

    void converse(QTcpSocket& socket)
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

    void note(const QByteArray& command)
    {
        const std::scoped_lock lock(m_mutex);
        m_commands += command;
    }

    std::thread m_thread;
    std::atomic<bool> m_stopping{false};
    quint16 m_port = 0;
    std::mutex m_mutex;
    QByteArray m_recipientReply = "250 fine";
    QByteArray m_senderReply = "250 fine";
    QByteArray m_commands;
    std::function<void()> m_beforeRecipients;
    QList<QByteArray> m_messages;
};

} // namespace proconnect::service
