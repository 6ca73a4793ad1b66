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

    void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) override;

    void write(const QString& name, const QByteArray& value, QObject* context,
               std::function<void(SecretStatus)> done) override;

    void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) override;

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
