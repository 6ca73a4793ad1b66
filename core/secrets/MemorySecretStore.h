// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/SecretStore.h"

#include <QHash>

namespace proconnect {

/// Keeps secrets until the program ends: what is left where no key store answers.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) override;
    void write(const QString& name, const QByteArray& value, QObject* context,
               std::function<void(SecretStatus)> done) override;
    void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace proconnect
