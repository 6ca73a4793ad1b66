// SPDX-License-Identifier: MIT
#include "core/certification/Masks.h"

#include <QLatin1String>

#include <algorithm>

namespace proconnect::certification {

bool isMasked(QStringView value)
{
    const bool suspect =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c == u'[' || c == u'*' || c == u'#'; });
    if (!suspect) {
        return false;
    }
    const QStringView text = value.trimmed();
    return text.contains(QLatin1String("[ND]"), Qt::CaseInsensitive) ||
           std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'*' || c == u'#' || c == u' '; });
}

} // namespace proconnect::certification
