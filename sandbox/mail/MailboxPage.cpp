// SPDX-License-Identifier: MIT
#include "sandbox/mail/MailboxPage.h"

#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"
#include "sandbox/mail/Mailbox.h"
#include "sandbox/world/ParisTime.h"

#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Request = httplib::Request;
using Response = httplib::Response;

std::string article(const MailMessage& message)
{
    std::string recipients;
    for (const std::string& recipient : message.recipients) {
        recipients += (recipients.empty() ? "" : ", ") + recipient;
    }
    return "<section><h2>" + escapeHtml(message.subject) + "</h2>\n<dl><dt>De</dt><dd>" +
           escapeHtml(message.from) + "</dd><dt>À</dt><dd>" + escapeHtml(recipients) +
           "</dd><dt>Reçu</dt><dd>" + escapeHtml(parisTime(message.receivedAt)) + "</dd></dl>\n<pre>" +
           escapeHtml(message.text) + "</pre></section>\n";
}

} // namespace

void MailboxPage::addTo(Routes& routes)
{
    routes.get("pages", "/boite", [this](const Request&, Response& response) {
        sendPage(
            response, "Boîte aux lettres",
            "<p><a href=\"/\">Démonstration</a></p>\n<h1>Boîte aux lettres</h1>\n"
            "<p class=\"soft\">Tous les courriels envoyés pendant la démonstration ; aucun ne sort de cet "
            "ordinateur.</p>\n<div id=\"suivi\" data-source=\"/boite/suivi\">\n" +
                messages() + "</div>\n<script src=\"/suivi.js\"></script>");
    });
    routes.get("pages", "/boite/suivi", [this](const Request&, Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_content(messages(), "text/html; charset=utf-8");
    });
    routes.get("pages", "/boite/messages\\.json", [this](const Request&, Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_content(m_mailbox.messages().dump(), "application/json");
    });
}

std::string MailboxPage::messages() const
{
    std::string newestFirst;
    for (const MailMessage& message : m_mailbox.all()) {
        newestFirst.insert(0, article(message));
    }
    return newestFirst.empty() ? "<p>Aucun courriel pour le moment.</p>\n" : newestFirst;
}

} // namespace proconnect::sandbox
