// SPDX-License-Identifier: MIT
#include "service/keys/FileServiceKeys.h"

#include "core/crypto/AesGcm.h"
#include "core/crypto/RandomBytes.h"
#include "core/jose/Jws.h"
#include "core/jose/StrictJson.h"
#include "service/keys/FolderSync.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <cerrno>
#include <optional>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace proconnect::service {
namespace {

constexpr int keyBytes = 32;
/// Before every sealed value: another form would get another one.
const QByteArray sealedFormat("\x01");
constexpr int draftNameBytes = 8;

Failure unusable(const QString& why)
{
    return {FailureCode::StorageUnreadable, QStringLiteral("keys file: ") + why, {}};
}

QByteArray hmac(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

QJsonObject freshKeys(const Jwk& signing)
{
    const auto fresh = [] { return QString::fromLatin1(randomBytes(keyBytes).toBase64()); };
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("sealing"), fresh()},
            {QStringLiteral("hashing"), fresh()},
            {QStringLiteral("signing"), QJsonArray{signing.privateJson()}}};
}

/// Writes beside the target and links it into place: never half a file, and never over another instance's,
/// whose file then stands.
Outcome<Done> createOnce(const QString& path, const QByteArray& content)
{
    QFile draft(path + u'.' + QString::fromLatin1(randomBytes(draftNameBytes).toHex()));
    if (!draft.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                    QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return unusable(QStringLiteral("cannot be made: ") + draft.errorString());
    }
    const bool written =
        draft.write(content) == content.size() && draft.flush() && fsync(draft.handle()) == 0;
    const bool linked = written && (::link(QFile::encodeName(draft.fileName()).constData(),
                                           QFile::encodeName(path).constData()) == 0 ||
                                    errno == EEXIST);
    draft.remove();
    if (!written) {
        return Failure{FailureCode::StorageFull, QStringLiteral("keys file cannot be written"), {}};
    }
    return linked && syncFolderOf(path) ? Outcome<Done>(Done{})
                                        : unusable(QStringLiteral("cannot be put in place"));
}

/// "heads" names the oldest key whose seal of a head is good; without it, all are.
std::optional<qsizetype> headKeysIn(const QJsonObject& file, const QList<Jwk>& keys)
{
    const QString oldest = file.value(QStringLiteral("heads")).toString();
    if (oldest.isEmpty()) {
        return keys.size();
    }
    for (qsizetype place = 0; place < keys.size(); ++place) {
        if (keys[place].thumbprint() == oldest) {
            return place + 1;
        }
    }
    return std::nullopt;
}

} // namespace

FileServiceKeys::FileServiceKeys(QByteArray sealing, QByteArray hashing, QList<Jwk> signing,
                                 QList<Jwk> retired, qsizetype headKeys)
    : m_sealing(std::move(sealing)), m_hashing(std::move(hashing)), m_signing(std::move(signing)),
      m_retired(std::move(retired)), m_headKeys(headKeys)
{}

Outcome<std::shared_ptr<FileServiceKeys>> FileServiceKeys::loadOrMake(const QString& path)
{
    if (!QFile::exists(path)) {
        const auto signing = Jwk::generateP256();
        if (!signing) {
            return signing.failure();
        }
        const auto made = createOnce(path, QJsonDocument(freshKeys(signing.value())).toJson());
        if (!made) {
            return made.failure();
        }
    }
    return load(path);
}

Outcome<std::shared_ptr<FileServiceKeys>> FileServiceKeys::load(const QString& path)
{
    QFile file(path);
    struct stat status = {};
    if (!file.exists()) {
        return unusable(QStringLiteral("does not exist"));
    }
    if (!file.open(QIODevice::ReadOnly) || ::fstat(file.handle(), &status) != 0) {
        return unusable(QStringLiteral("cannot be read"));
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return unusable(QStringLiteral("may be read by others than its owner; chmod 600 it"));
    }
    return parse(file.read(64LL * 1024));
}

