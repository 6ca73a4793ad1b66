// SPDX-License-Identifier: MIT
#include "service/decisions/RequestAnswers.h"

#include "core/model/RequestStates.h"

namespace proconnect::service {
namespace {

/// The portal will not take the answer, or the question: the request waits again, with the portal's words.
void putBack(AccessRequest& request, const QString& portalMessage)
{
    if (request.state == RequestState::ComplementAsked && request.complement) {
        // Nobody was asked: the time that this was to take is not granted.
        request.expiresAt = expiryWhenGiven(request, request.complement->askedAt);
        request.complement.reset();
    }
    const auto waiting = stateAfter(request.state, RequestEvent::RefusedByPortal);
    request.handBack = HandBack::Failed;
    request.portalMessage = portalMessage;
    if (waiting) {
        request.state = *waiting;
        request.decidedBy.clear();
        request.decidedAt.reset();
        request.refusalReason.clear();
        request.withheldRights.clear();
    }
}

} // namespace

void settleQuestion(AccessRequest& request, const DeliveryResult& result, bool final)
{
    const bool awaited = request.state == RequestState::ComplementAsked && request.complement &&
                         request.complement->answer.isEmpty();
    if (!awaited) {
        return;
    }
    if (result.kind == DeliveryResult::Kind::Taken) {
        request.handBack = HandBack::None;
    } else if (final) {
        putBack(request, result.kind == DeliveryResult::Kind::Refused ? result.message : QString());
    } else {
        request.handBack = HandBack::Running;
    }
}

void settleAnswer(AccessRequest& request, const DeliveryResult& result, bool final)
{
    if (result.kind == DeliveryResult::Kind::Taken) {
        request.handBack = HandBack::Acknowledged;
    } else if (result.kind == DeliveryResult::Kind::Refused) {
        putBack(request, result.called ? result.message : QString());
    } else {
        request.handBack = final ? HandBack::Failed : HandBack::Running;
    }
}

} // namespace proconnect::service
