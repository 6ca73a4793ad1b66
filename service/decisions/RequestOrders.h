// SPDX-License-Identifier: MIT
#pragma once

#include "service/decisions/DecisionContext.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/requests/RequestStore.h"

namespace proconnect::service {

/// What the portal is told of an answer; `stored` is the request as it was answered.
[[nodiscard]] DeliveryOrder answerOrder(const StoredRequest& stored, const DecisionContext& context);
/// What the portal is to ask the person.
[[nodiscard]] DeliveryOrder questionOrder(const StoredRequest& stored, const DecisionContext& context);

/// Labels of the rights that were not granted, in the portal's words.
[[nodiscard]] QStringList withheldLabels(const AccessRequest& request);

} // namespace proconnect::service
