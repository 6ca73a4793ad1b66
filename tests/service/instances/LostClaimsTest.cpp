// SPDX-License-Identifier: MIT
#include "service/instances/LostClaims.h"

#include "service/deliveries/DeliveryQueue.h"
#include "service/instances/InstancePresence.h"
#include "service/log/Log.h"
#include "tests/service/support/ServiceBench.h"

#include <QRegularExpression>
#include <QTest>

#include <future>
#include <thread>

using namespace proconnect;
using namespace proconnect::service;

namespace {

/// Another service on the same PostgreSQL, until end(): its presence lives on a connection of its own.
class OtherService
{
public:
    explicit OtherService(Database& database)
        : m_thread([this, &database] {
              auto presence = InstancePresence::create(database).value();
              const bool kept = presence.keep().ok();
              m_name.set_value(kept ? presence.name() : QString());
              m_end.get_future().wait();
          }),
          m_known(m_name.get_future().get())
    {}
    ~OtherService() { end(); }

    [[nodiscard]] QString name() const { return m_known; }
    /// The thread closes its connection, as the kernel does for a process that was killed.
    void end()
    {
        if (m_thread.joinable()) {
            m_end.set_value();
            m_thread.join();
        }
    }

private:
    std::promise<QString> m_name;
    std::promise<void> m_end;
    std::thread m_thread;
    QString m_known;
};

/// A connection that holds the lock of the service `name`, until end().
class OldConnection
{
public:
    OldConnection(Database& database, const QString& name)
        : m_thread([this, &database, name] {
              const auto backend = database.read<int>([&](QSqlDatabase& connection) -> Outcome<int> {
                  auto row = runQuery(
                      connection,
                      QStringLiteral("SELECT pg_backend_pid() WHERE pg_try_advisory_lock(%1)").arg(name));
                  return row && row.value().next() ? Outcome<int>(row.value().value(0).toInt())
                                                   : Outcome<int>(0);
              });
              m_locked.set_value(backend.value());
              m_end.get_future().wait();
          }),
          m_backend(m_locked.get_future().get())
    {}
    ~OldConnection() { end(); }

    [[nodiscard]] int backend() const { return m_backend; }
    void end()
    {
        if (m_thread.joinable()) {
            m_end.set_value();
            m_thread.join();
        }
    }

private:
    std::promise<int> m_locked;
    std::promise<void> m_end;
    std::thread m_thread;
    int m_backend;
};

} // namespace

