// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimServer.h"

#include "sandbox/crypto/Digest.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"
#include "sandbox/portals/ScimDiscovery.h"
#include "sandbox/portals/ScimFilter.h"
#include "sandbox/portals/ScimPatch.h"

#include <algorithm>
#include <charconv>
#include <httplib.h>
#include <utility>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;
using Request = httplib::Request;
using Response = httplib::Response;

constexpr int MostResults = 200;
constexpr int UsualResults = 100;

void send(Response& response, const Json& body, int status = 200)
{
    response.status = status;
    response.set_content(body.dump(), "application/scim+json");
}

void sendError(Response& response, const ScimError& error)
{
    Json body{{"schemas", {"urn:ietf:params:scim:api:messages:2.0:Error"}},
              {"status", std::to_string(error.status)},
              {"detail", error.what()}};
    if (!error.scimType.empty()) {
        body["scimType"] = error.scimType;
    }
    if (error.status == 401) {
        response.set_header("WWW-Authenticate", "Bearer");
    }
    send(response, body, error.status);
}

int numberParameter(const Request& request, const char* name, int fallback)
{
    if (!request.has_param(name)) {
        return fallback;
    }
    const std::string text = request.get_param_value(name);
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        throw ScimError(400, "invalidValue", std::string(name) + " must be a number");
    }
    return value;
}

ScimFilter filterOf(const Request& request)
{
    if (!request.has_param("filter")) {
        return [](const Json&) { return true; };
    }
    auto filter = parseScimFilter(request.get_param_value("filter"));
    if (!filter) {
        throw ScimError(400, "invalidFilter", "the filter cannot be read");
    }
    return *filter;
}

Json parseBody(const Request& request)
{
    const std::string type = request.get_header_value("Content-Type");
    if (type.rfind("application/scim+json", 0) != 0 && type.rfind("application/json", 0) != 0) {
        throw ScimError(415, "", "Content-Type must be application/scim+json");
    }
    Json body = Json::parse(request.body, nullptr, false);
    if (!body.is_object()) {
        throw ScimError(400, "invalidSyntax", "the body is not a JSON object");
    }
    return body;
}

} // namespace

ScimServer::ScimServer(const PortalInfo& portal, AccountStore& accounts, const FaultPlan& faults,
                       std::string base)
    : m_portal(portal), m_accounts(accounts), m_faults(faults), m_base(std::move(base))
{}

void ScimServer::addTo(Routes& routes)
{
    const std::string target = "scim." + m_portal.id;
    const std::string path = "/portails/" + m_portal.id + "/scim/v2";
    const auto document = [this](Json body) {
        return guarded(
            [body = std::move(body)](const Request&, Response& response) { send(response, body); });
    };
    routes.get(target, path + "/ServiceProviderConfig", document(scimProviderConfig(m_base)));
    routes.get(target, path + "/ResourceTypes", document(scimResourceTypes(m_base)));
    routes.get(target, path + "/Schemas", document(scimSchemas(m_base)));
    routes.get(target, path + "/Users",
               guarded([this](const Request& request, Response& response) { list(request, response); }));
    routes.get(target, path + "/Users/([^/]+)",
               guarded([this](const Request& request, Response& response) { read(request, response); }));
    routes.patch(target, path + "/Users/([^/]+)",
                 guarded([this](const Request& request, Response& response) { patch(request, response); }));
    routes.post(target, path + "/Users",
                guarded([this](const Request& request, Response& response) { open(request, response); }));
}

ScimServer::Handler ScimServer::guarded(Handler handler) const
{
    return [this, handler = std::move(handler)](const Request& request, Response& response) {
        try {
            if (!sameSecret(bearerToken(request.get_header_value("Authorization")), m_portal.scimToken)) {
                throw ScimError(401, "", "the bearer token is missing or wrong");
            }
            handler(request, response);
        } catch (const ScimError& error) {
            sendError(response, error);
        }
    };
}

void ScimServer::list(const Request& request, Response& response) const
{
    const ScimFilter passes = filterOf(request);
    const int start = std::max(1, numberParameter(request, "startIndex", 1));
    const int count = std::clamp(numberParameter(request, "count", UsualResults), 0, MostResults);
    int total = 0;
    Json page = Json::array();
    for (const Account& account : m_accounts.all()) {
        const Json user = toScim(account, location(account));
        if (passes(user)) {
            ++total;
            if (total >= start && static_cast<int>(page.size()) < count) {
                page.push_back(user);
            }
        }
    }
    Json body{{"schemas", {"urn:ietf:params:scim:api:messages:2.0:ListResponse"}},
              {"totalResults", total},
              {"startIndex", start},
              {"itemsPerPage", page.size()}};
    body["Resources"] = std::move(page);
    send(response, body);
}

void ScimServer::read(const Request& request, Response& response) const
{
    const auto account = m_accounts.find(request.matches[1]);
    if (!account) {
        throw ScimError(404, "", "no such account");
    }
    if (request.get_header_value("If-None-Match") == account->etag()) {
        response.status = 304;
        response.set_header("ETag", account->etag());
        return;
    }
    sendUser(*account, response);
}

void ScimServer::patch(const Request& request, Response& response)
{
    const Json message = parseBody(request);
    const std::string id = request.matches[1];
    const std::string now = m_accounts.now();
    const AccountStore::UpdateResult result =
        m_accounts.update(id, request.get_header_value("If-Match"),
                          [&](Account& account) { applyScimPatch(message, m_portal, account, now); });
    if (result == AccountStore::UpdateResult::NotFound) {
        throw ScimError(404, "", "no such account");
    }
    if (result == AccountStore::UpdateResult::VersionChanged) {
        throw ScimError(412, "", "the account has changed since that version");
    }
    sendUser(*m_accounts.find(id), response);
}

void ScimServer::open(const Request& request, Response& response)
{
    Account account = readNewUser(parseBody(request), m_portal);
    if (m_faults.quirk("scim." + m_portal.id, "opensWider")) {
        account.rights = m_portal.rights;
        account.sirets.clear(); // the whole company
    }
    const auto id = m_accounts.openForProConnect(std::move(account));
    if (!id) {
        throw ScimError(409, "uniqueness", "this person has an account here");
    }
    sendUser(*m_accounts.find(*id), response);
    response.status = 201;
}

void ScimServer::sendUser(const Account& account, Response& response) const
{
    response.set_header("ETag", account.etag());
    response.set_header("Location", location(account));
    send(response, toScim(account, location(account)));
}

std::string ScimServer::location(const Account& account) const
{
    return m_base + "/Users/" + account.id;
}

} // namespace proconnect::sandbox
