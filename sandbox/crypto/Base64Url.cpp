// SPDX-License-Identifier: MIT
#include "sandbox/crypto/Base64Url.h"

#include <QByteArray>

namespace proconnect::sandbox {

namespace {
constexpr auto Options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

std::string base64UrlEncode(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64(Options).toStdString();
}

std::optional<std::string> base64UrlDecode(std::string_view text)
{
    if (text.find('=') != std::string_view::npos) {
        return std::nullopt;
    }
    const auto result =
        QByteArray::fromBase64Encoding(QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                                       Options | QByteArray::AbortOnBase64DecodingErrors);
    if (!result) {
        return std::nullopt;
    }
    return result.decoded.toStdString();
}

} // namespace proconnect::sandbox
