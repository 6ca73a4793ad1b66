// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/Account.h"
#include "sandbox/portals/PortalRequest.h"

#include <nlohmann/json.hpp>

namespace proconnect::sandbox {

// How accounts and requests are written to the state file: every member, under its own name; a
// request may lack those that an earlier version did not know.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PortalRole, code, label, administrator)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PortalRightInfo, code, label, payment)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AccountSignalCount, value, count)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Account, id, userName, externalId, active, email, holderName, givenName,
                                   familyName, siren, sirets, role, rights, certification, certifiedSubject,
                                   lastLogin, holderLeftOn, signalCounts, request, created, lastModified,
                                   version)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PortalRequest, portalReference, siren, nature, givenName,
                                                familyName, email, jobTitle, roleCode, rights, sirets, until,
                                                message, requestedAt, deadlineLabel, deadlineDate, question,
                                                questionAt, complement, state, reference, problem, reason,
                                                comment, decidedAt, granted)

} // namespace proconnect::sandbox
