// SPDX-License-Identifier: MIT
#include "service/decisions/RequestForwarding.h"

#include "core/model/DelegationScope.h"
#include "core/model/RequestStates.h"

namespace proconnect::service {
namespace {

Failure notAllowed(const char* why)
{
    return {FailureCode::NotAllowed, QLatin1String(why), {}};
}

} // namespace

Outcome<DecisionEffect> RequestForwarding::forward(QSqlDatabase& connection, AccessRequest& request,
                                                   const DecisionContext& context,
                                                   const QString& companyName) const
{
    if (!context.standing.mandate) {
        return notAllowed("a delegate passes nothing on");
    }
    const auto found = m_delegations.find(connection, context.decision.delegation);
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return notAllowed("no such delegation");
    }
    const Delegation& delegation = found.value()->delegation;
    if (delegation.terms.siren != context.decision.siren || !mayAnswer(delegation, request, context.now) ||
        asksForThemselves(delegation.terms, request)) {
        return notAllowed("this delegate may not answer the request");
    }
    const auto next = stateAfter(request.state, RequestEvent::Forwarded);
    if (!next) {
        return Failure{FailureCode::Conflict, QStringLiteral("an answer of the person is awaited"), {}};
    }
    request.state = *next;
    request.forwardedTo = delegation.terms.displayName();
    DecisionEffect effect;
    effect.journalKind = QStringLiteral("request.forwarded");
    effect.mails.append(m_texts.requestForwarded(delegation.terms.email, companyName, request.id));
    return effect;
}

} // namespace proconnect::service
