// SPDX-License-Identifier: MIT
#include "core/jose/EcdhEs.h"

#include "core/jose/Base64Url.h"

#include <QCryptographicHash>

#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace proconnect {
namespace {

constexpr qsizetype nonceBytes = 12;
constexpr qsizetype tagBytes = 16;
constexpr qsizetype secretBytes = 32;

using Number = std::unique_ptr<BIGNUM, decltype(&BN_clear_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray member(const QJsonObject& json, const char* name)
{
    return base64url::decode(json.value(QLatin1String(name)).toString().toLatin1()).value_or(QByteArray());
}

/// With the private half when `json` has it. OpenSSL refuses a point off the curve.
Key imported(const QJsonObject& json)
{
    const QByteArray point = '\x04' + member(json, "x") + member(json, "y");
    const QByteArray secret = member(json, "d");
    const Number number(BN_bin2bn(in(secret), static_cast<int>(secret.size()), nullptr), &BN_clear_free);
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                                  &OSSL_PARAM_BLD_free);
    const bool built =
        builder && number &&
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) == 1 &&
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         static_cast<size_t>(point.size())) == 1 &&
        (secret.isEmpty() ||
         OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get()) == 1);
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(
        built ? OSSL_PARAM_BLD_to_param(builder.get()) : nullptr, &OSSL_PARAM_free);
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, secret.isEmpty() ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR,
                          parameters.get()) != 1) {
        return {nullptr, &EVP_PKEY_free};
    }
    return {key, &EVP_PKEY_free};
}

std::optional<QByteArray> sharedSecret(const Jwk& pair, const Jwk& ephemeral)
{
    const Key ours = imported(pair.privateJson());
    const Key theirs = imported(ephemeral.publicJson());
    if (!ours || !theirs) {
        return std::nullopt;
    }
    const KeyContext context(EVP_PKEY_CTX_new(ours.get(), nullptr), &EVP_PKEY_CTX_free);
    QByteArray secret(secretBytes, '\0');
    auto size = static_cast<size_t>(secret.size());
    const bool agreed = context && EVP_PKEY_derive_init(context.get()) == 1 &&
                        EVP_PKEY_derive_set_peer(context.get(), theirs.get()) == 1 &&
                        EVP_PKEY_derive(context.get(), out(secret), &size) == 1 &&
                        size == static_cast<size_t>(secretBytes);
    return agreed ? std::optional{secret} : std::nullopt;
}

/// One round of the Concat KDF: counter, secret, algorithm and its length, two empty parties, bits wanted.
QByteArray contentKey(const QByteArray& secret)
{
    const QByteArray information = QByteArray::fromHex("00000007") + "A256GCM" +
                                   QByteArray::fromHex("0000000000000000"
                                                       "00000100");
    return QCryptographicHash::hash(QByteArray::fromHex("00000001") + secret + information,
                                    QCryptographicHash::Sha256);
}

} // namespace

std::optional<QByteArray> openEcdhEs(const Jwk& pair, const Jwk& ephemeral, const GcmParts& parts)
{
    const auto secret = sharedSecret(pair, ephemeral);
    if (!secret || parts.nonce.size() != nonceBytes || parts.tag.size() != tagBytes) {
        return std::nullopt;
    }
    const QByteArray key = contentKey(*secret);
    QByteArray tag = parts.tag;
    QByteArray plain(parts.cipher.size(), '\0');
    int length = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool opened =
        cipher &&
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(parts.nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, in(parts.associated),
                          static_cast<int>(parts.associated.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), out(plain), &length, in(parts.cipher),
                          static_cast<int>(parts.cipher.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagBytes), out(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), nullptr, &length) == 1;
    return opened ? std::optional{plain} : std::nullopt;
}

} // namespace proconnect
