// SPDX-License-Identifier: MIT
#include "core/sync/SnapshotCopy.h"

#include "core/cache/DocumentNames.h"
#include "core/protocol/PackedSnapshot.h"

namespace proconnect {

std::optional<TaggedSnapshot> SnapshotCopy::read(const QString& siren) const
{
    const auto document = m_store.read(documents::company(siren));
    if (!document) {
        return std::nullopt;
    }
    // First line: the tag; the rest: the data.
    const QByteArray& bytes = document.value();
    const auto line = bytes.indexOf('\n');
    auto snapshot = line < 0 ? std::nullopt : unpacked(QByteArrayView(bytes).sliced(line + 1));
    if (!snapshot) {
        return std::nullopt;
    }
    return TaggedSnapshot{bytes.first(line), std::move(*snapshot)};
}

void SnapshotCopy::keep(const QString& siren, TaggedSnapshot tagged, const QObject* context,
                        EncryptedStore::Told told)
{
    m_store.writeLater(
        documents::company(siren),
        [tagged = std::move(tagged)] {
            return QByteArray(tagged.etag).replace('\n', "") + '\n' + packedBytes(tagged.snapshot);
        },
        context, std::move(told));
}

void SnapshotCopy::remove(const QString& siren)
{
    m_store.remove(documents::company(siren));
}

QString SnapshotCopy::selection() const
{
    const auto document = m_store.read(documents::selection);
    return document ? QString::fromUtf8(document.value()) : QString();
}

void SnapshotCopy::setSelection(const QString& siren)
{
    m_store.writeLater(documents::selection, [siren] { return siren.toUtf8(); }, nullptr, {});
}

} // namespace proconnect
