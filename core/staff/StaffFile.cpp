// SPDX-License-Identifier: MIT
#include "core/staff/StaffFile.h"

#include "core/model/AccountTexts.h"
#include "core/table/CsvTable.h"
#include "core/table/FaultList.h"
#include "core/table/WrittenMoment.h"

#include <algorithm>

namespace proconnect {
namespace {

using Kind = StaffFault::Kind;

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
        return Kind::TooManyPeople;
    }
    return Kind::NoColumns;
}

/// Where the table has columns of these names, in the order of the names.
QList<qsizetype> placesOf(const QStringList& columns, const QStringList& names)
{
    QList<qsizetype> places;
    for (const QString& name : names) {
        if (const qsizetype place = columns.indexOf(name); place >= 0) {
            places += place;
        }
    }
    return places;
}

struct Places
{
    explicit Places(const QStringList& columns)
        : wholeName(placesOf(columns, {QStringLiteral("nom_complet")})),
          family(placesOf(columns, {QStringLiteral("nom")})),
          given(placesOf(columns, {QStringLiteral("prenom")})),
          // "adresse" last: beside an e-mail address it is where somebody lives.
          email(placesOf(columns,
                         {QStringLiteral("email"), QStringLiteral("e_mail"), QStringLiteral("adresse_e_mail"),
                          QStringLiteral("courriel"), QStringLiteral("adresse")})),
          // Who leaves before the end of their contract has a date for both.
          lastDay(placesOf(columns, {QStringLiteral("date_de_sortie"), QStringLiteral("date_sortie"),
                                     QStringLiteral("date_de_depart"), QStringLiteral("date_depart"),
                                     QStringLiteral("fin_de_contrat")}))
    {}

    [[nodiscard]] bool tellPeople() const
    {
        return !(wholeName.isEmpty() && family.isEmpty() && email.isEmpty());
    }

    QList<qsizetype> wholeName;
    QList<qsizetype> family;
    QList<qsizetype> given;
    QList<qsizetype> email;
    QList<qsizetype> lastDay;
};

/// The first value in one of the places that is wanted; empty when there is none.
template <typename Wanted>
QString firstOf(const QStringList& values, const QList<qsizetype>& places, const Wanted& wanted)
{
    const auto found = std::find_if(places.cbegin(), places.cend(), [&](qsizetype place) {
        return !values.at(place).isEmpty() && wanted(values.at(place));
    });
    return found == places.cend() ? QString() : values.at(*found);
}

QString firstOf(const QStringList& values, const QList<qsizetype>& places)
{
    return firstOf(values, places, [](const QString&) { return true; });
}

/// Payroll programs write such a year for somebody who is not to leave: 31/12/2999, 31/12/9999.
bool isNever(QDate day)
{
    constexpr int endOfTime = 2900;
    return day.year() >= endOfTime;
}

std::optional<StaffFault> readMember(const CsvTable::Row& row, const Places& places, StaffMember& member)
{
    const QString whole = firstOf(row.values, places.wholeName);
    const QString name = firstOf(row.values, places.given) + u' ' + firstOf(row.values, places.family);
    member.name = plainLine(whole.isEmpty() ? name.trimmed() : whole, accountTexts::longestName);
    const auto isAddress = [](const QString& value) { return value.contains(u'@'); };
    member.email = plainLine(firstOf(row.values, places.email, isAddress), accountTexts::longestEmail);
    if (member.name.isEmpty() && member.email.isEmpty()) {
        return StaffFault{Kind::Person, row.line};
    }
    const QString lastDay = firstOf(row.values, places.lastDay);
    if (const auto moment = writtenMoment(lastDay)) {
        member.lastDay = isNever(moment->day) ? std::nullopt : std::optional(moment->day);
    } else if (!lastDay.isEmpty()) {
        return StaffFault{Kind::LastDay, row.line, plainLine(lastDay, longestQuote)};
    }
    return std::nullopt;
}

} // namespace

StaffFile readStaffFile(const QString& text, const std::stop_token& stop)
{
    const CsvLimits limits;
    const CsvTable table = readCsv(text, limits, stop);
    StaffFile file;
    file.moreFaults = table.moreFaults;
    file.cut = table.cut;
    for (const CsvTable::Fault& fault : table.faults) {
        file.faults.append({kindOf(fault.kind), fault.line});
    }
    if (table.columns.isEmpty()) {
        return file;
    }
    const Places places(table.columns);
    if (!places.tellPeople()) {
        return {{}, {{Kind::NoPersonColumn, 1}}};
    }
    file.tellsLastDays = !places.lastDay.isEmpty();
    qsizetype wrong = 0;
    for (const CsvTable::Row& row : table.rows) {
        StaffMember member;
        auto fault = readMember(row, places, member);
        if (stop.stop_requested()) {
            break;
        }
        if (!fault) {
            file.people.append(std::move(member));
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
