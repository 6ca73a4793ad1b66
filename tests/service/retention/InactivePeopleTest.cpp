// SPDX-License-Identifier: MIT
#include "service/retention/InactivePeople.h"

#include "service/companies/MandateStore.h"
#include "service/contact_email/ContactEmailStore.h"
#include "service/journal/CompanyCursor.h"
#include "service/log/Log.h"
#include "service/storage/SqlInstant.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Who is warned and who is forgotten, by a clock that the test moves.
class InactivePeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mailer.mails.clear();
        m_bench = std::make_unique<ServiceBench>();
        m_addresses = std::make_unique<ContactEmailStore>(*m_bench->keys);
        m_people =
            std::make_unique<InactivePeople>(InactivePeople::Parts{*m_bench->database, m_bench->clock, m_log,
                                                                   m_bench->jobs, m_mailer, *m_addresses},
                                             MailTexts::load().value(), CompanyStore(*m_bench->keys));
        m_seen = m_bench->clock.now();
        QVERIFY(use(u"claire"_s));
        QVERIFY(lead(u"claire"_s, MandateState::Held));
        QVERIFY(reach(EmailState::RecordedInSirene));
    }
    void cleanup()
    {
        m_people.reset();
        m_addresses.reset();
        m_bench.reset();
    }

    void look_notUsedForTwoYears_warnsOnce()
    {
        lookAfter(m_seen.addMonths(24));
        QVERIFY(m_mailer.mails.isEmpty());
        lookAfter(m_seen.addMonths(24).addSecs(1));
        QCOMPARE(m_mailer.mails.size(), 1);
        const Mail& mail = m_mailer.mails.first();
        QCOMPARE(mail.to, u"direction@fabre-filles.example"_s);
        QCOMPARE(mail.siren, m_siren);
        QVERIFY(mail.body.contains(u"MENUISERIE FABRE"_s));
        QVERIFY(mail.body.contains(m_seen.addMonths(36).toString(u"dd/MM/yyyy"_s)));
        QVERIFY(mail.body.contains(u"erased on that day"_s));
        lookAfter(m_seen.addMonths(30));
        QCOMPARE(m_mailer.mails.size(), 1);
        QCOMPARE(rows("mandate"), 1);
    }

    void look_notUsedForThreeYears_forgetsThePersonAndWhatIsNobodysElse()
    {
        QVERIFY(m_bench->sql(u"INSERT INTO plus_subjects VALUES ('plus', 'claire', '')"_s));
        QVERIFY(m_bench->sql(u"INSERT INTO person_link VALUES ('print', '000058263', '')"_s));
        lookAfter(m_seen.addMonths(25));
        lookAfter(m_seen.addMonths(36));
        QCOMPARE(rows("mandate"), 1);
        const qint64 before = cursor();
        lookAfter(m_seen.addMonths(36).addSecs(1));
        for (const char* table :
             {"mandate", "plus_subjects", "person_use", "company", "contact_email", "person_link"}) {
            QVERIFY2(rows(table) == 0, table);
        }
        QCOMPARE(cursor(), before + 1);
        QVERIFY(logged("retention.people", "forgotten"));
    }

    void look_companyThatSomebodyElseLeads_staysAsItIs()
    {
        lookAfter(m_seen.addMonths(25));
        QVERIFY(use(u"paul"_s));
        QVERIFY(lead(u"paul"_s, MandateState::Held));
        lookAfter(m_seen.addMonths(37));
        QCOMPARE(m_bench->value(u"SELECT subject FROM mandate"_s).toString(), u"paul"_s);
        QCOMPARE(rows("mandate"), 1);
        QCOMPARE(rows("company"), 1);
        QCOMPARE(rows("contact_email"), 1);
    }

    void look_warnedAndBack_isCountedAnew()
    {
        lookAfter(m_seen.addMonths(25));
        QCOMPARE(m_mailer.mails.size(), 1);
        moveTo(m_seen.addMonths(26));
        QVERIFY(use(u"claire"_s));
        lookAfter(m_seen.addMonths(49));
        QCOMPARE(m_mailer.mails.size(), 1);
        QCOMPARE(rows("mandate"), 1);
        lookAfter(m_seen.addMonths(51));
        QCOMPARE(m_mailer.mails.size(), 2);
        QCOMPARE(rows("mandate"), 1);
    }

    void look_neverWarnedBecauseNothingRan_warnsAMonthBefore()
    {
        lookAfter(m_seen.addMonths(40));
        QCOMPARE(m_mailer.mails.size(), 1);
        QCOMPARE(rows("mandate"), 1);
        QVERIFY(
            m_mailer.mails.first().body.contains(m_bench->clock.now().addDays(30).toString(u"dd/MM/yyyy"_s)));
        m_bench->clock.advance(30LL * 86'400);
        look();
        QCOMPARE(rows("mandate"), 1);
        m_bench->clock.advance(1);
        look();
        QCOMPARE(rows("mandate"), 0);
        QCOMPARE(m_mailer.mails.size(), 1);
    }

    void look_nobodyToWriteTo_forgetsAllTheSame()
    {
        QVERIFY(reach(EmailState::Unreachable));
        lookAfter(m_seen.addMonths(36));
        QCOMPARE(rows("mandate"), 1);
        lookAfter(m_seen.addMonths(36).addSecs(1));
        QCOMPARE(rows("mandate"), 0);
        QVERIFY(m_mailer.mails.isEmpty());
    }

    void look_addressThatWorksAgain_isWrittenTo()
    {
        QVERIFY(reach(EmailState::Unreachable));
        lookAfter(m_seen.addMonths(25));
        QVERIFY(reach(EmailState::RecordedInSirene));
        lookAfter(m_seen.addMonths(26));
        QCOMPARE(m_mailer.mails.size(), 1);
    }

    void look_openAccountCertifiedForThem_keepsThem_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("certifiedFor");
        QTest::addColumn<bool>("kept");
        QTest::newRow("open") << u"active"_s << u"claire"_s << true;
        QTest::newRow("closed") << u"closed"_s << u"claire"_s << false;
        QTest::newRow("somebody else's") << u"active"_s << u"paul"_s << false;
    }
    void look_openAccountCertifiedForThem_keepsThem()
    {
        QFETCH(QString, state);
        QFETCH(QString, certifiedFor);
        QFETCH(bool, kept);
        QVERIFY(m_bench->sql(u"INSERT INTO portal_account (siren, id, portal, scim_id, etag, version, state, "
                             "certification, certified_subject, content) VALUES (?, 'A', 'impots', '', '', "
                             "1, ?, 'certified', ?, '')"_s,
                             {m_siren, state, certifiedFor}));
        lookAfter(m_seen.addMonths(25));
        QCOMPARE(m_mailer.mails.isEmpty(), kept);
        lookAfter(m_seen.addMonths(120));
        QCOMPARE(rows("mandate"), kept ? 1 : 0);
    }

    void look_mandateThatEnded_isNotWrittenAbout()
    {
        QVERIFY(lead(u"claire"_s, MandateState::Ended));
        lookAfter(m_seen.addMonths(25));
        QVERIFY(m_mailer.mails.isEmpty());
        lookAfter(m_seen.addMonths(37));
        QCOMPARE(rows("mandate"), 0);
    }

    void look_personOfBefore_isCountedFromWhenFound()
    {
        QVERIFY(m_bench->sql(u"UPDATE person_use SET seen_at = ''"_s));
        moveTo(m_seen.addMonths(60));
        look();
        look();
        QVERIFY(m_mailer.mails.isEmpty());
        lookAfter(m_seen.addMonths(84).addSecs(1));
        QCOMPARE(m_mailer.mails.size(), 1);
    }

    void look_morePeopleThanOnePortion_looksAtAll()
    {
        for (int i = 0; i < 501; ++i) {
            QVERIFY(use(u"p%1"_s.arg(i)));
        }
        lookAfter(m_seen.addMonths(37));
        // Claire alone leads a company: she is warned first.
        QCOMPARE(m_bench->value(u"SELECT subject FROM person_use"_s).toString(), u"claire"_s);
        QCOMPARE(rows("person_use"), 1);
    }

