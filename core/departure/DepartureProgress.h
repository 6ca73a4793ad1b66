// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "core/model/Decision.h"

#include <QList>

namespace proconnect {

/// How far a departure is, counted in accounts.
struct DepartureTally
{
    int all = 0;      ///< without those that were stopped or need nothing
    int closed = 0;   ///< confirmed by the portal, or declared by the company; not opened again
    int waiting = 0;  ///< has not left: its hour, or its successor, has not come
    int underWay = 0; ///< asked for
    int manual = 0;   ///< by letter
    int failed = 0;
    int stopped = 0;
    int restored = 0; ///< closed, and opened again

    friend bool operator==(const DepartureTally&, const DepartureTally&) = default;
};

[[nodiscard]] DepartureTally tallyOf(const Departure& departure);

/// Still to be carried out, or to be finished by somebody.
[[nodiscard]] bool isUnfinished(const Departure& departure);

/// The portal says within the hour that it has closed the account; others take their time.
[[nodiscard]] bool closesAtOnce(const CompanySnapshot& company, const QString& portal);

/// Something may change within moments: an order leaves, or a portal that closes at once has not answered
/// yet.
[[nodiscard]] bool isMoving(const CompanySnapshot& company, const Departure& departure);

/// How many of the portals have answered, and how many there are.
struct PortalsHeard
{
    int heard = 0;
    int all = 0;
};
[[nodiscard]] PortalsHeard portalsHeard(const CompanySnapshot& company, const Departure& departure);

/// Portals that close at once first, those by letter last.
[[nodiscard]] QList<DepartureStep> stepsInOrder(const CompanySnapshot& company, const Departure& departure);

/// The departure that `decision` (StartDeparture) will make, as long as the service has not said so.
[[nodiscard]] Departure announced(const CompanySnapshot& company, const Decision& decision);

/// The one of that id; null when the company has none.
[[nodiscard]] const Departure* departureOf(const CompanySnapshot& company, const QString& id);

} // namespace proconnect
