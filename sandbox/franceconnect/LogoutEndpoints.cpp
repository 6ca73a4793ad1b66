// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/LogoutEndpoints.h"

#include "sandbox/crypto/Random.h"
#include "sandbox/franceconnect/FranceConnectPages.h"
#include "sandbox/franceconnect/InteractionStore.h"
#include "sandbox/franceconnect/TokenIssuer.h"
#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"

#include <httplib.h>
#include <set>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t MostWaiting = 1000;

using Request = httplib::Request;
using Response = httplib::Response;

bool onlyListed(const httplib::Params& parameters)
{
    static const std::set<std::string> allowed{
        "id_token_hint", "post_logout_redirect_uri", "state", "client_id", "logout_hint", "ui_locales"};
    for (const auto& [name, value] : parameters) {
        if (allowed.count(name) == 0 || parameters.count(name) != 1) {
            return false;
        }
    }
    return true;
}

} // namespace

LogoutEndpoints::LogoutEndpoints(const RelyingParty& client, InteractionStore& interactions,
                                 const TokenIssuer& issuer)
    : m_client(client), m_interactions(interactions), m_issuer(issuer)
{}

void LogoutEndpoints::addTo(Routes& routes)
{
    const std::string target = m_client.pagesTarget();
    routes.get(target, "/api/v2/session/end",
               [this](const Request& request, Response& response) { end(request, response); });
    routes.get(target, "/api/v2/session/end\\.js", [](const Request&, Response& response) {
        response.set_content(logoutScript(), "text/javascript");
    });
    routes.post(target, "/api/v2/session/end/confirm",
                [this](const Request& request, Response& response) { confirm(request, response); });
    routes.get(target, "/api/v2/session/end/success", [](const Request&, Response& response) {
        sendPage(response, "Session terminée", "<h1>Votre session est terminée</h1>");
    });
}

void LogoutEndpoints::end(const Request& request, Response& response)
{
    if (!onlyListed(request.params) || request.get_param_value("id_token_hint").empty()) {
        sendErrorPage(response, 400, "Y030007", "a parameter is missing or not allowed");
        return;
    }
    if (!m_issuer.readOwnIdToken(request.get_param_value("id_token_hint"))) {
        sendErrorPage(response, 400, "Y04A5E4B", "could not validate id_token_hint");
        return;
    }
    if (request.has_param("client_id") && request.get_param_value("client_id") != m_client.clientId) {
        sendErrorPage(response, 400, "Y04A5E4B", "client_id does not match the provided id_token_hint");
        return;
    }
    std::string next = request.get_param_value("post_logout_redirect_uri");
    if (!next.empty() && m_client.postLogoutRedirectUris.count(next) == 0) {
        sendErrorPage(response, 400, "Y0400F3", "post_logout_redirect_uri not registered");
        return;
    }
    if (next.empty()) {
        next = "/api/v2/session/end/success";
    } else if (request.has_param("state")) {
        next = withQuery(next, "state=" + encodeUrl(request.get_param_value("state")));
    }
    const std::string formToken = randomToken();
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= MostWaiting) {
            m_waiting.clear();
        }
        m_waiting[formToken] = next;
    }
    sendLogoutPage(response, "/api/v2/session/end/confirm", formToken);
}

void LogoutEndpoints::confirm(const Request& request, Response& response)
{
    std::string next;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_waiting.find(request.get_param_value("xsrf"));
        if (found != m_waiting.end()) {
            next = found->second;
            m_waiting.erase(found);
        }
    }
    if (next.empty()) {
        sendErrorPage(response, 400, "Y100019", "no usable session");
        return;
    }
    const std::string cookie = m_client.sessionCookie();
    m_interactions.endSession(cookieValue(request.get_header_value("Cookie"), cookie));
    response.set_header("Set-Cookie", cookie + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    response.set_redirect(next, 303);
}

} // namespace proconnect::sandbox
