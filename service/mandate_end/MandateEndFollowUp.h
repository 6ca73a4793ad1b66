// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/companies/MandateRecord.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/evidence/EvidenceChain.h"
#include "service/journal/Journal.h"
#include "service/portals/PortalSubscriptions.h"

namespace proconnect::service {

/// What the end of a mandate brings, in the transaction that writes it (domain 4.3, Certification): the
/// accounts certified for that person are to lose it, their portals are told, certifications under way are
/// stopped, and a link of evidence says why.
class MandateEndFollowUp
{
public:
    MandateEndFollowUp(AccountStore accounts, DeliveryQueue queue, EvidenceChain evidence,
                       const Journal& journal, const PortalDirectory& portals)
        : m_accounts(accounts), m_queue(std::move(queue)), m_evidence(evidence), m_journal(journal),
          m_portals(portals), m_subscriptions(portals)
    {}

    /// `ended` is a record whose state is Ended.
    [[nodiscard]] Outcome<Done> follow(QSqlDatabase& connection, const MandateRecord& ended) const;

private:
    /// The accounts that follow from the mandate, marked as to be withdrawn.
    [[nodiscard]] Outcome<QList<StoredAccount>> markAccounts(QSqlDatabase& connection,
                                                             const MandateRecord& ended) const;
    /// Accounts whose certification was asked for this person and not yet answered. Their orders end by
    /// themselves: nothing is certified any more that is to be withdrawn.
    [[nodiscard]] Outcome<QList<StoredAccount>> requestedFor(QSqlDatabase& connection,
                                                             const MandateRecord& ended) const;
    /// Nobody takes a portal's administration over any more because the person had decided so: what no portal
    /// has answered yet has failed, and its order ends by itself.
    [[nodiscard]] Outcome<Done> stopSubstitutions(QSqlDatabase& connection, const MandateRecord& ended) const;
    /// Orders that take each certification back, over SCIM and by the event of whoever subscribed to it.
    [[nodiscard]] Outcome<Done> withdraw(QSqlDatabase& connection, const MandateRecord& ended,
                                         const PortalAccount& account, const QString& act) const;
    [[nodiscard]] Outcome<Done> tellPortals(QSqlDatabase& connection, const MandateRecord& ended,
                                            const QList<StoredAccount>& accounts, const QString& act) const;

    AccountStore m_accounts;
    DeliveryQueue m_queue;
    EvidenceChain m_evidence;
    const Journal& m_journal;
    const PortalDirectory& m_portals;
    PortalSubscriptions m_subscriptions;
};

} // namespace proconnect::service
