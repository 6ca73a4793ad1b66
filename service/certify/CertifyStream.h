// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>

#include <cstdio>

namespace proconnect::service {

/// Longest line that certifyStream() reads, in bytes; a longer one is answered with an error and skipped.
inline constexpr qsizetype longestCertifyLine = 1024LL * 1024;

/// Answers each line of `input` on `output`, in order, each as soon as it is known, until the input ends.
/// Empty lines are passed over. False when the output can no longer be written.
[[nodiscard]] bool certifyStream(std::FILE* input, std::FILE* output, const QDate& today);

} // namespace proconnect::service
