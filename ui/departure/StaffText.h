// SPDX-License-Identifier: MIT
#pragma once

#include "core/staff/StaffFile.h"
#include "core/table/TextFile.h"
#include "ui/sheets/FactSheet.h"

namespace proconnect::ui::staffText {

/// Why the file cannot be read at all, with a code for support.
[[nodiscard]] Fact trouble(TextFile::Trouble trouble);
/// One fact a fault, by line, each with its code; the last says how many are not shown.
[[nodiscard]] QList<Fact> faults(const QList<StaffFault>& faults);

} // namespace proconnect::ui::staffText
