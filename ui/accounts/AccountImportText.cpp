// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountImportText.h"

#include "ui/sheets/FaultFacts.h"
#include "ui/text/NamedText.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui::importText {
namespace {

using Kind = AccountFileFault::Kind;
using Field = AccountFileChanges::Field;

constexpr qsizetype mostNames = 12;

const char* keyOf(Kind kind)
{
    switch (kind) {
    case Kind::Unreadable:
        return QT_TRID_NOOP("imp.f.unreadable");
    case Kind::NotText:
        return QT_TRID_NOOP("imp.f.text");
    case Kind::TooLarge:
        return QT_TRID_NOOP("imp.f.large");
    case Kind::NoColumns:
        return QT_TRID_NOOP("imp.f.nocolumns");
    case Kind::TooManyColumns:
        return QT_TRID_NOOP("imp.f.columns");
    case Kind::ColumnTwice:
        return QT_TRID_NOOP("imp.f.columntwice");
    case Kind::NoIdentifierColumn:
        return QT_TRID_NOOP("imp.f.noidentifier");
    case Kind::Quotes:
        return QT_TRID_NOOP("imp.f.quotes");
    case Kind::ValueCount:
        return QT_TRID_NOOP("imp.f.values");
    case Kind::TooManyAccounts:
        return QT_TRID_NOOP("imp.f.accounts");
    case Kind::Identifier:
        return QT_TRID_NOOP("imp.f.identifier");
    case Kind::Twice:
        return QT_TRID_NOOP("imp.f.twice");
    case Kind::Administrator:
        return QT_TRID_NOOP("imp.f.administrator");
    case Kind::State:
        return QT_TRID_NOOP("imp.f.state");
    case Kind::Establishment:
        return QT_TRID_NOOP("imp.f.siret");
    case Kind::CreatedOn:
        return QT_TRID_NOOP("imp.f.created");
    case Kind::LastUsed:
        return QT_TRID_NOOP("imp.f.used");
    case Kind::TooLong:
        return QT_TRID_NOOP("imp.f.long");
    }
    return QT_TRID_NOOP("imp.f.unreadable");
}

QString fieldName(Field field)
{
    switch (field) {
    case Field::Holder:
        return qtTrId("imp.d.holder");
    case Field::Email:
        return qtTrId("imp.d.email");
    case Field::Role:
        return qtTrId("imp.d.role");
    case Field::Administrator:
        return qtTrId("imp.d.administrator");
    case Field::Rights:
        return qtTrId("imp.d.rights");
    case Field::Places:
        return qtTrId("imp.d.places");
    case Field::CreatedOn:
        return qtTrId("imp.d.created");
    case Field::LastUsed:
        return qtTrId("imp.d.used");
    }
    return {};
}

/// Who holds it, or what it is called on the portal.
QString nameOf(const QString& holder, const QString& email, const QString& identifier)
{
    return !holder.isEmpty() ? holder : !email.isEmpty() ? email : identifier;
}

QString nameOf(const FileAccount& account)
{
    return nameOf(account.holder, account.email, account.identifier);
}

/// The number of `items`, and a line for each of the first.
template <typename Item, typename Words>
QString listed(const QList<Item>& items, const Words& words)
{
    QStringList lines{qtTrId("imp.count", static_cast<int>(items.size()))};
    for (const Item& item : items.first(std::min(items.size(), mostNames))) {
        lines += words(item);
    }
    if (items.size() > mostNames) {
        lines += qtTrId("imp.more", static_cast<int>(items.size() - mostNames));
    }
    return lines.join(u'\n');
}

} // namespace

QString fault(const AccountFileFault& fault)
{
    const QString words = withNames(qtTrId(keyOf(fault.kind)), {fault.value});
    return withNames(qtTrId("imp.fault"), {words, QString::fromLatin1(faultCode(fault.kind))});
}

QList<Fact> faults(const AccountFile& file)
{
    return faultFacts(file, fault);
}

QString gone(const AccountFileChanges& changes)
{
    return changes.gone.isEmpty()
               ? QString()
               : qtTrId("imp.gone.warn", static_cast<int>(changes.gone.size())).arg(changes.known());
}

QList<Warning> warnings(const AccountFileChanges& changes, const QDateTime& asOf,
                        const std::optional<QDateTime>& newer, const DateText& dates)
{
    QList<Warning> warnings;
    if (changes.endsMany()) {
        warnings += Warning{gone(changes), qtTrId("imp.sure.gone")};
    }
    if (newer) {
        warnings += Warning{qtTrId("imp.older").arg(dates.when(*newer)),
                            qtTrId("imp.sure.older").arg(dates.when(asOf))};
    }
    return warnings;
}

QList<Fact> changes(const AccountFile& file, const AccountFileChanges& changes)
{
    const auto closed = std::count_if(file.accounts.cbegin(), file.accounts.cend(),
                                      [](const FileAccount& one) { return !one.open; });
    QString all = qtTrId("imp.count", static_cast<int>(file.accounts.size()));
    if (closed > 0) {
        all += u'\n' + qtTrId("imp.listed.closed", static_cast<int>(closed));
    }
    QList<Fact> facts{
        {qtTrId("imp.listed"), all},
        {qtTrId("imp.added"), listed(changes.added, [](const FileAccount& one) { return nameOf(one); })},
        {qtTrId("imp.changed"), listed(changes.changed,
                                       [](const AccountFileChanges::Changed& one) {
                                           QStringList names;
                                           for (const Field field : one.fields) {
                                               names += fieldName(field);
                                           }
                                           return withNames(
                                               qtTrId("imp.changed.one"),
                                               {nameOf(one.account), names.join(QStringLiteral(", "))});
                                       })},
        {qtTrId("imp.gone"), listed(changes.gone,
                                    [](const PortalAccount& one) {
                                        return nameOf(one.holderName, one.email, one.portalAccountId);
                                    })},
        {qtTrId("imp.same"), qtTrId("imp.count", static_cast<int>(changes.unchanged))}};
    if (!file.passedOver.isEmpty()) {
        facts += Fact{qtTrId("imp.passed"), file.passedOver.join(QStringLiteral(", "))};
    }
    return facts;
}

FailureText refusal(const Failure& failure, const DateText& dates, qsizetype pages)
{
    // Each page is taken as it comes.
    const QString kept = pages > 1 ? qtTrId("imp.partly") : qtTrId("imp.nothing");
    FailureText text = failureText(failure);
    if (failure.code == FailureCode::Conflict) {
        const QDateTime newer = QDateTime::fromString(failure.argument, Qt::ISODate);
        text.title = newer.isValid() ? qtTrId("imp.older").arg(dates.when(newer)) : qtTrId("imp.otherwise");
        text.body = kept;
    } else if (failure.code == FailureCode::InvalidRequest) {
        text.title = qtTrId("imp.refused");
        text.body = kept;
    } else if (pages > 1) {
        text.body += u' ' + kept;
    }
    return text;
}

} // namespace proconnect::ui::importText
