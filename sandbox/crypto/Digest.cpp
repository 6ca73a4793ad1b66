// SPDX-License-Identifier: MIT
#include "sandbox/crypto/Digest.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

namespace proconnect::sandbox {

std::string sha256Hex(std::string_view bytes)
{
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

bool sameSecret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace proconnect::sandbox
