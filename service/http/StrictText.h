// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace proconnect::service {

/// `encoded` without its percent escapes, or nothing when an escape is malformed, the result is not UTF-8
/// or it holds a control character.
[[nodiscard]] std::optional<QString> decodePercent(const QByteArray& encoded);

} // namespace proconnect::service
