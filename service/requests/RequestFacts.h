// SPDX-License-Identifier: MIT
#pragma once

#include "service/portals/PortalDirectory.h"
#include "service/requests/CompanyPeople.h"
#include "service/requests/RequestStore.h"

#include <QList>

namespace proconnect::service {

/// What the director should know before answering: facts about each request, from the company's accounts and
/// its other requests. Never a score.
class RequestFacts
{
public:
    /// `requests`: those of the company, back to RequestStore::shownSince().
    RequestFacts(const PortalDirectory& portals, const QList<StoredAccount>& accounts,
                 const QList<StoredRequest>& requests);

    /// Fills risks, resembles, existingPortals and deadline->whoElseCan.
    void fill(AccessRequest& request) const;

private:
    [[nodiscard]] QList<RiskFact> risksOf(const AccessRequest& request,
                                          const QList<const PortalAccount*>& accounts) const;
    [[nodiscard]] bool acceptedBefore(const AccessRequest& request) const;
    [[nodiscard]] bool firstFromPortal(const AccessRequest& request) const;

    const PortalDirectory& m_portals;
    CompanyPeople m_people;
    QMultiHash<QString, QDateTime> m_acceptedAt; ///< by address: when requests that were accepted came
    QHash<QString, QDateTime> m_firstFrom;       ///< by portal: when it first sent a request
};

/// Between 22:00 and 06:00 or on a Sunday, in Paris.
[[nodiscard]] bool isOddHour(const QDateTime& instant);
/// The address of a function, not of a person: contact@, compta@...
[[nodiscard]] bool isGenericAddress(const QString& address);

} // namespace proconnect::service
