// SPDX-License-Identifier: MIT
#include "service/http/StrictText.h"

#include <QStringDecoder>

#include <algorithm>

namespace proconnect::service {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

std::optional<QString> decodePercent(const QByteArray& encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded[i] != '%') {
            bytes.append(encoded[i]);
            continue;
        }
        if (i + 2 >= encoded.size() || hexDigit(encoded[i + 1]) < 0 || hexDigit(encoded[i + 2]) < 0) {
            return std::nullopt;
        }
        bytes.append(static_cast<char>(hexDigit(encoded[i + 1]) * 16 + hexDigit(encoded[i + 2])));
        i += 2;
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = utf8(bytes);
    const bool control = std::any_of(text.cbegin(), text.cend(),
                                     [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
    return utf8.hasError() || control ? std::nullopt : std::optional{text};
}

} // namespace proconnect::service
