// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryQueue.h"

#include "tests/service/support/ServiceBench.h"

#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;

/// How several instances share the orders of one portal.
class DeliveryQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_queue = std::make_unique<DeliveryQueue>(*m_bench->keys, Claimant(QStringLiteral("1")));
    }

    void claim_byManyInstances_takesEachOrderOnce()
    {
        constexpr int orders = 60;
        add(orders);
        std::mutex mutex;
        QStringList taken;
        std::atomic<int> failures{0};
        std::vector<std::thread> instances;
        instances.reserve(4);
        for (int i = 0; i < 4; ++i) {
            instances.emplace_back([&] {
                while (true) {
                    const auto order = claim();
                    if (!order || !order.value()) {
                        failures += order ? 0 : 1;
                        return;
                    }
                    const std::lock_guard lock(mutex);
                    taken.append(order.value()->target);
                }
            });
        }
        for (auto& instance : instances) {
            instance.join();
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(taken.size(), orders);
        QCOMPARE(taken.removeDuplicates(), 0);
        QVERIFY(!anyDue());
    }

    void claim_orderThatAnotherIsTaking_isPassedOver()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("SQLite has one writer at a time");
        }
        add(2);
        std::promise<void> locked;
        std::promise<void> release;
        std::thread other([&] {
            (void)m_bench->database->claim<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                const auto first = m_queue->claim(connection, portal, now(), now().addSecs(30));
                locked.set_value();
                release.get_future().wait();
                return first && first.value() ? Outcome<Done>(Done{}) : Outcome<Done>(Failure{});
            });
        });
        locked.get_future().wait();
        const auto second = claim();
        const auto third = claim();
        release.set_value();
        other.join();
        QCOMPARE(second.value()->target, QStringLiteral("target-1"));
        QVERIFY(!third.value());
    }

    void claim_leaseOver_isDueAgainUnderTheSameIdentifier()
    {
        add(1);
        const auto first = claim();
        QVERIFY(!anyDue());
        m_bench->clock.advance(31);
        const auto second = claim();
        QCOMPARE(second.value()->id, first.value()->id);
        QCOMPARE(second.value()->attempts, 1);
    }

    void claim_unreadableOrder_holdsUpNoOther()
    {
        add(2);
        QVERIFY(m_bench->sql(QStringLiteral("UPDATE delivery SET content = 'x' WHERE target = 'target-0'")));
        QVERIFY(!claim().value());
        QCOMPARE(claim().value()->target, QStringLiteral("target-1"));
        m_bench->clock.advance(3601);
        QVERIFY(anyDue());
    }

    void settle_twice_endsOnce()
    {
        add(1);
        const DeliveryOrder order = *claim().value();
        const auto settle = [&](QSqlDatabase& connection) {
            return m_queue->settle(connection, order, DeliveryQueue::End::Acknowledged, now());
        };
        QVERIFY(m_bench->write(settle).value());
        QVERIFY(!m_bench->write(settle).value());
        QCOMPARE(m_bench->value(QStringLiteral("SELECT content FROM delivery")).toString(), QString());
    }

private:
    [[nodiscard]] QDateTime now() const { return m_bench->clock.now(); }

    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            DeliveryOrder order;
            order.siren = QStringLiteral("000058263");
            order.portal = portal;
            order.target = QStringLiteral("target-%1").arg(i);
            const QDateTime since = now().addSecs(i - count);
            QVERIFY(
                m_bench
                    ->write([&](QSqlDatabase& connection) { return m_queue->add(connection, order, since); })
                    .ok());
        }
    }
    Outcome<std::optional<DeliveryOrder>> claim()
    {
        return m_bench->database->claim<std::optional<DeliveryOrder>>([this](QSqlDatabase& connection) {
            return m_queue->claim(connection, portal, now(), now().addSecs(30));
        });
    }
    bool anyDue()
    {
        return m_bench->database
            ->read<bool>(
                [this](QSqlDatabase& connection) { return m_queue->anyDue(connection, portal, now()); })
            .value();
    }

    const QString portal = QStringLiteral("impots");
    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<DeliveryQueue> m_queue;
};

QTEST_GUILESS_MAIN(DeliveryQueueTest)
#include "DeliveryQueueTest.moc"
