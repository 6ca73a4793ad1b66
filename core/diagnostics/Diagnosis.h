// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace proconnect {

/// What support asks for first, as lines "name: value": versions, system, service address, time. Nothing
/// personal, nothing secret. In English: support and programs read it.
[[nodiscard]] QString diagnosis(const QUrl& service, const QString& dataDirectory);

} // namespace proconnect
