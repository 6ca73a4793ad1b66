// SPDX-License-Identifier: MIT
#include "sandbox/registries/RcsApi.h"

#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"
#include "sandbox/registries/RcsDocuments.h"
#include "sandbox/registries/RegistryCredentials.h"
#include "sandbox/world/World.h"

#include <algorithm>
#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;
using Request = httplib::Request;
using Response = httplib::Response;

constexpr std::size_t LongestObject = 50;

Json error(const char* code, const char* title, const std::string& detail, const char* parameter)
{
    return {{"code", code},
            {"title", title},
            {"detail", detail},
            {"source", parameter == nullptr ? Json() : Json{{"parameter", parameter}}},
            {"meta", {{"provider", "Infogreffe"}}}};
}

void send(Response& response, const Json& body, int status = 200)
{
    response.status = status;
    response.set_header("RateLimit-Limit", "250");
    response.set_header("RateLimit-Remaining", "249");
    response.set_header("RateLimit-Reset", "60");
    response.set_content(body.dump(), "application/json; charset=utf-8");
}

void refuse(Response& response, int status, const Json& errors)
{
    send(response, {{"errors", errors}}, status);
}

bool onlyDigits(const std::string& text, std::size_t length)
{
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

Json parameterErrors(const Request& request, const std::string& siren)
{
    Json errors = Json::array();
    if (!onlyDigits(siren, 9)) {
        errors.push_back(error("00301", "Entité non traitable",
                               "Le numéro de siren n'est pas correctement formatté", "siren"));
    }
    if (request.get_param_value("context").empty()) {
        errors.push_back(
            error("00201", "Entité non traitable", "Le paramètre context est obligatoire", "context"));
    }
    const std::string object = request.get_param_value("object");
    if (object.empty() || object.size() >= LongestObject) {
        errors.push_back(
            error("00202", "Entité non traitable", "Le paramètre object est obligatoire", "object"));
    }
    if (!onlyDigits(request.get_param_value("recipient"), 14)) {
        errors.push_back(
            error("00203", "Entité non traitable", "Le paramètre recipient est obligatoire", "recipient"));
    }
    return errors;
}

} // namespace

RcsApi::RcsApi(const World& world) : m_world(world) {}

void RcsApi::addTo(Routes& routes)
{
    routes.get("rcs", "/rcs/v3/infogreffe/rcs/unites_legales/([^/]+)/mandataires_sociaux",
               [this](const Request& request, Response& response) { officers(request, response); });
}

void RcsApi::officers(const Request& request, Response& response) const
{
    const std::string siren = request.matches[1];
    if (bearerToken(request.get_header_value("Authorization")) != RegistryCredentials::RcsToken) {
        refuse(
            response, 401,
            Json::array({error("00101", "Interdit", "Votre jeton est absent ou n'est pas valide", nullptr)}));
        return;
    }
    const Json errors = parameterErrors(request, siren);
    if (!errors.empty()) {
        refuse(response, 422, errors);
        return;
    }
    const auto company = m_world.company(siren);
    // Sole traders of craft and associations are not in the trade register.
    if (!company || company->soleTrader() || company->association() || !company->duplicateOf.empty()) {
        refuse(response, 404,
               Json::array(
                   {error("02003", "Entité non trouvée",
                          "Le siren indiqué n'existe pas, n'est pas connu ou ne comporte aucune information",
                          nullptr)}));
        return;
    }
    send(response, rcsOfficers(*company, m_world));
}

} // namespace proconnect::sandbox
