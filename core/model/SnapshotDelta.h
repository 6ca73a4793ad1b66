// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QList>
#include <QString>

namespace proconnect {

/// What a company's data became since its reader last had them: all of it anew but the accounts, of which
/// only those that came or say something else.
struct SnapshotDelta
{
    QString base;             ///< ETag of the data that the reader has
    CompanySnapshot snapshot; ///< its accounts: those that came or say something else
    QList<int> gone;          ///< which accounts of the base went or say something else: positions, ascending
    QList<int> fresh;         ///< where snapshot.accounts stand among all: positions, ascending
    int accounts = 0;         ///< how many there are now

    friend bool operator==(const SnapshotDelta&, const SnapshotDelta&) = default;
};

} // namespace proconnect
