// SPDX-License-Identifier: MIT
#include "ui/text/CountryText.h"

#include <QFile>
#include <QLocale>
#include <QStringList>

// Q_INIT_RESOURCE must stand outside any namespace.
static void registerCountries()
{
    Q_INIT_RESOURCE(country_names);
}

namespace proconnect::ui {

QString countryText(const QString& code)
{
    registerCountries();
    // A name is shown once in a while: nothing of the table stays in memory.
    QFile table(QStringLiteral(":/text/countries.tsv"));
    if (code.isEmpty() || !table.open(QIODevice::ReadOnly)) {
        return {};
    }
    while (!table.atEnd()) {
        const QStringList columns = QString::fromUtf8(table.readLine()).trimmed().split(u'\t');
        if (columns.size() == 3 && columns[0] == code) {
            return columns[QLocale().language() == QLocale::English ? 2 : 1];
        }
    }
    return {};
}

} // namespace proconnect::ui
