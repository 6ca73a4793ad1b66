// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QByteArray>

#include <optional>

namespace proconnect {

/// A company's data as bytes that are read again some forty times as fast as JSON, for this computer and this
/// version of the program alone.
[[nodiscard]] QByteArray packedBytes(const CompanySnapshot& snapshot);

/// The reverse; nothing when the bytes are damaged, or those of a program whose data have other fields.
[[nodiscard]] std::optional<CompanySnapshot> unpacked(QByteArrayView bytes);

} // namespace proconnect
