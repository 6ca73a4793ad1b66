// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/types.h>
#include <string>

namespace proconnect::sandbox {

/// A private key of one algorithm, made when the sandbox starts and never written anywhere.
class SigningKey
{
public:
    enum class Algorithm { Es256, Rs256 };

    /// Makes a fresh key: P-256, or RSA of 2048 bits.
    explicit SigningKey(Algorithm algorithm);
    ~SigningKey();
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;

    [[nodiscard]] std::string algorithmName() const;
    [[nodiscard]] const std::string& keyId() const { return m_keyId; }

    /// The public half with kty, kid, alg and use (RFC 7517).
    [[nodiscard]] nlohmann::json publicJwk() const;

    /// Compact JWS of the payload. Its header holds "alg" and "kid" only, as FranceConnect's.
    [[nodiscard]] std::string sign(const nlohmann::json& payload) const;

    /// The same with extra header members, which win over "alg" and "kid".
    [[nodiscard]] std::string sign(const nlohmann::json& payload, const nlohmann::json& extraHeader) const;

private:
    struct FreeKey
    {
        void operator()(EVP_PKEY* key) const;
    };

    [[nodiscard]] std::string rawSignature(const std::string& input) const;

    Algorithm m_algorithm;
    std::unique_ptr<EVP_PKEY, FreeKey> m_key;
    std::string m_keyId;
};

} // namespace proconnect::sandbox
