// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/jose/KnownHeaders.h"
#include "service/http/HttpMessage.h"
#include "service/sessions/DpopNonces.h"
#include "service/sessions/ProofReplays.h"

#include <QUrl>

namespace proconnect::service {

/// Verifies the DPoP header of a call to this service, once.
class DpopCheck
{
public:
    DpopCheck(ProofReplays& replays, const ServiceKeys& keys, const Clock& clock, QUrl publicUrl)
        : m_replays(replays), m_nonces(keys, clock), m_clock(clock), m_publicUrl(std::move(publicUrl))
    {}

    /// `accessToken` must be bound into the proof unless empty. Failures: Unauthorized, ClockWrong (the
    /// argument is the service's own time, UTC), Unauthorized with the nonce to use as
    /// argument.
    [[nodiscard]] Outcome<DpopProof> verify(const HttpRequest& request, const QByteArray& accessToken);

private:
    ProofReplays& m_replays;
    DpopNonces m_nonces;
    const Clock& m_clock;
    QUrl m_publicUrl;
    KnownHeaders m_devices; ///< of calls with an access token: a stranger adds none
};

} // namespace proconnect::service
