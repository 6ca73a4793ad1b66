// SPDX-License-Identifier: MIT
#include "core/certification/Umlauts.h"

#include <algorithm>

namespace proconnect::certification {

QString spelledOut(QStringView name)
{
    constexpr char16_t asciiEnd = 0x80; // nearly every name of a register stops here
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < asciiEnd; })) {
        return {};
    }
    QString text = name.toString().normalized(QString::NormalizationForm_C).toUpper();
    const qsizetype before = text.size();
    text.replace(QChar(u'\u00C4'), QLatin1String("AE"));
    text.replace(QChar(u'\u00D6'), QLatin1String("OE"));
    text.replace(QChar(u'\u00DC'), QLatin1String("UE"));
    text.replace(QChar(u'\u00D8'), QLatin1String("OE"));
    text.replace(QChar(u'\u00C5'), QLatin1String("AA"));
    return text.size() == before ? QString() : text;
}

} // namespace proconnect::certification
