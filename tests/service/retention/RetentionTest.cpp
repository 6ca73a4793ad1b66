// SPDX-License-Identifier: MIT
#include "service/retention/Retention.h"

#include "service/accounts/AccountStore.h"
#include "service/evidence/EvidenceChain.h"
#include "service/evidence/EvidenceCheck.h"
#include "service/journal/CompanyCursor.h"
#include "service/journal/Journal.h"
#include "service/log/Log.h"
#include "service/requests/RequestStore.h"
#include "service/storage/SqlInstant.h"
#include "tests/service/support/ServiceBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What is deleted when, by a clock that the test moves.
class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_retention = std::make_unique<Retention>(*m_bench->database, *m_bench->keys, m_bench->clock, m_log,
                                                  m_bench->jobs);
    }

    void forget_settledRequest_goesAtItsTimeAndNotBefore_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("months"); // 0: never
        const auto row = [](const char* name, RequestState state, int months) {
            QTest::newRow(name) << static_cast<int>(state) << months;
        };
        row("waiting", RequestState::Waiting, 0);
        row("forwarded", RequestState::Forwarded, 0);
        row("accepted", RequestState::Accepted, 0);
        row("accepted with limits", RequestState::AcceptedWithLimits, 0);
        row("refused", RequestState::Refused, 12);
        row("withdrawn", RequestState::Withdrawn, 6);
        row("expired", RequestState::Expired, 6);
    }
    void forget_settledRequest_goesAtItsTimeAndNotBefore()
    {
        QFETCH(int, state);
        QFETCH(int, months);
        const QDateTime decided = m_bench->clock.now();
        StoredRequest stored;
        stored.siren = QStringLiteral("000058263");
        stored.portalReference = QStringLiteral("IMP-1");
        stored.request.id = QStringLiteral("DA-2026-000001");
        stored.request.portal = QStringLiteral("impots");
        stored.request.state = static_cast<RequestState>(state);
        stored.request.receivedAt = decided;
        stored.request.expiresAt = decided.addDays(30);
        stored.request.decidedAt = decided;
        const RequestStore store(*m_bench->keys);
        QVERIFY(
            m_bench->write([&](QSqlDatabase& connection) { return store.insert(connection, stored); }).ok());

        moveTo(decided.addMonths(months == 0 ? 240 : months));
        forget();
        QCOMPARE(count("access_request"), 1);
        m_bench->clock.advance(1);
        forget();
        QCOMPARE(count("access_request"), months == 0 ? 1 : 0);
    }

    void forget_departure_goesWithItsStepsAYearAfterItsEnd()
    {
        const QDateTime ended = m_bench->clock.now();
        for (const auto& [id, end] :
             {std::pair{u"ended"_s, QVariant(toSql(ended))}, std::pair{u"running"_s, QVariant()}}) {
            QVERIFY(m_bench->sql(
                u"INSERT INTO departure (id, siren, state, decision, decided_by, started_at, "
                "due_at, ended_at, content) VALUES (?, '000058263', 'any', '', '', '', '', ?, '')"_s,
                {id, end}));
            QVERIFY(m_bench->sql(
                u"INSERT INTO departure_step (departure, account, siren, portal, place, state, "
                "decision, content) VALUES (?, ?, '000058263', 'impots', 0, 'confirmed', '', '')"_s,
                {id, id}));
        }
        moveTo(ended.addMonths(12));
        forget();
        QCOMPARE(count("departure"), 2);
        m_bench->clock.advance(1);
        forget();
        QCOMPARE(count("departure"), 1);
        QCOMPARE(count("departure_step"), 1);
        QCOMPARE(m_bench->value(u"SELECT departure FROM departure_step"_s).toString(), u"running"_s);
    }

    void forget_rowsOfOtherTables_goAtTheirTimeAndNotBefore_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("months"); // 0: never
        const auto row = [](const char* table, const char* state, int months) {
            QTest::addRow("%s %s", table, state)
                << QString::fromLatin1(table) << QString::fromLatin1(state) << months;
        };
        row("delivery", "acknowledged", 12);
        row("delivery", "failed", 12);
        row("delivery", "waiting", 0);
        row("mail_outbox", "sent", 12);
        row("mail_outbox", "refused", 12);
        row("mail_outbox", "abandoned", 12);
        row("mail_outbox", "waiting", 0);
        row("email_verification", "verified", 3);
        row("email_verification", "waiting", 3);
        row("email_order", "done", 3);
        row("email_order", "rejected", 3);
        row("email_order", "taken", 0);
        row("person_objection", "", 12);
        row("company_objection", "", 12);
        row("finding_set_aside", "", 3);
    }
    void forget_rowsOfOtherTables_goAtTheirTimeAndNotBefore()
    {
        QFETCH(QString, table);
        QFETCH(QString, state);
        QFETCH(int, months);
        const QDateTime then = m_bench->clock.now();
        QVERIFY(insert(table, state, then));
        moveTo(then.addMonths(months == 0 ? 240 : months));
        forget();
        QCOMPARE(count(table.toLatin1().constData()), 1);
        m_bench->clock.advance(1);
        forget();
        QCOMPARE(count(table.toLatin1().constData()), months == 0 ? 1 : 0);
    }

    void forget_closedAccount_isForgottenTwelveMonthsAfterItWasSeen()
    {
        QVERIFY(save(account(u"A"_s, AccountState::Closed)));
        QVERIFY(save(account(u"B"_s, AccountState::Active)));
        const QDateTime then = m_bench->clock.now();
        forget();
        moveTo(then.addMonths(12));
        forget();
        QCOMPARE(known(), (QStringList{u"A"_s, u"B"_s}));
        const qint64 before = cursor();
        m_bench->clock.advance(1);
        forget();
        QCOMPARE(known(), QStringList{u"B"_s});
        QCOMPARE(cursor(), before + 1);
        QCOMPARE(m_bench
                     ->value(u"SELECT count(*) FROM portal_account WHERE id = 'A' AND content = '' AND "
                             "scim_id = '' AND etag = '' AND certified_subject = ''"_s)
                     .toInt(),
                 1);
        forget();
        QCOMPARE(cursor(), before + 1);
    }

    void forget_journal_losesLinesOfThreeYearsAgo()
    {
        const Journal journal(*m_bench->keys);
        const QDateTime then = m_bench->clock.now();
        const auto add = [&](const QString& kind) {
            return m_bench
                ->write([&](QSqlDatabase& connection) {
                    return journal.add(connection, m_siren, {0, m_bench->clock.now(), kind, {}, {}, {}});
                })
                .ok();
        };
        QVERIFY(add(u"old"_s));
        m_bench->clock.advance(1);
        QVERIFY(add(u"young"_s));
        moveTo(then.addMonths(36));
        forget();
        QCOMPARE(count("journal_line"), 2);
        const qint64 before = cursor();
        m_bench->clock.advance(1);
        forget();
        const auto left =
            m_bench->write([&](QSqlDatabase& connection) { return journal.latest(connection, m_siren, 9); });
        QCOMPARE(left.value().size(), 1);
        QCOMPARE(left.value().first().kind, u"young"_s);
        QCOMPARE(cursor(), before + 1);
        forget();
        QCOMPARE(cursor(), before + 1);
    }

    void forget_journalLineWithoutADate_isDatedWhenFound()
    {
        QVERIFY(m_bench->sql(
            u"INSERT INTO journal_line (siren, sequence, content) VALUES ('000058263', 1, '')"_s));
        const QDateTime then = m_bench->clock.now();
        forget();
        moveTo(then.addMonths(36));
        forget();
        QCOMPARE(count("journal_line"), 1);
        m_bench->clock.advance(1);
        forget();
        QCOMPARE(count("journal_line"), 0);
    }

    void forget_delegation_goesAYearAfterItWasFoundOver()
    {
        for (const auto& [id, due] : {std::pair{u"over"_s, QVariant(QMetaType(QMetaType::QString))},
                                      std::pair{u"running"_s, QVariant(toSql(m_bench->clock.now()))}}) {
            QVERIFY(m_bench->sql(u"INSERT INTO delegation (id, siren, version, delegator, delegate, "
                                 "tries_left, proposed_at, due_at, content) VALUES (?, '000058263', 1, '', "
                                 "'', 0, '', ?, '')"_s,
                                 {id, due}));
        }
        const QDateTime then = m_bench->clock.now();
        forget();
        moveTo(then.addMonths(12));
        forget();
        QCOMPARE(count("delegation"), 2);
        m_bench->clock.advance(1);
        forget();
        QCOMPARE(m_bench->value(u"SELECT id FROM delegation"_s).toString(), u"running"_s);
        QCOMPARE(count("delegation"), 1);
    }

    void forget_accountOpenAgainMeanwhile_isCountedAnew()
    {
        QVERIFY(save(account(u"A"_s, AccountState::Closed)));
        forget();
        m_bench->clock.advance(300LL * 24 * 3600);
        QVERIFY(save(account(u"A"_s, AccountState::Active)));
        forget();
        QVERIFY(save(account(u"A"_s, AccountState::Closed)));
        forget();
        m_bench->clock.advance(300LL * 24 * 3600);
        forget();
        QCOMPARE(known(), QStringList{u"A"_s});
    }

    void forget_accountThatThePortalGoesOnListing_comesBackOnlyWhenOpen()
    {
        QVERIFY(save(account(u"A"_s, AccountState::Closed)));
        forget();
        m_bench->clock.advance(400LL * 24 * 3600);
        forget();
        QVERIFY(known().isEmpty());
        QCOMPARE(report(AccountState::Closed), 0);
        QVERIFY(known().isEmpty());
        QCOMPARE(report(AccountState::Active), 1);
        QCOMPARE(known(), QStringList{u"A"_s});
    }

    void forget_moreRowsThanOneTransactionTakes_deletesAll()
    {
        const QDateTime then = m_bench->clock.now();
        for (int i = 0; i < 501; ++i) {
            QVERIFY(insert(QStringLiteral("mail_outbox"), QStringLiteral("sent"), then));
        }
        moveTo(then.addMonths(13));
        forget();
        QCOMPARE(count("mail_outbox"), 0);
    }

    void forget_tableThatCannotBeRead_isAnErrorInTheLog()
    {
        QVERIFY(m_bench->sql(QStringLiteral("ALTER TABLE email_order RENAME TO elsewhere"), {}));
        QTest::ignoreMessage(
            QtWarningMsg,
            QRegularExpression(QStringLiteral(
                R"("level":"error".*"event":"retention"|"event":"retention".*"level":"error")")));
        forget();
    }

