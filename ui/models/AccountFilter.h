// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/FindingSet.h"

#include <QString>

namespace proconnect::ui {

/// Which accounts are listed.
enum class AccountFilter {
    Open,
    Departures,
    Administrators,
    Mandates,
    Addresses,
    Shared,
    Idle,
    Duplicates,
    SetAside, ///< a finding that somebody chose to leave as it is
    Closed,
    Count
};

/// The findings that a filter is about; none for those that are about something else.
[[nodiscard]] FindingSet findingsOf(AccountFilter filter);

/// "departures", as the target of a page names it; and back, Open for a name of none.
[[nodiscard]] QString nameOf(AccountFilter filter);
[[nodiscard]] AccountFilter filterNamed(const QString& name);

} // namespace proconnect::ui
