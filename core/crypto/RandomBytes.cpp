// SPDX-License-Identifier: MIT
#include "core/crypto/RandomBytes.h"

#include <openssl/rand.h>

namespace proconnect {

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), count) != 1) {
        qFatal("The random generator failed.");
    }
    return bytes;
}

} // namespace proconnect
