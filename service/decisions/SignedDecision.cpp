// SPDX-License-Identifier: MIT
#include "service/decisions/SignedDecision.h"

#include "core/jose/Jws.h"
#include "core/protocol/ModelJson.h"
#include "service/evidence/CanonicalJson.h"

#include <QCryptographicHash>
#include <QUuid>

namespace proconnect::service {
namespace {

constexpr qsizetype largestDecision = 16LL * 1024;

Failure invalid(const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), {}};
}

bool isUuid(const QString& text)
{
    const QUuid uuid(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text.toLower();
}

} // namespace

Outcome<SignedDecision> readSignedDecision(const QByteArray& body, const SignedInPerson& person,
                                           const QString& siren)
{
    const auto key = Jwk::fromPublicJson(person.deviceKey);
    if (!key) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("the session has no usable device key"), {}};
    }
    JwsRules rules;
    rules.type = QStringLiteral("decision+jwt");
    rules.largest = largestDecision;
    const auto verified = Jws::verify(body, key.value(), rules);
    if (!verified) {
        return verified.failure();
    }
    const auto claims = verified.value().claims();
    if (!claims) {
        return invalid("the payload is not a JSON object");
    }
    if (claims.value()[u"iss"].toString() != person.deviceThumbprint) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("signed for another device"), {}};
    }
    auto decision = fromJson<Decision>(claims.value(), FailureCode::InvalidRequest);
    if (!decision) {
        return decision.failure();
    }
    if (!isUuid(decision.value().id)) {
        return invalid("the decision's id is not a UUID");
    }
    if (decision.value().siren != siren) {
        return invalid("the decision is about another company");
    }
    const QByteArray hash =
        QCryptographicHash::hash(canonicalJson(claims.value()), QCryptographicHash::Sha256);
    return SignedDecision{decision.value(), body, QString::fromLatin1(hash.toHex())};
}

} // namespace proconnect::service
