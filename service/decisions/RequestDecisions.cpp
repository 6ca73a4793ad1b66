// SPDX-License-Identifier: MIT
#include "service/decisions/RequestDecisions.h"

#include "core/protocol/ModelJson.h"
#include "service/accounts/PersonNames.h"
#include "service/mail/MailMessage.h"
#include "service/requests/RequestFacts.h"
#include "service/requests/RequestStates.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect::service {
namespace {

Failure invalid(const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), {}};
}

Failure notAllowed(const char* why)
{
    return {FailureCode::NotAllowed, QLatin1String(why), {}};
}

/// Null for a director, and for a delegate whom none allows it.
const Delegated* delegationOf(const DecisionContext& context, const AccessRequest& request)
{
    return context.standing.mandate ? nullptr : context.standing.delegationFor(request, context.now);
}

/// Whether the decider asks for themselves. A delegate is known by the invitation's name and address too.
bool isOwn(const AccessRequest& request, const DecisionContext& context)
{
    const QString requester = foldedName(request.displayName());
    if (requester == foldedName(context.person.displayName)) {
        return true;
    }
    const auto& delegations = context.standing.delegations;
    return std::any_of(delegations.begin(), delegations.end(), [&](const Delegated& delegated) {
        const DelegationProposal& terms = delegated.delegation.terms;
        return requester == foldedName(terms.displayName()) ||
               request.email.compare(terms.email, Qt::CaseInsensitive) == 0;
    });
}

/// "Claire Fabre, 23/11/2026 09:30", as the screen text shows it.
QString byWhomAndWhen(const AccessRequest& request)
{
    const QDateTime paris = request.decidedAt.value_or(QDateTime()).toTimeZone(QTimeZone("Europe/Paris"));
    return QStringLiteral("%1, %2").arg(request.decidedBy,
                                        paris.toString(QStringLiteral("dd/MM/yyyy HH:mm")));
}

/// The key of the reason's sentence in the message to the person who asked.
QString reasonKey(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::NotNeeded:
        return QStringLiteral("req.refuse.r1");
    case RefusalReason::WrongNameOrPlace:
        return QStringLiteral("req.refuse.r2");
    case RefusalReason::SomeoneElseHasIt:
        return QStringLiteral("req.refuse.r3");
    case RefusalReason::Other:
        return QStringLiteral("req.refuse.r4");
    case RefusalReason::UnknownPerson:
        return QStringLiteral("ntf.reason.unknown");
    }
    return {};
}

Outcome<RequestEvent> eventOf(const Decision& decision, const AccessRequest& request, const QDate& today)
{
    if (decision.kind == DecisionKind::RefuseRequest) {
        if (!decision.reason || decision.until) {
            return invalid("a refusal needs a reason and no date");
        }
        return RequestEvent::Refused;
    }
    if (decision.reason) {
        return invalid("an acceptance has no reason of refusal");
    }
    if (!decision.until || decision.until == request.until) {
        return RequestEvent::Accepted;
    }
    if (*decision.until < today || (request.until && *decision.until > *request.until)) {
        return invalid("the end date is in the past or later than asked for");
    }
    return RequestEvent::AcceptedWithLimits;
}

DeliveryOrder answerOrder(const StoredRequest& stored, const DecisionContext& context)
{
    const AccessRequest& request = stored.request;
    const bool accepted = context.decision.kind == DecisionKind::AcceptRequest;
    DeliveryOrder order;
    order.siren = stored.siren;
    order.portal = request.portal;
    order.decision = context.decision.id;
    order.kind = DeliveryKind::RequestAnswer;
    order.target = request.id;
    order.content = {
        {QStringLiteral("portalReference"), stored.portalReference},
        {QStringLiteral("decision"), accepted ? QStringLiteral("accepted") : QStringLiteral("refused")},
        {QStringLiteral("decidedAt"), context.now.toString(Qt::ISODate)}};
    if (accepted && request.until) {
        order.content.insert(QStringLiteral("until"), request.until->toString(Qt::ISODate));
    }
    if (!accepted) {
        order.content.insert(QStringLiteral("reason"), request.refusalReason);
    }
    if (!context.decision.comment.isEmpty()) {
        order.content.insert(QStringLiteral("comment"), context.decision.comment);
    }
    return order;
}

} // namespace