Outcome<std::shared_ptr<FileServiceKeys>> FileServiceKeys::parse(const QByteArray& content)
{
    const auto json = parseStrictJson(content, {}, FailureCode::StorageUnreadable);
    if (!json || json.value().value(QStringLiteral("format")).toInt() != 1) {
        return unusable(QStringLiteral("is damaged"));
    }
    const auto master = [&json](const QString& name) {
        return QByteArray::fromBase64(json.value().value(name).toString().toLatin1());
    };
    const QByteArray sealing = master(QStringLiteral("sealing"));
    const QByteArray hashing = master(QStringLiteral("hashing"));
    QList<Jwk> signing;
    const QJsonArray entries = json.value().value(QStringLiteral("signing")).toArray();
    for (const QJsonValue entry : entries) {
        const auto key = Jwk::fromPrivateJson(entry.toObject());
        if (!key) {
            return unusable(QStringLiteral("holds a damaged signing key"));
        }
        signing.append(key.value());
    }
    QList<Jwk> retired;
    const QJsonArray before = json.value().value(QStringLiteral("retired")).toArray();
    for (const QJsonValue entry : before) {
        const auto key = Jwk::fromPublicJson(entry.toObject());
        if (!key) {
            return unusable(QStringLiteral("holds a damaged retired key"));
        }
        retired.append(key.value());
    }
    if (sealing.size() != keyBytes || hashing.size() != keyBytes || signing.isEmpty()) {
        return unusable(QStringLiteral("is damaged"));
    }
    const auto heads = headKeysIn(json.value(), signing + retired);
    if (!heads) {
        return unusable(QStringLiteral("names a key that it does not hold"));
    }
    return std::shared_ptr<FileServiceKeys>(new FileServiceKeys(sealing, hashing, signing, retired, *heads));
}

QByteArray FileServiceKeys::seal(const QByteArray& plain, const QByteArray& context) const
{
    return sealedFormat + aesgcm::seal(hmac(m_sealing, context), plain, context);
}

Outcome<QByteArray> FileServiceKeys::open(const QByteArray& sealed, const QByteArray& context) const
{
    auto plain = sealed.startsWith(sealedFormat)
                     ? aesgcm::open(hmac(m_sealing, context), sealed.sliced(sealedFormat.size()), context)
                     : std::nullopt;
    if (!plain) {
        return Failure{FailureCode::StorageUnreadable, QStringLiteral("sealed value cannot be opened"), {}};
    }
    return std::move(*plain);
}

QByteArray FileServiceKeys::fingerprint(const QByteArray& value, const QByteArray& context) const
{
    return hmac(hmac(m_hashing, context), value).toHex();
}

QByteArray FileServiceKeys::sign(const QJsonObject& claims, const QByteArray& type) const
{
    const Jwk& key = m_signing.first();
    const auto token = Jws::sign(QJsonDocument(claims).toJson(QJsonDocument::Compact), key,
                                 QString::fromLatin1(type), {{QStringLiteral("kid"), key.thumbprint()}});
    if (!token) {
        throw std::runtime_error("signing failed");
    }
    return token.value();
}

QJsonObject FileServiceKeys::publicKeys() const
{
    QJsonArray keys;
    for (const Jwk& key : m_signing) {
        QJsonObject json = key.publicJson();
        json.insert(QStringLiteral("kid"), key.thumbprint());
        json.insert(QStringLiteral("use"), QStringLiteral("sig"));
        json.insert(QStringLiteral("alg"), QStringLiteral("ES256"));
        keys.append(json);
    }
    return {{QStringLiteral("keys"), keys}};
}

QList<Jwk> FileServiceKeys::evidenceKeys() const
{
    return m_signing + m_retired;
}

QList<Jwk> FileServiceKeys::headKeys() const
{
    return evidenceKeys().first(m_headKeys);
}

} // namespace proconnect::service