private:
    bool use(const QString& subject)
    {
        return m_bench->sql(u"INSERT INTO person_use (subject, seen_at) VALUES (?, ?) ON CONFLICT (subject) "
                            "DO UPDATE SET seen_at = excluded.seen_at, warned_at = NULL"_s,
                            {subject, toSql(m_bench->clock.now())});
    }
    bool lead(const QString& subject, MandateState state)
    {
        MandateRecord record;
        record.mandate.subject = subject;
        record.mandate.siren = m_siren;
        record.mandate.verifiedAt = m_bench->clock.now();
        record.state = state;
        record.attachedAt = m_bench->clock.now();
        record.prints = {u"exact"_s, u"name"_s, u"birth"_s, {}, u"given"_s, {}};
        RegisteredCompany company;
        company.siren = m_siren;
        company.name = u"MENUISERIE FABRE"_s;
        return m_bench
            ->write([&](QSqlDatabase& connection) -> Outcome<Done> {
                const auto saved = MandateStore(*m_bench->keys).save(connection, record);
                return saved ? CompanyStore(*m_bench->keys).save(connection, company, m_bench->clock.now())
                             : saved;
            })
            .ok();
    }
    bool reach(EmailState state)
    {
        ContactEmail contact;
        contact.address = u"direction@fabre-filles.example"_s;
        contact.state = state;
        return m_bench
            ->write([&](QSqlDatabase& connection) { return m_addresses->save(connection, m_siren, contact); })
            .ok();
    }
    void look() { m_bench->jobs.run("retention.people"); }
    void lookAfter(const QDateTime& instant)
    {
        moveTo(instant);
        look();
    }
    void moveTo(const QDateTime& instant) { m_bench->clock.advance(m_bench->clock.now().secsTo(instant)); }
    int rows(const char* table)
    {
        return m_bench->value(u"SELECT count(*) FROM %1"_s.arg(QLatin1String(table))).toInt();
    }
    qint64 cursor()
    {
        return m_bench->write([&](QSqlDatabase& connection) { return currentCursor(connection, m_siren); })
            .value();
    }
    bool logged(const char* event, const char* field) const
    {
        return m_logged.contains(event) && m_logged.contains(field);
    }

    const QString m_siren = u"000058263"_s;
    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<ContactEmailStore> m_addresses;
    RecordingMailer m_mailer;
    std::unique_ptr<InactivePeople> m_people;
    QDateTime m_seen;
    QByteArray m_logged;
    StandingClock m_clock;
    Log m_log{Log::Level::Info, m_clock, [this](const QByteArray& line) { m_logged += line; }};
};

QTEST_GUILESS_MAIN(InactivePeopleTest)
#include "InactivePeopleTest.moc"
