// SPDX-License-Identifier: MIT
#include "service/keys/SigningKeyRotation.h"

#include "core/jose/Jwk.h"
#include "core/jose/StrictJson.h"
#include "service/keys/FileServiceKeys.h"
#include "service/keys/FolderSync.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

namespace proconnect::service {
namespace {

constexpr qint64 largestFile = 64LL * 1024;
/// One a year for a lifetime, and far less than the file may hold.
constexpr qsizetype mostKeys = 32;

Failure unusable(const QString& why)
{
    return {FailureCode::StorageUnreadable, QStringLiteral("keys file: ") + why, {}};
}

/// The newest first (ServiceKeys::evidenceKeys()).
QJsonArray retiredBy(const QJsonObject& file)
{
    QJsonArray retired;
    const QJsonArray signing = file.value(QStringLiteral("signing")).toArray();
    for (const QJsonValue entry : signing) {
        if (const auto key = Jwk::fromPrivateJson(entry.toObject())) {
            retired.append(key.value().publicJson());
        }
    }
    const QJsonArray before = file.value(QStringLiteral("retired")).toArray();
    for (const QJsonValue entry : before) {
        retired.append(entry);
    }
    return retired;
}

/// The new file belongs to the old one's owner, whoever runs the command.
bool replace(const QString& path, const QByteArray& content)
{
    struct stat old = {};
    QSaveFile file(path);
    if (::stat(QFile::encodeName(path).constData(), &old) != 0 || !file.open(QIODevice::WriteOnly)) {
        return false;
    }
    return file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           ::fchown(file.handle(), old.st_uid, old.st_gid) == 0 && file.write(content) == content.size() &&
           file.commit() && syncFolderOf(path);
}

Outcome<QJsonObject> readFile(const QString& path)
{
    // What load() refuses is not touched.
    if (const auto usable = FileServiceKeys::load(path); !usable) {
        return usable.failure();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unusable(QStringLiteral("cannot be read"));
    }
    return parseStrictJson(file.read(largestFile), {}, FailureCode::StorageUnreadable);
}

Outcome<Done> writeFile(const QString& path, const QJsonObject& content)
{
    return replace(path, QJsonDocument(content).toJson())
               ? Outcome<Done>(Done{})
               : Outcome<Done>(
                     Failure{FailureCode::StorageFull, QStringLiteral("keys file cannot be replaced"), {}});
}

QString signingKeyOf(const QJsonObject& file)
{
    const auto key = Jwk::fromPrivateJson(file.value(QStringLiteral("signing")).toArray().first().toObject());
    return key ? key.value().thumbprint() : QString();
}

const QString heads = QStringLiteral("heads");

} // namespace

Outcome<QString> rotateSigningKey(const QString& path)
{
    const auto json = readFile(path);
    if (!json) {
        return json.failure();
    }
    const QJsonArray retired = retiredBy(json.value());
    if (retired.size() >= mostKeys) {
        return unusable(QStringLiteral("holds no room for another key"));
    }
    const auto fresh = Jwk::generateP256();
    if (!fresh) {
        return fresh.failure();
    }
    QJsonObject changed = json.value();
    changed.insert(QStringLiteral("signing"), QJsonArray{fresh.value().privateJson()});
    changed.insert(QStringLiteral("retired"), retired);
    if (!changed.contains(heads) && retired.size() == 1) {
        changed.insert(heads, signingKeyOf(json.value()));
    }
    const auto written = writeFile(path, changed);
    return written ? Outcome<QString>(fresh.value().thumbprint()) : Outcome<QString>(written.failure());
}

Outcome<Done> retireSealsOfHeads(const QString& path)
{
    const auto json = readFile(path);
    if (!json) {
        return json.failure();
    }
    QJsonObject changed = json.value();
    changed.insert(heads, signingKeyOf(json.value()));
    return writeFile(path, changed);
}

} // namespace proconnect::service
