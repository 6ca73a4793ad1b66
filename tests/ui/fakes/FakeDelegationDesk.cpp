// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeDelegationDesk.h"

namespace proconnect::tests {

void FakeDelegationDesk::list(const QString& siren, QObject* context,
                              std::function<void(Outcome<DelegationList>)> done)
{
    m_listed += siren;
    m_listContext = context;
    m_list = std::move(done);
}

void FakeDelegationDesk::act(const Delegation& shown, DelegationOrder order, QObject* context,
                             std::function<void(Outcome<Delegation>)> done)
{
    m_acts += Act{shown, order};
    m_waiting.push_back({context, std::move(done)});
}

void FakeDelegationDesk::answer(const DelegationAnswer& answer, QObject* context,
                                std::function<void(Outcome<Delegation>)> done)
{
    m_answers += answer;
    m_answerContext = context;
    m_answer = std::move(done);
}

void FakeDelegationDesk::answerAnswer(const Outcome<Delegation>& outcome)
{
    if (m_answerContext && m_answer) {
        std::exchange(m_answer, nullptr)(outcome);
    }
}

void FakeDelegationDesk::answerList(const Outcome<DelegationList>& outcome)
{
    if (m_listContext && m_list) {
        std::exchange(m_list, nullptr)(outcome);
    }
}

void FakeDelegationDesk::answerAct(const Outcome<Delegation>& outcome)
{
    if (m_waiting.empty()) {
        return;
    }
    const Waiting oldest = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (oldest.context) {
        oldest.done(outcome);
    }
}

} // namespace proconnect::tests
