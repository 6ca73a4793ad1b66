// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/TokenEndpoints.h"

#include "sandbox/crypto/Digest.h"
#include "sandbox/crypto/Random.h"
#include "sandbox/franceconnect/GrantStore.h"
#include "sandbox/franceconnect/TokenIssuer.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"

#include <QByteArray>

#include <httplib.h>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t ShortestToken = 43;

using Request = httplib::Request;
using Response = httplib::Response;

struct Refusal
{
    int status;
    const char* error;
    const char* detail;
    const char* code;
};

void send(Response& response, const nlohmann::json& body)
{
    response.set_header("Cache-Control", "no-store");
    response.set_content(body.dump(), "application/json; charset=utf-8");
}

void refuse(Response& response, const Refusal& refusal)
{
    response.status = refusal.status;
    if (refusal.status == 401) {
        response.set_header("WWW-Authenticate", std::string("Bearer error=\"") + refusal.error + "\"");
    }
    send(response,
         {{"error", refusal.error},
          {"error_description", refusal.detail},
          {"error_uri", std::string("https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/"
                                    "fs-technique-erreurs/?code=") +
                            refusal.code + "&id=" + randomUuid()}});
}

Refusal refusalOf(RedeemProblem problem)
{
    switch (problem) {
    case RedeemProblem::Consumed:
        return {400, "invalid_grant", "grant request is invalid (authorization code already consumed)",
                "Y0416228"};
    case RedeemProblem::WrongRedirectUri:
        return {400, "invalid_grant", "grant request is invalid (authorization code redirect_uri mismatch)",
                "Y04F8199"};
    case RedeemProblem::Expired:
        return {400, "invalid_grant", "grant request is invalid (authorization code is expired)", "Y049E20B"};
    default:
        return {400, "invalid_grant", "grant request is invalid (authorization code not found)", "Y049E20B"};
    }
}

/// client_secret_post, or client_secret_basic which the engine also takes.
std::pair<std::string, std::string> credentials(const Request& request)
{
    const std::string header = request.get_header_value("Authorization");
    constexpr std::string_view Basic = "Basic ";
    if (header.rfind(Basic, 0) != 0) {
        return {request.get_param_value("client_id"), request.get_param_value("client_secret")};
    }
    const std::string text =
        QByteArray::fromBase64(QByteArray::fromStdString(header.substr(Basic.size()))).toStdString();
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return {};
    }
    const auto decoded = [](const std::string& part) {
        return QByteArray::fromPercentEncoding(QByteArray::fromStdString(part)).toStdString();
    };
    return {decoded(text.substr(0, colon)), decoded(text.substr(colon + 1))};
}

std::string scopeText(const std::vector<std::string>& scopes)
{
    std::string text;
    for (const std::string& scope : scopes) {
        text += (text.empty() ? "" : " ") + scope;
    }
    return text;
}

} // namespace

TokenEndpoints::TokenEndpoints(const RelyingParty& client, GrantStore& grants, const TokenIssuer& issuer)
    : m_client(client), m_grants(grants), m_issuer(issuer)
{}

void TokenEndpoints::addTo(Routes& routes)
{
    const std::string target = m_client.target();
    routes.get(target, "/api/v2/\\.well-known/openid-configuration",
               [this](const Request&, Response& response) { discover(response); });
    routes.get(target, "/api/v2/jwks", [this](const Request&, Response& response) {
        response.set_header("Cache-Control", "public, max-age=600");
        response.set_content(m_issuer.jwks().dump(), "application/jwk-set+json; charset=utf-8");
    });
    routes.post(target, "/api/v2/token",
                [this](const Request& request, Response& response) { token(request, response); });
    const auto userinfoRoute = [this](const Request& request, Response& response) {
        userinfo(request, response);
    };
    routes.get(target, "/api/v2/userinfo", userinfoRoute);
    routes.post(target, "/api/v2/userinfo", userinfoRoute);
    routes.post(target, "/api/v2/token/revocation",
                [this](const Request& request, Response& response) { revoke(request, response); });
}

