// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/BrowserEndpoints.h"

#include "sandbox/crypto/Digest.h"
#include "sandbox/franceconnect/AuthorizeRequest.h"
#include "sandbox/franceconnect/FranceConnectPages.h"
#include "sandbox/franceconnect/GrantStore.h"
#include "sandbox/franceconnect/InteractionStore.h"
#include "sandbox/franceconnect/TokenIssuer.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"

#include <functional>
#include <httplib.h>

namespace proconnect::sandbox {

namespace {

constexpr const char* Foreign = "https://issuer.example/api/v2";

void redirect(httplib::Response& response, const std::string& address)
{
    response.set_header("Cache-Control", "no-store");
    response.set_redirect(address, 303);
}

void sendSessionLost(httplib::Response& response)
{
    sendErrorPage(response, 401, "Y190001", "Session not found");
}

/// HTTP status of FranceConnect's error pages (facts: FranceConnect, 1.5).
int statusOf(const std::string& code)
{
    if (code == "Y010011" || code == "Y010012") {
        return 504;
    }
    if (code.rfind("Y010", 0) == 0 || code == "Y180001") {
        return 403;
    }
    return code.rfind("Y020", 0) == 0 ? 502 : 400;
}

std::string returnErrorOf(int status)
{
    return status == 504 ? "temporarily_unavailable" : status == 403 ? "access_denied" : "server_error";
}

} // namespace

BrowserEndpoints::BrowserEndpoints(const RelyingParty& client, const Identities& identities,
                                   InteractionStore& interactions, GrantStore& grants,
                                   const TokenIssuer& issuer, const FaultPlan& faults, StrayAddresses stray)
    : m_client(client), m_identities(identities), m_interactions(interactions), m_grants(grants),
      m_issuer(issuer), m_faults(faults), m_stray(std::move(stray))
{}

void BrowserEndpoints::addTo(Routes& routes)
{
    using std::placeholders::_1;
    using std::placeholders::_2;
    const std::string target = m_client.pagesTarget();
    routes.get(target, "/api/v2/authorize", std::bind(&BrowserEndpoints::authorize, this, _1, _2));
    routes.get(target, "/api/v2/interaction/([A-Za-z0-9_-]+)",
               std::bind(&BrowserEndpoints::showInteraction, this, _1, _2));
    routes.post(target, "/api/v2/redirect-to-idp",
                std::bind(&BrowserEndpoints::chooseIdentity, this, _1, _2));
    routes.get(target, "/api/v2/interaction/([A-Za-z0-9_-]+)/verify",
               std::bind(&BrowserEndpoints::verify, this, _1, _2));
    routes.get(target, "/api/v2/interaction/([A-Za-z0-9_-]+)/consent",
               std::bind(&BrowserEndpoints::showConsent, this, _1, _2));
    routes.post(target, "/api/v2/login", std::bind(&BrowserEndpoints::login, this, _1, _2));
    routes.get(target, "/api/v2/redirect-to-sp-with-error",
               std::bind(&BrowserEndpoints::returnWithError, this, _1, _2));
}

std::string BrowserEndpoints::session(const httplib::Request& request) const
{
    return cookieValue(request.get_header_value("Cookie"), m_client.sessionCookie());
}

bool BrowserEndpoints::quirk(const char* name) const
{
    return m_faults.quirk(m_client.pagesTarget(), name);
}

void BrowserEndpoints::authorize(const httplib::Request& request, httplib::Response& response)
{
    const AuthorizeVerdict verdict = readAuthorize(request.params, m_client, !quirk("withoutAmr"));
    if (const auto* page = std::get_if<PageRefusal>(&verdict)) {
        sendErrorPage(response, 400, page->code, page->description);
        return;
    }
    if (const auto* refusal = std::get_if<RedirectRefusal>(&verdict)) {
        refuse(response, *refusal);
        return;
    }
    const Interaction interaction =
        m_interactions.start(std::get<AuthorizeRequest>(verdict), session(request));
    response.set_header("Set-Cookie", m_client.sessionCookie() + '=' + interaction.sessionId +
                                          "; Path=/; HttpOnly; SameSite=Lax");
    redirect(response,
             "/api/v2/interaction/" + interaction.uid + (interaction.identityId.empty() ? "" : "/consent"));
}

void BrowserEndpoints::showInteraction(const httplib::Request& request, httplib::Response& response)
{
    if (quirk("badCertificate")) {
        redirect(response, m_stray.badCertificate);
        return;
    }
    if (quirk("unknownHost")) {
        redirect(response, m_stray.unknownHost);
        return;
    }
    const auto interaction = m_interactions.find(request.matches[1], session(request));
    if (!interaction) {
        sendSessionLost(response);
    } else if (interaction->finished) {
        sendErrorPage(response, 400, "Y420001", "this step was already done");
    } else {
        sendIdentityPage(response, m_identities, *interaction, m_client);
    }
}

void BrowserEndpoints::chooseIdentity(const httplib::Request& request, httplib::Response& response)
{
    const auto interaction = m_interactions.find(request.get_param_value("uid"), session(request));
    if (!interaction || !sameSecret(interaction->csrf, request.get_param_value("csrf_token"))) {
        sendSessionLost(response);
    } else if (interaction->finished) {
        sendErrorPage(response, 400, "Y420001", "this step was already done");
    } else if (m_identities.find(request.get_param_value("identity")) == nullptr) {
        sendErrorPage(response, 400, "Y020023", "unknown identity");
    } else {
        m_interactions.chooseIdentity(interaction->uid, request.get_param_value("identity"));
        redirect(response, "/api/v2/interaction/" + interaction->uid + "/verify");
    }
}

void BrowserEndpoints::verify(const httplib::Request& request, httplib::Response& response)
{
    const auto interaction = m_interactions.find(request.matches[1], session(request));
    const Identity* identity = interaction ? m_identities.find(interaction->identityId) : nullptr;
    if (identity == nullptr) {
        sendSessionLost(response);
    } else if (!identity->refusal.empty()) {
        const int status = statusOf(identity->refusal);
        sendErrorPage(response, status, identity->refusal, identity->label,
                      "/api/v2/redirect-to-sp-with-error?uid=" + interaction->uid +
                          "&error=" + returnErrorOf(status) + "&error_description=" + identity->refusal);
    } else {
        redirect(response, "/api/v2/interaction/" + interaction->uid + "/consent");
    }
}

void BrowserEndpoints::showConsent(const httplib::Request& request, httplib::Response& response)
{
    const auto interaction = m_interactions.find(request.matches[1], session(request));
    const Identity* identity = interaction ? m_identities.find(interaction->identityId) : nullptr;
    if (identity == nullptr || !identity->refusal.empty()) {
        sendSessionLost(response);
    } else if (interaction->finished) {
        sendErrorPage(response, 400, "Y420001", "this step was already done");
    } else {
        sendConsentPage(response, *identity, *interaction, m_client);
    }
}

void BrowserEndpoints::login(const httplib::Request& request, httplib::Response& response)
{
    const auto interaction = m_interactions.find(request.get_param_value("uid"), session(request));
    const Identity* identity = interaction ? m_identities.find(interaction->identityId) : nullptr;
    if (identity == nullptr || !identity->refusal.empty() ||
        !sameSecret(interaction->csrf, request.get_param_value("csrf_token"))) {
        sendSessionLost(response);
        return;
    }
    if (!m_interactions.finish(interaction->uid)) {
        sendErrorPage(response, 400, "Y420001", "this step was already done");
        return;
    }
    sendBack(response, interaction->request,
             "code=" + m_grants.issueCode(interaction->request, identity->id, interaction->authTime));
}

void BrowserEndpoints::returnWithError(const httplib::Request& request, httplib::Response& response)
{
    const auto interaction = m_interactions.find(request.get_param_value("uid"), session(request));
    if (!interaction) {
        sendSessionLost(response);
        return;
    }
    sendBack(response, interaction->request,
             "error=" + encodeUrl(request.get_param_value("error")) +
                 "&error_description=" + encodeUrl(request.get_param_value("error_description")));
}

void BrowserEndpoints::sendBack(httplib::Response& response, const AuthorizeRequest& asked,
                                const std::string& result) const
{
    const std::string state = quirk("wrongState") ? sha256Hex(asked.state) : asked.state;
    redirect(response,
             withQuery(asked.redirectUri, result + "&state=" + encodeUrl(state) + issuerParameter()));
}

void BrowserEndpoints::refuse(httplib::Response& response, const RedirectRefusal& refusal) const
{
    const std::string query = "error=" + refusal.error +
                              "&error_description=" + encodeUrl(refusal.description) +
                              "&state=" + encodeUrl(refusal.state) + issuerParameter();
    redirect(response,
             refusal.inFragment ? refusal.redirectUri + '#' + query : withQuery(refusal.redirectUri, query));
}

std::string BrowserEndpoints::issuerParameter() const
{
    if (quirk("withoutIss")) {
        return {};
    }
    return "&iss=" + encodeUrl(quirk("wrongIss") ? Foreign : m_issuer.issuer());
}

} // namespace proconnect::sandbox
