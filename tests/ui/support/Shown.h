// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace proconnect::ui {
class Button;
}

namespace proconnect::tests {

/// The text of all visible labels and buttons under `root`, one a line.
[[nodiscard]] QString shownText(const QWidget& root);

/// The visible button with that text, or null.
[[nodiscard]] ui::Button* buttonNamed(const QWidget& root, const QString& text);

} // namespace proconnect::tests