void TokenEndpoints::discover(Response& response) const
{
    const std::string& issuer = m_issuer.issuer();
    response.set_header("Cache-Control", "public, max-age=600");
    const nlohmann::json algorithms{"ES256", "RS256", "HS256"};
    nlohmann::json metadata{
        {"issuer", issuer},
        {"authorization_endpoint", issuer + "/authorize"},
        {"token_endpoint", issuer + "/token"},
        {"userinfo_endpoint", issuer + "/userinfo"},
        {"jwks_uri", issuer + "/jwks"},
        {"end_session_endpoint", issuer + "/session/end"},
        {"revocation_endpoint", issuer + "/token/revocation"},
        {"scopes_supported", m_client.grantedScopes()},
        {"response_types_supported", {"code"}},
        {"response_modes_supported", {"form_post", "fragment", "query"}},
        {"grant_types_supported", {"authorization_code"}},
        {"subject_types_supported", {"pairwise"}},
        {"acr_values_supported", m_client.levels()},
        {"id_token_signing_alg_values_supported", algorithms},
        {"userinfo_signing_alg_values_supported", algorithms},
        {"token_endpoint_auth_methods_supported", {"client_secret_post", "private_key_jwt"}},
        {"code_challenge_methods_supported", {"S256"}},
        {"claims_parameter_supported", true},
        {"claim_types_supported", {"normal"}},
        {"request_parameter_supported", false},
        {"request_uri_parameter_supported", false},
        {"authorization_response_iss_parameter_supported", true},
    };
    if (m_client.plus()) {
        for (const char* token : {"id_token", "userinfo"}) {
            metadata[std::string(token) + "_encryption_alg_values_supported"] = {"ECDH-ES"};
            metadata[std::string(token) + "_encryption_enc_values_supported"] = {"A256GCM"};
        }
    }
    response.set_content(metadata.dump(), "application/json; charset=utf-8");
}

void TokenEndpoints::token(const Request& request, Response& response)
{
    const auto [id, secret] = credentials(request);
    if (!clientKnown(id, secret)) {
        refuse(response,
               {401, "invalid_client", "client authentication failed (invalid secret provided)", "Y0434A7B"});
        return;
    }
    if (request.get_param_value("grant_type") != "authorization_code") {
        refuse(response, {400, "unsupported_grant_type", "unsupported grant_type requested", "Y04B7CDB"});
        return;
    }
    if (request.get_param_value("code").empty()) {
        refuse(response, {400, "invalid_request", "missing required parameter(s) (code)", "Y048017B"});
        return;
    }
    // The engine refuses a verifier for a code that was asked for without a challenge (PKCE downgrade).
    if (request.has_param("code_verifier")) {
        refuse(response,
               {400, "invalid_grant", "grant request is invalid (PKCE verification failed)", "Y049E20B"});
        return;
    }
    Grant grant;
    const RedeemProblem problem =
        m_grants.redeem(request.get_param_value("code"), request.get_param_value("redirect_uri"), grant);
    if (problem != RedeemProblem::None) {
        refuse(response, refusalOf(problem));
        return;
    }
    send(response, {{"access_token", grant.accessToken},
                    {"token_type", "Bearer"},
                    {"expires_in", GrantStore::TokenLifetime},
                    {"id_token", m_issuer.idToken(grant)},
                    {"scope", scopeText(grant.request.scopes)}});
}

void TokenEndpoints::userinfo(const Request& request, Response& response) const
{
    const std::string token = bearerToken(request.get_header_value("Authorization"));
    if (token.empty()) {
        refuse(response, {400, "invalid_request", "no access token provided", "Y04146A2"});
        return;
    }
    const auto grant = m_grants.findByToken(token);
    if (!grant) {
        refuse(response,
               {401, "invalid_token", "invalid token provided (access token not found)", "Y040001"});
        return;
    }
    const std::string body = m_issuer.userinfo(*grant);
    response.set_content(body, body.front() == '{' ? "application/json" : "application/jwt");
}

void TokenEndpoints::revoke(const Request& request, Response& response)
{
    for (const auto& [name, value] : request.params) {
        if (name != "token" && name != "client_id" && name != "client_secret") {
            refuse(response, {400, "invalid_request", "property should not exist", "Y030007"});
            return;
        }
    }
    const std::string token = request.get_param_value("token");
    if (token.size() < ShortestToken) {
        refuse(response, {400, "invalid_request", "token is too short", "Y030007"});
        return;
    }
    if (!clientKnown(request.get_param_value("client_id"), request.get_param_value("client_secret"))) {
        refuse(response,
               {401, "invalid_client", "client authentication failed (invalid secret provided)", "Y0434A7B"});
        return;
    }
    m_grants.revoke(token);
    response.set_content("", "text/plain");
}

bool TokenEndpoints::clientKnown(const std::string& id, const std::string& secret) const
{
    return id == m_client.clientId && sameSecret(secret, m_client.clientSecret);
}

} // namespace proconnect::sandbox
