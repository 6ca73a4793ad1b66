// SPDX-License-Identifier: MIT
#include "service/log/Log.h"
#include "service/mail/BounceBook.h"
#include "service/mail/MailMessage.h"
#include "service/mail/MailTexts.h"
#include "service/mail/OutboxMailer.h"
#include "tests/service/mail/MailSink.h"
#include "tests/service/support/ServiceBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

const QString fromAddress = QStringLiteral("ne-pas-repondre@proconnect.example");
const QString recipient = QStringLiteral("direction@fabre-filles.example");

} // namespace

class MailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_logged.clear();
        m_log = std::make_unique<Log>(Log::Level::Info, m_bench->clock,
                                      [this](const QByteArray& line) { m_logged += line; });
        m_sink = std::make_unique<MailSink>();
        m_mailer =
            std::make_unique<OutboxMailer>(*m_bench->database, *m_bench->keys, m_bench->clock, m_bench->jobs,
                                           *m_log, SmtpSender({m_sink->url(), fromAddress, {}, true}),
                                           [this](QSqlDatabase& connection, const QString& id,
                                                  Bounce bounce) { return noted(connection, id, bounce); });
        m_dead.clear();
    }
    void cleanup()
    {
        m_mailer.reset();
        m_sink.reset();
    }

    void isMailAddress_table_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << recipient << true;
        QTest::newRow("plus") << QStringLiteral("a+b@c.example") << true;
        QTest::newRow("no at") << QStringLiteral("direction.example") << false;
        QTest::newRow("two addresses") << QStringLiteral("a@b.example,c@d.example") << false;
        QTest::newRow("header injection") << QStringLiteral("a@b.example\r\nBcc: c@d.example") << false;
        QTest::newRow("angle") << QStringLiteral("<a@b.example>") << false;
        QTest::newRow("no dot in domain") << QStringLiteral("a@localhost") << false;
        QTest::newRow("accents") << QString::fromUtf8("é@b.example") << false;
        QTest::newRow("dots") << QStringLiteral("a..b@c.example") << false;
        QTest::newRow("too long") << QString(250, u'a') + QStringLiteral("@b.example") << false;
        QTest::newRow("empty") << QString() << false;
    }
    void isMailAddress_table()
    {
        QFETCH(QString, address);
        QFETCH(bool, good);
        QCOMPARE(isMailAddress(address), good);
    }

    void internetMessage_hostileSubject_staysOneHeader()
    {
        const Mail mail{recipient, QStringLiteral("Bonjour\r\nBcc: x@y.example"), QStringLiteral("Corps\n")};
        const QByteArray message =
            internetMessage(mail, fromAddress, QStringLiteral("id"), m_bench->clock.now());
        QVERIFY(!message.contains("\r\nBcc:"));
        for (const QByteArray& line : message.split('\n')) {
            QVERIFY(line.size() <= 78);
        }
    }

    void texts_newRequest_holdBothLanguagesAndNoLink()
    {
        const auto texts = MailTexts::load();
        QVERIFY(texts.ok());
        const Mail mail = texts.value().newRequests(recipient, QStringLiteral("MENUISERIE %2 FABRE"),
                                                    {QStringLiteral("PC-2026-000001")});
        QVERIFY(mail.body.contains(QString::fromUtf8("Ouvrez ProConnect")));
        QVERIFY(mail.body.contains(QStringLiteral("Open ProConnect")));
        QVERIFY(mail.body.contains(QStringLiteral("MENUISERIE %2 FABRE")));
        QVERIFY(!mail.body.contains(QStringLiteral("http")));
    }

    void sendDue_queuedMail_arrivesAndIsErased()
    {
        queue();
        m_mailer->sendDue();
        QCOMPARE(m_sink->messages().size(), 1);
        const QByteArray message = m_sink->messages().first();
        QVERIFY(message.contains("To: <" + recipient.toLatin1() + ">"));
        QVERIFY(message.contains(QByteArray("Bonjour\r\n").toBase64()));
        QVERIFY(m_dead.isEmpty());
        QCOMPARE(state(), QStringLiteral("sent"));
        QCOMPARE(m_bench->value(QStringLiteral("SELECT content FROM mail_outbox")).toString(), QString());
        m_mailer->sendDue();
        QCOMPARE(m_sink->messages().size(), 1);
    }

    void sendDue_recipientRefused_isNeverTriedAgain()
    {
        m_sink->answerRecipients("550 5.1.1 no such mailbox");
        queue();
        m_mailer->sendDue();
        QCOMPARE(state(), QStringLiteral("refused"));
        m_sink->answerRecipients("250 fine");
        m_bench->clock.advance(7200);
        m_mailer->sendDue();
        QVERIFY(m_sink->messages().isEmpty());
        QCOMPARE(m_dead, QStringList{QStringLiteral("000058263")});
        QVERIFY(m_logged.contains("mail.failed"));
        QVERIFY(m_logged.contains("5.1.1"));
        QVERIFY(!m_logged.contains("fabre"));
    }

    void sendDue_softBounces_killTheAddressAtTheThirdWithinSevenDays()
    {
        m_sink->answerRecipients("552 5.2.2 mailbox full");
        for (int day = 0; day < 2; ++day) {
            queue();
            m_mailer->sendDue();
            m_bench->clock.advance(86'400);
        }
        QVERIFY(m_dead.isEmpty());
        m_bench->clock.advance(5LL * 86'400);
        queue();
        m_mailer->sendDue();
        QVERIFY(m_dead.isEmpty()); // the first is seven days old
        queue();
        m_mailer->sendDue();
        QVERIFY(!m_dead.isEmpty());
    }

    void sendDue_serverThatIsAwayForDays_isASoftBounceAtTheEnd()
    {
        m_sink->answerRecipients("451 4.4.1 no answer from the host");
        queue();
        m_mailer->sendDue();
        QCOMPARE(bounce(), QString());
        m_bench->clock.advance(3LL * 86'400 + 1);
        m_mailer->sendDue();
        QCOMPARE(state(), QStringLiteral("abandoned"));
        QCOMPARE(bounce(), QStringLiteral("soft"));
    }

    void sendDue_senderRefused_isNobodysBounceAndTriedAgain()
    {
        m_sink->answerSenders("550 5.1.8 we do not know you");
        queue();
        m_mailer->sendDue();
        QCOMPARE(state(), QStringLiteral("waiting"));
        QCOMPARE(bounce(), QString());
    }

    void send_serverWithoutTls_getsNothing()
    {
        const Mail mail{recipient, QStringLiteral("Sujet"), QStringLiteral("Corps")};
        QByteArray url = m_sink->url();
        url.replace("smtp://", "smtp://proconnect:secret@");
        const auto result =
            SmtpSender({url, fromAddress, {}, false}).send(mail, QStringLiteral("id"), m_bench->clock.now());
        QCOMPARE(result.kind, SmtpResult::Kind::TryLater);
        QCOMPARE(result.bounce, Bounce::None);
        QVERIFY(m_sink->messages().isEmpty());
        QVERIFY(!m_sink->commands().contains("AUTH"));
        QVERIFY(!m_sink->commands().contains("fabre"));
    }

    void internetMessage_bothForms_sayTheSameAndHoldNoLink()
    {
        const Mail mail{recipient, QStringLiteral("Sujet <b>"),
                        QString::fromUtf8("Un <script>\nligne\n\nDeux\n\n---\n\nOne\n\n---\n\nTwo\n")};
        const QByteArray message =
            internetMessage(mail, fromAddress, QStringLiteral("id"), m_bench->clock.now());
        const QList<QByteArray> encoded = message.split('\n');
        QByteArrayList parts{{}};
        for (const QByteArray& line : encoded) {
            static const QRegularExpression base64(QStringLiteral("^[A-Za-z0-9+/]{4,76}={0,2}\r$"));
            if (base64.match(QString::fromLatin1(line)).hasMatch()) {
                parts.last() += line.trimmed();
            } else if (!parts.last().isEmpty()) {
                parts.append(QByteArray());
            }
        }
        QCOMPARE(QString::fromUtf8(QByteArray::fromBase64(parts[0])),
                 QString(mail.body).replace(u'\n', QStringLiteral("\r\n")));
        const QString html = QString::fromUtf8(QByteArray::fromBase64(parts[1])).remove(u'\r');
        QVERIFY(html.contains(QStringLiteral("<p>Un &lt;script&gt;<br>\nligne</p>\n<p>Deux</p>\n<hr>\n<div "
                                             "lang=\"en\">\n<p>One</p>\n<p>---</p>\n<p>Two</p>\n</div>")));
        QVERIFY(html.contains(QStringLiteral("<title>Sujet &lt;b&gt;</title>")));
        QVERIFY(!html.contains(QStringLiteral("href")));
        QVERIFY(message.contains("multipart/alternative"));
    }

    void sendDue_busyServer_isTriedAgainLater()
    {
        m_sink->answerRecipients("452 4.2.2 try later");
        queue();
        m_mailer->sendDue();
        QCOMPARE(state(), QStringLiteral("waiting"));
        m_sink->answerRecipients("250 fine");
        m_mailer->sendDue();
        QVERIFY(m_sink->messages().isEmpty());
        m_bench->clock.advance(11);
        m_mailer->sendDue();
        QCOMPARE(m_sink->messages().size(), 1);
    }

    void sendDue_messageThatAnotherHasSentMeanwhile_staysSent()
    {
        m_sink->answerRecipients("452 4.2.2 try later");
        queue();
        m_sink->beforeRecipients([this] {
            QVERIFY(m_bench->sql(QStringLiteral("UPDATE mail_outbox SET state = 'sent', content = '', "
                                                "server_reply = '250', claimed_by = ''")));
        });
        m_mailer->sendDue();
        QCOMPARE(state(), QStringLiteral("sent"));
        QCOMPARE(m_bench->value(QStringLiteral("SELECT server_reply FROM mail_outbox")).toString(),
                 QStringLiteral("250"));
    }

    void sendDue_messageThatAnotherHasTakenOver_staysWithTheOther()
    {
        m_sink->answerRecipients("452 4.2.2 try later");
        queue();
        m_sink->beforeRecipients(
            [this] { QVERIFY(m_bench->sql(QStringLiteral("UPDATE mail_outbox SET claimed_by = '18'"))); });
        m_mailer->sendDue();
        QCOMPARE(m_bench->value(QStringLiteral("SELECT claimed_by FROM mail_outbox")).toString(),
                 QStringLiteral("18"));
    }

    void sendDue_rowThatCannotBeOpened_stopsNoOther()
    {
        // More than one batch of them, all due before the good one.
        for (int i = 0; i < 21; ++i) {
            queue();
        }
        QVERIFY(m_bench->sql(QStringLiteral("UPDATE mail_outbox SET content = 'damaged'")));
        m_bench->clock.advance(1);
        queue();
        m_mailer->sendDue();
        m_mailer->sendDue();
        QCOMPARE(m_sink->messages().size(), 1);
        QCOMPARE(waiting(), 21);
        QCOMPARE(m_logged.count("mail.unreadable"), 21);
        QVERIFY(!m_logged.contains("fabre"));
        m_mailer->sendDue();
        QCOMPARE(m_logged.count("mail.unreadable"), 21);
        m_bench->clock.advance(3601);
        m_mailer->sendDue();
        QVERIFY(m_logged.count("mail.unreadable") > 21);
    }

    void sendDue_unreadableOutbox_isLogged()
    {
        QVERIFY(m_bench->sql(QStringLiteral("ALTER TABLE mail_outbox RENAME TO mail_elsewhere")));
        m_mailer->sendDue();
        QVERIFY(m_logged.contains("mail.outbox"));
    }

    void enqueue_rolledBackTransaction_sendsNothing()
    {
        const auto outcome = m_bench->write([&](QSqlDatabase& connection) -> Outcome<Done> {
            const auto queued =
                m_mailer->enqueue(connection, {recipient, QStringLiteral("s"), QStringLiteral("b")});
            return queued ? Outcome<Done>(Failure{FailureCode::Conflict, {}, {}}) : queued;
        });
        QCOMPARE(outcome.failure().code, FailureCode::Conflict);
        m_mailer->sendDue();
        QVERIFY(m_sink->messages().isEmpty());
    }

    void enqueue_badAddress_fails()
    {
        const auto outcome = m_bench->write([&](QSqlDatabase& connection) {
            return m_mailer->enqueue(connection,
                                     {QStringLiteral("nobody"), QStringLiteral("s"), QStringLiteral("b")});
        });
        QCOMPARE(outcome.failure().code, FailureCode::EmailInvalid);
    }

    void database_queuedMail_holdsNoAddressInClear()
    {
        queue();
        QVERIFY(!m_bench->value(QStringLiteral("SELECT content || recipient FROM mail_outbox"))
                     .toString()
                     .contains(QStringLiteral("fabre")));
    }

private:
    void queue()
    {
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return m_mailer->enqueue(connection,
                                                 {recipient, QStringLiteral("Sujet"),
                                                  QStringLiteral("Bonjour\n"), QStringLiteral("000058263")});
                    })
                    .ok());
    }
    Outcome<bool> noted(QSqlDatabase& connection, const QString& id, Bounce bounce)
    {
        const auto mail = BounceBook::note(connection, id, bounce, m_bench->clock.now());
        if (mail && mail.value() && mail.value()->dead) {
            m_dead += mail.value()->siren;
        }
        return mail ? Outcome<bool>(mail.value().has_value()) : Outcome<bool>(mail.failure());
    }
    QString bounce() { return m_bench->value(QStringLiteral("SELECT bounce FROM mail_outbox")).toString(); }
    QString state() { return m_bench->value(QStringLiteral("SELECT state FROM mail_outbox")).toString(); }

    int waiting()
    {
        return m_bench->value(QStringLiteral("SELECT count(*) FROM mail_outbox WHERE state = 'waiting'"))
            .toInt();
    }

    QStringList m_dead;
    QByteArray m_logged;
    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<MailSink> m_sink;
    std::unique_ptr<OutboxMailer> m_mailer;
};

QTEST_GUILESS_MAIN(MailTest)
#include "MailTest.moc"
