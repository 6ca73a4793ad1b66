// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/Claims.h"

#include "sandbox/crypto/Digest.h"

#include <map>
#include <set>

namespace proconnect::sandbox {

namespace {

constexpr const char* France = "99100";

/// Which claims each scope opens; a scope that is not listed is a claim of its own.
const std::map<std::string, std::set<std::string>>& claimsByScope()
{
    static const std::set<std::string> profile{"given_name", "given_name_array", "family_name",
                                               "birthdate",  "gender",           "preferred_username"};
    static const std::map<std::string, std::set<std::string>> table{
        {"openid", {}},
        {"given_name", {"given_name", "given_name_array"}},
        {"profile", profile},
        {"birth", {"birthplace", "birthcountry"}},
        {"identite_pivot",
         {"given_name", "given_name_array", "family_name", "birthdate", "gender", "birthplace",
          "birthcountry"}},
    };
    return table;
}

/// FranceConnect's registry view replaces an unknown day or month by 01.
std::string presumedDate(std::string date)
{
    for (const std::size_t position : {5U, 8U}) {
        if (date.size() == 10 && date.compare(position, 2, "00") == 0) {
            date[position + 1] = '1';
        }
    }
    return date;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : " ") + name;
    }
    return text;
}

nlohmann::json everyClaim(const Identity& identity, bool raw)
{
    nlohmann::json claims{{"given_name", joined(identity.givenNames)},
                          {"given_name_array", identity.givenNames},
                          {"family_name", identity.familyName},
                          {"birthdate", presumedDate(identity.birthdate)},
                          {"idp_birthdate", identity.birthdate},
                          {"gender", identity.gender},
                          {"birthplace", identity.birthcountry == France ? identity.birthplace : ""},
                          {"birthcountry", identity.birthcountry},
                          {"email", identity.email},
                          {"idp_id", "3f1c2a54-6f0e-4f7e-9a53-2f1a7c9d0b11"}};
    if (raw) {
        claims["birthdate"] = identity.birthdate;
        claims.erase("given_name_array");
        claims.erase("idp_birthdate");
    }
    if (!identity.preferredUsername.empty()) {
        claims["preferred_username"] = identity.preferredUsername;
    }
    return claims;
}

} // namespace

std::string subjectOf(const Identity& identity, const std::string& clientId)
{
    const std::string pivot = joined(identity.givenNames) + '|' + identity.familyName + '|' +
                              identity.birthdate + '|' + identity.gender + '|' + identity.birthplace + '|' +
                              identity.birthcountry;
    return sha256Hex(clientId + '|' + sha256Hex(pivot)) + "v1";
}

nlohmann::json claimsOf(const Identity& identity, const std::vector<std::string>& scopes, bool raw)
{
    const nlohmann::json every = everyClaim(identity, raw);
    nlohmann::json open = nlohmann::json::object();
    for (const std::string& scope : scopes) {
        const auto listed = claimsByScope().find(scope);
        const std::set<std::string> names =
            listed == claimsByScope().end() ? std::set<std::string>{scope} : listed->second;
        for (const std::string& name : names) {
            if (every.contains(name)) {
                open[name] = every.at(name);
            }
        }
    }
    return open;
}

std::string scopeLabel(const std::string& scope)
{
    static const std::map<std::string, std::string> labels{
        {"given_name", "Prénoms"},
        {"family_name", "Nom de naissance"},
        {"preferred_username", "Nom d’usage"},
        {"birthdate", "Date de naissance"},
        {"idp_birthdate", "Date de naissance connue du fournisseur d’identité"},
        {"gender", "Sexe"},
        {"birthplace", "Ville de naissance"},
        {"birthcountry", "Pays de naissance"},
        {"email", "Adresse électronique"},
        {"profile", "Nom, prénoms, sexe, date de naissance"},
        {"birth", "Ville et pays de naissance"},
        {"identite_pivot", "Identité d’état civil"},
    };
    const auto found = labels.find(scope);
    return found == labels.end() ? std::string() : found->second;
}

} // namespace proconnect::sandbox
