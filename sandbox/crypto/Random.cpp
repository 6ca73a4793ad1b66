// SPDX-License-Identifier: MIT
#include "sandbox/crypto/Random.h"

#include "sandbox/crypto/Base64Url.h"

#include <QUuid>

#include <openssl/rand.h>
#include <stdexcept>

namespace proconnect::sandbox {

std::string randomToken(std::size_t bytes)
{
    std::string raw(bytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(raw.data()), static_cast<int>(bytes)) != 1) {
        throw std::runtime_error("no randomness");
    }
    return base64UrlEncode(raw);
}

std::string randomUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace proconnect::sandbox
