// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace proconnect {

/// Lines of plain text under column titles, for a file.
struct TextTable
{
    QStringList columns;
    QList<QStringList> lines; ///< each with as many texts as there are columns
};

} // namespace proconnect
