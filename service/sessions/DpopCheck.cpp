// SPDX-License-Identifier: MIT
#include "service/sessions/DpopCheck.h"

namespace proconnect::service {

Outcome<DpopProof> DpopCheck::verify(const HttpRequest& request, const QByteArray& accessToken)
{
    const QDateTime now = m_clock.now();
    QUrl target = m_publicUrl;
    target.setPath(request.path, QUrl::DecodedMode);
    auto proof = Dpop::verify(request.header("dpop"), request.method, target, now, accessToken);
    if (!proof) {
        Failure failure = proof.failure();
        if (failure.code == FailureCode::ClockWrong) {
            failure.argument = now.toString(Qt::ISODate);
        }
        return failure;
    }
    const auto first = m_replays.takeOnce(proof.value(), request.method != "GET", now);
    return first ? std::move(proof) : Outcome<DpopProof>(first.failure());
}

} // namespace proconnect::service
