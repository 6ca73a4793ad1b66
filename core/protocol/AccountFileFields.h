// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountFileOrder.h"
#include "core/protocol/ModelFields.h"

// What the service says of files of accounts, on the wire.
namespace proconnect {

template <typename V, Is<AccountFileTaken> T>
void describe(V& v, T& taken)
{
    v.number("accounts", taken.accounts, 0, static_cast<int>(limits::accounts));
    v.flag("changed", taken.changed);
    v.number("pagesLeft", taken.pagesLeft, 0, static_cast<int>(limits::accounts));
}

} // namespace proconnect
