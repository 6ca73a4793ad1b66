// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/RelyingParty.h"

namespace proconnect::sandbox {

std::string RelyingParty::provider() const
{
    return plus() ? "FranceConnect+" : "FranceConnect";
}

std::string RelyingParty::target() const
{
    return plus() ? "franceconnect-plus" : "franceconnect";
}

std::string RelyingParty::pagesTarget() const
{
    return target() + ".pages";
}

std::string RelyingParty::sessionCookie() const
{
    return plus() ? "fcp_session_id" : "fc_session_id";
}

std::vector<std::string> RelyingParty::levels() const
{
    return plus() ? std::vector<std::string>{"eidas2", "eidas3"} : std::vector<std::string>{"eidas1"};
}

std::set<std::string> RelyingParty::grantedScopes() const
{
    std::set<std::string> scopes{"openid",        "given_name", "family_name", "preferred_username",
                                 "birthdate",     "gender",     "birthplace",  "birthcountry",
                                 "email",         "profile",    "birth",       "idp_id",
                                 "identite_pivot"};
    if (!plus()) {
        scopes.insert("idp_birthdate"); // there the birth date is the identity provider's anyway
    }
    return scopes;
}

} // namespace proconnect::sandbox
