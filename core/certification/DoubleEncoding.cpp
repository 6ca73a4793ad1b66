// SPDX-License-Identifier: MIT
#include "core/certification/DoubleEncoding.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

// What Windows-1252 makes of the bytes from 0x80 to 0x9F; 0 where it makes nothing.
constexpr auto windows1252 = std::to_array<char16_t>({
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
});
constexpr char32_t noByte = 0;
constexpr int mostTimes = 2;

/// The byte that the character was read from.
char32_t byteOf(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x100) {
        return unit;
    }
    const auto* const found = std::find(windows1252.begin(), windows1252.end(), unit);
    return found == windows1252.end() ? noByte : 0x80 + static_cast<char32_t>(found - windows1252.begin());
}

/// How many more bytes a letter has that begins with this one: those of Latin have two or three.
qsizetype followersOf(QChar first)
{
    const char16_t unit = first.unicode();
    if (unit >= 0xC2 && unit <= 0xDF) {
        return 1;
    }
    return unit >= 0xE0 && unit <= 0xEF ? 2 : 0;
}

/// The letter whose bytes stand at `at`; 0 for none.
char32_t letterAt(QStringView text, qsizetype at)
{
    const qsizetype followers = followersOf(text[at]);
    if (followers == 0 || at + followers >= text.size()) {
        return 0;
    }
    char32_t letter = text[at].unicode() & (followers == 1 ? 0x1FU : 0x0FU);
    for (qsizetype i = at + 1; i <= at + followers; ++i) {
        const char32_t byte = byteOf(text[i]);
        if (byte < 0x80 || byte > 0xBF) {
            return 0;
        }
        letter = letter << 6U | (byte & 0x3FU);
    }
    const bool surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    return letter < 0x80 || surrogate ? 0 : letter;
}

QString decodedOnce(QStringView text)
{
    QString decoded;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (const char32_t letter = letterAt(text, at); letter != 0) {
            decoded.append(QChar::fromUcs4(letter));
            at += followersOf(text[at]);
        } else {
            decoded.append(text[at]);
        }
    }
    return decoded;
}

} // namespace

bool isEncodedTwice(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (letterAt(text, at) != 0) {
            return true;
        }
    }
    return false;
}

QString decodedAgain(QString text)
{
    for (int times = 0; times < mostTimes && isEncodedTwice(text); ++times) {
        text = decodedOnce(text);
    }
    return text;
}

} // namespace proconnect::certification
