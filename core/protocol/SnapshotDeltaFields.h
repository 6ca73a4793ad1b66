// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/SnapshotDelta.h"
#include "core/protocol/DepartureFields.h"
#include "core/protocol/ModelFields.h"

// The fields of what changed in a company's data, as ModelFields.h lists those of the rest.
namespace proconnect {

template <typename V, Is<SnapshotDelta> T>
void describe(V& v, T& delta)
{
    constexpr int last = static_cast<int>(limits::accounts);
    v.key("base", delta.base, limits::id);
    v.object("snapshot", delta.snapshot);
    v.numbers("gone", delta.gone, limits::accounts, 0, last);
    v.numbers("fresh", delta.fresh, limits::accounts, 0, last);
    v.number("accounts", delta.accounts, 0, last);
}

} // namespace proconnect
