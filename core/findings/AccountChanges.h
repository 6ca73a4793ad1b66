// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"

#include <QList>

#include <optional>

namespace proconnect {

/// What tells a list of accounts from the one before. Accounts are meant by their positions.
struct AccountChanges
{
    QList<int> gone;    ///< in the list before, ascending
    QList<int> fresh;   ///< in the list after, ascending: came, or say something else
    bool moved = false; ///< somebody stands at another position
    QList<int> from;    ///< where somebody moved: by position after, the position before, or -1

    [[nodiscard]] bool isEmpty() const { return gone.isEmpty() && fresh.isEmpty(); }
    /// Where the account stood before; -1 for one that came.
    [[nodiscard]] int before(int account) const { return moved ? from.at(account) : account; }

    /// Makes what was kept for each account before what is kept for each after; nothing for those that came.
    template <typename Values>
    void carry(Values& values) const
    {
        if (!moved) {
            return;
        }
        Values carried(from.size());
        for (int account = 0; account < from.size(); ++account) {
            if (from.at(account) >= 0) {
                carried[account] = values.at(from.at(account));
            }
        }
        values.swap(carried);
    }
};

/// Nothing where more than `atMost` accounts came, went or changed: all is better made anew then. Linear; an
/// account is known by its id, and may have been moved among the others (it then went and came).
[[nodiscard]] std::optional<AccountChanges> changesBetween(const AccountList& before,
                                                           const AccountList& after, qsizetype atMost);

} // namespace proconnect
