// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFile.h"

#include "core/account_files/AccountColumns.h"
#include "core/model/AccountTexts.h"
#include "core/model/BusinessNumbers.h"
#include "core/table/CsvTable.h"
#include "core/table/FaultList.h"
#include "core/table/WrittenMoment.h"

#include <QSet>

#include <array>

namespace proconnect {
namespace {

using Kind = AccountFileFault::Kind;

/// A list that is longer would not fit a call to the service with what else a line holds.
constexpr qsizetype longestList = 4000;
constexpr qsizetype longestQuote = 60;

Kind kindOf(CsvTable::Fault::Kind kind)
{
    switch (kind) {
    case CsvTable::Fault::Kind::NoColumns:
        return Kind::NoColumns;
    case CsvTable::Fault::Kind::TooManyColumns:
        return Kind::TooManyColumns;
    case CsvTable::Fault::Kind::ColumnTwice:
        return Kind::ColumnTwice;
    case CsvTable::Fault::Kind::Quotes:
        return Kind::Quotes;
    case CsvTable::Fault::Kind::ValueCount:
        return Kind::ValueCount;
    case CsvTable::Fault::Kind::TooManyRows:
        return Kind::TooManyAccounts;
    }
    return Kind::NoColumns;
}

/// Empty stays `otherwise`.
std::optional<bool> oneOf(const QString& text, const char* yes, const char* no, bool otherwise)
{
    const QString word = plainWord(text);
    if (word.isEmpty()) {
        return text.isEmpty() ? std::optional(otherwise) : std::nullopt;
    }
    if (word != QLatin1String(yes) && word != QLatin1String(no)) {
        return std::nullopt;
    }
    return word == QLatin1String(yes);
}

QStringList several(const QString& text)
{
    QStringList values;
    for (const QString& value : text.split(u'|')) {
        const QString one = plainLine(value, accountTexts::longestId);
        if (!one.isEmpty()) {
            values.append(one);
        }
    }
    return values;
}

/// The digits of each; nothing when one is not an establishment of the company.
std::optional<QStringList> siretsOf(const QString& text, const QString& siren)
{
    QStringList sirets;
    for (const QString& value : several(text)) {
        const auto siret = SiretNumber::parse(value);
        if (!siret || siret->siren().digits() != siren) {
            return std::nullopt;
        }
        sirets.append(siret->digits());
    }
    return sirets;
}

bool isIdentifier(const QString& text)
{
    return !text.isEmpty() && text.size() <= accountTexts::longestId &&
           plainLine(text, accountTexts::longestId) == text;
}

/// As the service keeps it, in UTC.
QDateTime wholeSeconds(const QDateTime& instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.toSecsSinceEpoch(), Qt::UTC);
}

/// Whether ISO 8601 writes it in four digits; another zone may have moved it out of them.
bool isYear(int year)
{
    constexpr int last = 9999;
    return year > 0 && year <= last;
}

/// Reads the lines of a table, each by itself.
class Lines
{
public:
    Lines(const CsvTable& table, const QString& siren) : m_columns(table.columns), m_siren(siren) {}

    /// The account, or what is wrong first in its line.
    [[nodiscard]] std::optional<AccountFileFault> read(const CsvTable::Row& row, FileAccount& account)
    {
        const auto wrong = readIdentity(row, account);
        if (const auto first = wrong ? wrong : readFacts(row, account)) {
            // A long list quoted would say nothing.
            const QString there = first->kind == Kind::TooLong ? QString() : text(row, first->column);
            return AccountFileFault{first->kind, row.line, plainLine(there, longestQuote)};
        }
        m_seen.insert(account.identifier);
        account.line = row.line;
        account.holder = plainLine(text(row, AccountColumn::Holder), accountTexts::longestName);
        account.email = plainLine(text(row, AccountColumn::Email), accountTexts::longestEmail);
        account.roleCode = plainLine(text(row, AccountColumn::RoleCode), accountTexts::longestId);
        const QString label = text(row, AccountColumn::RoleLabel);
        account.roleLabel = plainLine(label.isEmpty() ? text(row, AccountColumn::RoleCode) : label,
                                      accountTexts::longestLabel);
        return std::nullopt;
    }

private:
    struct Wrong
    {
        Kind kind;
        AccountColumn column;
    };

