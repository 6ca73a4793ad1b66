// SPDX-License-Identifier: MIT
#include "core/certification/Masks.h"

#include <QLatin1String>
#include <QString>

#include <algorithm>

namespace proconnect::certification {

namespace {

using namespace std::string_view_literals;

bool isSuspect(QChar c)
{
    return c == u'[' || c == u'(' || c == u'*' || c == u'#' || c >= QChar(0xFF00);
}

} // namespace

bool isMasked(QStringView value)
{
    // A mark of each mask, looked for before the mask itself: nearly every name stops here.
    if (std::none_of(value.begin(), value.end(), isSuspect)) {
        return false;
    }
    // Full-width brackets and stars become plain ones.
    QString text = value.toString().normalized(QString::NormalizationForm_KC).toUpper();
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text.contains(QLatin1String("[ND]")) || text.contains(QLatin1String("[NC]")) ||
           text == QLatin1String("(ND)") || text == QLatin1String("(NC)") ||
           (text.startsWith(u'[') && text.endsWith(u']')) ||
           (!text.isEmpty() &&
            std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'*' || c == u'#'; }));
}

bool isListedMask(FoldedText::View letters)
{
    return letters == u"ND"sv || letters.find(u"NONDIFFUS"sv) != FoldedText::View::npos;
}

bool isWithheld(QStringView value)
{
    return isMasked(value) || (!value.isEmpty() && isBareMask(FoldedText(value).letters()));
}

} // namespace proconnect::certification
