// SPDX-License-Identifier: MIT
#include "service/storage/PostgresStatement.h"

#include <QSqlField>

namespace proconnect::service {
namespace {

Failure misfit()
{
    return {FailureCode::Internal, QStringLiteral("a statement and its values do not fit"), {}};
}

} // namespace

Outcome<QString> postgresStatement(const QSqlDriver& driver, const QString& sql, const QVariantList& values)
{
    QString statement;
    qsizetype used = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        quoted = quoted != (c == u'\'');
        if (quoted || c != u'?') {
            statement += c;
            continue;
        }
        if (used == values.size()) {
            return misfit();
        }
        QSqlField field(QString(), values[used].metaType());
        field.setValue(values[used]);
        statement += driver.formatValue(field);
        ++used;
    }
    return used == values.size() ? Outcome<QString>(statement) : misfit();
}

} // namespace proconnect::service
