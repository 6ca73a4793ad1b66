// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryWorker.h"
#include "service/log/Log.h"
#include "tests/service/support/ServiceBench.h"

#include <QJsonDocument>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

/// One server of portals, whose answers the test chooses.
class PortalServer final : public DeliveryCarrier
{
public:
    explicit PortalServer(QString use) : m_use(std::move(use)) {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override
    {
        carried.append(order.portal + u' ' + order.target);
        return broken.contains(order.portal) || indigestible.contains(order.target)
                   ? DeliveryResult{DeliveryResult::Kind::TryLater, u"no answer"_s, {}, true}
                   : DeliveryResult{DeliveryResult::Kind::Taken, {}, {}};
    }
    [[nodiscard]] bool mayCall(const QString& portal) override { return portal != busy; }
    [[nodiscard]] QString use() const override { return m_use; }

    QStringList broken;
    QString busy;
    QStringList indigestible; ///< targets of orders at which it fails
    QStringList carried;

private:
    QString m_use;
};

} // namespace

/// Portals that fail whatever they are told, and portals that ask for time.
class PortalPeaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_events = std::make_unique<PortalServer>(u"events"_s);
        m_orders = std::make_unique<PortalServer>(u"orders"_s);
        QList<PortalConfiguration> portals(2);
        for (int i = 0; i < 2; ++i) {
            portals[i].portal.id = i == 0 ? u"impots"_s : u"urssaf"_s;
            portals[i].clientId = portals[i].portal.id;
        }
        m_portals.emplace(PortalDirectory::create(portals).value());
        m_ended.clear();
        m_logged.clear();
        m_worker.emplace(
            *m_bench->database, queue(), m_bench->clock, *m_portals,
            DeliveryWorker::Carriers{{DeliveryKind::RequestAnswer, m_events.get()},
                                     {DeliveryKind::CloseAccount, m_orders.get()}},
            [this](QSqlDatabase&, const DeliveryOrder& order, const DeliveryResult&, bool final) {
                if (final) {
                    m_ended.append(order.target);
                }
                return Outcome<Done>(Done{});
            },
            [](const DeliveryOrder&) {}, m_bench->jobs, DeliveryPace(), m_log);
    }

    void deliver_portalThatKeepsFailing_isLeftInPeaceAndOthersServed()
    {
        m_events->broken = {u"impots"_s};
        add(u"impots"_s, 6);
        add(u"urssaf"_s, 2);
        run(u"impots"_s);
        QCOMPARE(m_events->carried, (QStringList{u"impots 0"_s, u"impots 1"_s, u"impots 2"_s}));
        run(u"impots"_s);
        QCOMPARE(m_events->carried.size(), 3);
        QCOMPARE(status(u"impots"_s, u"events"_s).state, CircuitBreaker::State::Open);
        run(u"urssaf"_s);
        QCOMPARE(m_events->carried.mid(3), (QStringList{u"urssaf 0"_s, u"urssaf 1"_s}));
        QCOMPARE(status(u"urssaf"_s, u"events"_s).state, CircuitBreaker::State::Closed);
        // The orders that were not tried have lost nothing of their patience.
        QCOMPARE(m_bench->value(u"SELECT sum(attempts) FROM delivery WHERE portal = 'impots'"_s).toInt(), 3);
    }

    void deliver_afterThePause_triesOneThenAll()
    {
        m_events->broken = {u"impots"_s};
        add(u"impots"_s, 6);
        run(u"impots"_s);
        m_bench->clock.advance(61);
        QCOMPARE(status(u"impots"_s, u"events"_s).state, CircuitBreaker::State::HalfOpen);
        run(u"impots"_s);
        QCOMPARE(m_events->carried.size(), 4);
        m_events->broken.clear();
        m_bench->clock.advance(119);
        run(u"impots"_s);
        QCOMPARE(m_events->carried.size(), 4);
        m_bench->clock.advance(2);
        run(u"impots"_s);
        QCOMPARE(m_ended.size(), 6);
        QCOMPARE(status(u"impots"_s, u"events"_s),
                 (PortalLineStatus{u"impots"_s, u"events"_s, CircuitBreaker::State::Closed, 0}));
        QCOMPARE(m_logged, (QStringList{u"portal.paused"_s, u"portal.paused"_s, u"portal.back"_s}));
    }

    void deliver_ordersThatThePortalCannotDigest_holdUpNoSoundOne()
    {
        for (int i = 0; i < 20; ++i) {
            m_events->indigestible.append(QString::number(i));
        }
        add(u"impots"_s, 21);
        run(u"impots"_s);
        QCOMPARE(status(u"impots"_s, u"events"_s).state, CircuitBreaker::State::Open);
        add(u"impots"_s, 2, DeliveryKind::CloseAccount);
        m_bench->clock.advance(61);
        run(u"impots"_s);
        QVERIFY(m_ended.contains(u"20"_s));
        // On the way that is not tried, the oldest goes first as ever.
        QCOMPARE(m_orders->carried, (QStringList{u"impots 0"_s, u"impots 1"_s}));
    }

    void deliver_oneWayFails_theOtherStaysOpen()
    {
        m_orders->broken = {u"impots"_s};
        add(u"impots"_s, 4, DeliveryKind::CloseAccount);
        run(u"impots"_s);
        add(u"impots"_s, 2);
        run(u"impots"_s);
        QCOMPARE(m_events->carried.size(), 2);
        QCOMPARE(m_orders->carried.size(), 3);
        QCOMPARE(status(u"impots"_s, u"orders"_s).state, CircuitBreaker::State::Open);
        QCOMPARE(status(u"impots"_s, u"events"_s).state, CircuitBreaker::State::Closed);
    }

    void deliver_portalThatAskedForTime_isNotCalled()
    {
        m_events->busy = u"impots"_s;
        add(u"impots"_s, 2);
        add(u"urssaf"_s, 1);
        run(u"impots"_s);
        run(u"urssaf"_s);
        QCOMPARE(m_events->carried, QStringList{u"urssaf 0"_s});
        QCOMPARE(status(u"impots"_s, u"events"_s).failuresInARow, 0);
        m_events->busy.clear();
        run(u"impots"_s);
        QCOMPARE(m_events->carried.size(), 3);
    }

    void deliver_timeOverWhileLeftInPeace_endsWithoutACall()
    {
        m_events->busy = u"impots"_s;
        add(u"impots"_s, 2);
        m_bench->clock.advance(7LL * 86400);
        add(u"impots"_s, 1);
        run(u"impots"_s);
        QVERIFY(m_events->carried.isEmpty());
        QCOMPARE(m_ended, (QStringList{u"0"_s, u"1"_s}));
        QCOMPARE(m_bench->value(u"SELECT count(*) FROM delivery WHERE state = 'failed'"_s).toInt(), 2);
        QCOMPARE(m_bench->value(u"SELECT count(*) FROM delivery WHERE state = 'waiting'"_s).toInt(), 1);
    }

    void breaker_manyFailures_pausesNoLongerThanTheLongest()
    {
        CircuitBreaker breaker(std::chrono::seconds(1), std::chrono::seconds(10));
        const QDateTime now = m_bench->clock.now();
        for (int i = 0; i < 12; ++i) {
            breaker.failed(now);
        }
        QCOMPARE(breaker.pausedUntil(), now.addSecs(10));
        breaker.succeeded();
        breaker.failed(now);
        breaker.failed(now);
        QVERIFY(breaker.allows(now));
    }

