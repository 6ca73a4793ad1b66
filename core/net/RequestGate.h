// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/Answer.h"
#include "core/result/Outcome.h"

#include <QList>

#include <memory>

namespace proconnect {

/// Holds requests back while something they need is renewed; then they go on or fail together.
class RequestGate
{
public:
    /// Keeps the gate closed as long as it lives. Unless settle() was called, those who wait get Cancelled:
    /// a forgotten holder cannot leave them waiting.
    class Hold
    {
    public:
        using Waiting = QList<Answer<Outcome<Done>>>;

        explicit Hold(std::shared_ptr<Waiting> waiting) : m_waiting(std::move(waiting)) {}
        ~Hold();
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;

        void settle(Outcome<Done> outcome) { m_outcome = std::move(outcome); }

    private:
        std::shared_ptr<Waiting> m_waiting;
        Outcome<Done> m_outcome = Failure{FailureCode::Cancelled, {}, {}};
    };

    [[nodiscard]] bool closed() const { return !m_waiting.expired(); }
    /// Closes the gate; only while it is open.
    [[nodiscard]] std::shared_ptr<Hold> hold();
    /// Answers at once when the gate is open, else when it opens.
    void pass(const Answer<Outcome<Done>>& answer);

private:
    std::weak_ptr<Hold::Waiting> m_waiting;
};

} // namespace proconnect
