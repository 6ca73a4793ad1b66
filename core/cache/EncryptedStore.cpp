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
#include <optional>
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

/// Where a document belongs, and with what it is sealed.
struct Place
{
    QString directory;
    QString path;
    QByteArray key;
    QByteArray context;
};

/// Why it could not be written; nothing: it is on disk.
std::optional<QString> troubleWriting(const Place& place, const QByteArray& document)
{
    if (!QDir().mkpath(place.directory)) {
        return QStringLiteral("no directory");
    }
    QFile::setPermissions(place.directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(place.path);
    if (!file.open(QIODevice::WriteOnly)) {
        return QStringLiteral("cannot open");
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray content = header + aesgcm::seal(place.key, document, place.context);
    // A short write is no error to QSaveFile. commit() flushes and syncs before the file takes the other's
    // place.
    if (file.write(content) != content.size() || !file.flush() || !file.commit()) {
        return QStringLiteral("cannot write");
    }
    syncDirectory(place.directory);
    return std::nullopt;
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
    m_queue.finish();
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
    m_queue.finish(name);
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
    supersede(name);
    const auto trouble =
        isOpen() ? troubleWriting({m_directory, pathOf(name), m_key, header + name.toUtf8()}, document)
                 : std::optional(QStringLiteral("no key"));
    m_watch(trouble ? StoreEvent::NotWritten : StoreEvent::Written, name);
    return trouble ? Outcome<Done>(Failure{FailureCode::StorageFull, *trouble, {}}) : Outcome<Done>(Done{});
}

void EncryptedStore::writeLater(const QString& name, Made made, const QObject* context, Told told)
{
    const quint64 order = ++m_orders;
    m_asked.insert(name, {order, context, std::move(told)});
    const auto tellHere = [this, name, order](bool written) {
        QMetaObject::invokeMethod(
            &m_here, [this, name, order, written] { tell(name, order, written); }, Qt::QueuedConnection);
    };
    if (!isOpen()) {
        tellHere(false);
        return;
    }
    const Place place{m_directory, pathOf(name), m_key, header + name.toUtf8()};
    m_queue.put(name,
                [place, made = std::move(made), tellHere] { tellHere(!troubleWriting(place, made())); });
}

void EncryptedStore::tell(const QString& name, quint64 order, bool written)
{
    const auto found = m_asked.constFind(name);
    if (found == m_asked.cend() || found->order != order) {
        return; // something newer was asked of it
    }
    const Asked asked = m_asked.take(name);
    m_watch(written ? StoreEvent::Written : StoreEvent::NotWritten, name);
    if (asked.context) {
        asked.told(written);
    }
}

void EncryptedStore::supersede(const QString& name)
{
    m_queue.drop(name);
    m_asked.remove(name);
}

bool EncryptedStore::remove(const QString& name)
{
    if (!isOpen()) {
        return false;
    }
    supersede(name);
    QFile file(pathOf(name));
    const bool gone = !file.exists() || file.remove();
    syncDirectory(m_directory);
    m_watch(gone ? StoreEvent::Removed : StoreEvent::NotRemoved, name);
    return gone;
}

bool EncryptedStore::holds(const QString& name) const
{
    m_queue.finish(name);
    return isOpen() && QFile::exists(pathOf(name));
}

bool EncryptedStore::isEmpty() const
{
    m_queue.finish();
    return QDir(m_directory).entryList({u'*' + suffix}, QDir::Files).isEmpty();
}

void EncryptedStore::wipe(const QStringList& kept)
{
    QSet<QString> keptFiles;
    for (const QString& name : kept) {
        m_queue.finish(name);
        if (isOpen()) {
            keptFiles.insert(QFileInfo(pathOf(name)).fileName());
        }
    }
    m_queue.drop();
    m_asked.removeIf([&kept](const auto& one) { return !kept.contains(one.key()); });
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
    m_queue.finish(); // one that is being written is not left behind
    QDir directory(m_directory);
    const QString pattern = u'*' + suffix + QStringLiteral(".*");
    for (const QString& file : directory.entryList({pattern}, QDir::Files | QDir::Hidden)) {
        if (!file.endsWith(asideSuffix)) {
            directory.remove(file);
        }
    }
}

} // namespace proconnect
