// SPDX-License-Identifier: MIT
#include "ui/theme/Shaping.h"

#include <algorithm>

namespace proconnect::ui {
namespace {

bool standsAlone(QChar character)
{
    const char16_t unit = character.unicode();
    // A soft hyphen shows only where a line breaks, which shaping decides.
    const bool latin = (unit < u'\u0300' && unit != u'\u00AD') || (unit >= u'\u1E00' && unit < u'\u1F00');
    // Dashes, quotes, the ellipsis, narrow spaces, the euro sign, arrows.
    const bool sign = (unit >= u'\u2010' && unit <= u'\u2027') || unit == u'\u202F' || unit == u'\u20AC' ||
                      (unit >= u'\u2190' && unit <= u'\u2193');
    return latin || sign;
}

} // namespace

QFont::StyleStrategy shapingOf(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), standsAlone) ? QFont::PreferNoShaping
                                                                : QFont::PreferDefault;
}

} // namespace proconnect::ui
