// SPDX-License-Identifier: MIT
#include "core/session/SessionVault.h"

namespace proconnect {

SessionVault::SessionVault(SecretStore& store, QString item, QObject* parent)
    : QObject(parent), m_store(store), m_item(std::move(item))
{}

void SessionVault::learn(SecretStatus status)
{
    const bool works = status == SecretStatus::Ok || status == SecretStatus::NotFound;
    const auto keeping = works ? SecretKeeping::KeyStore : SecretKeeping::MemoryOnly;
    if (m_keeping != keeping) {
        m_keeping = keeping;
        Q_EMIT keepingChanged();
    }
}

void SessionVault::load(QObject* context, std::function<void(std::optional<SessionSecrets>)> done)
{
    m_store.read(m_item, context, [this, done = std::move(done)](const SecretReading& reading) {
        learn(reading.status);
        done(reading.status == SecretStatus::Ok ? SessionSecrets::parse(reading.value) : std::nullopt);
    });
}

void SessionVault::save(const SessionSecrets& secrets)
{
    m_store.write(m_item, secrets.serialized(), this, [this](SecretStatus status) { learn(status); });
}

void SessionVault::erase(QObject* context, std::function<void(bool erased)> done)
{
    // Where nothing could be kept, nothing has to go.
    const bool kept = m_keeping != SecretKeeping::MemoryOnly;
    m_store.remove(m_item, context, [kept, done = std::move(done)](SecretStatus status) {
        done(!kept || status == SecretStatus::Ok || status == SecretStatus::NotFound);
    });
}

} // namespace proconnect
