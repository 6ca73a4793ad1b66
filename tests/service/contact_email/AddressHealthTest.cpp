// SPDX-License-Identifier: MIT
#include "service/contact_email/AddressHealth.h"

#include "service/contact_email/SireneCourier.h"
#include "service/log/Log.h"
#include "service/mail/OutboxMailer.h"
#include "service/registries/InseeClient.h"
#include "tests/service/mail/MailSink.h"
#include "tests/service/registries/ScriptedHttpClient.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

const QString siren = QStringLiteral("000058263");
const QString address = QStringLiteral("direction@fabre-filles.example");

} // namespace

/// From a message that comes back to what the director is shown.
class AddressHealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_health = std::make_unique<AddressHealth>(*m_bench->keys, m_bench->clock);
        m_sink = std::make_unique<MailSink>();
        m_mailer = std::make_unique<OutboxMailer>(
            *m_bench->database, *m_bench->keys, m_bench->clock, m_bench->jobs, m_log,
            SmtpSender({m_sink->url(), QStringLiteral("x@proconnect.example"), {}, true}),
            [this](QSqlDatabase& connection, const QString& message, Bounce bounce) {
                return m_health->bounced(connection, message, bounce);
            });
        keep(address, EmailState::RecordedInSirene);
    }
    void cleanup()
    {
        m_mailer.reset();
        m_sink.reset();
    }

    void bounced_addressThatIsGone_isUnreachableAndInTheJournal()
    {
        m_sink->answerRecipients("550 5.1.1 no such mailbox");
        send(address, siren);
        QCOMPARE(stored().state, EmailState::Unreachable);
        QVERIFY(!canBeWrittenTo(stored()));
        QCOMPARE(journal().value(0).kind, QStringLiteral("contactEmail.unreachable"));
        send(address, siren);
        QCOMPARE(journal().size(), 1);
    }

    void bounced_mailboxFullOnce_changesNothing()
    {
        m_sink->answerRecipients("552 5.2.2 mailbox full");
        send(address, siren);
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
        send(address, siren);
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
        send(address, siren);
        QCOMPARE(stored().state, EmailState::Unreachable);
    }

    void bounced_addressThatIsNoLongerTheCompanys_changesNothing()
    {
        m_sink->answerRecipients("550 5.1.1 no such mailbox");
        send(QStringLiteral("ancienne@fabre-filles.example"), siren);
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
    }

    void bounced_collaboratorsAddress_changesNothing()
    {
        m_sink->answerRecipients("550 5.1.1 no such mailbox");
        send(address, {});
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
        QVERIFY(journal().isEmpty());
    }

    void bounced_reportHoursLater_isTakenOnceAndOnlyForAMessageThatWasSent()
    {
        send(address, siren);
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
        QVERIFY(!report(QStringLiteral("6a204bd8-9f3a-4f0c-8d0e-2f4b8c9d0e1f"), Bounce::Hard));
        const QString id = m_bench->value(QStringLiteral("SELECT id FROM mail_outbox")).toString();
        QVERIFY(!report(id, Bounce::None));
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
        QVERIFY(report(id, Bounce::Hard));
        QCOMPARE(stored().state, EmailState::Unreachable);
        QVERIFY(!report(id, Bounce::Hard));
    }

    /// SIRENE goes on telling the address; a change there is another matter.
    void readCurrent_deadAddress_staysDeadUntilThereIsAnother()
    {
        keep(address, EmailState::Unreachable);
        QByteArray held = R"({"adresse":"Direction@fabre-filles.example"})";
        ScriptedHttpClient http([&held](const OutgoingRequest& request) -> Outcome<HttpReply> {
            return HttpReply{
                200,
                {},
                request.method == "POST" ? QByteArray(R"({"access_token":"t","expires_in":3600})") : held};
        });
        InseeClient insee(http, m_bench->clock, RegistryConfig{});
        SireneMailbox mailbox(insee);
        RecordingMailer mailer;
        SireneCourier courier(*m_bench->database, *m_bench->keys, m_bench->clock, m_bench->jobs, mailer,
                              MailTexts::load().value(), mailbox);
        courier.readCurrent(siren);
        QCOMPARE(stored().state, EmailState::Unreachable);
        held = R"({"adresse":"nouvelle@fabre-filles.example"})";
        courier.readCurrent(siren);
        QCOMPARE(stored().state, EmailState::RecordedInSirene);
    }

private:
    void keep(const QString& current, EmailState state)
    {
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return ContactEmailStore(*m_bench->keys)
                            .save(connection, siren, {current, state, {}, {}, {}});
                    })
                    .ok());
    }
    ContactEmail stored()
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return ContactEmailStore(*m_bench->keys).of(connection, siren);
            })
            .value();
    }
    QList<JournalLine> journal()
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return Journal(*m_bench->keys).latest(connection, siren, 20);
            })
            .value();
    }
    void send(const QString& to, const QString& company)
    {
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return m_mailer->enqueue(
                            connection, {to, QStringLiteral("Sujet"), QStringLiteral("Corps\n"), company});
                    })
                    .ok());
        m_mailer->sendDue();
    }
    bool report(const QString& id, Bounce bounce)
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) { return m_health->bounced(connection, id, bounce); })
            .value();
    }

    std::unique_ptr<ServiceBench> m_bench;
    SystemClock m_wallClock;
    Log m_log{Log::Level::Error, m_wallClock, [](const QByteArray&) {}};
    std::unique_ptr<AddressHealth> m_health;
    std::unique_ptr<MailSink> m_sink;
    std::unique_ptr<OutboxMailer> m_mailer;
};

QTEST_GUILESS_MAIN(AddressHealthTest)
#include "AddressHealthTest.moc"
