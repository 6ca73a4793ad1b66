// SPDX-License-Identifier: MIT
#include "core/table/CsvTable.h"

#include <algorithm>
#include <optional>

namespace proconnect {
namespace {

/// Cuts a text into records of values.
class Reader
{
public:
    Reader(const QString& text, QChar separator) : m_text(text), m_separator(separator) {}

    struct Record
    {
        int line = 0;
        QStringList values;
        bool readable = true; ///< false: its quotes are wrong
    };
    /// Nothing at the end of the text. At most `mostValues` are kept of each, and counted one further.
    [[nodiscard]] std::optional<Record> next(qsizetype mostValues)
    {
        if (m_at >= m_text.size()) {
            return std::nullopt;
        }
        Record record{m_line, {}, true};
        while (true) {
            const auto value = nextValue();
            if (!value) {
                record.readable = false;
                return record;
            }
            if (record.values.size() <= mostValues) {
                record.values.append(value->trimmed());
            }
            if (m_at >= m_text.size()) {
                return record;
            }
            const QChar end = m_text[m_at++];
            if (end == u'\n') {
                ++m_line;
                return record;
            }
        }
    }

private:
    /// Up to a separator or the end of the record; nothing when its quotes are wrong.
    std::optional<QString> nextValue()
    {
        QString value;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            ++m_at;
            if (!quoted(value)) {
                return std::nullopt;
            }
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'"') {
                return std::nullopt;
            }
            ++m_at;
        }
        value += QStringView(m_text).mid(start, m_at - start);
        return value;
    }
    bool quoted(QString& value)
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'"' && (m_at >= m_text.size() || m_text[m_at] != u'"')) {
                return true;
            }
            if (c == u'"') {
                ++m_at;
            } else if (c == u'\n') {
                ++m_line;
            }
            value += c;
        }
        return false;
    }

    const QString& m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isEmpty(const QStringList& values)
{
    return values.size() == 1 && values.first().isEmpty();
}

/// What spreadsheets leave of a row that was emptied.
bool isEmptied(const QStringList& values, qsizetype columns)
{
    return values.size() == columns &&
           std::all_of(values.cbegin(), values.cend(), [](const QString& value) { return value.isEmpty(); });
}

/// What parts the columns in their line: a name holds a comma sooner than a tab, and a tab sooner than a
/// semicolon.
QChar separatorIn(QStringView head)
{
    const QStringView likely = u";\t";
    const auto found =
        std::find_if(likely.cbegin(), likely.cend(), [head](QChar c) { return head.contains(c); });
    return found == likely.cend() ? QChar(u',') : *found;
}

using Fault = CsvTable::Fault;

/// The line of columns; false when nothing can be read under it.
bool readColumns(CsvTable& table, Reader& reader, qsizetype most)
{
    const auto record = reader.next(most);
    if (!record || (record->readable && isEmpty(record->values))) {
        table.faults.append({Fault::Kind::NoColumns, 0});
        return false;
    }
    if (!record->readable) {
        table.faults.append({Fault::Kind::Quotes, record->line});
        return false;
    }
    if (record->values.size() > most) {
        table.faults.append({Fault::Kind::TooManyColumns, record->line});
        return false;
    }
    for (const QString& name : record->values) {
        const QString column = plainWord(name);
        // A spreadsheet ends lines with the separators of columns that it emptied.
        if (!column.isEmpty() && table.columns.contains(column)) {
            table.faults.append({Fault::Kind::ColumnTwice, record->line});
            return false;
        }
        table.columns.append(column);
    }
    return true;
}

} // namespace

QString plainWord(const QString& text)
{
    QString word;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (c.category() != QChar::Mark_NonSpacing && !word.isEmpty() && !word.endsWith(u'_')) {
            word += u'_';
        }
    }
    return word.endsWith(u'_') ? word.chopped(1) : word;
}

CsvTable readCsv(const QString& text, const CsvLimits& limits, const std::stop_token& stop)
{
    CsvTable table;
    Reader reader(text, separatorIn(QStringView(text).left(text.indexOf(u'\n'))));
    if (!readColumns(table, reader, limits.columns)) {
        return table;
    }
    const auto end = [&table](Fault::Kind kind, int line) {
        table.faults.append({kind, line});
        table.cut = true;
    };
    while (!table.cut && !stop.stop_requested()) {
        const auto record = reader.next(table.columns.size());
        if (!record) {
            break;
        }
        if (!record->readable) {
            end(Fault::Kind::Quotes, record->line);
        } else if (isEmpty(record->values) || isEmptied(record->values, table.columns.size())) {
            continue;
        } else if (table.rows.size() >= limits.rows) {
            end(Fault::Kind::TooManyRows, record->line);
        } else if (record->values.size() == table.columns.size()) {
            table.rows.append({record->line, record->values});
        } else if (table.faults.size() < limits.faults) {
            table.faults.append({Fault::Kind::ValueCount, record->line});
        } else {
            ++table.moreFaults;
        }
    }
    return table;
}

} // namespace proconnect
