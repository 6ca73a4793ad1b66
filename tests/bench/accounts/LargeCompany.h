// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

namespace proconnect::bench {

/// A company of 60 establishments on the seven portals: `accounts` accounts of `people` people, with holders
/// who left, shared, idle and orphaned accounts among them. The same numbers give the same company.
[[nodiscard]] CompanySnapshot largeCompany(int accounts, int people);

} // namespace proconnect::bench
