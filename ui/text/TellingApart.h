// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace proconnect::ui {

/// What is said beside each of `names` so that no two of a list look the same: of those that share a name,
/// the first of their details by which they differ, and the next while some still do not; joined by " · ".
/// Empty where the name says enough. `details`: of each name, as many and in the same order for all.
[[nodiscard]] QStringList tellingApart(const QStringList& names, const QList<QStringList>& details);

} // namespace proconnect::ui
