// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"

namespace proconnect::service {

/// The pair of this kind that FranceConnect+ encrypts for, with "kid", "use" and "alg". It is made when the
/// database has none yet, and kept there sealed with `keys`, so that instances share one. StorageUnreadable
/// when what is kept does not open.
[[nodiscard]] Outcome<Jwk> encryptionPair(Database& database, const ServiceKeys& keys, Jwk::Kind kind);

} // namespace proconnect::service
