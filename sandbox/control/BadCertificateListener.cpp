// SPDX-License-Identifier: MIT
#include "sandbox/control/BadCertificateListener.h"

#include "sandbox/http/Html.h"

#include <httplib.h>

namespace proconnect::sandbox {

BadCertificateListener::BadCertificateListener(int port)
    : m_listener(std::make_unique<httplib::SSLServer>(m_certificate.certificate(), m_certificate.key()))
{
    m_listener.bind(port);
    m_listener.server().Get("/.*", [](const httplib::Request&, httplib::Response& response) {
        sendPage(response, "Certificat refusé",
                 "<h1>Cette page ne devrait pas s’afficher</h1>\n<p>Son certificat n’est garanti par "
                 "personne.</p>");
    });
    m_listener.start();
}

std::string BadCertificateListener::address() const
{
    return "https://127.0.0.1:" + std::to_string(m_listener.port()) + '/';
}

} // namespace proconnect::sandbox
