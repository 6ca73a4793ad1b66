// SPDX-License-Identifier: MIT
#include "sandbox/control/ControlPage.h"

#include "sandbox/control/ControlOrders.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"
#include "sandbox/world/World.h"

#include <array>
#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;
using Request = httplib::Request;
using Response = httplib::Response;

/// What the page offers; the JSON is the fault as POST takes it.
struct Choice
{
    const char* label;
    const char* fault;
};

constexpr std::array Choices{
    Choice{"Normal", "{}"},
    Choice{"Lent : 3 secondes", R"({"slowMs":3000})"},
    Choice{"Lent : 30 secondes", R"({"slowMs":30000})"},
    Choice{"Erreur 500", R"({"status":500})"},
    Choice{"Indisponible (503)", R"({"status":503})"},
    Choice{"Trop d’appels (429)", R"({"status":429})"},
    Choice{"Réponse illisible", R"({"brokenJson":true})"},
    Choice{"Réponse de 100 Mo", R"({"huge":true})"},
    Choice{"Connexion coupée", R"({"drop":true})"},
    Choice{"FranceConnect : signé RS256", R"({"quirks":["rs256"]})"},
    Choice{"FranceConnect : signature fausse", R"({"quirks":["wrongSignature"]})"},
    Choice{"FranceConnect : nonce faux", R"({"quirks":["wrongNonce"]})"},
    Choice{"FranceConnect : destinataire faux", R"({"quirks":["wrongAudience"]})"},
    Choice{"Pages FranceConnect : certificat refusé", R"({"quirks":["badCertificate"]})"},
    Choice{"Pages FranceConnect : site inconnu", R"({"quirks":["unknownHost"]})"},
    Choice{"Portail : ouvre plus que demandé", R"({"quirks":["opensWider"]})"},
};

std::string option(const std::string& value, const std::string& label)
{
    return "<option value=\"" + escapeHtml(value) + "\">" + escapeHtml(label) + "</option>\n";
}

/// The page's forms send the orders as one JSON text, or as fields.
Json ordersOf(const Request& request)
{
    if (request.get_header_value("Content-Type").rfind("application/json", 0) == 0) {
        return Json::parse(request.body, nullptr, false);
    }
    if (request.has_param("mandate")) {
        const std::string mandate = request.get_param_value("mandate");
        return {{"mandateEnded",
                 {{"siren", mandate.substr(0, 9)},
                  {"person", mandate.substr(std::min<std::size_t>(10, mandate.size()))}}}};
    }
    if (request.has_param("reset")) {
        return {{"reset", true}};
    }
    return {{"target", request.get_param_value("target")},
            {"fault", Json::parse(request.get_param_value("fault"), nullptr, false)}};
}

} // namespace

ControlPage::ControlPage(ControlOrders& orders, const FaultPlan& faults, const World& world,
                         std::function<Json()> state)
    : m_orders(orders), m_faults(faults), m_world(world), m_state(std::move(state))
{}

void ControlPage::addTo(Routes& routes)
{
    routes.get("control", "/controle", [this](const Request&, Response& response) { show(response, {}); });
    routes.post("control", "/controle",
                [this](const Request& request, Response& response) { take(request, response); });
    routes.get("control", "/controle/etat\\.json", [this](const Request&, Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_content(m_state().dump(), "application/json");
    });
}

void ControlPage::take(const Request& request, Response& response)
{
    const bool program = request.get_header_value("Content-Type").rfind("application/json", 0) == 0;
    const std::string problem = m_orders.carryOut(ordersOf(request));
    if (program) {
        response.status = problem.empty() ? 204 : 400;
        if (!problem.empty()) {
            response.set_content(Json{{"problem", problem}}.dump(), "application/json");
        }
    } else if (problem.empty()) {
        response.set_redirect("/controle", 303);
    } else {
        show(response, problem);
    }
}

void ControlPage::show(Response& response, const std::string& problem) const
{
    std::string inForce;
    // Named: items() refers to it for as long as the loop runs.
    const Json faults = m_faults.toJson();
    for (const auto& [target, fault] : faults.items()) {
        inForce += "<tr><th scope=\"row\">" + escapeHtml(target) + "</th><td>" + escapeHtml(fault.dump()) +
                   "</td></tr>\n";
    }
    sendPage(
        response, "Contrôle de la démonstration",
        "<p><a href=\"/\">Démonstration</a></p>\n<h1>Pannes et faits</h1>\n" +
            (problem.empty() ? "" : "<p class=\"bad\" role=\"alert\">" + escapeHtml(problem) + "</p>\n") +
            "<section><h2>En vigueur</h2>\n" +
            (inForce.empty() ? "<p>Tout répond normalement.</p>" : "<table>" + inForce + "</table>") +
            "<form method=\"post\" action=\"/controle\"><div class=\"row\">"
            "<button class=\"plain\" name=\"reset\" value=\"true\">Tout remettre en "
            "ordre</button></div></form>"
            "</section>\n" +
            faultForm() + mandateForm() + "<p><a href=\"/controle/etat.json\">État complet (JSON)</a></p>",
        problem.empty() ? 200 : 400);
}

std::string ControlPage::faultForm() const
{
    std::string targets;
    for (const std::string& target : m_faults.targets()) {
        targets += option(target, target);
    }
    std::string faults;
    for (const Choice& choice : Choices) {
        faults += option(choice.fault, choice.label);
    }
    return "<form method=\"post\" action=\"/controle\"><fieldset><legend>Mettre en panne</legend>\n"
           "<label for=\"target\">Qui</label><select id=\"target\" name=\"target\">\n" +
           targets + "</select>\n<label for=\"fault\">Panne</label><select id=\"fault\" name=\"fault\">\n" +
           faults + "</select>\n<div class=\"row\"><button>Appliquer</button></div></fieldset></form>\n";
}

std::string ControlPage::mandateForm() const
{
    std::string mandates;
    for (const Company& company : m_world.companies()) {
        const auto current = m_world.company(company.siren);
        for (const Officer& officer : current->officers) {
            if (!officer.personId.empty() && officer.endedOn.empty()) {
                mandates += option(company.siren + ' ' + officer.personId,
                                   company.name + " — " + officer.function + " (" + officer.personId + ')');
            }
        }
    }
    return "<form method=\"post\" action=\"/controle\"><fieldset><legend>Mettre fin à un mandat dans les "
           "registres"
           "</legend>\n<label for=\"mandate\">Mandat</label><select id=\"mandate\" name=\"mandate\">\n" +
           mandates + "</select>\n<div class=\"row\"><button>Mettre fin</button></div></fieldset></form>\n";
}

} // namespace proconnect::sandbox
