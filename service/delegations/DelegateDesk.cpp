// SPDX-License-Identifier: MIT
#include "service/delegations/DelegateDesk.h"

#include "service/delegations/DelegationDesk.h"
#include "service/delegations/InvitedPerson.h"
#include "service/sessions/SessionStore.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

Failure notFound(const char* why)
{
    return {FailureCode::NotFound, QLatin1String(why), {}};
}

} // namespace

Outcome<DelegationList> DelegateDesk::list(const SignedInPerson& person, const QString& siren) const
{
    const auto stored = m_parts.database.read<QList<StoredDelegation>>([&](QSqlDatabase& connection) {
        return siren.isEmpty() ? m_store.ofDelegate(connection, person.subject)
                               : m_store.ofDelegate(connection, person.subject, siren);
    });
    if (!stored) {
        return stored.failure();
    }
    DelegationList list;
    for (const StoredDelegation& each : stored.value()) {
        list.delegations.append(standingAt(each.toldTo(person.subject), m_parts.clock.now()));
    }
    return list;
}

Outcome<Delegation> DelegateDesk::answer(const SignedInPerson& person, const DelegationAnswer& answer)
{
    const auto identity = m_parts.sessions.identityForMatching(person);
    if (!identity) {
        return identity.failure();
    }
    using Answered = std::optional<Delegation>;
    const auto answered = m_parts.database.write<Answered>(
        [&](QSqlDatabase& connection) { return write(connection, person, identity.value(), answer); });
    if (!answered) {
        return answered.failure();
    }
    m_parts.mailer.wake();
    return answered.value() ? Outcome<Delegation>(*answered.value())
                            : Outcome<Delegation>(notFound("the invitation is for somebody else"));
}

Outcome<std::optional<Delegation>> DelegateDesk::write(QSqlDatabase& connection, const SignedInPerson& person,
                                                       const FranceConnectIdentity& identity,
                                                       const DelegationAnswer& answer)
{
    auto found = m_store.findByCode(connection, delegationCodeHash(m_parts.keys, answer.code));
    if (!found) {
        return found.failure();
    }
    const DelegationCause cause = causeOf(person);
    if (!found.value() || dueEvent(found.value()->delegation, cause.at)) {
        return notFound("no such invitation");
    }
    StoredDelegation& stored = *found.value();
    const DelegationProposal& terms = stored.delegation.terms;
    if (!isInvited(identity, terms) || person.subject == stored.delegatorSubject) {
        const auto noted = m_ledger.recordStranger(connection, stored, cause);
        return noted ? Outcome<std::optional<Delegation>>(std::nullopt)
                     : Outcome<std::optional<Delegation>>(noted.failure());
    }
    if (const auto mandate = m_parts.mandates.held(connection, stored.delegatorSubject, terms.siren);
        !mandate) {
        return notFound("whoever made the proposal cannot stand for it now");
    }
    if (const auto forgotten = SessionStore::forgetIdentity(connection, person.subject); !forgotten) {
        return forgotten.failure();
    }
    const bool accepted = answer.reply == DelegationReply::Accept;
    if (accepted) {
        stored.delegateSubject = person.subject;
    }
    const auto recorded = m_ledger.record(
        connection, stored, accepted ? DelegationEvent::TakenUp : DelegationEvent::Declined, cause);
    return recorded ? Outcome<std::optional<Delegation>>(recorded.value().toldTo(person.subject))
                    : Outcome<std::optional<Delegation>>(recorded.failure());
}

Outcome<Delegation> DelegateDesk::renounce(const SignedInPerson& person, const QString& id)
{
    if (const auto recent = m_parts.sessions.requireRecentSignIn(person); !recent) {
        return recent.failure();
    }
    return m_parts.database.write<Delegation>([&](QSqlDatabase& connection) -> Outcome<Delegation> {
        const auto found = m_store.find(connection, id.toLower());
        if (!found) {
            return found.failure();
        }
        if (!found.value() || found.value()->delegateSubject != person.subject) {
            return notFound("no such delegation of this person");
        }
        const auto recorded =
            m_ledger.record(connection, *found.value(), DelegationEvent::Renounced, causeOf(person));
        return recorded ? Outcome<Delegation>(recorded.value().toldTo(person.subject))
                        : Outcome<Delegation>(recorded.failure());
    });
}

DelegationCause DelegateDesk::causeOf(const SignedInPerson& person) const
{
    const QJsonObject evidence{
        {QStringLiteral("who"), QJsonObject{{QStringLiteral("subject"), person.subject}}},
        {QStringLiteral("signIn"),
         QJsonObject{{QStringLiteral("at"), person.signedInAt.toUTC().toString(Qt::ISODate)},
                     {QStringLiteral("assurance"), person.assurance}}},
        {QStringLiteral("device"), person.deviceThumbprint}};
    return {{}, evidence, m_parts.clock.now()};
}

} // namespace proconnect::service
