// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/decisions/AccountDecisions.h"
#include "service/decisions/ClosedAccountDecisions.h"
#include "service/decisions/DepartureDecisions.h"
#include "service/decisions/RequestDecisions.h"
#include "service/decisions/SignedDecision.h"
#include "service/decisions/SubstitutionDecisions.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/evidence/EvidenceChain.h"
#include "service/journal/Journal.h"

#include <functional>

namespace proconnect::service {

class CompanyDirectory;
class Database;
class Mailer;
class ReferenceNumbers;

/// A receipt, and whether the decision had been taken before.
struct TakenDecision
{
    DecisionReceipt receipt;
    bool before = false;
    QStringList wakePortals; ///< have an order to carry
};

/// Takes decisions: who, quality at that instant, freshness, version and state are checked, then one
/// transaction writes the decision, its evidence, the order to the portal, the new state and the journal.
class DecisionDesk
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        ReferenceNumbers& numbers;
        SessionGuard& sessions;
        ActingRights& rights;
        CompanyDirectory& companies;
        const Journal& journal;
        Mailer& mailer;
        const DirectorNotice& notice;
        std::function<void(const QString&)> wakeDeliveries; ///< called with a portal after the commit
    };

    DecisionDesk(Parts parts, RequestDecisions requests, AccountDecisions accounts,
                 ClosedAccountDecisions closedAccounts, DepartureDecisions departures,
                 SubstitutionDecisions substitutions, DeliveryQueue queue, EvidenceChain evidence)
        : m_parts(std::move(parts)), m_requests(std::move(requests)), m_accounts(accounts),
          m_closedAccounts(std::move(closedAccounts)), m_departures(std::move(departures)),
          m_substitutions(substitutions), m_queue(std::move(queue)), m_evidence(evidence)
    {}

    /// Takes a decision, at most once for each identifier: sent again, it gives the same receipt.
    /// Failures: SignInTooOld, StrongSignInNeeded (accepting an administrator role or a payment right), those
    /// of ActingRights, RequestDecisions, AccountDecisions, ClosedAccountDecisions, DepartureDecisions,
    /// SubstitutionDecisions and DecisionStore.
    [[nodiscard]] Outcome<TakenDecision> take(const SignedInPerson& person, const SignedDecision& decision);

private:
    [[nodiscard]] Outcome<TakenDecision> write(QSqlDatabase& connection, const SignedInPerson& person,
                                               const SignedDecision& decision, const QString& receiptNumber);
    [[nodiscard]] Outcome<DecisionEffect> applied(QSqlDatabase& connection,
                                                  const DecisionContext& context) const;
    [[nodiscard]] Outcome<Done> follow(QSqlDatabase& connection, const DecisionContext& context,
                                       const DecisionEffect& effect) const;

    Parts m_parts;
    RequestDecisions m_requests;
    AccountDecisions m_accounts;
    ClosedAccountDecisions m_closedAccounts;
    DepartureDecisions m_departures;
    SubstitutionDecisions m_substitutions;
    DeliveryQueue m_queue;
    EvidenceChain m_evidence;
};

} // namespace proconnect::service
