// SPDX-License-Identifier: MIT
#include "core/jose/Base64Url.h"

namespace proconnect::base64url {
namespace {

constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray encode(const QByteArray& bytes)
{
    return bytes.toBase64(options);
}

std::optional<QByteArray> decode(const QByteArray& text)
{
    auto result = QByteArray::fromBase64Encoding(text, options | QByteArray::AbortOnBase64DecodingErrors);
    // Qt accepts padding and drops loose bits; the comparison refuses both.
    if (!result || encode(*result) != text) {
        return std::nullopt;
    }
    return std::move(*result);
}

} // namespace proconnect::base64url
