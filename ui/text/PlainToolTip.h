// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::ui {

/// `text` for a tooltip, which shows it literally: Qt takes for markup what looks like it, and names come
/// from portals and registers.
[[nodiscard]] QString plainToolTip(const QString& text);

} // namespace proconnect::ui
