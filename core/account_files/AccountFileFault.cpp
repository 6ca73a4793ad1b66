// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFileFault.h"

#include "core/account_files/AccountColumns.h"

namespace proconnect {

const char* faultCode(AccountFileFault::Kind kind)
{
    switch (kind) {
    case AccountFileFault::Kind::Unreadable:
        return "file-unreadable";
    case AccountFileFault::Kind::NotText:
        return "file-text";
    case AccountFileFault::Kind::TooLarge:
        return "file-size";
    case AccountFileFault::Kind::NoColumns:
        return "file-columns-none";
    case AccountFileFault::Kind::TooManyColumns:
        return "file-columns-many";
    case AccountFileFault::Kind::ColumnTwice:
        return "file-column-twice";
    case AccountFileFault::Kind::NoIdentifierColumn:
        return "file-column-identifier";
    case AccountFileFault::Kind::Quotes:
        return "file-quotes";
    case AccountFileFault::Kind::ValueCount:
        return "file-values";
    case AccountFileFault::Kind::TooManyAccounts:
        return "file-accounts";
    case AccountFileFault::Kind::Identifier:
        return "account-identifier";
    case AccountFileFault::Kind::Twice:
        return "account-twice";
    case AccountFileFault::Kind::Administrator:
        return "account-administrator";
    case AccountFileFault::Kind::State:
        return "account-state";
    case AccountFileFault::Kind::Establishment:
        return "account-establishment";
    case AccountFileFault::Kind::CreatedOn:
        return "account-created";
    case AccountFileFault::Kind::LastUsed:
        return "account-last-use";
    case AccountFileFault::Kind::TooLong:
        return "account-long";
    }
    return "file";
}

QString faultColumn(AccountFileFault::Kind kind)
{
    switch (kind) {
    case AccountFileFault::Kind::NoIdentifierColumn:
    case AccountFileFault::Kind::Identifier:
    case AccountFileFault::Kind::Twice:
        return accountColumnName(AccountColumn::Identifier);
    case AccountFileFault::Kind::Administrator:
        return accountColumnName(AccountColumn::Administrator);
    case AccountFileFault::Kind::State:
        return accountColumnName(AccountColumn::State);
    case AccountFileFault::Kind::Establishment:
        return accountColumnName(AccountColumn::Sirets);
    case AccountFileFault::Kind::CreatedOn:
        return accountColumnName(AccountColumn::CreatedOn);
    case AccountFileFault::Kind::LastUsed:
        return accountColumnName(AccountColumn::LastUsed);
    case AccountFileFault::Kind::Unreadable:
    case AccountFileFault::Kind::NotText:
    case AccountFileFault::Kind::TooLarge:
    case AccountFileFault::Kind::NoColumns:
    case AccountFileFault::Kind::TooManyColumns:
    case AccountFileFault::Kind::ColumnTwice:
    case AccountFileFault::Kind::Quotes:
    case AccountFileFault::Kind::ValueCount:
    case AccountFileFault::Kind::TooManyAccounts:
    case AccountFileFault::Kind::TooLong:
        return {};
    }
    return {};
}

} // namespace proconnect
