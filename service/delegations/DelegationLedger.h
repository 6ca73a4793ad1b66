// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/DelegationStates.h"
#include "service/companies/CompanyStore.h"
#include "service/delegations/DelegationStore.h"
#include "service/evidence/EvidenceChain.h"
#include "service/journal/Journal.h"
#include "service/mail/MailTexts.h"
#include "service/mail/Mailer.h"

#include <QJsonObject>

namespace proconnect::service {

/// Who brings an event about, and what of it is kept as evidence.
struct DelegationCause
{
    QString actor;        ///< display name for the journal; empty: the service
    QJsonObject evidence; ///< who, in what quality, how signed in, with which signature
    QDateTime at;
};

/// Writes what becomes of delegations, all in the caller's transaction: the new state, a link of evidence, a
/// line of the journal, and the message to the delegate.
class DelegationLedger
{
public:
    DelegationLedger(DelegationStore store, EvidenceChain evidence, const Journal& journal, Mailer& mailer,
                     MailTexts texts, CompanyStore companies)
        : m_store(store), m_evidence(evidence), m_journal(journal), m_mailer(mailer),
          m_texts(std::move(texts)), m_companies(companies)
    {}

    /// A new proposal, with the code that is sent to the person named and kept nowhere.
    [[nodiscard]] Outcome<Done> propose(QSqlDatabase& connection, const StoredDelegation& stored,
                                        const QString& code, const DelegationCause& cause) const;
    /// Applies `event` and gives the delegation after it. Conflict when it cannot happen in this state.
    [[nodiscard]] Outcome<StoredDelegation> record(QSqlDatabase& connection, StoredDelegation stored,
                                                   DelegationEvent event, const DelegationCause& cause) const;
    /// Somebody showed the code who is not the person invited; after the last try the proposal lapses.
    [[nodiscard]] Outcome<Done> recordStranger(QSqlDatabase& connection, StoredDelegation stored,
                                               const DelegationCause& cause) const;

private:
    [[nodiscard]] Outcome<Done> note(QSqlDatabase& connection, const StoredDelegation& stored,
                                     const QString& event, const DelegationCause& cause) const;
    [[nodiscard]] Outcome<Done> tellDelegate(QSqlDatabase& connection, const StoredDelegation& stored,
                                             DelegationEvent event) const;
    [[nodiscard]] Outcome<QString> companyName(QSqlDatabase& connection, const QString& siren) const;

    DelegationStore m_store;
    EvidenceChain m_evidence;
    const Journal& m_journal;
    Mailer& m_mailer;
    MailTexts m_texts;
    CompanyStore m_companies;
};

} // namespace proconnect::service
