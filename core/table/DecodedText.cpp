// SPDX-License-Identifier: MIT
#include "core/table/DecodedText.h"

#include <QStringDecoder>

#include <array>

namespace proconnect {
namespace {

constexpr unsigned char firstOwn = 0x80;
/// Where Windows-1252 differs from ISO 8859-1 (0x80 to 0x9F), as the WHATWG Encoding Standard has it; five
/// bytes stand for nothing.
constexpr std::array<char16_t, 32> ownLetters{
    u'\u20AC', 0,         u'\u201A', u'\u0192', u'\u201E', u'\u2026', u'\u2020', u'\u2021',
    u'\u02C6', u'\u2030', u'\u0160', u'\u2039', u'\u0152', 0,         u'\u017D', 0,
    0,         u'\u2018', u'\u2019', u'\u201C', u'\u201D', u'\u2022', u'\u2013', u'\u2014',
    u'\u02DC', u'\u2122', u'\u0161', u'\u203A', u'\u0153', 0,         u'\u017E', u'\u0178'};

std::optional<QString> windows1252(const QByteArray& file)
{
    QString text = QString::fromLatin1(file);
    for (QChar& c : text) {
        const unsigned place = static_cast<unsigned>(c.unicode()) - firstOwn;
        if (place < ownLetters.size()) {
            c = QChar(ownLetters.at(place));
            if (c.isNull()) {
                return std::nullopt;
            }
        }
    }
    return text;
}

} // namespace

std::optional<QString> decodeText(const QByteArray& file, TextEncodings encodings)
{
    if (file.contains('\0')) {
        return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    std::optional<QString> text = QString(decoder(file));
    if (decoder.hasError()) {
        text = encodings == TextEncodings::Utf8OrWindows1252 ? windows1252(file) : std::nullopt;
    }
    if (text) {
        text->replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text->replace(u'\r', u'\n');
    }
    return text;
}

} // namespace proconnect
