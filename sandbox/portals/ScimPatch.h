// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/Account.h"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace proconnect::sandbox {

/// A refused SCIM request, in the words of RFC 7644, 3.12.
struct ScimError : std::runtime_error
{
    ScimError(int httpStatus, std::string type, const std::string& detail)
        : std::runtime_error(detail), status(httpStatus), scimType(std::move(type))
    {}

    int status;
    std::string scimType;
};

/// Applies a PatchOp message: add, replace and remove of active, externalId, certification and
/// certifiedSubject, replace of role and siret, by path or as one object of values. Throws ScimError; the
/// portal refuses what it cannot close by itself, or open again at `now` (UTC), and roles where it gives them
/// by hand.
void applyScimPatch(const nlohmann::json& message, const PortalInfo& portal, Account& account,
                    const std::string& now);

/// The account that a User of a POST describes: externalId, name.formatted, the first of emails and, of the
/// extension, siren, role, siret and, but for administrators, rights. Throws ScimError as applyScimPatch()
/// does.
[[nodiscard]] Account readNewUser(const nlohmann::json& user, const PortalInfo& portal);

} // namespace proconnect::sandbox
