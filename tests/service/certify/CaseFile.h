// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace proconnect::service {

/// One case of cases.json: a whole line for `proconnectd certify`, and what must come of it.
struct WireCase
{
    QString name;
    QJsonObject line;
    QString verdict;
    QString reason;
};

/// Empty when the file cannot be read, or a case names no basis.
[[nodiscard]] QList<WireCase> wireCases(const QString& path);

} // namespace proconnect::service
