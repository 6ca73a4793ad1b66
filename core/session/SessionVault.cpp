// SPDX-License-Identifier: MIT
#include "core/session/SessionVault.h"

namespace proconnect {

SessionVault::SessionVault(SecretStore& store, const QString& item, const QString& directory, QObject* parent)
    : QObject(parent), m_store(store), m_item(item), m_mark(directory, item)
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
    if (m_mark.state() == KeptMark::State::EraseOwed) {
        // The person signed out: whatever the store says now, that session is not taken up again.
        remove(context, [this, done = std::move(done)](SecretStatus status) {
            learn(status);
            done(std::nullopt);
        });
        return;
    }
    m_store.read(m_item, context, [this, done = std::move(done)](const SecretReading& reading) {
        learn(reading.status);
        if (reading.status == SecretStatus::Ok) {
            m_mark.set(KeptMark::State::Kept);
        } else if (reading.status == SecretStatus::NotFound) {
            m_mark.set(KeptMark::State::Nothing);
        }
        done(reading.status == SecretStatus::Ok ? SessionSecrets::parse(reading.value) : std::nullopt);
    });
}

void SessionVault::save(const SessionSecrets& secrets)
{
    if (m_mark.state() == KeptMark::State::Nothing) {
        m_mark.set(KeptMark::State::Kept); // before the call: the program may be killed before the answer
        m_markedAhead = true;
    }
    m_store.write(m_item, secrets.serialized(), this, [this](SecretStatus status) {
        learn(status);
        // A store that did not answer in time may have written all the same.
        if (status == SecretStatus::Ok || status == SecretStatus::TimedOut) {
            m_mark.set(KeptMark::State::Kept);
        } else if (m_markedAhead) {
            m_mark.set(KeptMark::State::Nothing);
        }
        m_markedAhead = false;
    });
}

void SessionVault::erase(QObject* context, std::function<void(bool erased)> done)
{
    if (m_mark.state() == KeptMark::State::Kept) {
        m_mark.set(KeptMark::State::EraseOwed); // before the call: the program may be killed meanwhile
    }
    remove(context, [this, done = std::move(done)](SecretStatus) {
        done(m_mark.state() == KeptMark::State::Nothing);
    });
}

void SessionVault::remove(QObject* context, std::function<void(SecretStatus)> done)
{
    m_store.remove(m_item, context, [this, done = std::move(done)](SecretStatus status) {
        if (status == SecretStatus::Ok || status == SecretStatus::NotFound) {
            m_mark.set(KeptMark::State::Nothing);
        } else if (m_mark.state() == KeptMark::State::Kept) {
            m_mark.set(KeptMark::State::EraseOwed); // saved while the removal was under way
        }
        done(status);
    });
}

} // namespace proconnect
