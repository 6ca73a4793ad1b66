// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DeviceDesk.h"

#include <QList>
#include <QPointer>
#include <QStringList>

#include <utility>

namespace proconnect::tests {

/// Keeps each question until the test answers it, the oldest first.
class FakeDeviceDesk final : public DeviceDesk
{
public:
    using Callback = std::function<void(Outcome<DeviceSessions>)>;

    void list(QObject* context, Callback done) override;
    void end(const QString& id, QObject* context, Callback done) override;

    void answer(const Outcome<DeviceSessions>& outcome);
    void answerNewest(const Outcome<DeviceSessions>& outcome);
    [[nodiscard]] int lists() const { return m_lists; }
    [[nodiscard]] const QStringList& ended() const { return m_ended; }

private:
    using Question = std::pair<QPointer<QObject>, Callback>;

    void keep(QObject* context, Callback done)
    {
        m_questions.append({QPointer<QObject>(context), std::move(done)});
    }

    static void tell(const Question& question, const Outcome<DeviceSessions>& outcome);

    QList<Question> m_questions;
    QStringList m_ended;
    int m_lists = 0;
};

} // namespace proconnect::tests
