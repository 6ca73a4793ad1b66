// SPDX-License-Identifier: MIT
#include "sandbox/mail/MailMessage.h"
#include "tests/sandbox/RunningSandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QtTest>

namespace proconnect::sandbox::test {

namespace {

/// A mail client, line by line, in the event loop that the server lives in.
class MailClient
{
public:
    explicit MailClient(int port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
    }

    /// The next complete reply; empty when the connection ends without one.
    [[nodiscard]] QByteArray reply()
    {
        QByteArray lines;
        const auto complete = [this, &lines] {
            while (m_socket.canReadLine()) {
                const QByteArray line = m_socket.readLine();
                lines += line;
                if (line.size() > 3 && line[3] == ' ') {
                    return true;
                }
            }
            return m_socket.state() == QAbstractSocket::UnconnectedState;
        };
        return QTest::qWaitFor(complete) ? lines : QByteArray();
    }

    [[nodiscard]] QByteArray say(const QByteArray& line)
    {
        m_socket.write(line + "\r\n");
        return reply();
    }

private:
    QTcpSocket m_socket;
};

std::string decodedText(const char* source)
{
    MailMessage message;
    readContent(source, message);
    return message.text;
}

} // namespace

class MailTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QJsonArray messages()
    {
        Http http;
        const Answer answer = http.get(m_sandbox.world(QStringLiteral("/boite/messages.json")));
        return QJsonDocument::fromJson(answer.body).array();
    }

    RunningSandbox m_sandbox;

private Q_SLOTS:
    void init() { QVERIFY(m_sandbox.order({{QStringLiteral("emptyMailbox"), true}})); }
    void cleanup() { QVERIFY(m_sandbox.order({{QStringLiteral("reset"), true}})); }

    void conversation_complete_keepsDecodedMessage()
    {
        MailClient client(m_sandbox.mailPort());
        QVERIFY(client.reply().startsWith("220 "));
        QVERIFY(client.say("EHLO test").contains("SIZE 1048576"));
        QVERIFY(client.say("MAIL FROM:<pc@x.example> SIZE=100").startsWith("250"));
        QVERIFY(client.say("RCPT TO:<claire@y.example>").startsWith("250"));
        QVERIFY(client.say("DATA").startsWith("354"));
        QVERIFY(client
                    .say("Subject: =?utf-8?Q?Code_=C3=A0_saisir?=\r\nFrom: ProConnect <pc@x.example>\r\n"
                         "Content-Transfer-Encoding: base64\r\n\r\nPGI+MTIzNDU2PC9iPg==\r\n.")
                    .startsWith("250"));
        QVERIFY(client.say("QUIT").startsWith("221"));

        QCOMPARE(messages().size(), 1);
        const QJsonObject message = messages()[0].toObject();
        QCOMPARE(message[u"subject"].toString(), QStringLiteral("Code à saisir"));
        QCOMPARE(message[u"to"][0].toString(), QStringLiteral("claire@y.example"));
        QCOMPARE(message[u"text"].toString(), QStringLiteral("<b>123456</b>"));
        Http http;
        const QByteArray page = http.get(m_sandbox.world(QStringLiteral("/boite"))).body;
        QVERIFY(page.contains("&lt;b&gt;123456"));
        QVERIFY(!page.contains("<b>123456"));
    }

    void recipient_bouncing_refusedForGoodOrForNow()
    {
        MailClient client(m_sandbox.mailPort());
        QVERIFY(!client.reply().isEmpty());
        QVERIFY(client.say("MAIL FROM:<pc@x.example>").startsWith("250"));
        QVERIFY(client.say("RCPT TO:<Bernard.Fabre@fabre-filles.example>").startsWith("550 5.1.1"));
        QVERIFY(client.say("RCPT TO:<direction@ormeval.example>").startsWith("452"));
        QVERIFY(client.say("DATA").startsWith("503"));
        QVERIFY(m_sandbox.order(
            {{QStringLiteral("bounces"),
              QJsonObject{{QStringLiteral("permanent"), QJsonArray{QStringLiteral("new@x.example")}}}}}));
        QVERIFY(client.say("RCPT TO:<new@x.example>").startsWith("550"));
        QVERIFY(client.say("RCPT TO:<bernard.fabre@fabre-filles.example>").startsWith("250"));
    }

