// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sheets/FactSheet.h"
#include "ui/text/RequestText.h"

namespace proconnect::ui {

/// What is known of a request, in the order of D-02; with what was answered, once it was.
[[nodiscard]] QList<Fact> requestFacts(const AccessRequest& request, const RequestText& text);

} // namespace proconnect::ui
