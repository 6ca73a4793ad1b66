// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFile.h"
#include "core/model/PortalAccount.h"

namespace proconnect {

/// What a file would change of the accounts that are open on its portal.
struct AccountFileChanges
{
    enum class Field { Holder, Email, Role, Administrator, Rights, Places, CreatedOn, LastUsed };
    struct Changed
    {
        FileAccount account;
        QList<Field> fields; ///< never empty
    };

    QList<FileAccount> added; ///< open in the file, unknown or closed so far
    QList<Changed> changed;
    QList<PortalAccount> gone; ///< open so far, missing or closed in the file
    qsizetype unchanged = 0;   ///< open and the same

    /// The accounts of the portal that were open so far.
    [[nodiscard]] qsizetype known() const { return changed.size() + gone.size() + unchanged; }
    /// Whether the file ends so many that it may not be the whole list: more than half of them, or more than
    /// `manyGone`.
    [[nodiscard]] bool endsMany() const { return gone.size() > manyGone || 2 * gone.size() > known(); }
    static constexpr qsizetype manyGone = 10;
};

/// Compares a whole file with what is known of `portal` among `known`.
[[nodiscard]] AccountFileChanges accountFileChanges(const QList<FileAccount>& accounts,
                                                    const AccountList& known, const QString& portal);

} // namespace proconnect
