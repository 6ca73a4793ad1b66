// SPDX-License-Identifier: MIT
#include "tests/sandbox/StandInService.h"

#include <httplib.h>

namespace proconnect::sandbox::test {

namespace {

using Json = nlohmann::json;
constexpr const char* JsonType = "application/json";

} // namespace

StandInService::StandInService() : m_key(SigningKey::Algorithm::Es256)
{
    m_server.bind(0);
    httplib::Server& server = m_server.server();
    server.Get("/.well-known/jwks.json", [this](const httplib::Request&, httplib::Response& response) {
        response.set_content(Json{{"keys", {m_key.publicJwk()}}}.dump(), JsonType);
    });
    server.Post("/portal/v1/token", [](const httplib::Request& request, httplib::Response& response) {
        const std::string id = request.get_param_value("client_id");
        response.set_content(Json{{"access_token", "token-of-" + id}, {"expires_in", 300}}.dump(), JsonType);
    });
    server.Post("/portal/v1/requests", [this](const httplib::Request& request, httplib::Response& response) {
        ++m_depositCalls;
        response.status = m_depositStatus;
        if (m_depositStatus != 202) {
            response.set_content(R"({"detail":"<b>refusé</b>"})", "application/problem+json");
            return;
        }
        Json deposit = Json::parse(request.body);
        deposit["idempotencyKey"] = request.get_header_value("Idempotency-Key");
        deposit["authorization"] = request.get_header_value("Authorization");
        const std::lock_guard lock(m_mutex);
        m_deposits.push_back(deposit);
        response.set_content(Json{{"reference", "PC-" + deposit["idempotencyKey"].get<std::string>()}}.dump(),
                             JsonType);
    });
    server.Post("/portal/v1/requests/([^/]+)/complement",
                [this](const httplib::Request& request, httplib::Response& response) {
                    const std::lock_guard lock(m_mutex);
                    m_complements[request.matches[1]] = Json::parse(request.body).at("answer");
                    response.set_content("{}", JsonType);
                });
    server.Post(
        "/portal/v1/director-verifications", [](const httplib::Request&, httplib::Response& response) {
            response.set_content(R"({"answer":"yes","function":"Présidente","asOf":"2026-11-23T07:00:00Z"})",
                                 JsonType);
        });
}

std::string StandInService::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_server.port());
}

void StandInService::start()
{
    m_server.start();
}

std::vector<Json> StandInService::deposits() const
{
    const std::lock_guard lock(m_mutex);
    return m_deposits;
}

std::string StandInService::complementOf(const std::string& reference) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_complements.find(reference);
    return found == m_complements.end() ? std::string() : found->second;
}

QByteArray StandInService::event(const std::string& audience, const Json& content, const Json& changes,
                                 const std::string& type) const
{
    Json claims{{"iss", url()},
                {"aud", audience},
                {"iat", 1'790'000'000},
                {"jti", "event-1"},
                {"events", {{"https://proconnect.gouv.fr/secevent/demande-decidee", content}}}};
    claims.merge_patch(changes);
    return QByteArray::fromStdString(m_key.sign(claims, {{"typ", type}}));
}

} // namespace proconnect::sandbox::test
