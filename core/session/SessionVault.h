// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/SecretStore.h"
#include "core/session/KeptMark.h"
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
    /// data. `directory` remembers, without the secret, whether the store holds it.
    SessionVault(SecretStore& store, const QString& item, const QString& directory,
                 QObject* parent = nullptr);

    [[nodiscard]] SecretKeeping keeping() const { return m_keeping; }

    /// Nothing when there is no session, or when the store does not answer (keeping() tells which). Nothing
    /// too after an erase() that did not succeed: it is tried again first.
    void load(QObject* context, std::function<void(std::optional<SessionSecrets>)> done);
    void save(const SessionSecrets& secrets);
    /// Tells whether nothing is left in the key store, of earlier starts neither. What is left is never
    /// loaded again.
    void erase(QObject* context, std::function<void(bool erased)> done);

Q_SIGNALS:
    void keepingChanged();

private:
    void learn(SecretStatus status);
    void remove(QObject* context, std::function<void(SecretStatus)> done);

    SecretStore& m_store;
    QString m_item;
    KeptMark m_mark;
    bool m_markedAhead = false; ///< of a first write that the store has not answered yet
    SecretKeeping m_keeping = SecretKeeping::Unknown;
};

} // namespace proconnect
