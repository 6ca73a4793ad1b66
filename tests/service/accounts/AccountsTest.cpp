// SPDX-License-Identifier: MIT
#include "core/model/FoldedName.h"
#include "core/protocol/ModelFields.h"
#include "service/accounts/AccountStore.h"
#include "service/accounts/AccountSync.h"
#include "service/accounts/PortalSources.h"
#include "service/accounts/ScimClient.h"
#include "service/accounts/StoredCertifiedAccounts.h"
#include "service/journal/CompanyCursor.h"
#include "service/journal/Journal.h"
#include "service/log/Log.h"
#include "tests/service/support/ScimPortal.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

const QString siren = QStringLiteral("000058263");
const QString impots = QStringLiteral("impots");

QJsonObject isabelle()
{
    return ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Isabelle Roche"),
                            QStringLiteral("isabelle.roche@fabre-filles.example"));
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_portal = std::make_unique<ScimPortal>();
        m_companies = {siren};
        m_logged.clear();
        m_http = std::make_unique<ScriptedHttpClient>(m_portal->script());
        m_scim = std::make_unique<ScimClient>(*m_http, m_bench->clock);
        m_portals =
            std::make_unique<PortalDirectory>(PortalDirectory::create({scimPortalConfiguration()}).value());
        m_journal = std::make_unique<Journal>(*m_bench->keys);
        m_sync = std::make_unique<AccountSync>(
            *m_bench->database, *m_bench->keys, m_bench->clock, *m_portals, *m_scim, *m_journal,
            [this](QSqlDatabase&) { return Outcome<QStringList>(m_companies); }, m_bench->jobs,
            std::chrono::milliseconds(5000), m_log);
    }

    void foldedName_spellings_foldAlike()
    {
        QCOMPARE(foldedName(QString::fromUtf8("FABRE Hélène-Claire")),
                 foldedName(QStringLiteral("Helene Claire Fabre")));
        QVERIFY(foldedName(QStringLiteral("Claire Fabre")) != foldedName(QStringLiteral("Clara Fabre")));
        QCOMPARE(foldedName(QString::fromUtf8("Læla CŒUR Øst Łuk Groß")),
                 foldedName(QStringLiteral("Laela Coeur Ost Luk Gross")));
        QCOMPARE(foldedName(QStringLiteral(" 12 ")), QString());
    }

    void close_refusingPortal_tellsItsReason()
    {
        m_portal->users = {isabelle()};
        m_portal->patchReply = HttpReply{403, {}, QByteArray(R"({"detail":"Administrateur titulaire"})")};
        const auto closed = m_scim->close(scimPortalConfiguration(), QStringLiteral("scim-IMP-1"), {});
        QCOMPARE(closed.failure().code, FailureCode::PortalRefused);
        QCOMPARE(closed.failure().argument, QStringLiteral("Administrateur titulaire"));
    }

    void call_portalThatAsksForPeace_isLeftAloneForThatTime_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("seconds");
        QTest::newRow("seconds") << 429 << QByteArray("120") << 120;
        QTest::newRow("a date") << 503 << QByteArray("Mon, 23 Nov 2026 07:32:00 GMT") << 120;
        QTest::newRow("nothing") << 429 << QByteArray() << 60;
        QTest::newRow("a year") << 429 << QByteArray("31536000") << 86'400;
    }
    void call_portalThatAsksForPeace_isLeftAloneForThatTime()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, seconds);
        m_portal->users = {isabelle()};
        HttpReply busy{status, {}, {}};
        if (!retryAfter.isEmpty()) {
            busy.headers.append({"Retry-After", retryAfter});
        }
        m_portal->listReply = busy;
        const auto list = [this](const QString& portal) {
            return m_scim->accountsOf(scimPortalConfiguration(portal), siren);
        };
        const QString busyPortal = QStringLiteral("impots");
        QCOMPARE(list(busyPortal).failure().code, FailureCode::PortalUnavailable);
        m_portal->listReply.reset();
        const auto calls = m_http->count(QStringLiteral("/"));
        m_bench->clock.advance(seconds - 1);
        QCOMPARE(list(busyPortal).failure().code, FailureCode::PortalUnavailable);
        QCOMPARE(m_scim->close(scimPortalConfiguration(), QStringLiteral("x"), {}).failure().code,
                 FailureCode::PortalUnavailable);
        QCOMPARE(m_http->count(QStringLiteral("/")), calls);
        QVERIFY(list(QStringLiteral("urssaf")).ok());
        m_bench->clock.advance(1);
        QVERIFY(list(busyPortal).ok());
    }

    void sync_answeringPortal_storesAccountsAndSource()
    {
        m_portal->users = {isabelle()};
        sync();
        QCOMPARE(stored().size(), 1);
        QCOMPARE(stored().first().account.version, 1);
        QCOMPARE(source().state, PortalSource::State::Fresh);
        const qint64 cursor = companyCursor();
        sync();
        QCOMPARE(companyCursor(), cursor);
        QCOMPARE(stored().first().account.version, 1);
    }

    void sync_nothingNew_writesNothingUntilTheAgeGrows()
    {
        m_portal->users = {isabelle()};
        sync();
        const qint64 cursor = companyCursor();
        const QDateTime first = m_bench->clock.now();
        const quint64 written = m_bench->database->counts().committed;
        m_bench->clock.advance(60);
        sync();
        QCOMPARE(m_bench->database->counts().committed, written);
        QCOMPARE(source().asOf, first);
        m_bench->clock.advance(1);
        sync();
        QCOMPARE(source().asOf, first.addSecs(61));
        QCOMPARE(companyCursor(), cursor + 1);
    }

    void sync_somethingNew_isWrittenAtOnce()
    {
        m_portal->users = {isabelle()};
        sync();
        m_portal->users.first().insert(QStringLiteral("active"), false);
        m_bench->clock.advance(1);
        sync();
        QCOMPARE(stored().first().account.state, AccountState::Closed);
        QCOMPARE(source().asOf, m_bench->clock.now());
    }

    void sync_serviceThatStops_blamesNobody()
    {
        m_bench->jobs.stop = true;
        m_portal->trouble = Failure{FailureCode::TimedOut, {}, {}};
        sync();
        QCOMPARE(source().state, PortalSource::State::Never);
    }

    void sync_failingPortal_keepsAccountsAndSaysSince()
    {
        m_portal->users = {isabelle()};
        sync();
        const QDateTime since = m_bench->clock.now().addSecs(100);
        m_bench->clock.advance(100);
        m_portal->trouble = Failure{FailureCode::TimedOut, {}, {}};
        sync();
        m_bench->clock.advance(100);
        sync();
        QCOMPARE(stored().size(), 1);
        QCOMPARE(source().state, PortalSource::State::Unreachable);
        QCOMPARE(source().failingSince, since);
        m_portal->trouble.reset();
        m_bench->clock.advance(600);
        sync();
        QCOMPARE(source().state, PortalSource::State::Fresh);
    }

    /// No desktop of the company would read anything any more.
    void sync_moreThanACompanyCanHave_isNotTaken()
    {
        fill(limits::accounts - 1);
        m_portal->users = {isabelle()};
        sync();
        QCOMPARE(source().state, PortalSource::State::Fresh);
        m_portal->users += ScimPortal::user(QStringLiteral("IMP-2"), QStringLiteral("Paul Roux"),
                                            QStringLiteral("paul.roux@fabre-filles.example"));
        m_bench->clock.advance(600);
        sync();
        QCOMPARE(source().state, PortalSource::State::Unreachable);
        QCOMPARE(source().failingSince, m_bench->clock.now());
        QCOMPARE(onThePortal(), 1);
    }

    void sync_failingPortal_isLeftInPeace()
    {
        m_portal->trouble = Failure{FailureCode::TimedOut, {}, {}};
        for (int i = 0; i < 3; ++i) {
            sync();
        }
        const auto calls = m_http->count(QStringLiteral("/Users"));
        sync();
        QCOMPARE(m_http->count(QStringLiteral("/Users")), calls);
        m_bench->clock.advance(11);
        sync();
        QCOMPARE(m_http->count(QStringLiteral("/Users")), calls + 1);
    }

    void sync_busyPortal_isNotCalledFailing()
    {
        m_companies = {QStringLiteral("000000001"), siren};
        m_portal->users = {isabelle()};
        m_portal->listReply = HttpReply{429, {{"Retry-After", "300"}}, {}};
        sync();
        sync();
        QCOMPARE(m_http->count(QStringLiteral("/Users")), 1);
        QCOMPARE(source().state, PortalSource::State::Never);
        m_portal->listReply.reset();
        m_bench->clock.advance(300);
        sync();
        QCOMPARE(m_http->count(QStringLiteral("/Users")), 3);
        QCOMPARE(source().state, PortalSource::State::Fresh);
    }

    void lines_failingPortal_tellTheBreaker()
    {
        m_portal->trouble = Failure{FailureCode::TimedOut, QStringLiteral("no answer"), {}};
        for (int i = 0; i < 3; ++i) {
            sync();
        }
        QVERIFY(lineIs(CircuitBreaker::State::Open, 3));
        m_bench->clock.advance(11);
        QVERIFY(lineIs(CircuitBreaker::State::HalfOpen, 3));
        sync();
        QVERIFY(lineIs(CircuitBreaker::State::Open, 4));
        m_portal->trouble.reset();
        m_bench->clock.advance(21);
        sync();
        QVERIFY(lineIs(CircuitBreaker::State::Closed, 0));
        QCOMPARE(m_logged.join(u' '), QStringLiteral("portal.paused portal.paused portal.back"));
    }

    void sync_severalCompaniesFailing_othersHaveTheirTurn()
    {
        const QStringList failing{QStringLiteral("000000001"), QStringLiteral("000000002"),
                                  QStringLiteral("000000003")};
        m_companies = failing + QStringList{siren};
        m_portal->failing = failing;
        m_portal->users = {isabelle()};
        sync();
        QVERIFY(stored().isEmpty());
        m_bench->clock.advance(11);
        sync();
        QCOMPARE(stored().size(), 1);
        // After those behind came the three at the front once more, and then a pause again.
        const auto calls = m_http->count(QStringLiteral("/Users"));
        QCOMPARE(calls, 7);
        sync();
        QCOMPARE(m_http->count(QStringLiteral("/Users")), calls);
    }

    void sync_accountNoLongerListed_isClosed()
    {
        m_portal->users = {isabelle()};
        sync();
        m_portal->users.clear();
        sync();
        QCOMPARE(stored().first().account.state, AccountState::Closed);
        QCOMPARE(stored().first().account.version, 2);
    }

    void takeListing_accountMovedMeanwhile_waitsForTheNextOne()
    {
        m_portal->users = {isabelle()};
        sync();
        const AccountStore store(*m_bench->keys);
        const auto listing = m_scim->accountsOf(scimPortalConfiguration(), siren).value();
        const auto taken = m_bench->write([&](QSqlDatabase& connection) -> Outcome<AccountChanges> {
            const auto before = store.versions(connection, siren, impots).value();
            StoredAccount account =
                store.find(connection, siren, QStringLiteral("impots:IMP-1")).value().value();
            account.account.state = AccountState::Closed;
            const auto saved = store.save(connection, account);
            return saved ? store.takeListing(connection, siren, impots, listing, before, m_bench->clock.now())
                         : Outcome<AccountChanges>(saved.failure());
        });
        QVERIFY(taken.value().accounts.isEmpty());
        QCOMPARE(stored().first().account.state, AccountState::Closed);
    }

    void merged_orderUnderWay_isKept()
    {
        StoredAccount known{siren, {}, QStringLiteral("s"), {}, {}};
        known.account.state = AccountState::ClosureRequested;
        known.account.certification = AccountCertification::Requested;
        ScimAccount reported;
        reported.account.certification = AccountCertification::NotCertified;
        QCOMPARE(AccountStore::merged(known, reported).account.state, AccountState::ClosureRequested);
        QCOMPARE(AccountStore::merged(known, reported).account.certification,
                 AccountCertification::Requested);
        reported.account.state = AccountState::Closed;
        QCOMPARE(AccountStore::merged(known, reported).account.state, AccountState::Closed);
    }

    void certifiedSubject_certifiedByThePortalAlone_isNobody()
    {
        QJsonObject user = isabelle();
        QJsonObject extension = user[accountSchema()].toObject();
        extension[QStringLiteral("certification")] = QStringLiteral("certified");
        user[accountSchema()] = extension;
        m_portal->users = {user};
        sync();
        StoredCertifiedAccounts certified(*m_bench->database);
        QCOMPARE(certified.certifiedSubject(impots, siren, QStringLiteral("IMP-1")).value(), std::nullopt);
        QVERIFY(m_bench->sql(QStringLiteral("UPDATE portal_account SET certified_subject = 'pseudonym'")));
        QCOMPARE(certified.certifiedSubject(impots, siren, QStringLiteral("IMP-1")).value(),
                 std::optional(QStringLiteral("pseudonym")));
    }

