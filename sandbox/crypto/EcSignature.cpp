// SPDX-License-Identifier: MIT
#include "sandbox/crypto/EcSignature.h"

#include <memory>
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {
constexpr int HalfLength = 32;
using Signature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;
} // namespace

std::string ecSignatureFromDer(const std::string& der)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
    const Signature signature(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())), &ECDSA_SIG_free);
    if (!signature) {
        throw std::runtime_error("not an ECDSA signature");
    }
    std::string raw(2UL * HalfLength, '\0');
    auto* out = reinterpret_cast<unsigned char*>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, HalfLength);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + HalfLength, HalfLength);
    return raw;
}

std::string ecSignatureToDer(const std::string& raw)
{
    if (raw.size() != 2UL * HalfLength) {
        return {};
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
    const Signature signature(ECDSA_SIG_new(), &ECDSA_SIG_free);
    ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes, HalfLength, nullptr),
                   BN_bin2bn(bytes + HalfLength, HalfLength, nullptr));
    unsigned char* der = nullptr;
    const int length = i2d_ECDSA_SIG(signature.get(), &der);
    std::string result(reinterpret_cast<char*>(der), length > 0 ? static_cast<std::size_t>(length) : 0U);
    OPENSSL_free(der);
    return result;
}

} // namespace proconnect::sandbox
