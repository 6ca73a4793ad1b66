// SPDX-License-Identifier: MIT
#include "service/decisions/RequestDecisions.h"

#include "core/model/FoldedName.h"
#include "core/model/RequestStates.h"
#include "core/protocol/ModelJson.h"
#include "service/decisions/CompanyHands.h"
#include "service/decisions/RequestOrders.h"
#include "service/mail/MailMessage.h"
#include "service/requests/RequestFacts.h"

#include <QSet>

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

/// Whether the decider was recognised as who asks, when the request came.
bool isRecognised(const StoredRequest& stored, const DecisionContext& context)
{
    return context.standing.mandate && stored.requesterDirector == context.person.subject;
}

/// Whether the request bears the decider's name or address: that of the sign-in, of accounts certified for
/// them, or of the invitation of a delegate.
bool bearsOwnName(const StoredRequest& stored, const DecisionContext& context,
                  const QList<StoredAccount>& certified)
{
    const AccessRequest& request = stored.request;
    const QString requester = foldedName(request.displayName());
    if (isRecognised(stored, context) || requester == foldedName(context.person.displayName)) {
        return true;
    }
    const auto same = [&](const QString& name, const QString& address) {
        return (!name.isEmpty() && requester == foldedName(name)) ||
               request.email.compare(address, Qt::CaseInsensitive) == 0;
    };
    const bool theirs = std::any_of(certified.begin(), certified.end(), [&](const StoredAccount& each) {
        return same(each.account.holderName, each.account.email);
    });
    const auto& delegations = context.standing.delegations;
    return theirs || std::any_of(delegations.begin(), delegations.end(), [&](const Delegated& delegated) {
               const DelegationProposal& terms = delegated.delegation.terms;
               return same(terms.displayName(), terms.email);
           });
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

/// Some of the rights that were asked for, each once, and not all of them: that would be a refusal.
bool canBeWithheld(const QStringList& codes, const AccessRequest& request)
{
    QSet<QString> asked;
    for (const PortalRight& right : request.rights) {
        asked.insert(right.code);
    }
    const QSet<QString> withheld(codes.begin(), codes.end());
    return withheld.size() == codes.size() && asked.contains(withheld) && withheld.size() < asked.size();
}

Outcome<RequestEvent> eventOf(const Decision& decision, const AccessRequest& request, const QDate& today)
{
    if (decision.kind == DecisionKind::RefuseRequest) {
        if (!decision.reason || decision.until || !decision.withheldRights.isEmpty()) {
            return invalid("a refusal needs a reason and no limits");
        }
        return RequestEvent::Refused;
    }
    if (decision.reason) {
        return invalid("an acceptance has no reason of refusal");
    }
    const bool fewer = !decision.withheldRights.isEmpty();
    if (fewer && !canBeWithheld(decision.withheldRights, request)) {
        return invalid("rights that were not asked for, or all of them");
    }
    const bool shorter = decision.until && decision.until != request.until;
    if (shorter && (*decision.until < today || (request.until && *decision.until > *request.until))) {
        return invalid("the end date is in the past or later than asked for");
    }
    return fewer || shorter ? RequestEvent::AcceptedWithLimits : RequestEvent::Accepted;
}

} // namespace

