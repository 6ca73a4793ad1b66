// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/SecretStore.h"

#include <QHash>

namespace proconnect {

/// A key store that forgets when the test ends, and that can be told to fail.
class MemorySecretStore final : public SecretStore
{
public:
    /// Every later call ends so; Ok again lets the store work.
    void failWith(SecretStatus status) { m_failure = status; }
    /// Later writes are done and never answered, as when the program is killed in between.
    void loseAnswersOfWrites() { m_writesAnswered = false; }
    [[nodiscard]] const QHash<QString, QByteArray>& secrets() const { return m_secrets; }

    void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) override
    {
        SecretReading reading{m_failure, {}};
        if (m_failure == SecretStatus::Ok) {
            reading = m_secrets.contains(name) ? SecretReading{SecretStatus::Ok, m_secrets.value(name)}
                                               : SecretReading{SecretStatus::NotFound, {}};
        }
        later(context, [done = std::move(done), reading] { done(reading); });
    }

    void write(const QString& name, const QByteArray& value, QObject* context,
               std::function<void(SecretStatus)> done) override
    {
        const auto status = value.size() > largest ? SecretStatus::TooLarge : m_failure;
        if (status == SecretStatus::Ok) {
            m_secrets.insert(name, value);
        }
        if (m_writesAnswered) {
            later(context, [done = std::move(done), status] { done(status); });
        }
    }

    void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) override
    {
        if (m_failure == SecretStatus::Ok) {
            m_secrets.remove(name);
        }
        later(context, [done = std::move(done), status = m_failure] { done(status); });
    }

private:
    static void later(QObject* context, std::function<void()> call)
    {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }

    QHash<QString, QByteArray> m_secrets;
    SecretStatus m_failure = SecretStatus::Ok;
    bool m_writesAnswered = true;
};

} // namespace proconnect
