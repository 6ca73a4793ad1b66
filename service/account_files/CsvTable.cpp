// SPDX-License-Identifier: MIT
#include "service/account_files/CsvTable.h"

#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace proconnect::service {
namespace {

Failure wrong(int line)
{
    return {FailureCode::InvalidRequest, QStringLiteral("line %1").arg(line), QString::number(line)};
}

std::optional<QString> textOf(const QByteArray& file)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// Cuts a file into records of values.
class Reader
{
public:
    Reader(const QString& text, QChar separator) : m_text(text), m_separator(separator) {}

    struct Record
    {
        int line = 0;
        QStringList values;
    };
    /// Nothing at the end of the file.
    [[nodiscard]] Outcome<std::optional<Record>> next()
    {
        using Result = std::optional<Record>;
        if (m_at >= m_text.size()) {
            return Result();
        }
        Record record{m_line, {}};
        while (true) {
            const auto value = nextValue();
            if (!value) {
                return wrong(record.line);
            }
            record.values.append(value->trimmed());
            if (m_at >= m_text.size()) {
                return Result(record);
            }
            const QChar end = m_text[m_at++];
            if (end == u'\n') {
                ++m_line;
                return Result(record);
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
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'"') {
                return std::nullopt;
            }
            value += m_text[m_at++];
        }
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

} // namespace

Outcome<QList<CsvRow>> readCsv(const QByteArray& file)
{
    const auto text = textOf(file);
    if (!text) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("the file is not UTF-8"), {}};
    }
    const QString head = text->section(u'\n', 0, 0);
    Reader reader(*text, head.contains(u';') ? u';' : u',');
    const auto columns = reader.next();
    if (!columns || !columns.value() || isEmpty(columns.value()->values)) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("no columns"), {}};
    }
    QStringList names;
    for (const QString& name : columns.value()->values) {
        if (names.contains(name.toLower())) {
            return wrong(1);
        }
        names.append(name.toLower());
    }
    QList<CsvRow> rows;
    while (true) {
        const auto record = reader.next();
        if (!record) {
            return record.failure();
        }
        if (!record.value()) {
            return rows;
        }
        const QStringList& values = record.value()->values;
        if (isEmpty(values)) {
            continue;
        }
        if (values.size() != names.size()) {
            return wrong(record.value()->line);
        }
        CsvRow row{record.value()->line, {}};
        for (qsizetype i = 0; i < names.size(); ++i) {
            row.values.insert(names[i], values[i]);
        }
        rows.append(row);
    }
}

} // namespace proconnect::service