Outcome<DecisionEffect> RequestDecisions::apply(QSqlDatabase& connection, const DecisionContext& context,
                                                const QString& companyName) const
{
    const Decision& decision = context.decision;
    auto found = decidable(connection, context);
    if (!found) {
        return found.failure();
    }
    StoredRequest& stored = found.value();
    AccessRequest& request = stored.request;
    if (decision.kind == DecisionKind::AcceptRequest && request.ofHighEffect() && !context.strongSignIn) {
        return Failure{FailureCode::StrongSignInNeeded, QStringLiteral("accepting it is of high effect"), {}};
    }
    const auto event = eventOf(decision, request, context.now.date());
    if (!event) {
        return event.failure();
    }
    const auto next = stateAfter(request.state, event.value());
    if (!next) {
        return Failure{FailureCode::RequestGone, QStringLiteral("the request cannot be answered"), {}};
    }
    if (const auto frozen = freezeFacts(connection, stored); !frozen) {
        return frozen.failure();
    }
    request.state = *next;
    request.handBack = HandBack::ToDo;
    request.decidedBy = context.person.displayName;
    request.decidedAt = context.now;
    request.refusalReason = decision.reason ? wireName(*decision.reason) : QString();
    request.portalMessage.clear();
    if (decision.until) {
        request.until = decision.until;
    }
    if (const auto saved = m_requests.save(connection, stored); !saved) {
        return saved.failure();
    }
    const bool accepted = decision.kind == DecisionKind::AcceptRequest;
    DecisionEffect effect;
    if (const Delegated* delegated = delegationOf(context, request)) {
        effect.delegated = *delegated;
    }
    effect.delivery = answerOrder(stored, context);
    effect.journalKind = accepted ? QStringLiteral("request.accepted") : QStringLiteral("request.refused");
    effect.person = request.displayName();
    effect.portal = request.portal;
    if (isMailAddress(request.email)) {
        effect.mail = answerMail(stored, decision, companyName);
    }
    return effect;
}

Outcome<StoredRequest> RequestDecisions::decidable(QSqlDatabase& connection,
                                                   const DecisionContext& context) const
{
    auto found = m_requests.find(connection, context.decision.target);
    if (!found) {
        return found.failure();
    }
    const Failure gone{FailureCode::RequestGone, QStringLiteral("no such open request"), {}};
    const bool known = found.value() && found.value()->siren == context.decision.siren;
    // A delegate does not learn what is out of their scope, not even that it is there.
    if (!context.standing.mandate && (!known || delegationOf(context, found.value()->request) == nullptr)) {
        return notAllowed("no delegation reaches this request");
    }
    if (!known) {
        return gone;
    }
    const AccessRequest& request = found.value()->request;
    if (!request.open()) {
        return request.decidedBy.isEmpty()
                   ? gone
                   : Failure{FailureCode::AlreadyDecided, QStringLiteral("answered before"),
                             byWhomAndWhen(request)};
    }
    if (request.version != context.decision.targetVersion) {
        return Failure{
            FailureCode::VersionChanged, QStringLiteral("the request changed since it was shown"), {}};
    }
    if (isOwn(request, context)) {
        return notAllowed("nobody answers their own request");
    }
    return *found.value();
}

Outcome<Done> RequestDecisions::freezeFacts(QSqlDatabase& connection, StoredRequest& stored) const
{
    const auto accounts = m_accounts.accountsOf(connection, stored.siren);
    if (!accounts) {
        return accounts.failure();
    }
    const auto requests = m_requests.requestsOf(connection, stored.siren, QDateTime::fromSecsSinceEpoch(0));
    if (!requests) {
        return requests.failure();
    }
    RequestFacts(m_portals, accounts.value(), requests.value()).fill(stored.request);
    return Done{};
}

Mail RequestDecisions::answerMail(const StoredRequest& stored, const Decision& decision,
                                  const QString& companyName) const
{
    const QString portal = m_portals.nameOf(stored.request.portal);
    return decision.reason ? m_texts.refused(stored.request.email, companyName, portal,
                                             reasonKey(*decision.reason), decision.comment)
                           : m_texts.accepted(stored.request.email, companyName, portal);
}

} // namespace proconnect::service
