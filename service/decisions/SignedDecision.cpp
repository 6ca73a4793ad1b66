// SPDX-License-Identifier: MIT
#include "service/decisions/SignedDecision.h"

#include "core/protocol/ModelJson.h"
#include "service/evidence/CanonicalJson.h"
#include "service/sessions/SignedBody.h"

#include <QCryptographicHash>

namespace proconnect::service {
namespace {

Failure invalid(const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), {}};
}

} // namespace

Outcome<SignedDecision> readSignedDecision(const QByteArray& body, const SignedInPerson& person,
                                           const QString& siren)
{
    const auto claims = readSignedBody(body, person, QStringLiteral("decision+jwt"));
    if (!claims) {
        return claims.failure();
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
