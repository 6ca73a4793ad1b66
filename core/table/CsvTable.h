// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace proconnect {

/// What stands in a CSV file, read line by line so that all that is wrong in it can be said at once.
struct CsvTable
{
    struct Row
    {
        int line = 0; ///< of the file, from 1
        QStringList values;
    };
    /// Why the file, or one line of it, cannot be read.
    struct Fault
    {
        enum class Kind {
            NoColumns,
            TooManyColumns,
            ColumnTwice,
            Quotes,     ///< that do not end, or stand inside a value; nothing is read after them
            ValueCount, ///< more or fewer values than columns
            TooManyRows ///< nothing is read after the last that is taken
        };
        Kind kind = Kind::NoColumns;
        int line = 0; ///< where the record begins; 0: the whole file

        friend bool operator==(const Fault&, const Fault&) = default;
    };

    QStringList columns; ///< in lower case, without accents, with _ for spaces: "derniere_connexion"
    QList<Row> rows;     ///< each with as many values as there are columns
    QList<Fault> faults;
    qsizetype moreFaults = 0; ///< found besides, and not listed
    bool cut = false;         ///< nothing was read after the last fault
};

/// How much is read of a file.
struct CsvLimits
{
    qsizetype columns = 64;
    qsizetype rows = 100'000;
    qsizetype faults = 100; ///< that are listed; one more where it ends the reading
};

/// Reads lines under one of column names (RFC 4180), separated by semicolons as a French spreadsheet writes
/// them, by tabs or by commas. Lines end with "\n" (decodeText). Values are trimmed, empty lines passed over.
/// Once `stop` asks for it, what was read so far is given back, and says nothing of the rest.
[[nodiscard]] CsvTable readCsv(const QString& text, const CsvLimits& limits = {},
                               const std::stop_token& stop = {});

/// `text` in lower case without accents, with _ for what stands between words: how columns and their fixed
/// words are compared.
[[nodiscard]] QString plainWord(const QString& text);

} // namespace proconnect
