// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/BackgroundThreads.h"

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace proconnect::ui {

/// Does one piece of work at a time outside of the thread of the windows, which go on meanwhile and never
/// wait for it.
template <typename Result>
class BackgroundWork
{
public:
    /// Looks at its token often, and ends soon once that asks for it. It may go on after whoever started it
    /// is gone: what it uses is its own.
    using Work = std::function<Result(const std::stop_token&)>;
    using Done = std::function<void(Result)>;

    /// `owner` has this as a member, and gets the results in its own thread.
    BackgroundWork(QObject& owner, BackgroundThreads& threads) : m_owner(owner), m_threads(threads) {}
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;
    ~BackgroundWork() { stop(); }

    /// Begins, and stops what was under way. `done` is called once, unless the work is stopped before.
    void start(Work work, Done done)
    {
        stop();
        m_stop = std::stop_source();
        m_order = std::make_shared<Order>();
        m_order->owner = &m_owner;
        m_threads.run([order = m_order, stop = m_stop.get_token(), work = std::move(work),
                       done = std::move(done)]() mutable {
            const auto result = std::make_shared<Result>(work(stop));
            // Held until the result is on its way: the owner cannot go meanwhile.
            const std::scoped_lock held(order->mutex);
            if (order->owner) {
                QMetaObject::invokeMethod(
                    order->owner,
                    [stop, result, done = std::move(done)] {
                        if (!stop.stop_requested()) {
                            done(std::move(*result));
                        }
                    },
                    Qt::QueuedConnection);
            }
        });
    }
    /// Nothing is told of the work any more. It ends by itself, later where the system lets it hang.
    void stop()
    {
        m_stop.request_stop();
        if (const auto order = std::exchange(m_order, nullptr)) {
            const std::scoped_lock held(order->mutex);
            order->owner = nullptr;
        }
    }

private:
    struct Order
    {
        std::mutex mutex;
        QObject* owner = nullptr; ///< null once nobody wants the result
    };

    QObject& m_owner;
    BackgroundThreads& m_threads;
    std::stop_source m_stop;
    std::shared_ptr<Order> m_order;
};

} // namespace proconnect::ui
