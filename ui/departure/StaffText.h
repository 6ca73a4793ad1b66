// SPDX-License-Identifier: MIT
#pragma once

#include "core/staff/StaffFile.h"
#include "core/table/TextFile.h"
#include "ui/sheets/FactSheet.h"

namespace proconnect::ui::staffText {

/// Why the file cannot be read at all, with a code for support.
[[nodiscard]] Fact trouble(TextFile::Trouble trouble);
/// One fact a fault, by line, each with its code, as faultFacts() puts them.
[[nodiscard]] QList<Fact> faults(const StaffFile& file);

} // namespace proconnect::ui::staffText
