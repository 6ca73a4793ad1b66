// SPDX-License-Identifier: MIT
#include "sandbox/portals/ServiceClient.h"

#include "sandbox/http/Members.h"
#include "sandbox/http/Urls.h"

#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

constexpr time_t ConnectTimeout = 2;
constexpr time_t AnswerTimeout = 8;
constexpr qint64 TokenMargin = 10;

ServiceAnswer answerOf(const httplib::Result& result)
{
    if (!result) {
        return {};
    }
    Json body = Json::parse(result->body, nullptr, false);
    return {result->status, body.is_discarded() ? Json() : std::move(body)};
}

httplib::Client clientFor(const std::string& url)
{
    httplib::Client client(url);
    client.set_connection_timeout(ConnectTimeout);
    client.set_read_timeout(AnswerTimeout);
    client.set_write_timeout(AnswerTimeout);
    return client;
}

Json depositBody(const PortalRequest& request, const PortalInfo& portal)
{
    const PortalRole role = portal.role(request.roleCode);
    Json rights = Json::array();
    for (const std::string& code : request.rights) {
        const PortalRightInfo right = portal.right(code);
        rights.push_back({{"value", right.code}, {"display", right.label}, {"payment", right.payment}});
    }
    Json body{
        {"siren", request.siren},
        {"portalReference", request.portalReference},
        {"nature", request.nature},
        {"givenName", request.givenName},
        {"familyName", request.familyName},
        {"email", request.email},
        {"jobTitle", request.jobTitle},
        {"role", {{"value", role.code}, {"display", role.label}, {"administrator", role.administrator}}},
        {"rights", rights},
        {"sirets", request.sirets},
        {"message", request.message},
        {"requestedAt", request.requestedAt}};
    if (!request.replaces.empty()) {
        body["replacesAccountId"] = request.replaces;
    }
    if (!request.until.empty()) {
        body["until"] = request.until;
    }
    if (!request.deadlineDate.empty()) {
        body["deadline"] = {{"label", request.deadlineLabel}, {"date", request.deadlineDate}};
    }
    if (!request.question.empty()) {
        body["complement"] = {{"question", request.question}, {"askedAt", request.questionAt}};
    }
    return body;
}

} // namespace

std::string ServiceAnswer::problem() const
{
    if (status == 0) {
        return "ProConnect ne répond pas";
    }
    const std::string detail = textMember(body, "detail");
    return detail.empty() ? "ProConnect a répondu " + std::to_string(status) : detail;
}

ServiceClient::ServiceClient(const PortalInfo& portal, std::string serviceUrl, const SandboxClock& clock)
    : m_portal(portal), m_serviceUrl(std::move(serviceUrl)), m_clock(clock)
{}

ServiceAnswer ServiceClient::deposit(const PortalRequest& request)
{
    return post("/portal/v1/requests", depositBody(request, m_portal), request.portalReference);
}

ServiceAnswer ServiceClient::complement(const std::string& reference, const std::string& answer)
{
    return post("/portal/v1/requests/" + encodeUrl(reference) + "/complement", {{"answer", answer}}, {});
}

ServiceAnswer ServiceClient::stillDirector(const std::string& siren, const std::string& portalAccountId)
{
    return post("/portal/v1/director-verifications", {{"siren", siren}, {"portalAccountId", portalAccountId}},
                {});
}

ServiceAnswer ServiceClient::post(const std::string& path, const Json& body,
                                  const std::string& idempotencyKey)
{
    ServiceAnswer answer;
    const std::string bearer = token(answer);
    if (bearer.empty()) {
        return answer;
    }
    httplib::Headers headers{{"Authorization", "Bearer " + bearer}, {"Accept", "application/json"}};
    if (!idempotencyKey.empty()) {
        headers.emplace("Idempotency-Key", idempotencyKey);
    }
    httplib::Client client = clientFor(m_serviceUrl);
    answer = answerOf(client.Post(path, headers, body.dump(), "application/json"));
    if (answer.status == 401) {
        const std::lock_guard lock(m_mutex);
        m_token.clear();
    }
    return answer;
}

std::string ServiceClient::token(ServiceAnswer& problem)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.seconds();
    if (!m_token.empty() && now < m_tokenEnds) {
        return m_token;
    }
    httplib::Client client = clientFor(m_serviceUrl);
    problem =
        answerOf(client.Post("/portal/v1/token", httplib::Params{{"grant_type", "client_credentials"},
                                                                 {"client_id", m_portal.clientId},
                                                                 {"client_secret", m_portal.clientSecret}}));
    m_token = problem.good() ? textMember(problem.body, "access_token") : std::string();
    const auto lifetime = problem.body.is_object() ? problem.body.find("expires_in") : problem.body.end();
    m_tokenEnds = now - TokenMargin;
    if (lifetime != problem.body.end() && lifetime->is_number_integer()) {
        m_tokenEnds += lifetime->get<qint64>();
    }
    return m_token;
}

} // namespace proconnect::sandbox
