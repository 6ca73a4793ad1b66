// SPDX-License-Identifier: MIT
#include "core/cache/EncryptedStore.h"

#include "core/crypto/AesGcm.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QSaveFile>
#include <QSet>

#include <fcntl.h>
#include <openssl/crypto.h>
#include <unistd.h>

namespace proconnect {
namespace {

// "PCED", format 1. The header is authenticated with the content.
const QByteArray header("PCED\x01", 5);
constexpr qint64 largestFile = 256LL * 1024LL * 1024;
const QString suffix = QStringLiteral(".pced");
const QString asideSuffix = QStringLiteral(".unreadable");

/// A rename is on disk only when its directory is.
void syncDirectory(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

} // namespace

EncryptedStore::EncryptedStore(QString directory) : m_directory(std::move(directory)) {}

QString EncryptedStore::pathOf(const QString& name) const
{
    const QByteArray code =
        QMessageAuthenticationCode::hash(name.toUtf8(), m_key, QCryptographicHash::Sha256);
    return m_directory + u'/' + QString::fromLatin1(code.first(12).toHex()) + suffix;
}

void EncryptedStore::setKey(const QByteArray& key)
{
    if (!m_key.isEmpty() && m_key.isDetached()) {
        OPENSSL_cleanse(m_key.data(), static_cast<std::size_t>(m_key.size()));
    }
    m_key = key;
}

Outcome<QByteArray> EncryptedStore::read(const QString& name) const
{
    const Failure absent{FailureCode::NotFound, QStringLiteral("no such document"), {}};
    if (!isOpen()) {
        return absent;
    }
    QFile file(pathOf(name));
    if (!file.exists()) {
        return absent;
    }
    const Failure unread{
        FailureCode::StorageUnreadable, QStringLiteral("a file of the copy cannot be read"), {}};
    if (!file.open(QIODevice::ReadOnly)) {
        return unread;
    }
    if (file.size() <= largestFile) {
        const QByteArray content = file.readAll();
        if (file.error() != QFileDevice::NoError) {
            return unread;
        }
        if (content.startsWith(header)) {
            if (auto plain = aesgcm::open(m_key, content.sliced(header.size()), header + name.toUtf8())) {
                return std::move(*plain);
            }
        }
    }
    file.close();
    setAside(name);
    return Failure{FailureCode::StorageUnreadable, QStringLiteral("a file of the copy is damaged"), {}};
}

void EncryptedStore::setAside(const QString& name) const
{
    const QString path = pathOf(name);
    QFile::remove(path + asideSuffix);
    QFile::rename(path, path + asideSuffix);
    m_watch(StoreEvent::Damaged, name);
}

Outcome<Done> EncryptedStore::write(const QString& name, const QByteArray& document)
{
    const auto failed = [this, &name](const QString& why) {
        m_watch(StoreEvent::NotWritten, name);
        return Failure{FailureCode::StorageFull, why, {}};
    };
    if (!isOpen()) {
        return failed(QStringLiteral("no key"));
    }
    if (!QDir().mkpath(m_directory)) {
        return failed(QStringLiteral("no directory"));
    }
    QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly)) {
        return failed(QStringLiteral("cannot open"));
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray content = header + aesgcm::seal(m_key, document, header + name.toUtf8());
    // A short write is no error to QSaveFile. commit() flushes and syncs before the file takes the other's
    // place.
    if (file.write(content) != content.size() || !file.flush() || !file.commit()) {
        return failed(QStringLiteral("cannot write"));
    }
    syncDirectory(m_directory);
    m_watch(StoreEvent::Written, name);
    return Done{};
}

bool EncryptedStore::remove(const QString& name)
{
    if (!isOpen()) {
        return false;
    }
    QFile file(pathOf(name));
    const bool gone = !file.exists() || file.remove();
    syncDirectory(m_directory);
    m_watch(gone ? StoreEvent::Removed : StoreEvent::NotRemoved, name);
    return gone;
}

bool EncryptedStore::holds(const QString& name) const
{
    return isOpen() && QFile::exists(pathOf(name));
}

bool EncryptedStore::isEmpty() const
{
    return QDir(m_directory).entryList({u'*' + suffix}, QDir::Files).isEmpty();
}

void EncryptedStore::wipe(const QStringList& kept)
{
    QSet<QString> keptFiles;
    for (const QString& name : kept) {
        if (isOpen()) {
            keptFiles.insert(QFileInfo(pathOf(name)).fileName());
        }
    }
    QDir directory(m_directory);
    const QString pattern = u'*' + suffix;
    for (const QString& file : directory.entryList(
             {pattern, pattern + asideSuffix, pattern + QStringLiteral(".*")}, QDir::Files | QDir::Hidden)) {
        if (!keptFiles.contains(file)) {
            directory.remove(file);
        }
    }
    syncDirectory(m_directory);
    m_watch(StoreEvent::Wiped, {});
}

void EncryptedStore::sweep()
{
    QDir directory(m_directory);
    const QString pattern = u'*' + suffix + QStringLiteral(".*");
    for (const QString& file : directory.entryList({pattern}, QDir::Files | QDir::Hidden)) {
        if (!file.endsWith(asideSuffix)) {
            directory.remove(file);
        }
    }
}

} // namespace proconnect
