// SPDX-License-Identifier: MIT
#include "core/staff/StaffFile.h"

#include "core/model/AccountTexts.h"
#include "core/table/CsvTable.h"
#include "core/table/WrittenMoment.h"

#include <algorithm>

namespace proconnect {
namespace {

using Kind = StaffFault::Kind;

constexpr qsizetype longestQuote = 60;
constexpr qsizetype twice = -2;
constexpr qsizetype none = -1;

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
        return Kind::TooManyPeople;
    }
    return Kind::NoColumns;
}

/// Where the table has one of the columns; `none`, or `twice` when it has several of them.
qsizetype place(const QStringList& columns, const QStringList& names)
{
    qsizetype found = none;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (names.contains(columns.at(i))) {
            found = found == none ? i : twice;
        }
    }
    return found;
}

struct Places
{
    explicit Places(const QStringList& columns)
        : family(place(columns, {QStringLiteral("nom"), QStringLiteral("nom_complet")})),
          given(place(columns, {QStringLiteral("prenom")})),
          email(place(columns, {QStringLiteral("adresse"), QStringLiteral("email"), QStringLiteral("e_mail"),
                                QStringLiteral("adresse_e_mail"), QStringLiteral("courriel")})),
          lastDay(place(columns, {QStringLiteral("date_de_sortie"), QStringLiteral("date_sortie"),
                                  QStringLiteral("date_de_depart"), QStringLiteral("date_depart"),
                                  QStringLiteral("fin_de_contrat")}))
    {}

    [[nodiscard]] std::optional<Kind> fault() const
    {
        if (family == twice || given == twice || email == twice || lastDay == twice) {
            return Kind::ColumnTwice;
        }
        return family == none && email == none ? std::optional(Kind::NoPersonColumn) : std::nullopt;
    }

    qsizetype family;
    qsizetype given;
    qsizetype email;
    qsizetype lastDay;
};

std::optional<StaffFault> readMember(const CsvTable::Row& row, const Places& places, StaffMember& member)
{
    const QString name = row.values.value(places.given) + u' ' + row.values.value(places.family);
    member.name = plainLine(name.trimmed(), accountTexts::longestName);
    member.email = plainLine(row.values.value(places.email), accountTexts::longestEmail);
    if (member.name.isEmpty() && member.email.isEmpty()) {
        return StaffFault{Kind::Person, row.line};
    }
    const QString lastDay = row.values.value(places.lastDay);
    if (const auto moment = writtenMoment(lastDay)) {
        member.lastDay = moment->day;
    } else if (!lastDay.isEmpty()) {
        return StaffFault{Kind::LastDay, row.line, plainLine(lastDay, longestQuote)};
    }
    return std::nullopt;
}

} // namespace

StaffFile readStaffFile(const QString& text)
{
    const CsvLimits limits;
    const CsvTable table = readCsv(text, limits);
    StaffFile file;
    for (const CsvTable::Fault& fault : table.faults) {
        file.faults.append({kindOf(fault.kind), fault.line});
    }
    if (table.columns.isEmpty()) {
        return file;
    }
    const Places places(table.columns);
    if (const auto fault = places.fault()) {
        file.faults = {{*fault, 1}};
        return file;
    }
    file.tellsLastDays = places.lastDay != none;
    for (const CsvTable::Row& row : table.rows) {
        StaffMember member;
        if (auto fault = readMember(row, places, member)) {
            file.faults.append(std::move(*fault));
            if (file.faults.size() >= limits.faults) {
                break;
            }
        } else {
            file.people.append(std::move(member));
        }
    }
    std::stable_sort(file.faults.begin(), file.faults.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return file;
}

} // namespace proconnect
