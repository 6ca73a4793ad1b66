// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "service/keys/ServiceKeys.h"

#include <QList>

#include <memory>

namespace proconnect::service {

/// ServiceKeys from a file that only its owner may read. Losing the file makes every sealed value unreadable:
/// back it up apart from the database (docs/operations.md).
class FileServiceKeys final : public ServiceKeys
{
public:
    /// Reads the file. StorageUnreadable: there is none, other people may read it, or it is damaged.
    [[nodiscard]] static Outcome<std::shared_ptr<FileServiceKeys>> load(const QString& path);
    /// load(), after making the file with fresh keys when there is none; instances that start at the same
    /// moment agree on one. Also StorageFull.
    [[nodiscard]] static Outcome<std::shared_ptr<FileServiceKeys>> loadOrMake(const QString& path);

    [[nodiscard]] QByteArray seal(const QByteArray& plain, const QByteArray& context) const override;
    [[nodiscard]] Outcome<QByteArray> open(const QByteArray& sealed,
                                           const QByteArray& context) const override;
    [[nodiscard]] QByteArray fingerprint(const QByteArray& value, const QByteArray& context) const override;
    [[nodiscard]] QByteArray sign(const QJsonObject& claims, const QByteArray& type) const override;
    [[nodiscard]] QJsonObject publicKeys() const override;
    [[nodiscard]] QList<Jwk> evidenceKeys() const override;
    [[nodiscard]] QList<Jwk> headKeys() const override;

private:
    FileServiceKeys(QByteArray sealing, QByteArray hashing, QList<Jwk> signing, QList<Jwk> retired,
                    qsizetype headKeys);
    [[nodiscard]] static Outcome<std::shared_ptr<FileServiceKeys>> parse(const QByteArray& content);

    QByteArray m_sealing; ///< master keys, 32 bytes; each context has a key derived from them
    QByteArray m_hashing;
    QList<Jwk> m_signing; ///< the first signs; all are published
    QList<Jwk> m_retired; ///< public halves of keys that signed before, the newest first
    qsizetype m_headKeys; ///< how many of all these may have sealed the head of a chain
};

} // namespace proconnect::service