    void message_tooLarge_refused()
    {
        MailClient client(m_sandbox.mailPort());
        QVERIFY(!client.reply().isEmpty());
        QVERIFY(client.say("MAIL FROM:<pc@x.example> SIZE=2000000").startsWith("552"));
        QVERIFY(client.say("MAIL FROM:<pc@x.example>").startsWith("250"));
        QVERIFY(client.say("RCPT TO:<a@y.example>").startsWith("250"));
        QVERIFY(client.say("DATA").startsWith("354"));
        QByteArray lines;
        for (int line = 0; line < 1100; ++line) {
            lines += QByteArray(1000, 'x') + "\r\n";
        }
        QVERIFY(client.say(lines + '.').startsWith("552"));
        QVERIFY(messages().isEmpty());
    }

    void commands_outOfOrderOrUnknown_refused()
    {
        MailClient client(m_sandbox.mailPort());
        QVERIFY(!client.reply().isEmpty());
        QVERIFY(client.say("RCPT TO:<a@y.example>").startsWith("503"));
        QVERIFY(client.say("MAIL TO:<a@y.example>").startsWith("501"));
        QVERIFY(client.say("STARTTLS").startsWith("502"));
        QVERIFY(client.say(QByteArray(1999, 'x') + "xxxx").startsWith("500"));
    }

    void dots_atLineStart_areRemovedOnce()
    {
        MailClient client(m_sandbox.mailPort());
        QVERIFY(!client.reply().isEmpty());
        QVERIFY(client.say("MAIL FROM:<>").startsWith("250"));
        QVERIFY(client.say("RCPT TO:<a@y.example>").startsWith("250"));
        QVERIFY(client.say("DATA").startsWith("354"));
        QVERIFY(client.say("Subject: x\r\n\r\n..dot\r\n.").startsWith("250"));
        QCOMPARE(messages()[0][u"text"].toString(), QStringLiteral(".dot\r\n"));
    }

    void fault_statusAndDrop_happenOnMail()
    {
        QVERIFY(m_sandbox.order({{QStringLiteral("target"), QStringLiteral("smtp")},
                                 {QStringLiteral("fault"), QJsonObject{{QStringLiteral("status"), 451}}}}));
        MailClient client(m_sandbox.mailPort());
        QVERIFY(!client.reply().isEmpty());
        QVERIFY(client.say("MAIL FROM:<pc@x.example>").startsWith("451"));
        QVERIFY(m_sandbox.order({{QStringLiteral("target"), QStringLiteral("smtp")},
                                 {QStringLiteral("fault"), QJsonObject{{QStringLiteral("drop"), true}}}}));
        QVERIFY(client.say("MAIL FROM:<pc@x.example>").isEmpty());
    }

    void text_multipart_isFirstTextPart()
    {
        QCOMPARE(decodedText("Content-Type: multipart/alternative;\r\n boundary=\"b\"\r\n\r\n--b\r\n"
                             "Content-Type: text/plain; charset=utf-8\r\n"
                             "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                             "=C3=A9t=\r\n=C3=A9\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--\r\n"),
                 std::string("été"));
    }

    void text_brokenMultipart_isKeptAsItCame()
    {
        QCOMPARE(decodedText("Content-Type: multipart/mixed; boundary=b\r\n\r\nnothing"),
                 std::string("nothing"));
        QCOMPARE(decodedText("no header at all"), std::string("no header at all"));
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::MailTest)
#include "MailTest.moc"
