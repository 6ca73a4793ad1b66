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
              std::function<void(Outcome<DelegationList>)> done) override;
    void act(const Delegation& shown, DelegationOrder order, QObject* context,
             std::function<void(Outcome<Delegation>)> done) override;
    void answer(const DelegationAnswer& answer, QObject* context,
                std::function<void(Outcome<Delegation>)> done) override;

    void answerAnswer(const Outcome<Delegation>& outcome);
    void answerList(const Outcome<DelegationList>& outcome);
    /// Answers the oldest act that waits.
    void answerAct(const Outcome<Delegation>& outcome);
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
