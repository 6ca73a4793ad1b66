// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFilePages.h"

#include "core/account_files/AccountColumns.h"

namespace proconnect {
namespace {

QString quoted(QString text)
{
    if (!text.contains(u';') && !text.contains(u'"')) {
        return text;
    }
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray lineOf(const FileAccount& account)
{
    const QStringList texts{account.identifier,
                            account.holder,
                            account.email,
                            account.roleCode,
                            account.roleLabel,
                            account.administrator ? QStringLiteral("oui") : QStringLiteral("non"),
                            account.rights.join(u'|'),
                            account.sirets.join(u'|'),
                            account.open ? QStringLiteral("actif") : QStringLiteral("ferme"),
                            account.createdOn ? account.createdOn->toString(Qt::ISODate) : QString(),
                            account.lastUsedAt ? account.lastUsedAt->toUTC().toString(Qt::ISODate)
                                               : QString()};
    QStringList line;
    for (const QString& text : texts) {
        line.append(quoted(text));
    }
    return line.join(u';').toUtf8() + '\n';
}

} // namespace

QList<QByteArray> accountFilePages(const QList<FileAccount>& accounts, qsizetype largest)
{
    const QByteArray head = accountColumnNames().join(u';').toUtf8() + '\n';
    QList<QByteArray> pages{head};
    for (const FileAccount& account : accounts) {
        const QByteArray line = lineOf(account);
        if (pages.last().size() > head.size() && pages.last().size() + line.size() > largest) {
            pages.append(head);
        }
        pages.last() += line;
    }
    return pages;
}

} // namespace proconnect
