// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace proconnect::ui {

class Theme;

/// Paints the arrow of a field that opens something below it, at its end; the style sheet leaves the room.
void paintDropDownArrow(const Theme& theme, QWidget& field);

} // namespace proconnect::ui
