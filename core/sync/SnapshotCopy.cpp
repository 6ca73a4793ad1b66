// SPDX-License-Identifier: MIT
#include "core/sync/SnapshotCopy.h"

#include "core/cache/DocumentNames.h"
#include "core/jose/StrictJson.h"
#include "core/protocol/ModelJson.h"

#include <QJsonDocument>

namespace proconnect {
std::optional<TaggedSnapshot> SnapshotCopy::read(const QString& siren) const
{
    const auto document = m_store.read(documents::company(siren));
    if (!document) {
        return std::nullopt;
    }
    // First line: the tag; the rest: the data as the service writes them.
    const QByteArray& text = document.value();
    const auto line = text.indexOf('\n');
    const auto json = parseStrictJson(text.mid(line + 1), {text.size(), 16});
    const auto snapshot =
        json ? fromJson<CompanySnapshot>(json.value()) : Outcome<CompanySnapshot>(json.failure());
    if (line < 0 || !snapshot) {
        return std::nullopt;
    }
    return TaggedSnapshot{text.first(line), snapshot.value()};
}

bool SnapshotCopy::write(const QString& siren, const TaggedSnapshot& tagged)
{
    const QByteArray json = QJsonDocument(toJson(tagged.snapshot)).toJson(QJsonDocument::Compact);
    return m_store.write(documents::company(siren), QByteArray(tagged.etag).replace('\n', "") + '\n' + json)
        .ok();
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
    (void)m_store.write(documents::selection, siren.toUtf8());
}

} // namespace proconnect
