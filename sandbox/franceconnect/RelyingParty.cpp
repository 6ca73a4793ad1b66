// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/RelyingParty.h"

namespace proconnect::sandbox {

const std::set<std::string>& RelyingParty::grantedScopes()
{
    static const std::set<std::string> scopes{
        "openid",        "given_name",    "family_name", "preferred_username",
        "birthdate",     "gender",        "birthplace",  "birthcountry",
        "email",         "profile",       "birth",       "idp_id",
        "idp_birthdate", "identite_pivot"};
    return scopes;
}

} // namespace proconnect::sandbox
