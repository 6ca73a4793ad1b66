// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::service {

/// Whether two folded names (foldedName) differ by so little that a reader takes one for the other: one
/// letter added, left out, changed or swapped; two in names of twelve letters or more. Equal names do not.
[[nodiscard]] bool isNearCopy(const QString& name, const QString& other);

} // namespace proconnect::service
