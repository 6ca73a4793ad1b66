// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/AuthorizeRequest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t ShortestNonce = 22;
constexpr std::size_t LongestAcr = 64;
constexpr const char* BadParameter = "Y030007";

using Parameters = std::map<std::string, std::string>;

std::vector<std::string> words(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

/// The white list. Each name at most once: the engine reads a repeated one as an array and refuses it.
std::optional<PageRefusal> readListed(const std::multimap<std::string, std::string>& given,
                                      Parameters& parameters)
{
    static const std::set<std::string> allowed{"client_id", "redirect_uri", "response_type", "scope",
                                               "state",     "nonce",        "acr_values",    "prompt",
                                               "claims",    "idp_hint",     "ui_locales"};
    for (const auto& [name, value] : given) {
        if (allowed.count(name) == 0) {
            return PageRefusal{BadParameter, "property " + name + " should not exist"};
        }
        if (!parameters.emplace(name, value).second) {
            return PageRefusal{BadParameter, name + " must be a string"};
        }
    }
    for (const char* name :
         {"client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "acr_values"}) {
        if (parameters[name].empty()) {
            return PageRefusal{BadParameter, std::string(name) + " should not be empty"};
        }
    }
    return std::nullopt;
}

std::optional<PageRefusal> checkFormats(const Parameters& parameters)
{
    if (parameters.at("nonce").size() < ShortestNonce) {
        return PageRefusal{BadParameter, "nonce must be longer than or equal to 22 characters"};
    }
    if (parameters.at("acr_values").size() > LongestAcr) {
        return PageRefusal{BadParameter, "acr_values must be shorter than or equal to 64 characters"};
    }
    const auto prompt = parameters.find("prompt");
    if (prompt != parameters.end()) {
        const std::vector<std::string> values = words(prompt->second);
        const auto known = [](const std::string& value) { return value == "login" || value == "consent"; };
        if (values.empty() || !std::all_of(values.begin(), values.end(), known)) {
            return PageRefusal{BadParameter, "prompt must be login or consent"};
        }
    }
    const auto claims = parameters.find("claims");
    if (claims != parameters.end() && !nlohmann::json::parse(claims->second, nullptr, false).is_object()) {
        return PageRefusal{BadParameter, "claims must be a json string"};
    }
    return std::nullopt;
}

/// The lowest known level is kept; the default is the highest that this provider proves.
std::string lowestKnownLevel(const std::string& acrValues, const RelyingParty& client)
{
    const std::vector<std::string> asked = words(acrValues);
    for (const char* level : {"eidas1", "eidas2", "eidas3"}) {
        if (std::find(asked.begin(), asked.end(), level) != asked.end()) {
            return level;
        }
    }
    return client.levels().back();
}

bool asksForAmr(const Parameters& parameters)
{
    const auto claims = parameters.find("claims");
    return claims != parameters.end() && nlohmann::json::parse(claims->second, nullptr, false)
                                             .value("id_token", nlohmann::json::object())
                                             .contains("amr");
}

std::optional<RedirectRefusal> checkWithClient(const Parameters& parameters, const std::string& acr,
                                               const RelyingParty& client)
{
    const std::string& type = parameters.at("response_type");
    RedirectRefusal refusal{parameters.at("redirect_uri"), {}, {}, parameters.at("state"), false};
    const std::vector<std::string> scopes = words(parameters.at("scope"));
    const std::vector<std::string> levels = client.levels();
    const auto granted = [known = client.grantedScopes()](const std::string& scope) {
        return known.count(scope) == 1;
    };
    if (type != "code") {
        refusal.error = "unsupported_response_type";
        refusal.description = "unsupported response_type requested";
        refusal.inFragment = type.find("token") != std::string::npos;
    } else if (std::find(scopes.begin(), scopes.end(), "openid") == scopes.end()) {
        refusal.error = "invalid_request";
        refusal.description = "openid scope must be requested";
    } else if (!std::all_of(scopes.begin(), scopes.end(), granted)) {
        refusal.error = "invalid_scope";
        refusal.description = "requested scope is not allowed";
    } else if (std::find(levels.begin(), levels.end(), acr) == levels.end()) {
        refusal.error = "invalid_acr";
        refusal.description = "acr_value is not valid, should be equal one of these values, expected " +
                              levels.front() + (levels.size() > 1 ? "," + levels.back() : "") + ", got " +
                              acr;
    } else if (parameters.count("idp_hint") == 1) {
        refusal.error = "invalid_idp_hint";
        refusal.description = "an idp_hint was provided but is not allowed";
    } else {
        return std::nullopt;
    }
    return refusal;
}

} // namespace

AuthorizeVerdict readAuthorize(const std::multimap<std::string, std::string>& given,
                               const RelyingParty& client, bool amrEntitled)
{
    Parameters parameters;
    if (const auto refusal = readListed(given, parameters)) {
        return *refusal;
    }
    if (const auto refusal = checkFormats(parameters)) {
        return *refusal;
    }
    if (parameters.at("client_id") != client.clientId) {
        return PageRefusal{"Y04EA6EF", "client is invalid"};
    }
    if (client.redirectUris.count(parameters.at("redirect_uri")) == 0) {
        return PageRefusal{"Y04C013C",
                           "redirect_uri did not match any of the client's registered redirect_uris"};
    }
    const bool wantsAmr = asksForAmr(parameters);
    if (wantsAmr && !amrEntitled) {
        return PageRefusal{"Y100009", "claim amr is not allowed for this client"};
    }
    const std::string acr = lowestKnownLevel(parameters.at("acr_values"), client);
    if (const auto refusal = checkWithClient(parameters, acr, client)) {
        return *refusal;
    }
    return AuthorizeRequest{parameters.at("redirect_uri"),
                            words(parameters.at("scope")),
                            parameters.at("state"),
                            parameters.at("nonce"),
                            acr,
                            wantsAmr};
}

} // namespace proconnect::sandbox
