// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace proconnect {

/// How a call to the key store ended.
enum class SecretStatus {
    Ok,
    NotFound, ///< the store works and holds no such secret
    Denied,   ///< the store is there, the user or its policy refused
    NoStore,  ///< no key store answers on this computer
    TimedOut, ///< the store waits for something, such as its own password prompt
    TooLarge, ///< over SecretStore::largest
};

struct SecretReading
{
    SecretStatus status = SecretStatus::NoStore;
    QByteArray value;
};

/// A place for small secrets. Each callback comes exactly once and never before the call returns, unless
/// `context` dies first.
class SecretStore
{
public:
    /// Bytes of one secret; the smallest of the systems' limits (Windows Credential Manager: 2560) with a
    /// margin.
    static constexpr qsizetype largest = 2000;

    virtual ~SecretStore() = default;

    virtual void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) = 0;
    virtual void write(const QString& name, const QByteArray& value, QObject* context,
                       std::function<void(SecretStatus)> done) = 0;
    /// Ok too when there was nothing to remove.
    virtual void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) = 0;
};

} // namespace proconnect
