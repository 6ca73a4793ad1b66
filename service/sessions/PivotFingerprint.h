// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"
#include "service/keys/ServiceKeys.h"

namespace proconnect::service {

/// Keyed fingerprint of a civil identity: birth name, all given names, gender, date and place of birth, as
/// folded letters and with 01 for unknown parts of the date, so that FranceConnect's words and those of
/// FranceConnect+ for the same person give the same. It tells nothing to who lacks the key.
[[nodiscard]] QString pivotFingerprint(const ServiceKeys& keys, const FranceConnectIdentity& identity);

} // namespace proconnect::service
