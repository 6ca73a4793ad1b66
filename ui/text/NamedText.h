// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace proconnect::ui {

/// `text` with its %1 to %9 replaced by `names`; in French, "de %1" before a name that begins with a vowel or
/// a silent h becomes "d’". The names themselves are never changed, nor searched for places.
[[nodiscard]] QString withNames(const QString& text, const QStringList& names);

} // namespace proconnect::ui
