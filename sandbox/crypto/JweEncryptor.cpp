// SPDX-License-Identifier: MIT
#include "sandbox/crypto/JweEncryptor.h"

#include "sandbox/crypto/Base64Url.h"

#include <array>
#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t KeyLength = 32;
constexpr std::size_t NonceLength = 12;
constexpr std::size_t TagLength = 16;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

const unsigned char* in(const std::string& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* out(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

void require(bool good, const char* what)
{
    if (!good) {
        throw std::runtime_error(std::string("encryption: ") + what);
    }
}

Key recipientOf(const nlohmann::json& jwk)
{
    require(jwk.value("kty", "") == "EC" && jwk.value("crv", "") == "P-256", "no P-256 key");
    const std::string point = '\x04' + base64UrlDecode(jwk.value("x", "")).value_or("") +
                              base64UrlDecode(jwk.value("y", "")).value_or("");
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                                  &OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(
        OSSL_PARAM_BLD_to_param(builder.get()), &OSSL_PARAM_free);
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
    require(key != nullptr, "the point is not on the curve");
    return {key, &EVP_PKEY_free};
}

nlohmann::json publicPart(EVP_PKEY* key)
{
    const auto coordinate = [key](const char* name) {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(key, name, &number);
        std::string bytes(KeyLength, '\0');
        BN_bn2binpad(number, out(bytes), static_cast<int>(KeyLength));
        BN_free(number);
        return base64UrlEncode(bytes);
    };
    return {{"kty", "EC"},
            {"crv", "P-256"},
            {"x", coordinate(OSSL_PKEY_PARAM_EC_PUB_X)},
            {"y", coordinate(OSSL_PKEY_PARAM_EC_PUB_Y)}};
}

/// Concat KDF of RFC 7518, 4.6.2: one round gives the 256 bits.
std::string agreedKey(EVP_PKEY* ours, EVP_PKEY* theirs)
{
    const Context context(EVP_PKEY_CTX_new(ours, nullptr), &EVP_PKEY_CTX_free);
    std::string shared(KeyLength, '\0');
    std::size_t size = shared.size();
    require(EVP_PKEY_derive_init(context.get()) == 1 &&
                EVP_PKEY_derive_set_peer(context.get(), theirs) == 1 &&
                EVP_PKEY_derive(context.get(), out(shared), &size) == 1,
            "no shared secret");
    using namespace std::string_literals;
    const std::string input =
        "\0\0\0\1"s + shared + "\0\0\0\7A256GCM"s + "\0\0\0\0"s + "\0\0\0\0"s + "\0\0\1\0"s;
    std::string key(KeyLength, '\0');
    unsigned int length = 0;
    EVP_Digest(input.data(), input.size(), out(key), &length, EVP_sha256(), nullptr);
    return key;
}

} // namespace

std::string encryptToken(const nlohmann::json& jwk, const std::string& token)
{
    const Key recipient = recipientOf(jwk);
    const Key ephemeral(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const nlohmann::json header{{"alg", "ECDH-ES"},
                                {"enc", "A256GCM"},
                                {"cty", "JWT"},
                                {"kid", jwk.value("kid", "")},
                                {"epk", publicPart(ephemeral.get())}};
    const std::string key = agreedKey(ephemeral.get(), recipient.get());
    const std::string associated = base64UrlEncode(header.dump());
    std::string nonce(NonceLength, '\0');
    RAND_bytes(out(nonce), static_cast<int>(nonce.size()));
    std::string content(token.size(), '\0');
    std::string tag(TagLength, '\0');
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    int size = 0;
    std::array<unsigned char, TagLength> rest{};
    require(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
                EVP_EncryptUpdate(context.get(), nullptr, &size, in(associated),
                                  static_cast<int>(associated.size())) == 1 &&
                EVP_EncryptUpdate(context.get(), out(content), &size, in(token),
                                  static_cast<int>(token.size())) == 1 &&
                EVP_EncryptFinal_ex(context.get(), rest.data(), &size) == 1 &&
                EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(TagLength),
                                    tag.data()) == 1,
            "AES-GCM");
    return associated + ".." + base64UrlEncode(nonce) + '.' + base64UrlEncode(content) + '.' +
           base64UrlEncode(tag);
}

} // namespace proconnect::sandbox
