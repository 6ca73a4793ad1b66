// SPDX-License-Identifier: MIT
#pragma once

#include "core/table/TextTable.h"

#include <QByteArray>

namespace proconnect {

/// CSV that a French Excel opens with a double click: UTF-8 with a byte order mark, semicolons, CRLF (RFC
/// 4180 otherwise). A text that a spreadsheet would calculate (it begins with =, +, -, @, a tab or a line
/// end, plain or full-width, whatever space stands before) gets an apostrophe before it.
[[nodiscard]] QByteArray csvText(const TextTable& table);

} // namespace proconnect
