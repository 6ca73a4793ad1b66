// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/KeyStoreThread.h"
#include "core/secrets/SecretStore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace proconnect {

/// The workstation's own key store, through QtKeychain; its plain-text fallback is never used.
/// A locked store may wait for its password prompt without end, hence a deadline of our own. The conversation
/// runs in `thread`, beside the building of the window; callbacks come in the thread of the store.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service` names the application in the key store. `thread` outlives the store.
    KeychainSecretStore(QString service, KeyStoreThread& thread,
                        std::chrono::milliseconds deadline = std::chrono::seconds(20),
                        QObject* parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) override;
    void write(const QString& name, const QByteArray& value, QObject* context,
               std::function<void(SecretStatus)> done) override;
    void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) override;

private:
    /// Called in the thread of the key store, for a job that nobody else holds.
    using MakeJob = std::function<QKeychain::Job*(const QString& service)>;

    void start(const MakeJob& make, const QString& name, QObject* context,
               std::function<void(SecretReading)> done);

    QString m_service;
    std::chrono::milliseconds m_deadline;
    QObject* m_runner; ///< lives in the thread of the key store
};

} // namespace proconnect
