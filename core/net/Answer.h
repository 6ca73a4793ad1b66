// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

namespace proconnect {

/// The way back to whoever asked: calls `done` at most once, and not at all once `context` is gone.
template <typename T>
class Answer
{
public:
    Answer(QObject* context, std::function<void(T)> done)
        : m_state(std::make_shared<State>(State{context, std::move(done)}))
    {}

    void operator()(T value) const
    {
        if (auto done = std::exchange(m_state->done, nullptr); done && m_state->context) {
            done(std::move(value));
        }
    }

    [[nodiscard]] bool awaited() const { return m_state->done && m_state->context; }

private:
    struct State
    {
        QPointer<QObject> context;
        std::function<void(T)> done;
    };
    std::shared_ptr<State> m_state;
};

} // namespace proconnect