/// Orders that a service had taken when it was killed.
class LostClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_presence.emplace(InstancePresence::create(*m_bench->database).value());
        m_claims = std::make_unique<LostClaims>(*m_bench->database, *m_presence, m_bench->clock, m_log,
                                                m_bench->jobs);
        add();
    }
    void cleanup()
    {
        m_claims.reset();
        m_presence.reset();
        m_bench.reset();
    }

    void look_claimOfAServiceThatIsGone_isDueAtOnce()
    {
        const QString before = claim(QStringLiteral("17"));
        QVERIFY(claim(m_presence->name()).isEmpty());
        look();
        if (!m_presence->certain()) {
            look();
        }
        QCOMPARE(claim(m_presence->name()), before);
        QCOMPARE(m_bench->value(QStringLiteral("SELECT attempts FROM delivery")).toInt(), 2);
    }

    void look_ownClaim_staysClaimed()
    {
        QVERIFY(!claim(m_presence->name()).isEmpty());
        look();
        look();
        QVERIFY(claim(m_presence->name()).isEmpty());
    }

    void look_claimOfAServiceThatRuns_staysClaimedUntilItEnds()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("a SQLite file has one service");
        }
        OtherService other(*m_bench->database);
        QVERIFY(!other.name().isEmpty());
        QVERIFY(!claim(other.name()).isEmpty());
        look();
        look();
        QVERIFY(claim(m_presence->name()).isEmpty());
        other.end();
        // The server may need a moment to see the connection closed.
        const auto released = [this] {
            look();
            return m_bench->value(QStringLiteral("SELECT claimed_by FROM delivery")).toString().isEmpty();
        };
        QTRY_VERIFY(released());
        QVERIFY(!claim(m_presence->name()).isEmpty());
    }

    void look_connectionLost_isTakenUpAgain()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("SQLite has no connection to lose");
        }
        look();
        const auto backend = m_bench->value(QStringLiteral("SELECT pg_backend_pid()")).toInt();
        QVERIFY(TestDatabase::administer(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(backend)));
        look();
        QVERIFY(!claim(m_presence->name()).isEmpty());
        QVERIFY(!gone());
    }

    void look_lockStillHeldByTheLostConnection_isTakenOnceItIsFree()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("SQLite has no connection to lose");
        }
        // As after a half-open connection: the server still keeps the one before, and its lock.
        OldConnection old(*m_bench->database, m_presence->name());
        QVERIFY(old.backend() != 0);
        look();
        QVERIFY(m_presence->claimant().mayClaim());
        QVERIFY(!gone());
        old.end();
        QTRY_COMPARE(
            m_bench
                ->value(
                    QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE pid = %1").arg(old.backend()))
                .toInt(),
            0);
        QVERIFY(gone());
        look();
        QVERIFY(!gone());
    }

    void claim_serviceThatNobodySees_takesNothing()
    {
        if (!TestDatabase::onPostgres()) {
            QVERIFY(m_presence->claimant().mayClaim());
            QSKIP("a service on SQLite is seen for as long as it runs");
        }
        QVERIFY(claim(m_presence->claimant()).isEmpty());
        look();
        const auto database = m_bench->value(QStringLiteral("SELECT current_database()")).toString();
        const auto backend = m_bench->value(QStringLiteral("SELECT pg_backend_pid()")).toInt();
        const QString connections = QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS %2").arg(database);
        const QString server = QStringLiteral("postgres");
        QVERIFY(TestDatabase::administer(connections.arg(QStringLiteral("false")), server));
        QVERIFY(
            TestDatabase::administer(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(backend), server));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("claims.presence")));
        look();
        QVERIFY(TestDatabase::administer(connections.arg(QStringLiteral("true")), server));
        QVERIFY(claim(m_presence->claimant()).isEmpty());
        look();
        QVERIFY(!claim(m_presence->claimant()).isEmpty());
    }

    void mayClaim_notSeenForAWhile_isFalse()
    {
        const auto seenAt = std::make_shared<Claimant::SeenAt>(Claimant::Steady::now());
        const Claimant claimant(QStringLiteral("17"), seenAt);
        QVERIFY(claimant.mayClaim());
        seenAt->store(Claimant::Steady::now() - Claimant::freshness - std::chrono::seconds(1));
        QVERIFY(!claimant.mayClaim());
    }

    void create_secondServiceOnASqliteFile_isRefused()
    {
        if (TestDatabase::onPostgres()) {
            QSKIP("PostgreSQL takes many services");
        }
        const auto second = InstancePresence::create(*m_bench->database);
        QVERIFY(!second);
        QVERIFY(second.failure().code == FailureCode::Conflict);
        m_presence.reset();
        QVERIFY(InstancePresence::create(*m_bench->database).ok());
    }

    void postpone_claimThatAnotherHasTakenOver_leavesItToTheOther()
    {
        const DeliveryQueue first(*m_bench->keys, Claimant(QStringLiteral("17")));
        QVERIFY(!claim(QStringLiteral("17")).isEmpty());
        DeliveryOrder order;
        order.id = m_bench->value(QStringLiteral("SELECT id FROM delivery")).toString();
        QVERIFY(m_bench->sql(QStringLiteral("UPDATE delivery SET claimed_by = '18'")));
        const auto postponed = m_bench->write([&](QSqlDatabase& connection) {
            return first.postpone(connection, order, m_bench->clock.now());
        });
        QVERIFY(postponed.ok() && !postponed.value());
        QVERIFY(claim(m_presence->name()).isEmpty());
    }

private:
    /// Whether another service would take this one for gone.
    bool gone()
    {
        const auto names = m_bench->database->read<QStringList>([&](QSqlDatabase& connection) {
            return InstancePresence::create(*m_bench->database)
                .value()
                .gone(connection, {m_presence->name()});
        });
        return !names.value().isEmpty();
    }
    void look() { m_bench->jobs.run("claims"); }
    void add()
    {
        DeliveryOrder order;
        order.siren = QStringLiteral("000058263");
        order.portal = QStringLiteral("impots");
        order.target = QStringLiteral("D-1");
        const DeliveryQueue queue(*m_bench->keys, Claimant());
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return queue.add(connection, order, m_bench->clock.now());
                    })
                    .ok());
    }
    /// Takes the order for the service `name`, for a minute, and gives its identifier; empty when it is
    /// taken.
    QString claim(const QString& name) { return claim(Claimant(name)); }
    QString claim(const Claimant& claimant)
    {
        using Order = std::optional<DeliveryOrder>;
        const DeliveryQueue queue(*m_bench->keys, claimant);
        const auto order = m_bench->database->claim<Order>([&](QSqlDatabase& connection) {
            const QDateTime now = m_bench->clock.now();
            return queue.claim(connection, QStringLiteral("impots"), now, now.addSecs(60));
        });
        return order && order.value() ? order.value()->id : QString();
    }

    std::unique_ptr<ServiceBench> m_bench;
    std::optional<InstancePresence> m_presence;
    std::unique_ptr<LostClaims> m_claims;
    StandingClock m_clock;
    Log m_log{Log::Level::Error, m_clock, [](const QByteArray& line) { qWarning("%s", line.constData()); }};
};

QTEST_GUILESS_MAIN(LostClaimsTest)
#include "LostClaimsTest.moc"
