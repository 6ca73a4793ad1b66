// SPDX-License-Identifier: MIT
#include "service/sessions/SignedBody.h"

#include "core/jose/Jws.h"

#include <QUuid>

namespace proconnect::service {
namespace {

/// As large as a call may be: a departure names each account that it closes.
constexpr qsizetype largestBody = 64LL * 1024;

} // namespace

Outcome<QJsonObject> readSignedBody(const QByteArray& body, const SignedInPerson& person, const QString& type)
{
    const auto key = Jwk::fromPublicJson(person.deviceKey);
    if (!key) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("the session has no usable device key"), {}};
    }
    JwsRules rules;
    rules.type = type;
    rules.largest = largestBody;
    const auto verified = Jws::verify(body, key.value(), rules);
    if (!verified) {
        return verified.failure();
    }
    const auto claims = verified.value().claims();
    if (!claims) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("the payload is not a JSON object"), {}};
    }
    if (claims.value()[u"iss"].toString() != person.deviceThumbprint) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("signed for another device"), {}};
    }
    return claims.value();
}

bool isUuid(const QString& text)
{
    const QUuid uuid(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text.toLower();
}

} // namespace proconnect::service
