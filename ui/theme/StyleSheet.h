// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::ui {

class Theme;

/// The application's one style sheet, resources/theme/style.qss with its @tokens replaced.
/// "@BgApp" is a colour, "@px_14" a length that grows with the text scale, "@font_Small" a font declaration.
[[nodiscard]] QString styleSheetOf(const Theme& theme);

} // namespace proconnect::ui