Outcome<DecisionEffect> RequestDecisions::apply(QSqlDatabase& connection, const DecisionContext& context,
                                                const QString& companyName) const
{
    auto found = decidable(connection, context);
    if (!found) {
        return found.failure();
    }
    StoredRequest& stored = found.value();
    if (context.decision.departure && context.decision.kind != DecisionKind::AcceptRequest) {
        return invalid("an account is closed with an acceptance alone");
    }
    auto effect = [&] {
        switch (context.decision.kind) {
        case DecisionKind::AskComplement:
            return ask(stored, context, companyName);
        case DecisionKind::ForwardRequest:
            return m_forwarding.forward(connection, stored.request, context, companyName);
        default:
            return answer(connection, stored, context, companyName);
        }
    }();
    if (!effect) {
        return effect;
    }
    if (const auto saved = m_requests.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (isSettled(stored.request.state)) {
        if (const auto noted = m_notice.decided(connection, stored.siren, stored.request.id); !noted) {
            return noted.failure();
        }
    }
    if (const Delegated* delegated = delegationOf(context, stored.request)) {
        effect.value().delegated = *delegated;
    }
    effect.value().person = stored.request.displayName();
    effect.value().portal = stored.request.portal;
    return effect;
}

Outcome<DecisionEffect> RequestDecisions::answer(QSqlDatabase& connection, StoredRequest& stored,
                                                 const DecisionContext& context,
                                                 const QString& companyName) const
{
    const Decision& decision = context.decision;
    AccessRequest& request = stored.request;
    const bool needsStrength = request.ofHighEffect() || isRecognised(stored, context);
    if (decision.kind == DecisionKind::AcceptRequest && needsStrength && !context.strongSignIn) {
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
    if (const auto frozen = freezeFacts(connection, stored, context.now); !frozen) {
        return frozen.failure();
    }
    request.state = *next;
    request.handBack = HandBack::ToDo;
    request.decidedBy = context.person.displayName;
    request.decidedAt = context.now;
    request.refusalReason = decision.reason ? wireName(*decision.reason) : QString();
    request.portalMessage.clear();
    request.withheldRights = decision.withheldRights;
    if (decision.until) {
        request.until = decision.until;
    }
    if (const auto noted = noteRequester(connection, stored, context); !noted) {
        return noted.failure();
    }
    if (const auto replaced = m_replacements.start(connection, context, stored); !replaced) {
        return replaced.failure();
    }
    const bool accepted = decision.kind == DecisionKind::AcceptRequest;
    DecisionEffect effect;
    effect.deliveries = {answerOrder(stored, context)};
    effect.journalKind = accepted ? QStringLiteral("request.accepted") : QStringLiteral("request.refused");
    if (isMailAddress(request.email)) {
        effect.mails.append(answerMail(stored, decision, companyName));
    }
    return effect;
}

Outcome<Done> RequestDecisions::noteRequester(QSqlDatabase& connection, const StoredRequest& stored,
                                              const DecisionContext& context) const
{
    const QString& address = stored.request.email;
    if (context.decision.kind == DecisionKind::AcceptRequest) {
        return m_blocks.lift(connection, stored.siren, address);
    }
    return context.decision.reason == RefusalReason::UnknownPerson
               ? m_blocks.block(connection, stored.siren, address, context.now)
               : Outcome<Done>(Done{});
}

Outcome<DecisionEffect> RequestDecisions::ask(StoredRequest& stored, const DecisionContext& context,
                                              const QString& companyName) const
{
    AccessRequest& request = stored.request;
    const QString question = context.decision.comment.trimmed();
    if (question.isEmpty()) {
        return invalid("there is no question");
    }
    if (!mayAskComplement(request)) {
        return Failure{FailureCode::Conflict, QStringLiteral("a question was put before"), {}};
    }
    request.state = *stateAfter(request.state, RequestEvent::ComplementAsked);
    request.expiresAt = expiryWhenAsked(request);
    request.complement = Complement{question, context.now, {}, {}};
    request.handBack = HandBack::ToDo;
    request.portalMessage.clear();
    DecisionEffect effect;
    effect.deliveries = {questionOrder(stored, context)};
    effect.journalKind = QStringLiteral("request.complementAsked");
    if (isMailAddress(request.email)) {
        effect.mails.append(
            m_texts.questionAsked(request.email, companyName, m_portals.nameOf(request.portal), question));
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
                             byWhom(request.decidedBy, request.decidedAt.value_or(QDateTime()))};
    }
    if (request.version != context.decision.targetVersion) {
        return Failure{
            FailureCode::VersionChanged, QStringLiteral("the request changed since it was shown"), {}};
    }
    // A recognised director is accepted as such; what the deposit could not prove, their sign-in does.
    const bool answered = context.decision.kind == DecisionKind::AcceptRequest ||
                          context.decision.kind == DecisionKind::RefuseRequest;
    if (answered && isRecognised(*found.value(), context)) {
        return *found.value();
    }
    const auto certified =
        m_accounts.certifiedFor(connection, context.decision.siren, context.person.subject);
    if (!certified) {
        return certified.failure();
    }
    return bearsOwnName(*found.value(), context, certified.value())
               ? Outcome<StoredRequest>(notAllowed("nobody answers their own request"))
               : Outcome<StoredRequest>(*found.value());
}

Outcome<Done> RequestDecisions::freezeFacts(QSqlDatabase& connection, StoredRequest& stored,
                                            const QDateTime& now) const
{
    const auto accounts = m_accounts.accountsOf(connection, stored.siren);
    if (!accounts) {
        return accounts.failure();
    }
    const auto requests = m_requests.requestsOf(connection, stored.siren, RequestStore::shownSince(now));
    if (!requests) {
        return requests.failure();
    }
    RequestFacts(m_portals, accounts.value(), requests.value()).fill(stored.request);
    return Done{};
}

Mail RequestDecisions::answerMail(const StoredRequest& stored, const Decision& decision,
                                  const QString& companyName) const
{
    const AccessRequest& request = stored.request;
    const QString portal = m_portals.nameOf(request.portal);
    if (decision.reason) {
        return m_texts.refused(request.email, companyName, portal, reasonKey(*decision.reason),
                               decision.comment);
    }
    MailTexts::Limits limits;
    if (request.state == RequestState::AcceptedWithLimits) {
        limits.until = decision.until;
        limits.withheld = withheldLabels(request);
    }
    return m_texts.accepted(request.email, companyName, portal, limits);
}

} // namespace proconnect::service
