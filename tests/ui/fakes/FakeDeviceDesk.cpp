// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeDeviceDesk.h"

namespace proconnect::tests {

void FakeDeviceDesk::list(QObject* context, Callback done)
{
    ++m_lists;
    keep(context, std::move(done));
}

void FakeDeviceDesk::end(const QString& id, QObject* context, Callback done)
{
    m_ended.append(id);
    keep(context, std::move(done));
}

void FakeDeviceDesk::answer(const Outcome<DeviceSessions>& outcome)
{
    if (!m_questions.isEmpty()) {
        tell(m_questions.takeFirst(), outcome);
    }
}

void FakeDeviceDesk::answerNewest(const Outcome<DeviceSessions>& outcome)
{
    if (!m_questions.isEmpty()) {
        tell(m_questions.takeLast(), outcome);
    }
}

void FakeDeviceDesk::tell(const Question& question, const Outcome<DeviceSessions>& outcome)
{
    if (question.first) {
        question.second(outcome);
    }
}

} // namespace proconnect::tests
