// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "service/letters/Letter.h"
#include "service/portals/PortalConfiguration.h"
#include "service/registries/Registry.h"

namespace proconnect::service {

/// What a letter asks a portal for: to close an account that it closes by hand only.
struct ClosureRequest
{
    RegisteredCompany company;
    PortalAccount account;
    QString signatory; ///< the director who signs the letter
    QString function;
    QDateTime decidedAt;
    QString receiptNumber;
    QString verificationCode;
    QString verifyAddress; ///< where anyone checks the code
};

/// The letter, dated `now` in Paris, to the address of `portal`. It says which account and by what right, and
/// not why: the reason stays in the company (domain 4.1, Personne).
[[nodiscard]] Letter closureLetter(const ClosureRequest& request, const PortalConfiguration& portal,
                                   const QDateTime& now);

} // namespace proconnect::service
