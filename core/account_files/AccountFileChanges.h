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
};

/// Compares a whole file with what is known of `portal` among `known`.
[[nodiscard]] AccountFileChanges accountFileChanges(const QList<FileAccount>& accounts,
                                                    const AccountList& known, const QString& portal);

} // namespace proconnect
