// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::service {

/// Domain of an e-mail address in lower case; empty when there is none.
[[nodiscard]] QString mailDomain(const QString& address);

} // namespace proconnect::service
