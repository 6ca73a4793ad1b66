// SPDX-License-Identifier: MIT
#include "service/config/IniFile.h"

#include <algorithm>

namespace proconnect::service {

std::variant<QList<IniSection>, QString> parseIni(const QString& text)
{
    QList<IniSection> sections;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        const auto error = [i](const QString& what) {
            return QStringLiteral("line %1: %2").arg(i + 1).arg(what);
        };
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';')) {
            continue;
        }
        if (line.startsWith(u'[')) {
            const QString name = line.mid(1, line.size() - 2);
            if (!line.endsWith(u']') || name.isEmpty()) {
                return error(QStringLiteral("a section is written [name]"));
            }
            if (std::any_of(sections.cbegin(), sections.cend(),
                            [&](const auto& s) { return s.name == name; })) {
                return error(QStringLiteral("section [%1] is there twice").arg(name));
            }
            sections.append({name, {}});
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        const QString key = line.left(equals).trimmed();
        if (equals < 1 || key.isEmpty()) {
            return error(QStringLiteral("neither [section], nor key = value, nor # comment"));
        }
        if (sections.isEmpty()) {
            return error(QStringLiteral("'%1' stands before any section").arg(key));
        }
        auto& entries = sections.last().entries;
        if (std::any_of(entries.cbegin(), entries.cend(),
                        [&](const auto& entry) { return entry.first == key; })) {
            return error(QStringLiteral("'%1' is there twice").arg(key));
        }
        entries.append({key, line.mid(equals + 1).trimmed()});
    }
    return sections;
}

} // namespace proconnect::service
