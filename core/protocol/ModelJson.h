// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "core/model/Decision.h"
#include "core/model/Delegation.h"
#include "core/model/DeviceSession.h"
#include "core/model/EmailVerification.h"
#include "core/model/UserProfile.h"
#include "core/protocol/SignInMessages.h"
#include "core/result/Outcome.h"

#include <QJsonObject>

namespace proconnect {

/// `value` as the API writes it: members named as in the structure, enumerators in camelCase, instants in UTC
/// with a Z, absent values left out. For every structure of core/model and SignInMessages.h.
template <typename T>
[[nodiscard]] QJsonObject toJson(const T& value);

/// The reverse: fails with `code` on a missing or ill-typed member, an unknown enumerator, a text or a list
/// over its limit. Members it does not know are passed over. A service reading a client's body asks for
/// InvalidRequest.
template <typename T>
[[nodiscard]] Outcome<T> fromJson(const QJsonObject& json, FailureCode code = FailureCode::BadReply);

/// An enumerator’s name on the wire.
template <typename E>
[[nodiscard]] QString wireName(E value);

} // namespace proconnect