private:
    [[nodiscard]] bool lineIs(CircuitBreaker::State state, int failures) const
    {
        return m_sync->lines() ==
               QList<PortalLineStatus>{{impots, QStringLiteral("accounts"), state, failures}};
    }
    void sync() { m_bench->jobs.run("accounts.impots"); }
    /// Gives the company so many accounts on another portal, which nobody opens.
    void fill(qsizetype accounts)
    {
        const auto filled = m_bench->write([&](QSqlDatabase& connection) {
            const auto done = runQuery(
                connection,
                QStringLiteral("INSERT INTO portal_account (siren, id, portal, scim_id, etag, version, "
                               "state, certification, certified_subject, content) WITH RECURSIVE n(i) AS "
                               "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) SELECT ?, 'urssaf:' "
                               "|| i, 'urssaf', '', '', 1, 'closed', 'none', '', 'sealed' FROM n")
                    .arg(accounts),
                {siren});
            return done ? Outcome<Done>(Done{}) : Outcome<Done>(done.failure());
        });
        QVERIFY(filled.ok());
    }
    qsizetype onThePortal()
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return AccountStore(*m_bench->keys).versions(connection, siren, impots);
            })
            .value()
            .size();
    }
    QList<StoredAccount> stored()
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return AccountStore(*m_bench->keys).accountsOf(connection, siren);
            })
            .value();
    }
    PortalSource source()
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return PortalSources(*m_portals).of(connection, siren, m_bench->clock.now());
            })
            .value()
            .first();
    }
    qint64 companyCursor()
    {
        return m_bench->write([&](QSqlDatabase& connection) { return currentCursor(connection, siren); })
            .value();
    }

    QStringList m_companies;
    QStringList m_logged;
    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<ScimPortal> m_portal;
    std::unique_ptr<ScriptedHttpClient> m_http;
    std::unique_ptr<ScimClient> m_scim;
    std::unique_ptr<PortalDirectory> m_portals;
    std::unique_ptr<Journal> m_journal;
    StandingClock m_logClock;
    Log m_log{Log::Level::Info, m_logClock, [this](const QByteArray& line) {
                  m_logged.append(QJsonDocument::fromJson(line)[u"event"].toString());
              }};
    std::unique_ptr<AccountSync> m_sync;
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "AccountsTest.moc"
