// SPDX-License-Identifier: MIT
#include "tests/tools/MemorySecretStore.h"

namespace proconnect {

void MemorySecretStore::read(const QString& name, QObject* context, std::function<void(SecretReading)> done)
{
    SecretReading reading{m_failure, {}};
    if (m_failure == SecretStatus::Ok) {
        reading = m_secrets.contains(name) ? SecretReading{SecretStatus::Ok, m_secrets.value(name)}
                                           : SecretReading{SecretStatus::NotFound, {}};
    }
    later(context, [done = std::move(done), reading] { done(reading); });
}

void MemorySecretStore::write(const QString& name, const QByteArray& value, QObject* context,
                              std::function<void(SecretStatus)> done)
{
    const auto status = value.size() > largest ? SecretStatus::TooLarge : m_failure;
    if (status == SecretStatus::Ok) {
        m_secrets.insert(name, value);
    }
    if (m_writesAnswered) {
        later(context, [done = std::move(done), status] { done(status); });
    }
}

void MemorySecretStore::remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done)
{
    if (m_failure == SecretStatus::Ok) {
        m_secrets.remove(name);
    }
    later(context, [done = std::move(done), status = m_failure] { done(status); });
}

} // namespace proconnect
