// SPDX-License-Identifier: MIT
#include "core/certification/Masks.h"

#include <QLatin1String>

#include <algorithm>

namespace proconnect::certification {

bool isMasked(QStringView value)
{
    // One mark of each mask, looked for before the mask itself: nearly every name stops here.
    unsigned suspects = 0;
    for (const QChar c : value) {
        suspects |= static_cast<unsigned>(c == u'[') | static_cast<unsigned>(c == u'*') |
                    static_cast<unsigned>(c == u'#');
    }
    if (suspects == 0) {
        return false;
    }
    const QStringView text = value.trimmed();
    return text.contains(QLatin1String("[ND]"), Qt::CaseInsensitive) ||
           std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'*' || c == u'#' || c == u' '; });
}

} // namespace proconnect::certification
