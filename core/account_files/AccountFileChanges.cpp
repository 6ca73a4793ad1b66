// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFileChanges.h"

#include <QHash>

namespace proconnect {
namespace {

using Field = AccountFileChanges::Field;

/// The codes of the file's rights are all that is known of them.
bool haveSameRights(const FileAccount& account, const PortalAccount& before)
{
    QStringList codes;
    for (const PortalRight& right : before.rights) {
        codes.append(right.code);
    }
    return codes == account.rights;
}

QList<Field> differences(const FileAccount& account, const PortalAccount& before)
{
    QList<Field> fields;
    const auto note = [&fields](bool differs, Field field) {
        if (differs) {
            fields.append(field);
        }
    };
    note(account.holder != before.holderName, Field::Holder);
    note(account.email != before.email, Field::Email);
    note(account.roleCode != before.roleCode || account.roleLabel != before.roleLabel, Field::Role);
    note(account.administrator != before.administratorRole, Field::Administrator);
    note(!haveSameRights(account, before), Field::Rights);
    note(account.sirets != before.sirets, Field::Places);
    note(account.createdOn != before.createdOn, Field::CreatedOn);
    note(account.lastUsedAt != before.lastUsedAt, Field::LastUsed);
    return fields;
}

} // namespace

AccountFileChanges accountFileChanges(const QList<FileAccount>& accounts, const AccountList& known,
                                      const QString& portal)
{
    QHash<QString, const FileAccount*> open;
    for (const FileAccount& account : accounts) {
        if (account.open) {
            open.insert(account.identifier, &account);
        }
    }
    AccountFileChanges changes;
    for (const PortalAccount& before : known) {
        if (before.portal != portal || !before.openAccount()) {
            continue;
        }
        const FileAccount* now = open.take(before.portalAccountId);
        if (now == nullptr) {
            changes.gone.append(before);
        } else if (const auto fields = differences(*now, before); !fields.isEmpty()) {
            changes.changed.append({*now, fields});
        } else {
            ++changes.unchanged;
        }
    }
    for (const FileAccount& account : accounts) {
        if (open.contains(account.identifier)) {
            changes.added.append(account);
        }
    }
    return changes;
}

} // namespace proconnect
