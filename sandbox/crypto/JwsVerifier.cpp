// SPDX-License-Identifier: MIT
#include "sandbox/crypto/JwsVerifier.h"

#include "sandbox/crypto/Base64Url.h"
#include "sandbox/crypto/EcSignature.h"

#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t MaximumLength = 64UL * 1024;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

std::string text(const nlohmann::json& jwk, const char* name)
{
    const auto found = jwk.find(name);
    return found != jwk.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string member(const nlohmann::json& jwk, const char* name)
{
    return base64UrlDecode(text(jwk, name)).value_or(std::string());
}

Number numberFrom(const std::string& bytes)
{
    return {BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()),
                      nullptr),
            &BN_free};
}

Key keyFrom(OSSL_PARAM_BLD* builder, const char* type)
{
    EVP_PKEY* key = nullptr;
    OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr);
    if (EVP_PKEY_fromdata_init(context) == 1) {
        EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
    }
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    return {key, &EVP_PKEY_free};
}

Key publicKey(const nlohmann::json& jwk, std::string_view algorithm)
{
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                                  &OSSL_PARAM_BLD_free);
    if (algorithm == "ES256" && text(jwk, "kty") == "EC" && text(jwk, "crv") == "P-256") {
        const std::string point = '\x04' + member(jwk, "x") + member(jwk, "y");
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
        return keyFrom(builder.get(), "EC");
    }
    if (algorithm == "RS256" && text(jwk, "kty") == "RSA") {
        const Number modulus = numberFrom(member(jwk, "n"));
        const Number exponent = numberFrom(member(jwk, "e"));
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
        return keyFrom(builder.get(), "RSA");
    }
    return {nullptr, &EVP_PKEY_free};
}

} // namespace

std::optional<UnverifiedJws> parseJws(std::string_view compact)
{
    const std::size_t first = compact.find('.');
    const std::size_t second = first == std::string_view::npos ? first : compact.find('.', first + 1);
    if (compact.size() > MaximumLength || second == std::string_view::npos ||
        compact.find('.', second + 1) != std::string_view::npos) {
        return std::nullopt;
    }
    const auto header = base64UrlDecode(compact.substr(0, first));
    const auto payload = base64UrlDecode(compact.substr(first + 1, second - first - 1));
    const auto signature = base64UrlDecode(compact.substr(second + 1));
    if (!header || !payload || !signature) {
        return std::nullopt;
    }
    UnverifiedJws jws{nlohmann::json::parse(*header, nullptr, false),
                      nlohmann::json::parse(*payload, nullptr, false), std::string(compact.substr(0, second)),
                      *signature};
    if (!jws.header.is_object() || !jws.payload.is_object()) {
        return std::nullopt;
    }
    return jws;
}

bool verifyJws(const UnverifiedJws& jws, const nlohmann::json& jwk, std::string_view algorithm)
{
    const auto announced = jws.header.find("alg");
    if (announced == jws.header.end() || *announced != std::string(algorithm) || !jwk.is_object()) {
        return false;
    }
    const Key key = publicKey(jwk, algorithm);
    const std::string signature = algorithm == "ES256" ? ecSignatureToDer(jws.signature) : jws.signature;
    if (!key || signature.empty()) {
        return false;
    }
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                            signature.size(), reinterpret_cast<const unsigned char*>(jws.signedInput.data()),
                            jws.signedInput.size()) == 1;
}

} // namespace proconnect::sandbox
