// SPDX-License-Identifier: MIT
#include "ui/departure/AccountsApart.h"

#include "ui/text/TellingApart.h"
#include "ui/text/Wording.h"

#include <QHash>
#include <QSet>

namespace proconnect::ui {
namespace {

/// An account as a row may name it.
struct Line
{
    QString portal;
    QString holder; ///< empty: the account is gone from the data
    QStringList details;
};

Line lineOf(const AccountText& text, const PortalAccount& account)
{
    return {account.portal,
            shortened(AccountText::holder(account)),
            {text.places(account), account.email, account.portalAccountId}};
}

/// Of an account that is gone from the data, its identifier is all that is known.
Line goneLine(const DepartureStep& step)
{
    return {step.portal, {}, {step.portalAccountId, step.portalAccountId, step.portalAccountId}};
}

QStringList apart(const QList<Line>& lines)
{
    QSet<QString> holders;
    for (const Line& line : lines) {
        holders.insert(foldedForSearch(line.holder));
    }
    holders.remove(QString());
    const bool several = holders.size() > 1;
    QStringList names;
    QList<QStringList> details;
    for (const Line& line : lines) {
        names += several ? line.portal + u'\n' + line.holder : line.portal;
        details += line.details;
    }
    QStringList said = tellingApart(names, details);
    for (qsizetype i = 0; several && i < said.size(); ++i) {
        const Line& line = lines.at(i);
        QStringList parts{line.holder.isEmpty() ? line.details.constLast() : line.holder, said.at(i)};
        parts.removeAll(QString());
        parts.removeDuplicates();
        said[i] = parts.join(QString::fromUtf8(" · "));
    }
    return said;
}

} // namespace

QStringList accountsApart(const AccountText& text, const QList<PlannedClosing>& rows)
{
    QList<Line> lines;
    for (const PlannedClosing& row : rows) {
        lines += lineOf(text, text.company().snapshot().accounts.at(row.position));
    }
    return apart(lines);
}

QStringList accountsApart(const AccountText& text, const QList<DepartureStep>& rows)
{
    QHash<QString, const PortalAccount*> known;
    for (const DepartureStep& row : rows) {
        known.insert(row.account, nullptr);
    }
    for (const PortalAccount& account : text.company().snapshot().accounts) {
        if (const auto place = known.find(account.id); place != known.end()) {
            *place = &account;
        }
    }
    QList<Line> lines;
    for (const DepartureStep& row : rows) {
        const PortalAccount* account = known.value(row.account);
        lines += account ? lineOf(text, *account) : goneLine(row);
    }
    return apart(lines);
}

} // namespace proconnect::ui
