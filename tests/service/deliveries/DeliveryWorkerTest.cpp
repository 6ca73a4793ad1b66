// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryWorker.h"

#include "service/log/Log.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

#include <functional>

using namespace proconnect;
using namespace proconnect::service;

namespace {

/// A portal that is not ready, and what happens while it says so.
class BusyPortal final : public DeliveryCarrier
{
public:
    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override
    {
        meanwhile(order);
        return {DeliveryResult::Kind::TryLater, QStringLiteral("busy"), {}};
    }

    [[nodiscard]] bool mayCall(const QString&) override { return true; }
    [[nodiscard]] QString use() const override { return QStringLiteral("events"); }

    std::function<void(const DeliveryOrder&)> meanwhile = [](const DeliveryOrder&) {};
};

} // namespace

/// An order that two services carry, the first having outlived its lease.
class DeliveryWorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_recorded.clear();
        m_bench = std::make_unique<ServiceBench>();
        m_carrier = std::make_unique<BusyPortal>();
        PortalConfiguration portal;
        portal.portal.id = QStringLiteral("impots");
        portal.clientId = QStringLiteral("impots");
        m_portals.emplace(PortalDirectory::create({portal}).value());
        m_worker.emplace(
            *m_bench->database, queue(QStringLiteral("17")), m_bench->clock, *m_portals,
            DeliveryWorker::Carriers{{DeliveryKind::RequestAnswer, m_carrier.get()}},
            [this](QSqlDatabase&, const DeliveryOrder&, const DeliveryResult& result, bool) {
                m_recorded.append(result.kind);
                return Outcome<Done>(Done{});
            },
            [](const DeliveryOrder&) {}, m_bench->jobs, DeliveryPace(), m_log);
        DeliveryOrder order;
        order.siren = QStringLiteral("000058263");
        order.portal = portal.portal.id;
        order.target = QStringLiteral("D-1");
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return queue({}).add(connection, order, m_bench->clock.now());
                    })
                    .ok());
    }

    void deliver_portalIsBusy_isRecordedAndTriedAgain()
    {
        run();
        QCOMPARE(m_recorded.size(), 1);
        QCOMPARE(state(), QStringLiteral("waiting"));
    }

    void deliver_anotherBroughtItThroughMeanwhile_recordsNothingOverIt()
    {
        m_carrier->meanwhile = [this](const DeliveryOrder& order) {
            const auto settled = m_bench->write([&](QSqlDatabase& connection) {
                return queue(QStringLiteral("18"))
                    .settle(connection, order, DeliveryQueue::End::Acknowledged, m_bench->clock.now());
            });
            QVERIFY(settled.value());
        };
        run();
        QVERIFY(m_recorded.isEmpty());
        QCOMPARE(state(), QStringLiteral("acknowledged"));
    }

    void deliver_anotherHoldsItMeanwhile_leavesItToTheOther()
    {
        m_carrier->meanwhile = [this](const DeliveryOrder&) {
            QVERIFY(m_bench->sql(QStringLiteral("UPDATE delivery SET claimed_by = '18'")));
        };
        run();
        QVERIFY(m_recorded.isEmpty());
        QCOMPARE(m_bench->value(QStringLiteral("SELECT claimed_by FROM delivery")).toString(),
                 QStringLiteral("18"));
    }

private:
    [[nodiscard]] DeliveryQueue queue(const QString& name) const { return {*m_bench->keys, Claimant(name)}; }
    void run() { m_bench->jobs.run("deliveries.impots"); }
    QString state() { return m_bench->value(QStringLiteral("SELECT state FROM delivery")).toString(); }

    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<BusyPortal> m_carrier;
    std::optional<PortalDirectory> m_portals;
    StandingClock m_logClock;
    Log m_log{Log::Level::Error, m_logClock, [](const QByteArray&) {}};
    std::optional<DeliveryWorker> m_worker;
    QList<DeliveryResult::Kind> m_recorded;
};

QTEST_GUILESS_MAIN(DeliveryWorkerTest)
#include "DeliveryWorkerTest.moc"
