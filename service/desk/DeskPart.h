// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/account_files/AccountFileRoutes.h"
#include "service/account_notes/AccountNoteRoutes.h"
#include "service/accounts/AccountDeclarations.h"
#include "service/accounts/AccountSync.h"
#include "service/accounts/ScimClient.h"
#include "service/decisions/ClosureAcknowledgements.h"
#include "service/decisions/DecisionDesk.h"
#include "service/decisions/DecisionRoutes.h"
#include "service/decisions/DeliveryRecorder.h"
#include "service/decisions/DepartureTurns.h"
#include "service/decisions/OpeningNeeds.h"
#include "service/decisions/ReceiptPage.h"
#include "service/decisions/ReceiptRoutes.h"
#include "service/decisions/UnansweredClosures.h"
#include "service/delegations/CompaniesWithDelegations.h"
#include "service/delegations/DelegationEndNotice.h"
#include "service/delegations/DelegationRoutes.h"
#include "service/delegations/DelegationTerms.h"
#include "service/deliveries/AccountOpenings.h"
#include "service/deliveries/AccountOrders.h"
#include "service/deliveries/ContactEmailEvents.h"
#include "service/deliveries/DeliveryWorker.h"
#include "service/deliveries/EventPusher.h"
#include "service/deliveries/ReceiverTrial.h"
#include "service/deliveries/SubscriptionRoutes.h"
#include "service/letters/DepartureRoutes.h"
#include "service/letters/LetterRoutes.h"
#include "service/letters/RequestLetterRoutes.h"
#include "service/mandate_end/MandateEndFollowUp.h"
#include "service/mandate_end/MandateEndNotice.h"
#include "service/platform/Platform.h"
#include "service/portals/PortalRoutes.h"
#include "service/records/ReferenceNumbers.h"
#include "service/requests/CompaniesWithRequests.h"
#include "service/requests/PortalRequests.h"
#include "service/requests/RequestExpiry.h"
#include "service/requests/RequestReminding.h"
#include "service/requests/RequestRoutes.h"
#include "service/snapshot/SnapshotRoutes.h"

#include <memory>

namespace proconnect::service {

class CompanyDirectory;
class ContactEmails;
class Mailer;

/// What stands between portals and directors, put together: requests, accounts, decisions, deliveries,
/// snapshots.
class DeskPart
{
public:
    /// The other parts that this one asks.
    struct Neighbours
    {
        SessionGuard& sessions;
        Mandates& mandates;
        CompanyDirectory& companies;
        ContactEmails& addresses;
        DirectorVerification& verification;
        Mailer& mailer;
        CompanyLookup lookup = nullptr; ///< of companies that nobody attached; none: nothing is known of them
    };

    /// Adds its routes and jobs. Fails when a portal's section cannot be read.
    [[nodiscard]] static Outcome<std::unique_ptr<DeskPart>> create(const Platform& platform,
                                                                   Neighbours neighbours);
    DeskPart(const DeskPart&) = delete;
    DeskPart& operator=(const DeskPart&) = delete;

    /// A company was just attached: its accounts are asked for now, and its requests have found somebody.
    void companyAttached(const QString& siren)
    {
        m_sync.wake();
        m_reminding.companyAttached(siren);
    }
    /// A mandate ended: what followed from it ends in the same transaction.
    [[nodiscard]] Outcome<Done> mandateEnded(QSqlDatabase& connection, const MandateRecord& ended)
    {
        if (const auto followed = m_mandateEnd.follow(connection, ended); !followed) {
            return followed.failure();
        }
        if (const auto stopped = m_departureTurns.mandateEnded(connection, ended); !stopped) {
            return stopped.failure();
        }
        const auto told = m_mandateEndNotice.tell(connection, ended);
        return told ? m_delegationTerms.mandateEnded(connection, ended) : told;
    }
    /// SIRENE recorded another contact address; in the transaction that writes it.
    [[nodiscard]] Outcome<Done> contactEmailRecorded(QSqlDatabase& connection, const QString& siren,
                                                     const ContactEmail& recorded)
    {
        return m_contactEmailEvents.tell(connection, siren, recorded, m_clock.now());
    }
    /// How each way to each portal stands. From any thread.
    [[nodiscard]] QList<PortalLineStatus> portalLines() const
    {
        return m_sync.lines() + m_deliveries.lines();
    }
    /// The companies, with the number of requests that wait in each, and with those of delegates.
    [[nodiscard]] CompanyDirectory& companies() { return m_reachable; }

private:
    DeskPart(const Platform& platform, const Neighbours& neighbours, PortalDirectory portals,
             const MailTexts& texts);

    const Clock& m_clock;
    PortalDirectory m_portals;
    Journal m_journal;
    RequestStore m_requestStore;
    AccountStore m_accountStore;
    DepartureStore m_departureStore;
    DepartureProgress m_departureProgress;
    EvidenceChain m_evidence;
    DeliveryQueue m_queue;
    DelegationStore m_delegationStore;
    ActingRights m_rights;
    DirectorNotice m_notice;
    NewcomerInvitations m_invitations;
    DepartureLeaving m_departureLeaving;
    AccountReplacement m_replacements;
    ScimClient m_scim;
    AccountSync m_sync;

    SecurityEvents m_events;
    EventPusher m_pusher;
    ReceiverTrial m_trial;
    AccountOrders m_accountOrders;
    OpeningNeeds m_openingNeeds;
    AccountOpenings m_accountOpenings;
    DeliveryRecorder m_recorder;
    DeliveryWorker m_deliveries;

    MandateEndFollowUp m_mandateEnd;
    MandateEndNotice m_mandateEndNotice;
    ContactEmailEvents m_contactEmailEvents;

    DelegationLedger m_delegationLedger;
    DelegationTerms m_delegationTerms;
    DelegationEndNotice m_delegationEndNotice;
    DelegationDesk m_delegationDesk;
    DelegateDesk m_delegateDesk;

    RequestLedger m_requestLedger;
    RequesterBlocks m_blocks;
    CompaniesWithRequests m_companies;
    CompaniesWithDelegations m_reachable;
    ReferenceNumbers m_numbers;
    PortalRequests m_requests;
    RequestExpiry m_expiry;
    RequestReminding m_reminding;
    DepartureTurns m_departureTurns;
    DecisionDesk m_decisions;

    PortalTokens m_tokens;
    CallQuota m_portalCalls;
    PortalGuard m_guard;
    PortalRoutes m_portalRoutes;
    RequestRoutes m_requestRoutes;
    RequestLetterRoutes m_requestLetterRoutes;
    SubscriptionRoutes m_subscriptionRoutes;
    AccountDeclarations m_declarations;
    ClosureAcknowledgements m_closures;
    UnansweredClosures m_unanswered;
    DecisionRoutes m_decisionRoutes;
    ReceiptRoutes m_receiptRoutes;
    ReceiptPage m_receiptPage;
    SnapshotRoutes m_snapshotRoutes;
    LetterRoutes m_letterRoutes;
    DepartureRoutes m_departureRoutes;
    AccountFileRoutes m_accountFileRoutes;
    AccountNoteRoutes m_accountNoteRoutes;
    DelegationRoutes m_delegationRoutes;
};

} // namespace proconnect::service
