// SPDX-License-Identifier: MIT
#include "service/account_files/AccountFileReading.h"

#include "core/account_files/AccountFile.h"
#include "core/table/DecodedText.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

Failure wrong(const AccountFileFault& fault)
{
    QString place = fault.line > 0 ? QString::number(fault.line) : QString();
    if (const QString column = faultColumn(fault.kind); !place.isEmpty() && !column.isEmpty()) {
        place += u':' + column;
    }
    return {FailureCode::InvalidRequest,
            QString::fromLatin1(faultCode(fault.kind)) + QStringLiteral(" at line %1").arg(fault.line),
            place};
}

/// The account as the portal's SCIM server would show it: what follows is the same for both.
QJsonObject resourceOf(const FileAccount& account, const QString& siren)
{
    QJsonArray rights;
    for (const QString& code : account.rights) {
        rights.append(QJsonObject{{QStringLiteral("value"), code}, {QStringLiteral("display"), code}});
    }
    const QJsonObject role{{QStringLiteral("value"), account.roleCode},
                           {QStringLiteral("display"), account.roleLabel},
                           {QStringLiteral("administrator"), account.administrator}};
    QJsonObject extension{{QStringLiteral("siren"), siren},
                          {QStringLiteral("role"), role},
                          {QStringLiteral("rights"), rights},
                          {QStringLiteral("siret"), QJsonArray::fromStringList(account.sirets)}};
    if (account.lastUsedAt) {
        extension.insert(QStringLiteral("lastLogin"), account.lastUsedAt->toString(Qt::ISODate));
    }
    QJsonObject resource{
        {QStringLiteral("id"), account.identifier},
        {QStringLiteral("userName"), account.identifier},
        {QStringLiteral("active"), account.open},
        {QStringLiteral("name"), QJsonObject{{QStringLiteral("formatted"), account.holder}}},
        {QStringLiteral("emails"), QJsonArray{QJsonObject{{QStringLiteral("value"), account.email}}}},
        {accountSchema(), extension}};
    if (account.createdOn) {
        const QString created = account.createdOn->startOfDay(Qt::UTC).toString(Qt::ISODate);
        resource.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("created"), created}});
    }
    return resource;
}

} // namespace

Outcome<QList<ScimAccount>> accountsOfFile(const QByteArray& file, const QString& siren, const Portal& portal,
                                           const QDateTime& now)
{
    const auto text = decodeText(file, TextEncodings::Utf8);
    if (!text) {
        return wrong({AccountFileFault::Kind::NotText});
    }
    const AccountFile read = readAccountFile(*text, siren);
    if (!read.faults.isEmpty()) {
        return wrong(read.faults.first());
    }
    QList<ScimAccount> accounts;
    for (const FileAccount& one : read.accounts) {
        auto account = readScimAccount(resourceOf(one, siren), portal, now);
        if (!account) {
            return wrong({AccountFileFault::Kind::Identifier, one.line});
        }
        accounts.append(std::move(account).value());
    }
    return accounts;
}

} // namespace proconnect::service
