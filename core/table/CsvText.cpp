// SPDX-License-Identifier: MIT
#include "core/table/CsvText.h"

#include <algorithm>

namespace proconnect {
namespace {

bool wouldBeCalculated(const QString& text)
{
    static const QString signs = QString::fromUtf8("=+-@＝＋－＠");
    if (text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n')) {
        return true;
    }
    const auto first = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return !c.isSpace(); });
    return first != text.cend() && signs.contains(*first);
}

QString cell(const QString& text)
{
    QString written = wouldBeCalculated(text) ? u'\'' + text : text;
    const bool quoted = std::any_of(written.cbegin(), written.cend(), [](QChar c) {
        return c == u';' || c == u'"' || c == u'\n' || c == u'\r' || c == u'\t';
    });
    return quoted ? u'"' + written.replace(u'"', QStringLiteral("\"\"")) + u'"' : written;
}

void append(QByteArray& csv, const QStringList& texts)
{
    QStringList cells;
    for (const QString& text : texts) {
        cells += cell(text);
    }
    csv += cells.join(u';').toUtf8() + "\r\n";
}

} // namespace

QByteArray csvText(const TextTable& table)
{
    QByteArray csv("\xEF\xBB\xBF");
    append(csv, table.columns);
    for (const QStringList& line : table.lines) {
        append(csv, line);
    }
    return csv;
}

} // namespace proconnect
