// SPDX-License-Identifier: MIT
#pragma once

#include "service/deliveries/DeliveryQueue.h"
#include "service/evidence/EvidenceChain.h"
#include "service/journal/Journal.h"
#include "service/requests/RequestStore.h"

namespace proconnect::service {

/// Writes down what happened to a request without a decision of the company: a link of evidence, a line of
/// the journal and, when there is one, the answer for the portal. All in the caller's transaction.
class RequestLedger
{
public:
    RequestLedger(DeliveryQueue queue, EvidenceChain evidence, const Journal& journal)
        : m_queue(std::move(queue)), m_evidence(evidence), m_journal(journal)
    {}

    /// What happened: the link holds `event` with the request's reference, portal and state, and `facts`.
    struct Entry
    {
        QString event; ///< "expired"; the journal's line is "request.expired"
        QJsonObject facts;
        bool tellPortal = false; ///< of the state that the request is in now
    };
    [[nodiscard]] Outcome<Done> record(QSqlDatabase& connection, const StoredRequest& stored,
                                       const Entry& entry, const QDateTime& now) const;

private:
    [[nodiscard]] Outcome<Done> tellPortal(QSqlDatabase& connection, const StoredRequest& stored,
                                           const QDateTime& now) const;

    DeliveryQueue m_queue;
    EvidenceChain m_evidence;
    const Journal& m_journal;
};

} // namespace proconnect::service
