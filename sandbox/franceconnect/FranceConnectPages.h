// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/Identities.h"
#include "sandbox/franceconnect/InteractionStore.h"
#include "sandbox/franceconnect/RelyingParty.h"

#include <string>

namespace httplib {
struct Response;
}

namespace proconnect::sandbox {

/// Who signs in: each identity is a button.
void sendIdentityPage(httplib::Response& response, const Identities& identities,
                      const Interaction& interaction, const RelyingParty& client);

/// What is passed on, and the button that goes on.
void sendConsentPage(httplib::Response& response, const Identity& identity, const Interaction& interaction,
                     const RelyingParty& client);

/// A refusal with its Y code on FranceConnect's own host. returnLink: empty when the sign-in is not known.
void sendErrorPage(httplib::Response& response, int status, const std::string& code,
                   const std::string& description, const std::string& returnLink = {});

/// A page with one form that submits itself (logout), or by its button where scripts are off.
void sendLogoutPage(httplib::Response& response, const std::string& action, const std::string& csrf);

/// Script of sendLogoutPage.
[[nodiscard]] const std::string& logoutScript();

} // namespace proconnect::sandbox
