// SPDX-License-Identifier: MIT
#include "sandbox/crypto/SigningKey.h"

#include "sandbox/crypto/Base64Url.h"
#include "sandbox/crypto/EcSignature.h"
#include "sandbox/crypto/Random.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {

std::string numberParameter(const EVP_PKEY* key, const char* name, int minimumBytes)
{
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) {
        throw std::runtime_error("the key has no such parameter");
    }
    const int size = std::max(minimumBytes, BN_num_bytes(number));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), size);
    BN_free(number);
    return base64UrlEncode(bytes);
}

} // namespace

void SigningKey::FreeKey::operator()(EVP_PKEY* key) const
{
    EVP_PKEY_free(key);
}

SigningKey::SigningKey(Algorithm algorithm)
    : m_algorithm(algorithm), m_key(algorithm == Algorithm::Es256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048U)),
      m_keyId("sandbox:" + algorithmName() + ":" + randomToken(6))
{
    if (!m_key) {
        throw std::runtime_error("no key could be made");
    }
}

SigningKey::~SigningKey() = default;

std::string SigningKey::algorithmName() const
{
    return m_algorithm == Algorithm::Es256 ? "ES256" : "RS256";
}

nlohmann::json SigningKey::publicJwk() const
{
    nlohmann::json jwk{{"kid", m_keyId}, {"alg", algorithmName()}, {"use", "sig"}};
    if (m_algorithm == Algorithm::Es256) {
        jwk["kty"] = "EC";
        jwk["crv"] = "P-256";
        jwk["x"] = numberParameter(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32);
        jwk["y"] = numberParameter(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32);
    } else {
        jwk["kty"] = "RSA";
        jwk["n"] = numberParameter(m_key.get(), OSSL_PKEY_PARAM_RSA_N, 0);
        jwk["e"] = numberParameter(m_key.get(), OSSL_PKEY_PARAM_RSA_E, 0);
    }
    return jwk;
}

std::string SigningKey::sign(const nlohmann::json& payload) const
{
    return sign(payload, nlohmann::json::object());
}

std::string SigningKey::sign(const nlohmann::json& payload, const nlohmann::json& extraHeader) const
{
    nlohmann::json header{{"alg", algorithmName()}, {"kid", m_keyId}};
    header.update(extraHeader);
    const std::string input = base64UrlEncode(header.dump()) + '.' + base64UrlEncode(payload.dump());
    return input + '.' + base64UrlEncode(rawSignature(input));
}

std::string SigningKey::rawSignature(const std::string& input) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto* bytes = reinterpret_cast<const unsigned char*>(input.data());
    std::size_t length = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &length, bytes, input.size()) != 1) {
        throw std::runtime_error("signing failed");
    }
    std::string signature(length, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes,
                       input.size()) != 1) {
        throw std::runtime_error("signing failed");
    }
    signature.resize(length);
    return m_algorithm == Algorithm::Es256 ? ecSignatureFromDer(signature) : signature;
}

} // namespace proconnect::sandbox
