// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/outgoing/ServerPauses.h"

#include <QUrl>

namespace proconnect::service {

class HttpClient;
class ServiceKeys;

/// Signs security event tokens (RFC 8417) and pushes them (RFC 8935). From any thread.
class SecurityEvents
{
public:
    struct Event
    {
        QString id;      ///< "jti", the same for every attempt
        QString subject; ///< opaque identifier of what it is about
        QString type;    ///< URI
        QJsonObject content;
    };

    /// `issuer` is the service's public address.
    SecurityEvents(HttpClient& http, const ServiceKeys& keys, const Clock& clock, QString issuer)
        : m_http(http), m_keys(keys), m_clock(clock), m_issuer(std::move(issuer)), m_pauses(clock)
    {}

    [[nodiscard]] DeliveryResult push(const QUrl& receiver, const QString& clientId, const Event& event);
    /// False while this client's server asked to be left alone.
    [[nodiscard]] bool mayCall(const QString& clientId) { return !m_pauses.of(clientId).active(); }

private:
    HttpClient& m_http;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    QString m_issuer;
    ServerPauses m_pauses; ///< by client
};

} // namespace proconnect::service
