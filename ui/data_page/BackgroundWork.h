// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

namespace proconnect::ui {

/// Does one piece of work at a time outside of the thread of the windows, which go on meanwhile.
template <typename Result>
class BackgroundWork
{
public:
    /// Looks at its token often, and ends soon once that asks for it.
    using Work = std::function<Result(const std::stop_token&)>;
    using Done = std::function<void(Result)>;

    /// `owner` has this as a member, and gets the results in its own thread.
    explicit BackgroundWork(QObject& owner) : m_owner(owner) {}

    /// Begins, and stops what was under way. `done` is called once, unless the work is stopped before.
    void start(Work work, Done done)
    {
        m_thread = std::jthread(
            [&owner = m_owner, work = std::move(work), done = std::move(done)](const std::stop_token& stop) {
                const auto result = std::make_shared<Result>(work(stop));
                QMetaObject::invokeMethod(
                    &owner,
                    [stop, result, done] {
                        if (!stop.stop_requested()) {
                            done(std::move(*result));
                        }
                    },
                    Qt::QueuedConnection);
            });
    }
    /// Waits for the short while until the work has ended; nothing is told of it any more.
    void stop() { m_thread = std::jthread(); }

private:
    QObject& m_owner;
    std::jthread m_thread;
};

} // namespace proconnect::ui
