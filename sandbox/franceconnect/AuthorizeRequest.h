// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/RelyingParty.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace proconnect::sandbox {

/// What a valid /authorize asks for.
struct AuthorizeRequest
{
    std::string redirectUri;
    std::vector<std::string> scopes;
    std::string state;
    std::string nonce;
    std::string acr;
    bool wantsAmr = false;
};

/// A refusal shown on FranceConnect's own host: the browser never comes back.
struct PageRefusal
{
    std::string code; ///< Y030007...
    std::string description;
};

/// A refusal sent to the relying party.
struct RedirectRefusal
{
    std::string redirectUri;
    std::string error;
    std::string description;
    std::string state;
    bool inFragment = false;
};

using AuthorizeVerdict = std::variant<AuthorizeRequest, PageRefusal, RedirectRefusal>;

/// Applies FranceConnect's rules on the parameters (facts: FranceConnect, 1.2), in FranceConnect's order.
/// amrEntitled: the client may ask for the claim "amr".
[[nodiscard]] AuthorizeVerdict readAuthorize(const std::multimap<std::string, std::string>& parameters,
                                             const RelyingParty& client, bool amrEntitled);

} // namespace proconnect::sandbox
