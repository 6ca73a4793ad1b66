// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/SecretStore.h"
#include "core/session/SessionController.h"
#include "core/session/SessionSecrets.h"

#include <QObject>

#include <functional>
#include <optional>

namespace proconnect {

/// Keeps the session's secrets in the key store and says when it cannot: they then live in memory only, never
/// in a plain file.
class SessionVault : public QObject
{
    Q_OBJECT

public:
    /// `item` names the secret in `store`: one per service address, so that a demonstration never meets real
    /// data.
    SessionVault(SecretStore& store, QString item, QObject* parent = nullptr);

    [[nodiscard]] SecretKeeping keeping() const { return m_keeping; }

    /// Nothing when there is no session, or when the store does not answer (keeping() tells which).
    void load(QObject* context, std::function<void(std::optional<SessionSecrets>)> done);
    void save(const SessionSecrets& secrets);
    /// Tells whether nothing is left in the key store.
    void erase(QObject* context, std::function<void(bool erased)> done);

Q_SIGNALS:
    void keepingChanged();

private:
    void learn(SecretStatus status);

    SecretStore& m_store;
    QString m_item;
    SecretKeeping m_keeping = SecretKeeping::Unknown;
};

} // namespace proconnect
