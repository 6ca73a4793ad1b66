// SPDX-License-Identifier: MIT
#include "sandbox/mail/SmtpSession.h"

#include "sandbox/http/FaultPlan.h"
#include "sandbox/mail/Mailbox.h"
#include "sandbox/world/SandboxClock.h"

#include <QTcpSocket>

#include <chrono>
#include <optional>

namespace proconnect::sandbox {

namespace {

constexpr std::chrono::minutes LongestSilence(1);

/// The address between angle brackets; nothing when there are none. Sizes and parameters after it are left
/// out.
std::optional<QByteArray> bracketed(const QByteArray& argument, const char* prefix)
{
    const qsizetype start = argument.indexOf('<');
    const qsizetype end = argument.indexOf('>', start);
    if (!argument.toUpper().startsWith(prefix) || start < 0 || end < 0) {
        return std::nullopt;
    }
    return argument.mid(start + 1, end - start - 1);
}

qint64 announcedSize(const QByteArray& argument)
{
    const qsizetype at = argument.toUpper().indexOf(" SIZE=");
    return at < 0 ? 0 : argument.mid(at + 6).split(' ').constFirst().toLongLong();
}

} // namespace

SmtpSession::SmtpSession(QTcpSocket* socket, Mailbox& mailbox, FaultPlan& faults, const SandboxClock& clock,
                         QObject* parent)
    : QObject(parent), m_socket(socket), m_mailbox(mailbox), m_faults(faults), m_clock(clock)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &SmtpSession::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, m_socket, &QTcpSocket::abort);
    m_silence.start(LongestSilence);
    reply("220 sandbox.example ESMTP");
}

void SmtpSession::readMore()
{
    m_silence.start(LongestSilence);
    m_input += m_socket->readAll();
    if (m_input.size() > LargestMessage + LongestLine) {
        m_socket->abort();
        return;
    }
    readLines();
}

void SmtpSession::readLines()
{
    for (qsizetype end = m_input.indexOf("\r\n"); end >= 0 && !m_paused; end = m_input.indexOf("\r\n")) {
        const QByteArray line = m_input.left(end);
        m_input.remove(0, end + 2);
        if (line.size() > LongestLine) {
            reply("500 5.5.2 line too long");
        } else if (m_inData) {
            takeDataLine(line);
        } else {
            takeCommand(line);
        }
    }
    if (m_input.size() > LongestLine && !m_paused && !m_input.contains("\r\n")) {
        m_socket->abort();
    }
}

void SmtpSession::takeCommand(const QByteArray& line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray verb = (space < 0 ? line : line.left(space)).toUpper();
    const QByteArray argument = space < 0 ? QByteArray() : line.mid(space + 1).trimmed();
    if (verb == "EHLO" || verb == "HELO") {
        greet(verb);
    } else if (verb == "MAIL") {
        startMail(argument);
    } else if (verb == "RCPT") {
        addRecipient(argument);
    } else if (verb == "DATA") {
        startData();
    } else if (verb == "RSET") {
        forget();
        reply("250 2.0.0 ok");
    } else if (verb == "NOOP") {
        reply("250 2.0.0 ok");
    } else if (verb == "VRFY") {
        reply("252 2.0.0 send it and see");
    } else if (verb == "QUIT") {
        reply("221 2.0.0 bye");
        m_socket->disconnectFromHost();
    } else {
        reply("502 5.5.1 unknown command");
    }
}

void SmtpSession::greet(const QByteArray& verb)
{
    forget();
    reply(verb == "EHLO" ? "250-sandbox.example\r\n250-SIZE 1048576\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                           "250 ENHANCEDSTATUSCODES"
                         : "250 sandbox.example");
}

void SmtpSession::startMail(const QByteArray& argument)
{
    const Fault fault = m_faults.take("smtp");
    if (fault.drop) {
        m_socket->abort();
        return;
    }
    if (fault.slowMilliseconds > 0) {
        m_paused = true;
        QTimer::singleShot(fault.slowMilliseconds, this, [this] {
            m_paused = false;
            readLines();
        });
    }
    const auto sender = bracketed(argument, "FROM:");
    if (fault.status != 0) {
        reply((std::to_string(fault.status) + " fault ordered at /controle").c_str());
    } else if (!sender) {
        reply("501 5.5.4 MAIL FROM:<address>");
    } else if (announcedSize(argument) > LargestMessage) {
        reply("552 5.3.4 message too large");
    } else {
        forget();
        m_sender = sender->toStdString();
        m_hasSender = true;
        reply("250 2.1.0 ok");
    }
}

void SmtpSession::addRecipient(const QByteArray& argument)
{
    const auto recipient = bracketed(argument, "TO:");
    if (!m_hasSender) {
        reply("503 5.5.1 MAIL first");
        return;
    }
    if (!recipient || !recipient->contains('@')) {
        reply("501 5.5.4 RCPT TO:<address>");
        return;
    }
    if (m_recipients.size() >= MostRecipients) {
        reply("452 4.5.3 too many recipients");
        return;
    }
    switch (m_mailbox.verdictFor(recipient->toStdString())) {
    case Mailbox::Verdict::NoSuchAddress:
        reply("550 5.1.1 no such mailbox");
        return;
    case Mailbox::Verdict::FullForNow:
        reply("452 4.2.2 mailbox full");
        return;
    case Mailbox::Verdict::Taken:
        m_recipients.push_back(recipient->toStdString());
        reply("250 2.1.5 ok");
    }
}

void SmtpSession::startData()
{
    if (m_recipients.empty()) {
        reply("503 5.5.1 RCPT first");
        return;
    }
    m_inData = true;
    reply("354 end with <CRLF>.<CRLF>");
}

void SmtpSession::takeDataLine(const QByteArray& line)
{
    if (line == ".") {
        endData();
        return;
    }
    m_tooLarge = m_tooLarge || m_data.size() + line.size() + 2 > LargestMessage;
    if (!m_tooLarge) {
        m_data += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
    }
}

void SmtpSession::endData()
{
    if (m_tooLarge) {
        reply("552 5.3.4 message too large");
    } else {
        MailMessage message;
        message.receivedAt = m_clock.instant();
        message.sender = m_sender;
        message.recipients = m_recipients;
        readContent({m_data.constData(), static_cast<std::size_t>(m_data.size())}, message);
        m_mailbox.add(std::move(message));
        reply("250 2.0.0 kept");
    }
    forget();
}

void SmtpSession::forget()
{
    m_inData = false;
    m_tooLarge = false;
    m_hasSender = false;
    m_data.clear();
    m_sender.clear();
    m_recipients.clear();
}

void SmtpSession::reply(const char* text)
{
    m_socket->write(text);
    m_socket->write("\r\n");
}

} // namespace proconnect::sandbox
