// SPDX-License-Identifier: MIT
#pragma once

#include "core/cache/EncryptedStore.h"
#include "core/model/CompanySnapshot.h"

#include <optional>

namespace proconnect {

/// A company's data with the tag under which the service knows them.
struct TaggedSnapshot
{
    QByteArray etag;
    CompanySnapshot snapshot;
};

/// The encrypted copies of the companies' data, and which company was on screen last.
class SnapshotCopy
{
public:
    explicit SnapshotCopy(EncryptedStore& store) : m_store(store) {}

    [[nodiscard]] std::optional<TaggedSnapshot> read(const QString& siren) const;
    /// Written in a thread apart, see EncryptedStore::writeLater().
    void keep(const QString& siren, TaggedSnapshot tagged, const QObject* context, EncryptedStore::Told told);
    void remove(const QString& siren);

    [[nodiscard]] QString selection() const;
    void setSelection(const QString& siren);

private:
    EncryptedStore& m_store;
};

} // namespace proconnect
