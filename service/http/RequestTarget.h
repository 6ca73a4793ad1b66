// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace proconnect::service {

/// What stands between method and version of a request line.
struct RequestTarget
{
    QString path; ///< percent-decoded
    QUrlQuery query;
};

/// Longest target that is read, in bytes.
inline constexpr qsizetype largestTarget = 4096;

/// `target` in origin form ("/path?query"), or nothing when two readers could understand it differently:
/// dot segments, empty segments, backslashes, an escaped slash, control characters, bad escapes, fragments.
[[nodiscard]] std::optional<RequestTarget> parseTarget(const QByteArray& target);

} // namespace proconnect::service
