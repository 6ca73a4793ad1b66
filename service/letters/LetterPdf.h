// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/letters/Letter.h"

#include <QByteArray>

namespace proconnect::service {

/// The letter as PDF: A4, as many pages as it takes, its text searchable and tagged, its fonts embedded.
/// Needs no display. Internal when it cannot be drawn. From any thread.
[[nodiscard]] Outcome<QByteArray> letterPdf(const Letter& letter);

} // namespace proconnect::service
