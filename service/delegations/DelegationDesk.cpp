// SPDX-License-Identifier: MIT
#include "service/delegations/DelegationDesk.h"

#include "core/model/BusinessNumbers.h"
#include "core/model/WrittenName.h"
#include "core/protocol/ModelJson.h"
#include "service/evidence/ReceiptCode.h"
#include "service/keys/ServiceKeys.h"
#include "service/mail/MailMessage.h"
#include "service/storage/Database.h"

#include <QSet>

namespace proconnect::service {
namespace {

constexpr int mostStrangers = 5;
constexpr int mostProposalsADay = 20;
constexpr qint64 daySeconds = 86'400;

Failure invalid(const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), {}};
}

DelegationEvent eventOf(DelegationOrder order)
{
    switch (order) {
    case DelegationOrder::Suspend:
        return DelegationEvent::Suspended;
    case DelegationOrder::Resume:
        return DelegationEvent::Resumed;
    case DelegationOrder::Confirm:
        return DelegationEvent::Confirmed;
    case DelegationOrder::LetLapse:
        return DelegationEvent::LeftToLapse;
    case DelegationOrder::Revoke:
        break;
    }
    return DelegationEvent::Revoked;
}

/// Taking rights away needs no more than any decision; giving them is of high effect.
bool givesRights(DelegationOrder order)
{
    return order == DelegationOrder::Resume || order == DelegationOrder::Confirm;
}

} // namespace

QString delegationCodeHash(const ServiceKeys& keys, const QString& code)
{
    QString characters = code.toUpper();
    characters.removeIf([](QChar c) { return c == u'-' || c.isSpace(); });
    return QString::fromLatin1(keys.fingerprint(characters.toUtf8(), "delegation-code"));
}

Outcome<DelegationList> DelegationDesk::list(const SignedInPerson& person, const QString& siren)
{
    const auto mandate = m_parts.mandates.require(person.subject, siren, MandateUse::Reading);
    if (!mandate) {
        return mandate.failure();
    }
    const auto stored = m_parts.database.read<QList<StoredDelegation>>(
        [&](QSqlDatabase& connection) { return m_store.ofCompany(connection, siren); });
    if (!stored) {
        return stored.failure();
    }
    DelegationList list;
    for (const StoredDelegation& each : stored.value()) {
        list.delegations.append(standingAt(each.toldTo(person.subject), m_parts.clock.now()));
    }
    return list;
}

Outcome<MadeProposal> DelegationDesk::propose(const SignedInPerson& person, DelegationProposal terms,
                                              const QByteArray& token)
{
    terms.id = terms.id.toLower();
    if (const auto recent = m_parts.sessions.requireHighEffectSignIn(person); !recent) {
        return recent.failure();
    }
    // Asks the register when its last word is old, which no transaction may wait for.
    if (const auto mandate = m_parts.mandates.require(person.subject, terms.siren); !mandate) {
        return mandate.failure();
    }
    if (const auto why = whyNotAllowed(terms)) {
        return *why;
    }
    auto made = m_parts.database.write<MadeProposal>(
        [&](QSqlDatabase& connection) { return write(connection, person, terms, token); });
    if (made) {
        m_parts.mailer.wake();
    }
    return made;
}

std::optional<Failure> DelegationDesk::whyNotAllowed(const DelegationProposal& terms) const
{
    if (!isWrittenName(terms.givenName) || !isWrittenName(terms.familyName)) {
        return invalid("the names are not those of a person");
    }
    if (!isMailAddress(terms.email)) {
        return Failure{FailureCode::EmailInvalid, QStringLiteral("address of the delegate"), {}};
    }
    if (terms.powers.isEmpty() || terms.portals.isEmpty()) {
        return invalid("no powers, or no portals");
    }
    if (!periodAllowed(terms, m_parts.clock.now())) {
        return invalid("the dates are not within the next twelve months");
    }
    for (const QString& portal : terms.portals) {
        if (m_parts.portals.find(portal) == nullptr) {
            return invalid("an unknown portal");
        }
    }
    for (const QString& siret : terms.sirets) {
        const auto number = SiretNumber::parse(siret);
        if (!number || number->digits() != siret || number->siren().digits() != terms.siren) {
            return invalid("an establishment of another company");
        }
    }
    return std::nullopt;
}

