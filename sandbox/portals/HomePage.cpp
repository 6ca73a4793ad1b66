// SPDX-License-Identifier: MIT
#include "sandbox/portals/HomePage.h"

#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"
#include "sandbox/world/World.h"

#include <httplib.h>

namespace proconnect::sandbox {

namespace {

using Request = httplib::Request;
using Response = httplib::Response;

/// Replaces the part of the page that the server renews, only when it has changed, so that focus stays.
constexpr const char* FollowScript = R"js('use strict';
const part = document.getElementById('suivi');
let last = '';
async function follow() {
    try {
        const reply = await fetch(part.dataset.source, { cache: 'no-store' });
        const text = reply.ok ? await reply.text() : last;
        if (text !== last) {
            const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
            part.innerHTML = text;
            last = text;
            if (focused) { document.getElementById(focused)?.focus(); }
        }
    } catch (error) {
        last = '';
    }
    setTimeout(follow, 500);
}
follow();
)js";

} // namespace

void HomePage::addTo(Routes& routes)
{
    routes.get("pages", "/", [this](const Request&, Response& response) {
        std::string portals;
        for (const PortalInfo& portal : m_world.portals()) {
            portals +=
                "<li><a href=\"/portails/" + portal.id + "/\">" + escapeHtml(portal.name) + "</a></li>\n";
        }
        sendPage(
            response, "Le monde de la démonstration",
            "<h1>Le monde de la démonstration</h1>\n<section><h2>Portails</h2>\n<ul>\n" + portals +
                "</ul></section>\n<section><h2>Courriels</h2>\n<p><a href=\"/boite\">Boîte aux "
                "lettres</a></p>"
                "</section>\n<section><h2>Pannes</h2>\n<p><a href=\"/controle\">Contrôle</a></p></section>");
    });
    routes.get("pages", "/style\\.css",
               [](const Request&, Response& response) { response.set_content(styleSheet(), "text/css"); });
    routes.get("pages", "/suivi\\.js", [](const Request&, Response& response) {
        response.set_content(FollowScript, "text/javascript");
    });
}

} // namespace proconnect::sandbox
