// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/Account.h"
#include "sandbox/portals/PortalRequest.h"

#include <nlohmann/json.hpp>

namespace proconnect::sandbox {

// How accounts and requests are written to the state file: every member, under its own name; what an
// earlier version did not know may be missing.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PortalRole, code, label, administrator, sole)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PortalRightInfo, code, label, payment)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AccountSignalCount, value, count)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AccountMandate, reference, lastDay)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Account, id, userName, externalId, active, email,
                                                emailUnreachable, holderName, givenName, familyName, siren,
                                                sirets, role, rights, certification, certifiedSubject,
                                                lastLogin, holderLeftOn, mandate, signalCounts, request,
                                                created, lastModified, version)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PortalRequest, portalReference, siren, nature, givenName,
                                                familyName, email, jobTitle, roleCode, replaces, rights,
                                                sirets, until, message, requestedAt, deadlineLabel,
                                                deadlineDate, question, questionAt, complement, state,
                                                reference, problem, reason, comment, decidedAt, granted)

} // namespace proconnect::sandbox
