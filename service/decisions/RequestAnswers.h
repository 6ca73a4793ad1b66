// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "service/deliveries/DeliveryOrder.h"

namespace proconnect::service {

/// What became of the question to whoever asked; `final`: no further attempt will be made. It is nobody's
/// business any more once the person or the company answered.
void settleQuestion(AccessRequest& request, const DeliveryResult& result, bool final);

/// What became of the company's answer. Where the portal will not take it, the request waits again, with the
/// portal's words.
void settleAnswer(AccessRequest& request, const DeliveryResult& result, bool final);

} // namespace proconnect::service
