// SPDX-License-Identifier: MIT
#include "service/metrics/MetricsServer.h"

#include "service/metrics/Metrics.h"

namespace proconnect::service {
namespace {

ServerOptions optionsOf(const HttpConfig& address)
{
    ServerOptions options;
    options.address = address.address;
    options.port = address.port;
    // For a collector or two, which ask every few seconds.
    options.handlerThreads = 1;
    options.mostConnections = 16;
    options.mostWaiting = 4;
    return options;
}

} // namespace

MetricsServer::MetricsServer(const HttpConfig& address, const Clock& clock, const Metrics& metrics)
    : m_address(address), m_server(optionsOf(address), clock)
{
    m_router.add("GET", QStringLiteral("/metrics"), [&metrics](const HttpRequest&) {
        HttpResponse response;
        response.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                            {"Cache-Control", "no-store"}};
        response.body = metrics.text();
        return response;
    });
}

Outcome<QUrl> MetricsServer::start()
{
    const auto port = m_server.listen();
    if (!port) {
        return port.failure();
    }
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_address.address.toString());
    url.setPort(port.value());
    m_server.serve([this](const HttpRequest& request) { return m_router.dispatch(request); },
                   {url.authority(QUrl::FullyEncoded).toLatin1().toLower()});
    return url;
}

} // namespace proconnect::service
