// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect {

/// What is wrong in a file of accounts.
struct AccountFileFault
{
    enum class Kind {
        Unreadable, ///< told by who opens the file, as the next two
        NotText,
        TooLarge,       ///< more bytes than are read
        NoColumns,      ///< no line of column names
        TooManyColumns, ///< more than any portal writes
        ColumnTwice,
        NoIdentifierColumn,
        Quotes, ///< that do not end, or stand inside a value; nothing is read after them
        ValueCount,
        TooManyAccounts,
        Identifier, ///< none, too long, or with characters that nobody sees
        Twice,      ///< the same identifier on a line before
        Administrator,
        State,
        Establishment, ///< no SIRET of this company
        CreatedOn,
        LastUsed,
        TooLong ///< a list of rights or establishments that no account has
    };
    Kind kind = Kind::Unreadable;
    int line = 0;       ///< 0: the whole file
    QString value = {}; ///< what stands there, on one short line; empty where it says nothing

    friend bool operator==(const AccountFileFault&, const AccountFileFault&) = default;
};

/// Stable and short, for support: "file-quotes".
[[nodiscard]] const char* faultCode(AccountFileFault::Kind kind);
/// The column at fault as the file names it; empty for the whole line.
[[nodiscard]] QString faultColumn(AccountFileFault::Kind kind);

} // namespace proconnect
