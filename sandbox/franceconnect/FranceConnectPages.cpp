// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/FranceConnectPages.h"

#include "sandbox/crypto/Random.h"
#include "sandbox/franceconnect/Claims.h"
#include "sandbox/http/Html.h"

namespace proconnect::sandbox {

namespace {

std::string personButton(const Identity& identity)
{
    const std::string name = identity.refusal.empty() ? identity.fullName() : identity.id;
    return "<button class=\"person\" type=\"submit\" name=\"identity\" value=\"" + escapeHtml(identity.id) +
           "\"><strong>" + escapeHtml(name) + "</strong> <span class=\"soft\">" + escapeHtml(identity.label) +
           "</span></button>\n";
}

std::string cancelForm(const Interaction& interaction)
{
    return "<p><a href=\"/api/v2/redirect-to-sp-with-error?uid=" + interaction.uid +
           "&amp;error=access_denied&amp;error_description=User%20auth%20aborted\">"
           "Revenir au service sans s’identifier</a></p>\n";
}

std::string formStart(const std::string& action, const Interaction& interaction)
{
    return "<form method=\"post\" action=\"" + action + "\">\n<input type=\"hidden\" name=\"uid\" value=\"" +
           interaction.uid + "\">\n<input type=\"hidden\" name=\"csrf_token\" value=\"" + interaction.csrf +
           "\">\n";
}

} // namespace

void sendIdentityPage(httplib::Response& response, const Identities& identities,
                      const Interaction& interaction, const RelyingParty& client)
{
    std::string directors;
    std::string tests;
    std::string refused;
    for (const Identity& identity : identities.all()) {
        std::string& group = identity.director ? directors : identity.refusal.empty() ? tests : refused;
        group += personButton(identity);
    }
    sendPage(response, "Choisir une identité — " + client.provider() + " de démonstration",
             "<h1>Qui s’identifie ?</h1>\n<p>" + escapeHtml(client.name) + " demande qui vous êtes. Ce " +
                 client.provider() + " de démonstration ne demande aucun mot de passe.</p>\n" +
                 formStart("/api/v2/redirect-to-idp", interaction) +
                 "<fieldset><legend>Dirigeants de la démonstration</legend>\n" + directors +
                 "</fieldset>\n<details><summary>Identités d’essai de FranceConnect</summary>\n<fieldset>"
                 "<legend>Identités acceptées</legend>\n" +
                 tests + "</fieldset>\n<fieldset><legend>Identités refusées par FranceConnect</legend>\n" +
                 refused + "</fieldset>\n</details>\n</form>\n" + cancelForm(interaction));
}

void sendConsentPage(httplib::Response& response, const Identity& identity, const Interaction& interaction,
                     const RelyingParty& client)
{
    std::string data;
    for (const std::string& scope : interaction.request.scopes) {
        const std::string label = scopeLabel(scope);
        data += label.empty() ? "" : "<li>" + escapeHtml(label) + "</li>\n";
    }
    sendPage(
        response, "Continuer vers le service — " + client.provider() + " de démonstration",
        "<h1>Continuer vers " + escapeHtml(client.name) + "</h1>\n<p>Vous êtes identifié comme <strong>" +
            escapeHtml(identity.fullName()) + "</strong>.</p>\n<section><h2>Données transmises</h2>\n<ul>\n" +
            data + "</ul></section>\n" + formStart("/api/v2/login", interaction) +
            "<div class=\"row\"><button type=\"submit\" id=\"consent\" autofocus>Continuer</button></div>\n"
            "</form>\n" +
            cancelForm(interaction));
}

void sendErrorPage(httplib::Response& response, int status, const std::string& code,
                   const std::string& description, const std::string& returnLink)
{
    const std::string link = returnLink.empty() ? "<p>Vous pouvez fermer cette page.</p>\n"
                                                : "<p><a class=\"button\" href=\"" + escapeHtml(returnLink) +
                                                      "\">Revenir au service</a></p>\n";
    sendPage(response, "Une erreur est survenue — FranceConnect de démonstration",
             "<h1>Une erreur est survenue</h1>\n<dl>\n<dt>Code d’erreur</dt><dd id=\"error-code\">" +
                 escapeHtml(code) + "</dd>\n<dt>Identifiant</dt><dd>" + randomUuid() +
                 "</dd>\n<dt>Détail</dt><dd>" + escapeHtml(description) + "</dd>\n</dl>\n" + link,
             status);
}

void sendLogoutPage(httplib::Response& response, const std::string& action, const std::string& csrf)
{
    sendPage(
        response, "Déconnexion — FranceConnect de démonstration",
        "<h1>Déconnexion</h1>\n<form method=\"post\" action=\"" + escapeHtml(action) +
            "\">\n<input type=\"hidden\" name=\"xsrf\" value=\"" + escapeHtml(csrf) +
            "\">\n<div class=\"row\"><button type=\"submit\">Terminer la session</button></div>\n</form>\n"
            "<script src=\"/api/v2/session/end.js\"></script>");
}

const std::string& logoutScript()
{
    static const std::string script = "document.forms[0].submit();\n";
    return script;
}

} // namespace proconnect::sandbox
