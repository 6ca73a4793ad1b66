// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DelegationDesk.h"

#include <QPointer>
#include <QStringList>

#include <deque>

namespace proconnect::tests {

/// Keeps each question until the test answers it.
class FakeDelegationDesk final : public DelegationDesk
{
public:
    struct Act
    {
        Delegation shown;
        DelegationOrder order;
    };

    void list(const QString& siren, QObject* context,
              std::function<void(Outcome<DelegationList>)> done) override
    {
        m_listed += siren;
        m_listContext = context;
        m_list = std::move(done);
    }
    void act(const Delegation& shown, DelegationOrder order, QObject* context,
             std::function<void(Outcome<Delegation>)> done) override
    {
        m_acts += Act{shown, order};
        m_waiting.push_back({context, std::move(done)});
    }
    void answer(const DelegationAnswer& answer, QObject* context,
                std::function<void(Outcome<Delegation>)> done) override
    {
        m_answers += answer;
        m_answerContext = context;
        m_answer = std::move(done);
    }

    void answerAnswer(const Outcome<Delegation>& outcome)
    {
        if (m_answerContext && m_answer) {
            std::exchange(m_answer, nullptr)(outcome);
        }
    }
    void answerList(const Outcome<DelegationList>& outcome)
    {
        if (m_listContext && m_list) {
            std::exchange(m_list, nullptr)(outcome);
        }
    }
    /// Answers the oldest act that waits.
    void answerAct(const Outcome<Delegation>& outcome)
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
    [[nodiscard]] const QStringList& listed() const { return m_listed; }
    [[nodiscard]] const QList<Act>& acts() const { return m_acts; }
    [[nodiscard]] const QList<DelegationAnswer>& answers() const { return m_answers; }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(Outcome<Delegation>)> done;
    };

    QStringList m_listed;
    QList<Act> m_acts;
    QList<DelegationAnswer> m_answers;
    QPointer<QObject> m_answerContext;
    std::function<void(Outcome<Delegation>)> m_answer;
    QPointer<QObject> m_listContext;
    std::function<void(Outcome<DelegationList>)> m_list;
    std::deque<Waiting> m_waiting;
};

} // namespace proconnect::tests
