// SPDX-License-Identifier: MIT
#include "core/protocol/PackedSnapshot.h"

#include "core/protocol/AccountNoteFields.h"
#include "core/protocol/DepartureFields.h"
#include "core/protocol/ModelFields.h"
#include "core/protocol/ModelLayout.h"
#include "core/protocol/PackedReader.h"
#include "core/protocol/PackedWriter.h"

namespace proconnect {

QByteArray packedBytes(const CompanySnapshot& snapshot)
{
    PackedWriter writer(ModelLayout::of<CompanySnapshot>());
    describe(writer, snapshot);
    return writer.bytes();
}

std::optional<CompanySnapshot> unpacked(QByteArrayView bytes)
{
    const QByteArray layout = ModelLayout::of<CompanySnapshot>();
    if (!bytes.startsWith(layout)) {
        return std::nullopt;
    }
    PackedReader reader(bytes.sliced(layout.size()));
    CompanySnapshot snapshot;
    describe(reader, snapshot);
    return reader.complete() ? std::optional(std::move(snapshot)) : std::nullopt;
}

} // namespace proconnect