Outcome<MadeProposal> DelegationDesk::write(QSqlDatabase& connection, const SignedInPerson& person,
                                            const DelegationProposal& terms, const QByteArray& token)
{
    if (const auto still = m_parts.sessions.requireStillSignedIn(connection, person); !still) {
        return still.failure();
    }
    const auto mandate = m_parts.mandates.held(connection, person.subject, terms.siren);
    if (!mandate) {
        return mandate.failure();
    }
    const auto earlier = m_store.find(connection, terms.id);
    if (!earlier) {
        return earlier.failure();
    }
    if (earlier.value()) {
        const bool same =
            earlier.value()->delegation.terms == terms && earlier.value()->delegatorSubject == person.subject;
        return same ? Outcome<MadeProposal>(MadeProposal{earlier.value()->delegation, true})
                    : Outcome<MadeProposal>(Failure{
                          FailureCode::Conflict, QStringLiteral("this identifier was used before"), {}});
    }
    const DelegationCause cause = causeOf(person, mandate.value(), token);
    const auto recent = m_store.proposedSince(connection, terms.siren, cause.at.addSecs(-daySeconds));
    if (!recent) {
        return recent.failure();
    }
    if (recent.value() >= mostProposalsADay) {
        return Failure{
            FailureCode::TooManyRequests, QStringLiteral("proposals of this company in a day"), {}};
    }
    const QString code = newReceiptCode();
    StoredDelegation stored;
    stored.delegation.terms = terms;
    stored.delegation.delegator = person.displayName;
    stored.delegation.proposedAt = cause.at;
    stored.delegation.answerBy = cause.at.addDays(delegationProposalDays);
    stored.delegatorSubject = person.subject;
    stored.codeHash = delegationCodeHash(m_parts.keys, code);
    stored.triesLeft = mostStrangers;
    const auto proposed = m_ledger.propose(connection, stored, code, cause);
    return proposed ? Outcome<MadeProposal>(MadeProposal{stored.delegation, false})
                    : Outcome<MadeProposal>(proposed.failure());
}

Outcome<Delegation> DelegationDesk::act(const SignedInPerson& person, const DelegationAct& act,
                                        const QByteArray& token)
{
    const auto recent = givesRights(act.order) ? m_parts.sessions.requireHighEffectSignIn(person)
                                               : m_parts.sessions.requireRecentSignIn(person);
    if (!recent) {
        return recent.failure();
    }
    if (const auto mandate = m_parts.mandates.require(person.subject, act.siren); !mandate) {
        return mandate.failure();
    }
    auto done = m_parts.database.write<Delegation>(
        [&](QSqlDatabase& connection) { return write(connection, person, act, token); });
    if (done) {
        m_parts.mailer.wake();
    }
    return done;
}

Outcome<Delegation> DelegationDesk::write(QSqlDatabase& connection, const SignedInPerson& person,
                                          const DelegationAct& act, const QByteArray& token)
{
    if (const auto still = m_parts.sessions.requireStillSignedIn(connection, person); !still) {
        return still.failure();
    }
    const auto mandate = m_parts.mandates.held(connection, person.subject, act.siren);
    if (!mandate) {
        return mandate.failure();
    }
    auto found = m_store.find(connection, act.delegation.toLower());
    if (!found) {
        return found.failure();
    }
    if (!found.value() || found.value()->delegation.terms.siren != act.siren) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such delegation of this company"), {}};
    }
    StoredDelegation& stored = *found.value();
    const DelegationCause cause = causeOf(person, mandate.value(), token);
    if (stored.delegation.version != act.version || dueEvent(stored.delegation, cause.at)) {
        return Failure{
            FailureCode::VersionChanged, QStringLiteral("the delegation changed since it was shown"), {}};
    }
    if (act.order == DelegationOrder::Confirm) {
        if (stored.delegateSubject == person.subject) {
            return Failure{FailureCode::NotAllowed, QStringLiteral("nobody confirms their own"), {}};
        }
        stored.delegatorSubject = person.subject;
        stored.delegation.delegator = person.displayName;
    }
    const auto recorded = m_ledger.record(connection, stored, eventOf(act.order), cause);
    return recorded ? Outcome<Delegation>(recorded.value().toldTo(person.subject))
                    : Outcome<Delegation>(recorded.failure());
}

DelegationCause DelegationDesk::causeOf(const SignedInPerson& person, const Mandate& mandate,
                                        const QByteArray& token) const
{
    const QJsonObject evidence{
        {QStringLiteral("who"), QJsonObject{{QStringLiteral("subject"), person.subject},
                                            {QStringLiteral("name"), person.displayName}}},
        {QStringLiteral("quality"),
         QJsonObject{{QStringLiteral("function"), mandate.function},
                     {QStringLiteral("register"), wireName(mandate.source)},
                     {QStringLiteral("checkedAt"), mandate.verifiedAt.toUTC().toString(Qt::ISODate)}}},
        {QStringLiteral("signIn"),
         QJsonObject{{QStringLiteral("at"), person.signedInAt.toUTC().toString(Qt::ISODate)},
                     {QStringLiteral("assurance"), person.assurance}}},
        {QStringLiteral("device"), person.deviceKey},
        {QStringLiteral("signed"), QString::fromLatin1(token)}};
    return {person.displayName, evidence, m_parts.clock.now()};
}

} // namespace proconnect::service
