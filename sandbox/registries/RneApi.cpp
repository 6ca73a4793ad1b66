// SPDX-License-Identifier: MIT
#include "sandbox/registries/RneApi.h"

#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Members.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"
#include "sandbox/registries/RegistryCredentials.h"
#include "sandbox/registries/RneDocuments.h"
#include "sandbox/world/World.h"

#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;
using Request = httplib::Request;
using Response = httplib::Response;

constexpr qint64 TokenLifetime = 3600;

void send(Response& response, const Json& body, int status = 200)
{
    response.status = status;
    response.set_content(body.dump(), "application/json");
}

void refuse(Response& response, int status, const char* type, const char* message)
{
    send(response,
         {{"code", status},
          {"errorCode", status},
          {"message", message},
          {"type", type},
          {"webserviceCode", 0}},
         status);
}

void seeAsPublicAccount(Json& person)
{
    constexpr std::size_t MonthLength = 7;
    person["dateDeNaissance"] = textMember(person, "dateDeNaissance").substr(0, MonthLength);
    for (const char* name : {"lieuDeNaissance", "codePostalNaissance", "codeInseeGeographique"}) {
        person.erase(name);
    }
}

void hideNames(Json& person)
{
    person.erase("nom");
    person.erase("prenoms");
    person["nomPresent"] = true;
    person["prenomsPresent"] = true;
}

/// Changes every descriptionPersonne, wherever it stands.
void changePeople(Json& node, void (*change)(Json&))
{
    if (node.is_object() && node.contains("descriptionPersonne")) {
        change(node["descriptionPersonne"]);
    }
    for (Json& inner : node) {
        if (inner.is_structured()) {
            changePeople(inner, change);
        }
    }
}

} // namespace

RneApi::RneApi(const World& world, const SandboxClock& clock, const FaultPlan& faults)
    : m_world(world), m_tokens(clock, TokenLifetime), m_faults(faults)
{}

void RneApi::addTo(Routes& routes)
{
    routes.post("rne", "/rne/api/sso/login",
                [this](const Request& request, Response& response) { login(request, response); });
    routes.get("rne", "/rne/api/companies/([^/]+)",
               [this](const Request& request, Response& response) { company(request, response); });
}

void RneApi::login(const Request& request, Response& response)
{
    const Json body = Json::parse(request.body, nullptr, false);
    if (textMember(body, "username") != RegistryCredentials::RneUser ||
        textMember(body, "password") != RegistryCredentials::RnePassword) {
        refuse(response, 401, "bad_credentials", "Identifiant ou mot de passe incorrect");
        return;
    }
    send(response, {{"token", m_tokens.issue()},
                    {"user",
                     {{"email", std::string(RegistryCredentials::RneUser) + "@demo.example"},
                      {"firstname", "ProConnect"},
                      {"lastname", "Démonstration"},
                      {"roles", {"ROLE_USER"}}}}});
}

void RneApi::company(const Request& request, Response& response) const
{
    if (!m_tokens.valid(bearerToken(request.get_header_value("Authorization")))) {
        refuse(response, 401, "access_forbidden", "Expired or invalid JWT Token");
        return;
    }
    const auto found = m_world.company(request.matches[1]);
    if (!found || !found->duplicateOf.empty()) {
        send(response, {{"error", "Company not found"}}, 404);
        return;
    }
    Json company = rneCompany(*found, m_world);
    if (m_faults.quirk("rne", "publicAccount")) {
        changePeople(company, &seeAsPublicAccount);
    }
    if (m_faults.quirk("rne", "hiddenNames")) {
        changePeople(company, &hideNames);
    }
    send(response, company);
}

} // namespace proconnect::sandbox
