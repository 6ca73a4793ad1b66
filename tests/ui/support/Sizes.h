// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::tests {

class UiBench;

/// For a test's _data(): both languages, texts at 100 and 200 %.
void addEveryScale();

/// For a test's _data(): both languages in every layout of a page, with its `size` (QSize) and `width` (int,
/// a ui::WidthClass).
void addEveryLayout();

/// Sets language and size of texts of the row that is running.
void useScale(UiBench& bench);

} // namespace proconnect::tests
