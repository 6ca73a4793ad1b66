// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/decisions/AccountReplacement.h"
#include "service/decisions/NewcomerInvitations.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/departures/DepartureProgress.h"
#include "service/evidence/EvidenceChain.h"
#include "service/journal/Journal.h"
#include "service/mail/Mailer.h"
#include "service/portals/PortalSubscriptions.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/RequestStore.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Writes what a portal answered to an order: on the request or the account, in the journal, and as a link of
/// evidence beside the decision.
class DeliveryRecorder
{
public:
    DeliveryRecorder(RequestStore requests, AccountStore accounts, EvidenceChain evidence,
                     const Journal& journal, DeliveryQueue queue, PortalSubscriptions subscriptions,
                     const DirectorNotice& notice, DepartureProgress departures,
                     NewcomerInvitations invitations, AccountReplacement replacements, Mailer& mailer,
                     const Clock& clock)
        : m_requests(requests), m_accounts(accounts), m_evidence(evidence), m_journal(journal),
          m_queue(std::move(queue)), m_subscriptions(subscriptions), m_notice(notice),
          m_departures(departures), m_invitations(std::move(invitations)), m_replacements(replacements),
          m_mailer(mailer), m_clock(clock)
    {}

    /// In the transaction that ends or postpones the order; `final`: no further attempt will be made.
    [[nodiscard]] Outcome<Done> record(QSqlDatabase& connection, const DeliveryOrder& order,
                                       const DeliveryResult& result, bool final) const;

private:
    [[nodiscard]] Outcome<Done> recordFate(QSqlDatabase& connection, const DeliveryOrder& order,
                                           const DeliveryResult& result, bool final) const;
    [[nodiscard]] Outcome<Done> recordAnswer(QSqlDatabase& connection, const DeliveryOrder& order,
                                             const DeliveryResult& result, bool final) const;
    /// The company has the request to answer again: it is told, and given some days.
    [[nodiscard]] Outcome<Done> waitAgain(QSqlDatabase& connection, StoredRequest& stored) const;
    [[nodiscard]] Outcome<Done> recordAccount(QSqlDatabase& connection, const DeliveryOrder& order,
                                              const DeliveryResult& result, bool final) const;
    [[nodiscard]] Outcome<Done> recordSubstitution(QSqlDatabase& connection, const DeliveryOrder& order,
                                                   const DeliveryResult& result, bool final) const;
    [[nodiscard]] Outcome<Done> recordOpening(QSqlDatabase& connection, const DeliveryOrder& order,
                                              const DeliveryResult& result, bool final) const;
    /// Nobody opens an account for them: they are asked to register themselves.
    [[nodiscard]] Outcome<Done> askToRegister(QSqlDatabase& connection, const DeliveryOrder& order) const;
    /// A certification that came through after its director's mandate ended is taken back.
    [[nodiscard]] Outcome<Done> takeBack(QSqlDatabase& connection, const DeliveryOrder& certification) const;
    [[nodiscard]] Outcome<Done> recordEvidence(QSqlDatabase& connection, const DeliveryOrder& order,
                                               const DeliveryResult& result) const;

    RequestStore m_requests;
    AccountStore m_accounts;
    EvidenceChain m_evidence;
    const Journal& m_journal;
    DeliveryQueue m_queue;
    PortalSubscriptions m_subscriptions;
    const DirectorNotice& m_notice;
    DepartureProgress m_departures;
    NewcomerInvitations m_invitations;
    AccountReplacement m_replacements;
    Mailer& m_mailer;
    const Clock& m_clock;
};

} // namespace proconnect::service
