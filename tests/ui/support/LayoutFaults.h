// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

class QWidget;

namespace proconnect::tests {

/// What a person would call broken in the visible part of `window`, one a line; empty when all is well: parts
/// cut by what holds them (but by a scroll area that scrolls up and down), parts over one another, texts with
/// less room than they need that do not end with an ellipsis, contents that scroll sideways, lists without
/// room for one line.
[[nodiscard]] QByteArray layoutFaults(const QWidget& window);

} // namespace proconnect::tests
