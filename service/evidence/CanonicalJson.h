// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

/// The one spelling of `object` (RFC 8785) for objects of strings, booleans and whole numbers: members sorted
/// by UTF-16 code units, no spaces, UTF-8.
[[nodiscard]] QByteArray canonicalJson(const QJsonObject& object);

} // namespace proconnect::service
