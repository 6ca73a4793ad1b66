// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <string_view>

namespace proconnect::certification {

/// The part of overseas France that an ISO 3166 code names, as the three digits that its communes' codes
/// begin with: RE and REU give "974". Empty for France as a whole, and for any other text.
[[nodiscard]] std::string_view overseasPartOf(QStringView code);

/// The same for a folded name: "LA REUNION".
[[nodiscard]] std::string_view overseasPartNamed(std::string_view name);

} // namespace proconnect::certification
