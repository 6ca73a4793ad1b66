// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace proconnect {

/// One line of the desktop's log: level, category, text without anything secret or personal. No line feed
/// inside.
[[nodiscard]] QByteArray logLine(QtMsgType type, const char* category, const QString& text);

/// Sends every message of Qt and of the application through logLine() to the standard error output. There is
/// no other way out for a message.
void installMessageLog();

} // namespace proconnect
