// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "core/model/FranceConnectIdentity.h"

namespace proconnect::service {

/// Whether the identity that FranceConnect vouches for bears the invited names: the whole family name or use
/// name, and one given name or several that follow each other, as they are; only case, accents and what
/// stands between words do not count. Nothing is guessed: no initials, no cut names, no swap.
[[nodiscard]] bool isInvited(const FranceConnectIdentity& identity, const DelegationProposal& terms);

} // namespace proconnect::service
