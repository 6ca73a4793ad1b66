// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/model/Delegation.h"
#include "core/model/PortalAccount.h"

// What a delegation reaches at one instant, without I/O (domain 4.1 and 4.3). Each takes it as it is stored:
// the time that passed since is reckoned with.
namespace proconnect {

/// True while the delegate may look at what is in scope: active, or waiting for a successor after having
/// begun and without being suspended.
[[nodiscard]] bool mayRead(const Delegation& delegation, const QDateTime& now);

/// Whether its scope holds all of `sirets` on `portal`. No `sirets` means the whole company, which only a
/// delegation over the whole company holds.
[[nodiscard]] bool covers(const DelegationProposal& terms, const QString& portal, const QStringList& sirets);

[[nodiscard]] bool maySee(const Delegation& delegation, const AccessRequest& request, const QDateTime& now);
[[nodiscard]] bool maySee(const Delegation& delegation, const PortalAccount& account, const QDateTime& now);

/// Whether the delegate may accept or refuse the request: active, in scope, and below the ceiling. Who asks
/// is not looked at.
[[nodiscard]] bool mayAnswer(const Delegation& delegation, const AccessRequest& request,
                             const QDateTime& now);

/// Whether the request bears the name or the address of the person named: nobody answers their own.
[[nodiscard]] bool asksForThemselves(const DelegationProposal& terms, const AccessRequest& request);

} // namespace proconnect
