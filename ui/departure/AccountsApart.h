// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/DepartureText.h"

namespace proconnect::ui {

/// What stands beside the portal's name in each row of a departure: whose account it is where the departure
/// closes those of several, and which of two on one portal (establishment, sign-in address, identifier).
/// Empty where the portal's name says enough. In the order of the rows.
[[nodiscard]] QStringList accountsApart(const AccountText& text, const QList<PlannedClosing>& rows);
/// The same of a departure under way, whose accounts may be gone from the data.
[[nodiscard]] QStringList accountsApart(const AccountText& text, const QList<DepartureStep>& rows);

} // namespace proconnect::ui
