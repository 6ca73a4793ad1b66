// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/SecretStore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace proconnect {

/// The workstation's own key store, through QtKeychain; its plain-text fallback is never used.
/// A locked store may wait for its password prompt without end, hence a deadline of our own.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service` names the application in the key store.
    explicit KeychainSecretStore(QString service,
                                 std::chrono::milliseconds deadline = std::chrono::seconds(20),
                                 QObject* parent = nullptr);

    void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) override;
    void write(const QString& name, const QByteArray& value, QObject* context,
               std::function<void(SecretStatus)> done) override;
    void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) override;

private:
    void start(QKeychain::Job* job, const QString& name, QObject* context,
               std::function<void(SecretStatus)> done);

    QString m_service;
    std::chrono::milliseconds m_deadline;
};

} // namespace proconnect
