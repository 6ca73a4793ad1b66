// SPDX-License-Identifier: MIT
#include "service/deliveries/SecurityEvents.h"

#include "core/jose/StrictJson.h"
#include "service/keys/ServiceKeys.h"

namespace proconnect::service {
namespace {

constexpr qsizetype longestReason = 300;
constexpr qsizetype largestReply = 16LL * 1024;

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
        return {DeliveryResult::Kind::TryLater, status, {}, true};
    }
    const QString description = json ? json.value()[u"description"].toString() : QString();
    return {DeliveryResult::Kind::Refused, description.simplified().left(longestReason), {}};
}

} // namespace

DeliveryResult SecurityEvents::push(const QUrl& receiver, const QString& clientId, const Event& event)
{
    const QJsonObject claims{
        {QStringLiteral("iss"), m_issuer},
        {QStringLiteral("aud"), clientId},
        {QStringLiteral("iat"), m_clock.now().toSecsSinceEpoch()},
        {QStringLiteral("jti"), event.id},
        {QStringLiteral("sub_id"), QJsonObject{{QStringLiteral("format"), QStringLiteral("opaque")},
                                               {QStringLiteral("id"), event.subject}}},
        {QStringLiteral("events"), QJsonObject{{event.type, event.content}}}};
    OutgoingRequest request;
    request.method = "POST";
    request.url = receiver;
    request.headers = {{"Content-Type", "application/secevent+jwt"}, {"Accept", "application/json"}};
    request.body = m_keys.sign(claims, "secevent+jwt");
    request.largestReply = largestReply;
    const auto reply = m_http.send(request);
    if (!reply) {
        return {DeliveryResult::Kind::TryLater, reply.failure().detail, {}, true};
    }
    m_pauses.of(clientId).note(reply.value());
    return resultOf(reply.value());
}

} // namespace proconnect::service