private:
    [[nodiscard]] StoredAccount account(const QString& id, AccountState state) const
    {
        StoredAccount stored{m_siren, {}, u"scim"_s, u"etag"_s, u"pseudonym"_s};
        stored.account.id = id;
        stored.account.portal = u"impots"_s;
        stored.account.portalAccountId = id;
        stored.account.holderName = u"Karim Haddad"_s;
        stored.account.state = state;
        return stored;
    }
    [[nodiscard]] bool save(const StoredAccount& stored)
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return AccountStore(*m_bench->keys).save(connection, stored);
            })
            .ok();
    }
    /// How many accounts a listing of A alone changes, both ways in which it may come.
    int report(AccountState state)
    {
        const StoredAccount stored = account(u"A"_s, state);
        const ScimAccount reported{stored.account, m_siren, stored.scimId, stored.etag};
        const AccountStore store(*m_bench->keys);
        const QDateTime now = m_bench->clock.now();
        const auto changes = m_bench->write([&](QSqlDatabase& connection) -> Outcome<AccountChanges> {
            const auto before = store.versions(connection, m_siren, u"impots"_s);
            const auto differs = store.differs(connection, m_siren, u"impots"_s, {reported});
            auto taken = store.takeListing(connection, m_siren, u"impots"_s, {reported}, before.value(), now);
            if (!taken || differs.value() == taken.value().accounts.isEmpty()) {
                return Failure{FailureCode::Internal, u"differs() told otherwise"_s, {}};
            }
            return taken.value().accounts.isEmpty() ? store.takeSome(connection, m_siren, {reported}, now)
                                                    : taken;
        });
        return static_cast<int>(changes.value().accounts.size());
    }
    QStringList known()
    {
        const auto accounts = m_bench->write([&](QSqlDatabase& connection) {
            return AccountStore(*m_bench->keys).accountsOf(connection, m_siren);
        });
        QStringList ids;
        for (const StoredAccount& stored : accounts.value()) {
            ids.append(stored.account.id);
        }
        return ids;
    }
    qint64 cursor()
    {
        return m_bench->write([&](QSqlDatabase& connection) { return currentCursor(connection, m_siren); })
            .value();
    }
    void forget() { m_bench->jobs.run("retention"); }
    void moveTo(const QDateTime& instant) { m_bench->clock.advance(m_bench->clock.now().secsTo(instant)); }
    int count(const char* table)
    {
        return m_bench->value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).toInt();
    }
    bool insert(const QString& table, const QString& state, const QDateTime& at)
    {
        const QString instant = at.toUTC().toString(Qt::ISODateWithMs);
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (table == u"delivery") {
            return m_bench->sql(
                QStringLiteral("INSERT INTO delivery (id, siren, portal, decision, kind, target, "
                               "state, attempts, created_at, next_attempt_at, settled_at, content) "
                               "VALUES (?, '', '', '', '', '', ?, 1, ?, ?, ?, '')"),
                {id, state, instant, instant,
                 state == u"waiting" ? QVariant(QMetaType(QMetaType::QString)) : instant});
        }
        if (table == u"mail_outbox") {
            return m_bench->sql(
                QStringLiteral("INSERT INTO mail_outbox (id, state, attempts, created_at, next_attempt_at, "
                               "recipient, content, server_reply) VALUES (?, ?, 1, ?, ?, '', '', '')"),
                {id, state, instant, instant});
        }
        if (table == u"person_objection") {
            return m_bench->sql(QStringLiteral("INSERT INTO person_objection (print, seen_at) VALUES (?, ?)"),
                                {id, instant});
        }
        if (table == u"company_objection") {
            return m_bench->sql(
                QStringLiteral("INSERT INTO company_objection (siren, seen_at) VALUES (?, ?)"),
                {id, instant});
        }
        if (table == u"finding_set_aside") {
            return m_bench->sql(
                QStringLiteral(
                    "INSERT INTO finding_set_aside (print, siren, until_day, content) VALUES (?, '', ?, '')"),
                {id, instant});
        }
        if (table == u"email_verification") {
            return m_bench->sql(
                QStringLiteral(
                    "INSERT INTO email_verification (id, siren, subject, state, code_hash, tries_left, "
                    "created_at, expires_at, content) VALUES (?, '', '', ?, '', 1, ?, ?, '')"),
                {id, state, instant, instant});
        }
        return m_bench->sql(QStringLiteral("INSERT INTO email_order (id, siren, state, attempts, created_at, "
                                           "next_attempt_at, content) VALUES (?, '', ?, 1, ?, ?, '')"),
                            {id, state, instant, instant});
    }

    const QString m_siren = u"000058263"_s;
    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<Retention> m_retention;
    StandingClock m_clock;
    Log m_log{Log::Level::Error, m_clock, [](const QByteArray& line) { qWarning("%s", line.constData()); }};
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "RetentionTest.moc"
