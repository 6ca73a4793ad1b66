// SPDX-License-Identifier: MIT
#pragma once

#include "core/secrets/SecretStore.h"

#include <QFile>

namespace proconnect {

/// A key store for tests that kill a program: it outlives the process. In clear, hence for tests only.
class FileSecretStore final : public SecretStore
{
public:
    explicit FileSecretStore(QString directory) : m_directory(std::move(directory)) {}

    void read(const QString& name, QObject* context, std::function<void(SecretReading)> done) override
    {
        QFile file(pathOf(name));
        const SecretReading reading = file.open(QIODevice::ReadOnly)
                                          ? SecretReading{SecretStatus::Ok, file.readAll()}
                                          : SecretReading{SecretStatus::NotFound, {}};
        later(context, [done = std::move(done), reading] { done(reading); });
    }

    void write(const QString& name, const QByteArray& value, QObject* context,
               std::function<void(SecretStatus)> done) override
    {
        // Whole or not at all, as a key store does.
        const QString path = pathOf(name);
        QFile file(path + QStringLiteral(".new"));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(value) == value.size();
        file.close();
        const bool placed = written && std::rename(QFile::encodeName(file.fileName()).constData(),
                                                   QFile::encodeName(path).constData()) == 0;
        const auto status = placed ? SecretStatus::Ok : SecretStatus::Denied;
        later(context, [done = std::move(done), status] { done(status); });
    }

    void remove(const QString& name, QObject* context, std::function<void(SecretStatus)> done) override
    {
        QFile::remove(pathOf(name));
        later(context, [done = std::move(done)] { done(SecretStatus::Ok); });
    }

private:
    [[nodiscard]] QString pathOf(const QString& name) const { return m_directory + u'/' + name; }

    static void later(QObject* context, std::function<void()> call)
    {
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }

    QString m_directory;
};

} // namespace proconnect
