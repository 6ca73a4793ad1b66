// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

namespace proconnect {

/// One person as the company's own list of staff has them.
struct StaffMember
{
    QString name; ///< on one line; empty when the list has only addresses
    QString email;
    std::optional<QDate> lastDay; ///< nothing: no departure is known

    friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

/// What is wrong in a list of staff.
struct StaffFault
{
    enum class Kind {
        NoColumns,
        TooManyColumns,
        ColumnTwice,
        NoPersonColumn,
        Quotes,
        ValueCount,
        TooManyPeople,
        Person, ///< neither a name nor an address
        LastDay
    };
    Kind kind = Kind::NoColumns;
    int line = 0;       ///< 0: the whole file
    QString value = {}; ///< what stands there, on one short line

    friend bool operator==(const StaffFault&, const StaffFault&) = default;
};

/// A list of staff. With a fault in it, it says nothing of anybody: whoever its line does not tell would pass
/// for somebody who left.
struct StaffFile
{
    QList<StaffMember> people;
    QList<StaffFault> faults;   ///< by line; not all when there are many
    bool tellsLastDays = false; ///< it has a column for them
    qsizetype moreFaults = 0;   ///< found besides, and not listed
    bool cut = false;           ///< nothing was read after the last fault
};

/// Reads the text of a CSV file (readCsv) as payroll programs write it, with the columns nom_complet (or nom
/// and prenom), email (or e_mail, adresse_e_mail, courriel, adresse) and date_de_sortie (or date_sortie,
/// date_de_depart, date_depart, fin_de_contrat); at least a name or an address. Of several that are there,
/// each person's first value counts. Others, among them everything else that such a list says of people, are
/// not kept. Once `stop` asks for it, what was read so far is given back, and says nothing of the rest.
[[nodiscard]] StaffFile readStaffFile(const QString& text, const std::stop_token& stop = {});

} // namespace proconnect
