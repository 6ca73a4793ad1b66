// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QStringView>

namespace proconnect::ui {

/// How a font is to write `text`. Latin letters in one piece and the signs between them are written glyph by
/// glyph: shaping each text for each question of a layout took a tenth of a start, for kerning of less than a
/// pixel. Combining marks and every other script are shaped, because they are wrong without it.
[[nodiscard]] QFont::StyleStrategy shapingOf(QStringView text);

} // namespace proconnect::ui
