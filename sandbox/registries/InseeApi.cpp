// SPDX-License-Identifier: MIT
#include "sandbox/registries/InseeApi.h"

#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Members.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"
#include "sandbox/registries/InseeDocuments.h"
#include "sandbox/registries/RegistryCredentials.h"
#include "sandbox/world/World.h"

#include <algorithm>
#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;
using Request = httplib::Request;
using Response = httplib::Response;

constexpr qint64 TokenLifetime = 1800;
constexpr std::size_t CallsPerMinute = 500;
constexpr const char* TokenPath = "/insee/auth/realms/apim-gravitee/protocol/openid-connect/token";
constexpr const char* Base = "/insee/api-sirene/prive/3.11";

void send(Response& response, const Json& body, int status = 200)
{
    response.status = status;
    response.set_content(body.dump(), "application/json;charset=utf-8");
}

void sendStatus(Response& response, int status, const std::string& message)
{
    send(response, {{"header", {{"statut", status}, {"message", message}}}}, status);
}

Json okHeader()
{
    return {{"statut", 200}, {"message", "OK"}};
}

bool onlyDigits(const std::string& text, std::size_t length)
{
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

/// As a partially diffusible unit shows to those without restricted rights.
void mask(Json& unit)
{
    unit["statutDiffusionUniteLegale"] = "P";
    for (const char* name : {"prenom1UniteLegale", "prenomUsuelUniteLegale", "dateNaissanceUniteLegale"}) {
        unit[name] = name == std::string("dateNaissanceUniteLegale") ? Json() : Json("[ND]");
    }
    for (Json& period : unit["periodesUniteLegale"]) {
        period["nomUniteLegale"] = "[ND]";
    }
}

} // namespace

InseeApi::InseeApi(const World& world, const SandboxClock& clock, const FaultPlan& faults)
    : m_world(world), m_clock(clock), m_faults(faults), m_tokens(clock, TokenLifetime), m_emails(world, clock)
{}

void InseeApi::addTo(Routes& routes)
{
    const std::string base(Base);
    routes.post("insee", TokenPath,
                [this](const Request& request, Response& response) { token(request, response); });
    routes.get("insee", base + "/siren/([^/]+)",
               [this](const Request& request, Response& response) { legalUnit(request, response); });
    routes.get("insee", base + "/siret/([^/]+)",
               [this](const Request& request, Response& response) { establishment(request, response); });
    routes.get("insee", base + "/siret",
               [this](const Request& request, Response& response) { search(request, response); });
    routes.get("mel", base + "/siren/([^/]+)/mel",
               [this](const Request& request, Response& response) { readEmail(request, response); });
    routes.put("mel", base + "/siren/([^/]+)/mel",
               [this](const Request& request, Response& response) { writeEmail(request, response); });
}

void InseeApi::token(const Request& request, Response& response)
{
    const auto is = [&request](const char* name, const char* value) {
        return request.get_param_value(name) == value;
    };
    if (!is("client_id", RegistryCredentials::InseeClientId) ||
        !is("client_secret", RegistryCredentials::InseeClientSecret)) {
        send(response,
             {{"error", "unauthorized_client"},
              {"error_description", "Invalid client or Invalid client credentials"}},
             401);
    } else if (!is("grant_type", "password")) {
        send(response, {{"error", "unsupported_grant_type"}, {"error_description", "Unsupported grant_type"}},
             400);
    } else if (!is("username", RegistryCredentials::InseeUser) ||
               !is("password", RegistryCredentials::InseePassword)) {
        send(response, {{"error", "invalid_grant"}, {"error_description", "Invalid user credentials"}}, 401);
    } else {
        send(response, {{"access_token", m_tokens.issue()},
                        {"expires_in", m_tokens.lifetime()},
                        {"refresh_expires_in", m_tokens.lifetime()},
                        {"token_type", "Bearer"},
                        {"not-before-policy", 0},
                        {"scope", "email profile"}});
    }
}

