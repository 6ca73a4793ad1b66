// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

class QTcpSocket;

namespace proconnect::sandbox {

class FaultPlan;
class Mailbox;
class SandboxClock;

/// One conversation with a mail client. Deletes itself when the connection ends, at the latest after a minute
/// of silence. Messages of more than 1 MB are refused.
class SmtpSession : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket.
    SmtpSession(QTcpSocket* socket, Mailbox& mailbox, FaultPlan& faults, const SandboxClock& clock,
                QObject* parent);

private:
    void readMore();
    void readLines();
    void takeCommand(const QByteArray& line);
    void takeDataLine(const QByteArray& line);
    void startMail(const QByteArray& argument);
    void addRecipient(const QByteArray& argument);
    void startData();
    void endData();
    void greet(const QByteArray& verb);
    void forget();
    void reply(const char* text);

    static constexpr qsizetype LongestLine = 2000;
    static constexpr qsizetype LargestMessage = 1024LL * 1024;
    static constexpr std::size_t MostRecipients = 100;

    QTcpSocket* m_socket;
    Mailbox& m_mailbox;
    FaultPlan& m_faults;
    const SandboxClock& m_clock;
    QTimer m_silence;
    QByteArray m_input;
    bool m_paused = false;
    bool m_inData = false;
    bool m_tooLarge = false;
    bool m_hasSender = false;
    QByteArray m_data;
    std::string m_sender;
    std::vector<std::string> m_recipients;
};

} // namespace proconnect::sandbox
