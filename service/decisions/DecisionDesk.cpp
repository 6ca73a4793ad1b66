// SPDX-License-Identifier: MIT
#include "service/decisions/DecisionDesk.h"

#include "core/protocol/ModelJson.h"
#include "service/companies/CompanyDirectory.h"
#include "service/decisions/DecisionStore.h"
#include "service/records/ReferenceNumbers.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

/// The position by which it is decided; of a delegated act, the delegator's, with the delegation.
QJsonObject qualityOf(const std::optional<Mandate>& mandate, const std::optional<Delegated>& delegated)
{
    const Mandate& position = mandate ? *mandate : *delegated->mandate;
    QJsonObject quality{{QStringLiteral("function"), position.function},
                        {QStringLiteral("register"), wireName(position.source)},
                        {QStringLiteral("checkedAt"), position.verifiedAt.toUTC().toString(Qt::ISODate)}};
    if (delegated) {
        quality.insert(QStringLiteral("delegation"), delegated->delegation.terms.id);
        quality.insert(QStringLiteral("ceiling"), wireName(delegated->delegation.terms.ceiling));
        quality.insert(QStringLiteral("delegator"), delegated->delegatorSubject);
    }
    return quality;
}

/// One record per act (domain 4.4).
QJsonObject evidenceOf(const SignedDecision& decision, const DecisionContext& context,
                       const DecisionReceipt& receipt, const std::optional<Delegated>& delegated)
{
    const SignedInPerson& person = context.person;
    return {{QStringLiteral("decision"), toJson(decision.decision)},
            {QStringLiteral("receipt"), toJson(receipt)},
            {QStringLiteral("who"), QJsonObject{{QStringLiteral("subject"), person.subject},
                                                {QStringLiteral("name"), person.displayName}}},
            {QStringLiteral("quality"), qualityOf(context.standing.mandate, delegated)},
            {QStringLiteral("signIn"),
             QJsonObject{{QStringLiteral("at"), person.signedInAt.toUTC().toString(Qt::ISODate)},
                         {QStringLiteral("assurance"), person.assurance}}},
            {QStringLiteral("device"), person.deviceKey},
            {QStringLiteral("signed"), QString::fromLatin1(decision.token)}};
}

} // namespace

Outcome<TakenDecision> DecisionDesk::take(const SignedInPerson& person, const SignedDecision& decision)
{
    using Earlier = std::optional<DecisionReceipt>;
    const auto earlier = m_parts.database.read<Earlier>([&](QSqlDatabase& connection) {
        return DecisionStore::earlier(connection, decision, person.subject);
    });
    if (!earlier) {
        return earlier.failure();
    }
    if (earlier.value()) {
        return TakenDecision{*earlier.value(), true, {}};
    }
    if (const auto recent = m_parts.sessions.requireRecentSignIn(person); !recent) {
        return recent.failure();
    }
    // Asks the register when its last word is old, which no transaction may wait for.
    const auto standing = m_parts.rights.require(person.subject, decision.decision.siren, MandateUse::Acting);
    if (!standing) {
        return standing.failure();
    }
    const auto number = m_parts.numbers.next(QStringLiteral("RC"), m_parts.clock.now());
    if (!number) {
        return number.failure();
    }
    auto taken = m_parts.database.write<TakenDecision>(
        [&](QSqlDatabase& connection) { return write(connection, person, decision, number.value()); });
    if (taken && !taken.value().before) {
        for (const QString& portal : taken.value().wakePortals) {
            m_parts.wakeDeliveries(portal);
        }
        m_parts.notice.committed();
        m_parts.mailer.wake();
    }
    return taken;
}

Outcome<TakenDecision> DecisionDesk::write(QSqlDatabase& connection, const SignedInPerson& person,
                                           const SignedDecision& decision, const QString& receiptNumber)
{
    const auto earlier = DecisionStore::earlier(connection, decision, person.subject);
    if (!earlier) {
        return earlier.failure();
    }
    if (earlier.value()) {
        return TakenDecision{*earlier.value(), true, {}};
    }
    if (const auto still = m_parts.sessions.requireStillSignedIn(connection, person); !still) {
        return still.failure();
    }
    const auto standing = m_parts.rights.held(connection, person.subject, decision.decision.siren);
    if (!standing) {
        return standing.failure();
    }
    const DecisionContext context{decision.decision, person, standing.value(), m_parts.clock.now(),
                                  m_parts.sessions.requireHighEffectSignIn(person).ok()};
    const auto effect = applied(connection, context);
    if (!effect) {
        return effect.failure();
    }
    const auto receipt = DecisionStore::add(connection, decision, person.subject, receiptNumber, context.now);
    if (!receipt) {
        return receipt.failure();
    }
    const auto link = m_evidence.append(
        connection, decision.decision.siren, QStringLiteral("decision"), decision.decision.id.toLower(),
        evidenceOf(decision, context, receipt.value(), effect.value().delegated));
    if (!link) {
        return link.failure();
    }
    if (const auto followed = follow(connection, context, effect.value()); !followed) {
        return followed.failure();
    }
    TakenDecision taken{receipt.value(), false, {}};
    for (const DeliveryOrder& order : effect.value().deliveries) {
        if (!taken.wakePortals.contains(order.portal)) {
            taken.wakePortals.append(order.portal);
        }
    }
    return taken;
}

Outcome<DecisionEffect> DecisionDesk::applied(QSqlDatabase& connection, const DecisionContext& context) const
{
    switch (context.decision.kind) {
    case DecisionKind::CloseAccount:
    case DecisionKind::CertifyAccount:
        return m_accounts.apply(connection, context);
    case DecisionKind::DeclareClosed:
    case DecisionKind::RestoreAccount:
        return m_closedAccounts.apply(connection, context);
    case DecisionKind::StartDeparture:
    case DecisionKind::StopDeparture:
        return m_departures.apply(connection, context);
    case DecisionKind::NameAdministrator:
        return m_substitutions.apply(connection, context);
    case DecisionKind::AcceptRequest:
    case DecisionKind::RefuseRequest:
    case DecisionKind::AskComplement:
    case DecisionKind::ForwardRequest:
        break;
    }
    const auto company =
        m_parts.companies.company(connection, context.standing.director, context.decision.siren);
    if (!company) {
        return company.failure();
    }
    return m_requests.apply(connection, context, company.value().name);
}

Outcome<Done> DecisionDesk::follow(QSqlDatabase& connection, const DecisionContext& context,
                                   const DecisionEffect& effect) const
{
    for (DeliveryOrder order : effect.deliveries) {
        order.decision = context.decision.id.toLower();
        if (order.kind == DeliveryKind::RequestAnswer) {
            auto dropped = DeliveryQueue::dropQuestions(connection, order.siren, order.target, context.now);
            if (!dropped) {
                return dropped;
            }
        }
        if (const auto added = m_queue.add(connection, order, context.now); !added) {
            return added.failure();
        }
    }
    for (const Mail& mail : effect.mails) {
        if (const auto queued = m_parts.mailer.enqueue(connection, mail); !queued) {
            return queued.failure();
        }
    }
    return m_parts.journal.add(
        connection, context.decision.siren,
        {0, context.now, effect.journalKind, effect.person, context.person.displayName, effect.portal});
}

} // namespace proconnect::service