    [[nodiscard]] QString text(const CsvTable::Row& row, AccountColumn column) const
    {
        return m_columns.valueOf(row, column);
    }

    [[nodiscard]] std::optional<Wrong> readIdentity(const CsvTable::Row& row, FileAccount& account) const
    {
        account.identifier = text(row, AccountColumn::Identifier);
        if (!isIdentifier(account.identifier)) {
            return Wrong{Kind::Identifier, AccountColumn::Identifier};
        }
        if (m_seen.contains(account.identifier)) {
            return Wrong{Kind::Twice, AccountColumn::Identifier};
        }
        if (text(row, AccountColumn::Sirets).size() > longestList) {
            return Wrong{Kind::TooLong, AccountColumn::Sirets};
        }
        account.rights = several(text(row, AccountColumn::Rights));
        if (text(row, AccountColumn::Rights).size() > longestList ||
            account.rights.size() > accountTexts::mostRights) {
            return Wrong{Kind::TooLong, AccountColumn::Rights};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Wrong> readFacts(const CsvTable::Row& row, FileAccount& account) const
    {
        const auto administrator = oneOf(text(row, AccountColumn::Administrator), "oui", "non", false);
        if (!administrator) {
            return Wrong{Kind::Administrator, AccountColumn::Administrator};
        }
        const auto open = oneOf(text(row, AccountColumn::State), "actif", "ferme", true);
        if (!open) {
            return Wrong{Kind::State, AccountColumn::State};
        }
        const auto sirets = siretsOf(text(row, AccountColumn::Sirets), m_siren);
        if (!sirets) {
            return Wrong{Kind::Establishment, AccountColumn::Sirets};
        }
        account.administrator = *administrator;
        account.open = *open;
        account.sirets = *sirets;
        return readMoments(row, account);
    }

    [[nodiscard]] std::optional<Wrong> readMoments(const CsvTable::Row& row, FileAccount& account) const
    {
        const QString created = text(row, AccountColumn::CreatedOn);
        if (const auto moment = writtenMoment(created)) {
            account.createdOn = moment->day;
        } else if (!created.isEmpty()) {
            return Wrong{Kind::CreatedOn, AccountColumn::CreatedOn};
        }
        const QString used = text(row, AccountColumn::LastUsed);
        if (used.isEmpty()) {
            return std::nullopt;
        }
        const auto moment = writtenMoment(used);
        account.lastUsedAt = moment ? std::optional(wholeSeconds(moment->instant)) : std::nullopt;
        return moment && isYear(account.lastUsedAt->date().year())
                   ? std::nullopt
                   : std::optional(Wrong{Kind::LastUsed, AccountColumn::LastUsed});
    }

    AccountColumnPlaces m_columns;
    QString m_siren;
    QSet<QString> m_seen;
};

} // namespace

AccountFile readAccountFile(const QString& text, const QString& siren, const std::stop_token& stop)
{
    const CsvLimits limits;
    const CsvTable table = readCsv(text, limits, stop);
    AccountFile file;
    file.moreFaults = table.moreFaults;
    file.cut = table.cut;
    for (const CsvTable::Fault& fault : table.faults) {
        file.faults.append({kindOf(fault.kind), fault.line});
    }
    if (table.columns.isEmpty()) {
        return file;
    }
    for (const QString& column : table.columns) {
        if (!column.isEmpty() && !accountColumnNames().contains(column)) {
            file.passedOver.append(plainLine(column, longestQuote));
        }
    }
    if (!table.columns.contains(accountColumnName(AccountColumn::Identifier))) {
        return {{}, {{Kind::NoIdentifierColumn, 1}}, file.passedOver};
    }
    Lines lines(table, siren);
    qsizetype wrong = 0;
    for (const CsvTable::Row& row : table.rows) {
        FileAccount account;
        auto fault = lines.read(row, account);
        if (stop.stop_requested()) {
            break;
        }
        if (!fault) {
            file.accounts.append(std::move(account));
        } else if (++wrong <= limits.faults) {
            file.faults.append(std::move(*fault));
        } else {
            ++file.moreFaults;
        }
    }
    file.moreFaults += keepFirst(file.faults, limits.faults, file.cut);
    return file;
}

} // namespace proconnect