private:
    [[nodiscard]] DeliveryQueue queue() const { return {*m_bench->keys, Claimant(u"17"_s)}; }
    void run(const QString& portal) { m_bench->jobs.run("deliveries." + portal.toStdString()); }
    void add(const QString& portal, int count, DeliveryKind kind = DeliveryKind::RequestAnswer)
    {
        for (int i = 0; i < count; ++i) {
            DeliveryOrder order;
            order.siren = u"000058263"_s;
            order.portal = portal;
            order.kind = kind;
            order.target = QString::number(i);
            const QDateTime at = m_bench->clock.now().addMSecs(i - count);
            const auto added =
                m_bench->write([&](QSqlDatabase& connection) { return queue().add(connection, order, at); });
            QVERIFY(added.ok());
        }
    }
    [[nodiscard]] PortalLineStatus status(const QString& portal, const QString& use) const
    {
        for (const PortalLineStatus& line : m_worker->lines()) {
            if (line.portal == portal && line.use == use) {
                return line;
            }
        }
        return {};
    }

    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<PortalServer> m_events;
    std::unique_ptr<PortalServer> m_orders;
    std::optional<PortalDirectory> m_portals;
    QStringList m_ended;
    QStringList m_logged;
    StandingClock m_logClock;
    Log m_log{Log::Level::Info, m_logClock, [this](const QByteArray& line) {
                  m_logged.append(QJsonDocument::fromJson(line)[u"event"].toString());
              }};
    std::optional<DeliveryWorker> m_worker;
};

QTEST_GUILESS_MAIN(PortalPeaceTest)
#include "PortalPeaceTest.moc"
