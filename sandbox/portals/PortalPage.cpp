// SPDX-License-Identifier: MIT
#include "sandbox/portals/PortalPage.h"

#include "sandbox/crypto/Random.h"
#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/Urls.h"
#include "sandbox/portals/AccountStore.h"
#include "sandbox/portals/Depositor.h"
#include "sandbox/portals/DirectorChecks.h"
#include "sandbox/portals/RequestStore.h"
#include "sandbox/portals/ServiceClient.h"
#include "sandbox/world/ParisTime.h"
#include "sandbox/world/World.h"

#include <httplib.h>
#include <map>

namespace proconnect::sandbox {

namespace {

using Request = httplib::Request;
using Response = httplib::Response;

std::string cell(const std::string& text, const char* style = "")
{
    return std::string("<td") + (*style == '\0' ? "" : std::string(" class=\"") + style + '"') + ">" +
           escapeHtml(text) + "</td>";
}

const char* styleOf(PortalRequest::State state)
{
    switch (state) {
    case PortalRequest::State::Accepted:
        return "good";
    case PortalRequest::State::Refused:
        return "bad";
    default:
        return "wait";
    }
}

std::string outcomeText(const PortalRequest& request)
{
    std::string text = stateWord(request.state);
    if (request.state == PortalRequest::State::Accepted) {
        text += ", compte ouvert";
        text += request.granted.empty() ? "" : " avec moins de droits";
        text += request.until.empty() ? "" : " jusqu’au " + request.until;
    }
    for (const std::string* part : {&request.reason, &request.comment, &request.problem}) {
        text += part->empty() ? "" : " — " + *part;
    }
    return text;
}

std::string certificationWord(const std::string& certification)
{
    if (certification == "certified") {
        return "certifié";
    }
    return certification == "toWithdraw" ? "à retirer" : "sans certification";
}

std::string answerText(const DirectorCheck& check)
{
    static const std::map<std::string, std::string> words{
        {"yes", "oui"}, {"no", "non"}, {"unavailable", "réponse indisponible"}};
    const auto word = words.find(check.answer);
    if (word == words.end()) {
        return check.problem;
    }
    return word->second + (check.function.empty() ? "" : ", " + check.function) +
           (check.asOf.empty() ? "" : ", au " + parisTime(check.asOf));
}

} // namespace

PortalPage::PortalPage(const PortalInfo& portal, const World& world, const Parts& parts)
    : m_portal(portal), m_world(world), m_parts(parts), m_form(portal, world)
{}

void PortalPage::addTo(Routes& routes)
{
    const std::string path = "/portails/" + m_portal.id;
    routes.get("pages", path + "/", [this](const Request&, Response& response) { show(response, {}, {}); });
    routes.get("pages", path,
               [path](const Request&, Response& response) { response.set_redirect(path + "/"); });
    routes.get("pages", path + "/suivi", [this](const Request&, Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_content(outcomes(), "text/html; charset=utf-8");
    });
    routes.post("pages", path + "/inscriptions",
                [this](const Request& request, Response& response) { registerPerson(request, response); });
    routes.post("pages", path + "/complements",
                [this](const Request& request, Response& response) { complete(request, response); });
    routes.post("pages", path + "/verifications",
                [this](const Request& request, Response& response) { checkDirector(request, response); });
}

void PortalPage::show(Response& response, const RegistrationForm::Fields& typed,
                      const std::string& problem) const
{
    const std::string warning =
        problem.empty() ? ""
                        : "<p class=\"bad\" role=\"alert\" id=\"problem\">" + escapeHtml(problem) + "</p>\n";
    sendPage(response, m_portal.name,
             "<p><a href=\"/\">Démonstration</a></p>\n<h1>" + escapeHtml(m_portal.name) +
                 "</h1>\n<p class=\"soft\">" + escapeHtml(m_portal.operatorName) +
                 "</p>\n<div id=\"suivi\" data-source=\"/portails/" + m_portal.id + "/suivi\">\n" +
                 outcomes() + "</div>\n<h2>S’inscrire</h2>\n" + warning + m_form.html(typed) +
                 "<script src=\"/suivi.js\"></script>",
             problem.empty() ? 200 : 400);
}

void PortalPage::registerPerson(const Request& request, Response& response)
{
    const auto fields = decodeForm(request.body);
    PortalRequest registration;
    const std::string problem = m_form.read(fields, registration);
    if (!problem.empty()) {
        show(response, fields, problem);
        return;
    }
    registration.portalReference = m_portal.id + '-' + randomToken(9);
    registration.requestedAt = m_parts.clock.instant();
    m_parts.requests.add(registration);
    m_parts.depositor.wake();
    response.set_redirect("/portails/" + m_portal.id + "/", 303);
}

void PortalPage::complete(const Request& request, Response& response)
{
    const auto asked = m_parts.requests.find(request.get_param_value("request"));
    const std::string complement = request.get_param_value("answer");
    if (asked && !asked->question.empty() && !complement.empty()) {
        const ServiceAnswer answer = m_parts.service.complement(asked->reference, complement);
        if (answer.good()) {
            m_parts.requests.markComplemented(asked->portalReference, complement);
        } else {
            m_parts.requests.markFailed(asked->portalReference, answer.problem());
        }
    }
    response.set_redirect("/portails/" + m_portal.id + "/", 303);
}

void PortalPage::checkDirector(const Request& request, Response& response)
{
    const auto account = m_parts.accounts.findByUserName(request.get_param_value("account"));
    if (account) {
        m_parts.checks.ask(account->siren, account->userName);
    }
    response.set_redirect("/portails/" + m_portal.id + "/", 303);
}

std::string PortalPage::outcomes() const
{
    return "<section><h2>Inscriptions</h2>\n<table id=\"requests\"><thead><tr><th>Personne</th><th>SIREN</th>"
           "<th>Rôle</th><th>Référence</th><th>Reçue</th><th>Suite donnée</th></tr></thead>\n<tbody>\n" +
           requestRows() +
           "</tbody></table></section>\n<section><h2>Comptes</h2>\n<table id=\"accounts\"><thead><tr>"
           "<th>Identifiant</th><th>Titulaire</th><th>SIREN</th><th>Rôle</th><th>État</th><th>Certification</"
           "th>"
           "<th>Toujours dirigeant ?</th></tr></thead>\n<tbody>\n" +
           accountRows() + "</tbody></table></section>\n";
}

std::string PortalPage::requestRows() const
{
    std::string rows;
    const std::vector<PortalRequest> requests = m_parts.requests.all();
    for (auto request = requests.rbegin(); request != requests.rend(); ++request) {
        rows += "<tr>" + cell(request->fullName()) + cell(request->siren) +
                cell(m_portal.role(request->roleCode).label) + cell(request->reference) +
                cell(parisTime(request->requestedAt)) + questionCell(*request) + "</tr>\n";
    }
    return rows;
}

std::string PortalPage::questionCell(const PortalRequest& request) const
{
    const bool open = request.state == PortalRequest::State::Waiting;
    if (request.question.empty() || !request.complement.empty() || !open) {
        return cell(outcomeText(request), styleOf(request.state));
    }
    return "<td class=\"wait\">complément demandé — " + escapeHtml(request.question) +
           "<form method=\"post\" action=\"/portails/" + m_portal.id +
           "/complements\"><input type=\"hidden\" name=\"request\" value=\"" +
           escapeHtml(request.portalReference) +
           "\"><label>Réponse <input name=\"answer\" maxlength=\"2000\" required></label>"
           "<button class=\"plain\">Répondre</button></form></td>";
}

std::string PortalPage::accountRows() const
{
    std::string rows;
    const auto checks = m_parts.checks.all();
    for (const Account& account : m_parts.accounts.all()) {
        const auto check = checks.find(account.userName);
        const std::string answer =
            check == checks.end() ? "" : "<span>" + escapeHtml(answerText(check->second)) + "</span>";
        const std::string button =
            account.certification == "none"
                ? ""
                : "<form method=\"post\" action=\"/portails/" + m_portal.id +
                      "/verifications\"><input type=\"hidden\" name=\"account\" value=\"" +
                      escapeHtml(account.userName) + "\"><button class=\"plain\" id=\"check-" + account.id +
                      "\">Demander</button></form>";
        rows += "<tr>" + cell(account.userName) +
                cell(account.holderName.empty() ? account.email : account.holderName) + cell(account.siren) +
                cell(account.role.label) +
                cell(account.active ? "ouvert" : "fermé", account.active ? "good" : "bad") +
                cell(certificationWord(account.certification));
        rows.append("<td>").append(answer).append(button).append("</td></tr>\n");
    }
    return rows;
}

} // namespace proconnect::sandbox
