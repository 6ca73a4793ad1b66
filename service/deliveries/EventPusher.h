// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/portals/PortalDirectory.h"

namespace proconnect::service {

class HttpClient;
class ServiceKeys;

/// Tells a portal the answer to a request, a question about it, or the end of a director's mandate: a signed
/// security event token (RFC 8417) by push (RFC 8935).
class EventPusher final : public DeliveryCarrier
{
public:
    /// `issuer` is the service's public address.
    EventPusher(HttpClient& http, const ServiceKeys& keys, const Clock& clock, const PortalDirectory& portals,
                QString issuer)
        : m_http(http), m_keys(keys), m_clock(clock), m_portals(portals), m_issuer(std::move(issuer))
    {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override;

private:
    HttpClient& m_http;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    const PortalDirectory& m_portals;
    QString m_issuer;
};

} // namespace proconnect::service
