// SPDX-License-Identifier: MIT
#include "service/deliveries/EventPusher.h"

#include "core/jose/StrictJson.h"
#include "service/keys/ServiceKeys.h"
#include "service/outgoing/HttpClient.h"

namespace proconnect::service {
namespace {

constexpr qsizetype longestReason = 300;
constexpr qsizetype largestReply = 16LL * 1024;
const QString requestDecided = QStringLiteral("https://proconnect.gouv.fr/secevent/demande-decidee");
const QString questionAsked = QStringLiteral("https://proconnect.gouv.fr/secevent/complement-demande");
const QString closureAsked = QStringLiteral("https://proconnect.gouv.fr/secevent/revocation-demandee");
const QString mandateEnded = QStringLiteral("https://proconnect.gouv.fr/secevent/fin-de-mandat");

QString eventOf(DeliveryKind kind)
{
    switch (kind) {
    case DeliveryKind::RequestAnswer:
        return requestDecided;
    case DeliveryKind::AskClosure:
        return closureAsked;
    case DeliveryKind::RequestQuestion:
        return questionAsked;
    default:
        return mandateEnded;
    }
}

/// Statuses by which a portal says that the answer itself, not the way it came, is unacceptable.
bool refuses(int status)
{
    return status == 400 || status == 409 || status == 410 || status == 422;
}

/// Codes of RFC 8935, 2.4 that a mended configuration makes good.
bool isAboutTrust(const QString& error)
{
    return error == u"invalid_key" || error == u"invalid_issuer" || error == u"invalid_audience" ||
           error == u"authentication_failed" || error == u"access_denied";
}

DeliveryResult resultOf(const HttpReply& reply)
{
    if (reply.status >= 200 && reply.status < 300) {
        return {DeliveryResult::Kind::Taken, {}, {}};
    }
    const QString status = QStringLiteral("the portal answered %1").arg(reply.status);
    const auto json = parseStrictJson(reply.body);
    const QString error = json ? json.value()[u"err"].toString() : QString();
    if (!refuses(reply.status) || isAboutTrust(error)) {
        return {DeliveryResult::Kind::TryLater, status, {}};
    }
    const QString description = json ? json.value()[u"description"].toString() : QString();
    return {DeliveryResult::Kind::Refused, description.simplified().left(longestReason), {}};
}

} // namespace

DeliveryResult EventPusher::carry(const DeliveryOrder& order)
{
    const PortalConfiguration* portal = m_portals.find(order.portal);
    if (portal == nullptr || portal->eventsUrl.isEmpty()) {
        return {DeliveryResult::Kind::TryLater, QStringLiteral("the portal has no event receiver"), {}};
    }
    QJsonObject event = order.content;
    if (order.kind == DeliveryKind::RequestAnswer || order.kind == DeliveryKind::RequestQuestion) {
        event.insert(QStringLiteral("reference"), order.target);
    }
    const QJsonObject claims{
        {QStringLiteral("iss"), m_issuer},
        {QStringLiteral("aud"), portal->clientId},
        {QStringLiteral("iat"), m_clock.now().toSecsSinceEpoch()},
        {QStringLiteral("jti"), order.id},
        {QStringLiteral("sub_id"), QJsonObject{{QStringLiteral("format"), QStringLiteral("opaque")},
                                               {QStringLiteral("id"), order.target}}},
        {QStringLiteral("events"), QJsonObject{{eventOf(order.kind), event}}}};
    OutgoingRequest request;
    request.method = "POST";
    request.url = portal->eventsUrl;
    request.headers = {{"Content-Type", "application/secevent+jwt"}, {"Accept", "application/json"}};
    request.body = m_keys.sign(claims, "secevent+jwt");
    request.largestReply = largestReply;
    const auto reply = m_http.send(request);
    if (!reply) {
        return {DeliveryResult::Kind::TryLater, reply.failure().detail, {}};
    }
    return resultOf(reply.value());
}

} // namespace proconnect::service
