// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "core/result/Outcome.h"
#include "service/sessions/SessionGuard.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

/// A decision whose device signature was verified.
struct SignedDecision
{
    Decision decision;
    QByteArray token; ///< the compact JWS, for the evidence
    QString
        hash; ///< SHA-256 of its canonical claims: tells the same decision, whatever its signature's bytes
};

/// Reads and verifies the body of POST .../decisions: a JWS (ES256, typ "decision+jwt") by the device key of
/// the session. Failures: Unauthorized (signature, type, or another device's "iss"), InvalidRequest (what it
/// says).
[[nodiscard]] Outcome<SignedDecision> readSignedDecision(const QByteArray& body, const SignedInPerson& person,
                                                         const QString& siren);

} // namespace proconnect::service
