// SPDX-License-Identifier: MIT
#include "service/sessions/DpopCheck.h"

namespace proconnect::service {

Outcome<DpopProof> DpopCheck::verify(const HttpRequest& request, const QByteArray& accessToken)
{
    const QDateTime now = m_clock.now();
    QUrl target = m_publicUrl;
    target.setPath(request.path, QUrl::DecodedMode);
    auto proof = Dpop::verify(request.header("dpop"), request.method, target, now, accessToken,
                              accessToken.isEmpty() ? nullptr : &m_devices);
    if (!proof) {
        Failure failure = proof.failure();
        if (failure.code == FailureCode::ClockWrong) {
            failure.argument = now.toString(Qt::ISODate);
        }
        return failure;
    }
    if (!m_nonces.accepts(proof.value().nonce)) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("the proof lacks the nonce"),
                       m_nonces.current()};
    }
    const auto first = m_replays.takeOnce(proof.value(), request.method != "GET", now);
    return first ? std::move(proof) : Outcome<DpopProof>(first.failure());
}

} // namespace proconnect::service
