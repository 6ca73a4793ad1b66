// SPDX-License-Identifier: MIT
#include "core/net/RequestGate.h"

namespace proconnect {

RequestGate::Hold::~Hold()
{
    // The gate is open before anyone goes on, so that whoever fails may close it again.
    const auto waiting = std::move(*m_waiting);
    m_waiting.reset();
    for (const auto& answer : waiting) {
        answer(m_outcome);
    }
}

std::shared_ptr<RequestGate::Hold> RequestGate::hold()
{
    auto waiting = std::make_shared<Hold::Waiting>();
    m_waiting = waiting;
    return std::make_shared<Hold>(std::move(waiting));
}

void RequestGate::pass(const Answer<Outcome<Done>>& answer)
{
    if (const auto waiting = m_waiting.lock()) {
        waiting->append(answer);
    } else {
        answer(Done{});
    }
}

} // namespace proconnect