void InseeApi::legalUnit(const Request& request, Response& response)
{
    const std::string siren = request.matches[1];
    if (!admitted(request, response)) {
        return;
    }
    if (!onlyDigits(siren, 9)) {
        sendStatus(response, 400, "Erreur de syntaxe dans le paramètre siren=" + siren);
        return;
    }
    const auto company = m_world.company(siren);
    if (!company) {
        sendStatus(response, 404, "Aucun élément trouvé pour le siren " + siren);
    } else if (!company->duplicateOf.empty()) {
        response.set_header("Location", std::string(Base) + "/siren/" + company->duplicateOf);
        sendStatus(response, 301, "Unité légale " + siren + " fermée pour cause de doublon");
    } else {
        Json unit = inseeLegalUnit(*company, m_world);
        if (m_faults.quirk("insee", "masked")) {
            mask(unit);
        }
        if (m_faults.quirk("insee", "partialDate") && unit["dateNaissanceUniteLegale"].is_string()) {
            unit["dateNaissanceUniteLegale"] =
                unit["dateNaissanceUniteLegale"].get<std::string>().substr(0, 4) + "0000";
        }
        send(response, {{"header", okHeader()}, {"uniteLegale", unit}});
    }
}

void InseeApi::establishment(const Request& request, Response& response)
{
    const std::string siret = request.matches[1];
    if (!admitted(request, response)) {
        return;
    }
    if (!onlyDigits(siret, 14)) {
        sendStatus(response, 400, "Erreur de syntaxe dans le paramètre siret=" + siret);
        return;
    }
    const auto company = m_world.companyOfSiret(siret);
    if (!company) {
        sendStatus(response, 404, "Aucun élément trouvé pour le siret " + siret);
        return;
    }
    const auto site = std::find_if(company->sites.begin(), company->sites.end(),
                                   [&siret](const Site& candidate) { return candidate.siret == siret; });
    send(response, {{"header", okHeader()}, {"etablissement", inseeEstablishment(*company, *site, m_world)}});
}

void InseeApi::search(const Request& request, Response& response)
{
    constexpr std::string_view OnlyQuery = "siren:";
    const std::string query = request.get_param_value("q");
    if (!admitted(request, response)) {
        return;
    }
    if (query.rfind(OnlyQuery, 0) != 0 || !onlyDigits(query.substr(OnlyQuery.size()), 9)) {
        sendStatus(response, 400, "Erreur de syntaxe dans le paramètre q=" + query);
        return;
    }
    const auto company = m_world.company(query.substr(OnlyQuery.size()));
    if (!company) {
        sendStatus(response, 404, "Aucun élément trouvé pour q=" + query);
        return;
    }
    Json found = Json::array();
    for (const Site& site : company->sites) {
        found.push_back(inseeEstablishment(*company, site, m_world));
    }
    Json header = okHeader();
    header.update({{"total", found.size()}, {"debut", 0}, {"nombre", found.size()}});
    send(response, {{"header", header}, {"etablissements", found}});
}

void InseeApi::readEmail(const Request& request, Response& response)
{
    const std::string siren = request.matches[1];
    if (!admitted(request, response)) {
        return;
    }
    const auto email = m_emails.find(siren);
    if (!email) {
        sendStatus(response, 404, "Aucune adresse mél pour le siren " + siren);
        return;
    }
    send(response,
         {{"siren", siren}, {"adresse", email->address}, {"dateEnregistrement", email->recordedAt}});
}

void InseeApi::writeEmail(const Request& request, Response& response)
{
    const std::string siren = request.matches[1];
    if (!admitted(request, response)) {
        return;
    }
    const std::string address = textMember(Json::parse(request.body, nullptr, false), "adresse");
    if (!m_world.company(siren)) {
        sendStatus(response, 404, "Aucun élément trouvé pour le siren " + siren);
    } else if (!m_emails.record(siren, address)) {
        sendStatus(response, 422, "Adresse mél refusée");
    } else {
        readEmail(request, response);
    }
}

bool InseeApi::admitted(const Request& request, Response& response)
{
    if (!m_tokens.valid(bearerToken(request.get_header_value("Authorization")))) {
        sendStatus(response, 401, "Jeton d'accès absent ou invalide");
        return false;
    }
    if (!withinQuota()) {
        response.set_header("Retry-After", "60");
        sendStatus(response, 429, "Quota d'interrogations de l'API dépassé");
        return false;
    }
    return true;
}

bool InseeApi::withinQuota()
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.seconds();
    while (!m_recentCalls.empty() && m_recentCalls.front() <= now - 60) {
        m_recentCalls.pop_front();
    }
    m_recentCalls.push_back(now);
    return m_recentCalls.size() <= CallsPerMinute;
}

} // namespace proconnect::sandbox
