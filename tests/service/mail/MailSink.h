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
    MailSink();
    ~MailSink();
    MailSink(const MailSink&) = delete;
    MailSink& operator=(const MailSink&) = delete;

    [[nodiscard]] QByteArray url() const { return "smtp://127.0.0.1:" + QByteArray::number(m_port); }
    void answerRecipients(const QByteArray& reply);
    void answerSenders(const QByteArray& reply);
    /// Everything that was said to it, but messages.
    [[nodiscard]] QByteArray commands();
    /// What happens on the sink's thread while a sender waits for the answer to RCPT.
    void beforeRecipients(std::function<void()> happening);
    [[nodiscard]] QList<QByteArray> messages();

private:
    void run(std::promise<quint16>& port);

    void converse(QTcpSocket& socket);

    void note(const QByteArray& command);

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
