// SPDX-License-Identifier: MIT
#include "core/secrets/MemorySecretStore.h"

namespace proconnect {

void MemorySecretStore::read(const QString& name, QObject* context, std::function<void(SecretReading)> done)
{
    const auto found = m_secrets.constFind(name);
    SecretReading reading = found == m_secrets.constEnd() ? SecretReading{SecretStatus::NotFound, {}}
                                                          : SecretReading{SecretStatus::Ok, *found};
    QMetaObject::invokeMethod(
        context, [done = std::move(done), reading = std::move(reading)] { done(reading); },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString& name, const QByteArray& value, QObject* context,
                              std::function<void(SecretStatus)> done)
{
    const auto status = value.size() > largest ? SecretStatus::TooLarge : SecretStatus::Ok;
    if (status == SecretStatus::Ok) {
        m_secrets.insert(name, value);
    }
    QMetaObject::invokeMethod(
        context, [done = std::move(done), status] { done(status); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done)
{
    m_secrets.remove(name);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(SecretStatus::Ok); }, Qt::QueuedConnection);
}

} // namespace proconnect
