// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QString>

namespace proconnect::service {

/// Puts a new key that signs into the keys file at `path` and gives its thumbprint. Of the keys that signed
/// before, the file keeps the public halves: evidence of their time is checked with them, and they are
/// published no more. The file is replaced whole or not at all. StorageUnreadable when it cannot be used or
/// holds no room for another key; StorageFull.
[[nodiscard]] Outcome<QString> rotateSigningKey(const QString& path);

/// The heads of all chains bear the seal of the key that signs now: from now on no older one is good there
/// (ServiceKeys::headKeys()). As rotateSigningKey() in everything else.
[[nodiscard]] Outcome<Done> retireSealsOfHeads(const QString& path);

} // namespace proconnect::service
