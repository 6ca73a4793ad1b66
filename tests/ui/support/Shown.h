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

/// Whether a visible label under `root` holds these words, once the layouts have come to rest.
[[nodiscard]] bool shows(const QWidget& root, const QString& words);

/// The visible button with that text, once the layouts have come to rest, or null.
[[nodiscard]] ui::Button* buttonNamed(const QWidget& root, const QString& text);

} // namespace proconnect::tests
