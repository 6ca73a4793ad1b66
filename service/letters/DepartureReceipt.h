// SPDX-License-Identifier: MIT
#pragma once

#include "service/departures/StoredDeparture.h"
#include "service/letters/Letter.h"
#include "service/portals/PortalDirectory.h"
#include "service/registries/Registry.h"

#include <QHash>
#include <QJsonObject>

namespace proconnect::service {

/// The portal's own word that an account was closed, a link of evidence.
struct Acknowledgement
{
    QDateTime at;
    QString hash; ///< of the link
};

/// What is known of a departure on the day of its receipt.
struct DepartureReceipt
{
    QString siren;
    RegisteredCompany company;
    Departure departure;
    QString hash;                                     ///< of the decision's link of evidence
    QHash<QString, Acknowledgement> acknowledgements; ///< by DepartureStep::account
    QString verifyAddress;                            ///< where anyone checks the code
    QDateTime at;
};

/// As JSON. It may be shown to anybody: why somebody left is not in it.
[[nodiscard]] QJsonObject toJson(const DepartureReceipt& receipt, const PortalDirectory& portals);
/// The same for people, in French.
[[nodiscard]] Letter toLetter(const DepartureReceipt& receipt, const PortalDirectory& portals);

} // namespace proconnect::service
