// SPDX-License-Identifier: MIT
#include "service/delegations/DelegationLedger.h"

#include "core/protocol/ModelJson.h"

namespace proconnect::service {
namespace {

/// No change of the delegation: its links are as many as its versions.
const QString stranger = QStringLiteral("stranger");

/// For evidence and, after "delegation.", for the journal.
QString nameOf(DelegationEvent event)
{
    switch (event) {
    case DelegationEvent::TakenUp:
        return QStringLiteral("takenUp");
    case DelegationEvent::Declined:
        return QStringLiteral("declined");
    case DelegationEvent::Renounced:
        return QStringLiteral("renounced");
    case DelegationEvent::Suspended:
        return QStringLiteral("suspended");
    case DelegationEvent::Resumed:
        return QStringLiteral("resumed");
    case DelegationEvent::Revoked:
        return QStringLiteral("revoked");
    case DelegationEvent::Confirmed:
        return QStringLiteral("confirmed");
    case DelegationEvent::LeftToLapse:
    case DelegationEvent::Lapsed:
        return QStringLiteral("lapsed");
    case DelegationEvent::Started:
        return QStringLiteral("started");
    case DelegationEvent::Expired:
        return QStringLiteral("expired");
    case DelegationEvent::MandateEnded:
        break;
    }
    return QStringLiteral("mandateEnded");
}

} // namespace

Outcome<Done> DelegationLedger::propose(QSqlDatabase& connection, const StoredDelegation& stored,
                                        const QString& code, const DelegationCause& cause) const
{
    if (auto inserted = m_store.insert(connection, stored); !inserted) {
        return inserted;
    }
    if (auto noted = note(connection, stored, QStringLiteral("proposed"), cause); !noted) {
        return noted;
    }
    const auto company = companyName(connection, stored.delegation.terms.siren);
    return company ? m_mailer.enqueue(connection,
                                      m_texts.delegationProposed(stored.delegation, company.value(), code))
                   : Outcome<Done>(company.failure());
}

Outcome<StoredDelegation> DelegationLedger::record(QSqlDatabase& connection, StoredDelegation stored,
                                                   DelegationEvent event, const DelegationCause& cause) const
{
    const auto next = afterEvent(stored.delegation, event, cause.at);
    if (!next) {
        return Failure{FailureCode::Conflict, QStringLiteral("not in this state of the delegation"), {}};
    }
    stored.delegation = *next;
    if (next->state != DelegationState::Proposed) {
        stored.codeHash.clear();
    }
    if (const auto saved = m_store.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (const auto noted = note(connection, stored, nameOf(event), cause); !noted) {
        return noted.failure();
    }
    if (actorOf(event) != DelegationActor::Delegate && event != DelegationEvent::Started) {
        if (const auto told = tellDelegate(connection, stored, event); !told) {
            return told.failure();
        }
    }
    return stored;
}

Outcome<Done> DelegationLedger::recordStranger(QSqlDatabase& connection, StoredDelegation stored,
                                               const DelegationCause& cause) const
{
    --stored.triesLeft;
    if (auto saved = m_store.saveTries(connection, stored); !saved) {
        return saved;
    }
    if (auto noted = note(connection, stored, stranger, cause); !noted || stored.triesLeft > 0) {
        return noted;
    }
    const auto lapsed = record(connection, stored, DelegationEvent::Lapsed, {{}, {}, cause.at});
    return lapsed ? Outcome<Done>(Done{}) : Outcome<Done>(lapsed.failure());
}

Outcome<Done> DelegationLedger::note(QSqlDatabase& connection, const StoredDelegation& stored,
                                     const QString& event, const DelegationCause& cause) const
{
    const Delegation& delegation = stored.delegation;
    QJsonObject content = cause.evidence;
    content.insert(QStringLiteral("event"), event);
    content.insert(QStringLiteral("at"), cause.at.toUTC().toString(Qt::ISODate));
    content.insert(QStringLiteral("delegation"), toJson(delegation));
    content.insert(QStringLiteral("delegator"), stored.delegatorSubject);
    content.insert(QStringLiteral("delegate"), stored.delegateSubject);
    const auto link = m_evidence.append(connection, delegation.terms.siren,
                                        event == stranger ? stranger : QStringLiteral("delegation"),
                                        delegation.terms.id, content);
    if (!link) {
        return link.failure();
    }
    return m_journal.add(connection, delegation.terms.siren,
                         {0,
                          cause.at,
                          QStringLiteral("delegation.") + event,
                          delegation.terms.displayName(),
                          cause.actor,
                          {}});
}

Outcome<Done> DelegationLedger::tellDelegate(QSqlDatabase& connection, const StoredDelegation& stored,
                                             DelegationEvent event) const
{
    // A proposal ends with the mandate: nothing waits for a successor then.
    const QString sentence =
        stored.delegation.state == DelegationState::Lapsed ? nameOf(DelegationEvent::Lapsed) : nameOf(event);
    const auto company = companyName(connection, stored.delegation.terms.siren);
    return company ? m_mailer.enqueue(connection,
                                      m_texts.delegationChanged(stored.delegation, company.value(), sentence))
                   : Outcome<Done>(company.failure());
}

Outcome<QString> DelegationLedger::companyName(QSqlDatabase& connection, const QString& siren) const
{
    const auto company = m_companies.find(connection, siren);
    if (!company) {
        return company.failure();
    }
    return company.value() ? company.value()->name : siren;
}

} // namespace proconnect::service
