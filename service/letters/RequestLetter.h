// SPDX-License-Identifier: MIT
#pragma once

#include "service/letters/Letter.h"
#include "service/portals/PortalConfiguration.h"
#include "service/registries/Registry.h"

namespace proconnect::service {

/// A request of which nobody could be told by e-mail.
struct UntoldRequest
{
    QString reference;
    QDateTime expiresAt;
    bool led = false; ///< somebody leads the company here; false: nobody does yet
};

/// The letter by which `portal` tells the company of it, dated `now` in Paris. `company` without name and
/// address is written to by its number alone: the portal adds where it goes. It names nobody, and holds
/// neither a link nor a code.
[[nodiscard]] Letter requestLetter(const UntoldRequest& request, const RegisteredCompany& company,
                                   const PortalConfiguration& portal, const QDateTime& now);

} // namespace proconnect::service
