// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::service {

/// A name without case, accents, punctuation and order: "FABRE Hélène-Claire" and "Hélène Claire Fabre" fold
/// alike. Empty for a text without letters.
[[nodiscard]] QString foldedName(const QString& name);

/// Domain of an e-mail address in lower case; empty when there is none.
[[nodiscard]] QString mailDomain(const QString& address);

} // namespace proconnect::service
