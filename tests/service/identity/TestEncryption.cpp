// SPDX-License-Identifier: MIT
#include "tests/service/identity/TestEncryption.h"

#include "tests/service/identity/TestKey.h"

#include <QCryptographicHash>

#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

namespace proconnect::tests {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

QByteArray member(const QJsonObject& jwk, const char* name)
{
    return QByteArray::fromBase64(jwk.value(QLatin1String(name)).toString().toLatin1(),
                                  QByteArray::Base64UrlEncoding);
}

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Key imported(const QJsonObject& jwk)
{
    const bool curve = jwk.value(QLatin1String("kty")) == QJsonValue(QLatin1String("EC"));
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                                  &OSSL_PARAM_BLD_free);
    const QByteArray point = '\x04' + member(jwk, "x") + member(jwk, "y");
    const QByteArray modulus = member(jwk, "n");
    const QByteArray exponent = member(jwk, "e");
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> n(
        BN_bin2bn(in(modulus), static_cast<int>(modulus.size()), nullptr), &BN_free);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> e(
        BN_bin2bn(in(exponent), static_cast<int>(exponent.size()), nullptr), &BN_free);
    if (curve) {
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         static_cast<size_t>(point.size()));
    } else {
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    }
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(
        OSSL_PARAM_BLD_to_param(builder.get()), &OSSL_PARAM_free);
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, curve ? "EC" : "RSA", nullptr),
                          &EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return {key, &EVP_PKEY_free};
}

QJsonObject publicPart(EVP_PKEY* key)
{
    const auto coordinate = [key](const char* name) {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(key, name, &number);
        QByteArray bytes(32, '\0');
        BN_bn2binpad(number, out(bytes), 32);
        BN_free(number);
        return QString::fromLatin1(encode64(bytes));
    };
    return {{QStringLiteral("kty"), QStringLiteral("EC")},
            {QStringLiteral("crv"), QStringLiteral("P-256")},
            {QStringLiteral("x"), coordinate(OSSL_PKEY_PARAM_EC_PUB_X)},
            {QStringLiteral("y"), coordinate(OSSL_PKEY_PARAM_EC_PUB_Y)}};
}

/// RFC 7518, 4.6.2, for a key of 256 bits: one round.
QByteArray agreedSecret(EVP_PKEY* ours, EVP_PKEY* theirs)
{
    const Context context(EVP_PKEY_CTX_new(ours, nullptr), &EVP_PKEY_CTX_free);
    QByteArray shared(32, '\0');
    size_t size = static_cast<size_t>(shared.size());
    EVP_PKEY_derive_init(context.get());
    EVP_PKEY_derive_set_peer(context.get(), theirs);
    EVP_PKEY_derive(context.get(), out(shared), &size);
    const QByteArray information =
        QByteArray::fromHex("00000007") + "A256GCM" + QByteArray(8, '\0') + QByteArray::fromHex("00000100");
    return QCryptographicHash::hash(QByteArray::fromHex("00000001") + shared + information,
                                    QCryptographicHash::Sha256);
}

QByteArray wrapped(EVP_PKEY* key, const QByteArray& secret)
{
    const Context context(EVP_PKEY_CTX_new(key, nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY_encrypt_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING);
    QByteArray result(EVP_PKEY_get_size(key), '\0');
    size_t size = static_cast<size_t>(result.size());
    EVP_PKEY_encrypt(context.get(), out(result), &size, in(secret), static_cast<size_t>(secret.size()));
    return result;
}

} // namespace

QByteArray JweParts::token() const
{
    return QList<QByteArray>{encode64(header), encode64(key), encode64(nonce), encode64(content),
                             encode64(tag)}
        .join('.');
}

JweParts encryptedFor(const QJsonObject& jwk, const QByteArray& content,
                      const std::function<void(QJsonObject& header)>& edit)
{
    const Key recipient = imported(jwk);
    QJsonObject header{{QStringLiteral("alg"), jwk.value(QStringLiteral("alg"))},
                       {QStringLiteral("enc"), QStringLiteral("A256GCM")},
                       {QStringLiteral("cty"), QStringLiteral("JWT")},
                       {QStringLiteral("kid"), jwk.value(QStringLiteral("kid"))}};
    JweParts parts;
    QByteArray secret(32, '\0');
    if (EVP_PKEY_get_base_id(recipient.get()) == EVP_PKEY_EC) {
        const Key ephemeral(EVP_EC_gen("P-256"), &EVP_PKEY_free);
        secret = agreedSecret(ephemeral.get(), recipient.get());
        header.insert(QStringLiteral("epk"), publicPart(ephemeral.get()));
    } else {
        RAND_bytes(out(secret), static_cast<int>(secret.size()));
        parts.key = wrapped(recipient.get(), secret);
    }
    edit(header);
    parts.header = compactJson(header);
    parts.nonce.resize(12);
    RAND_bytes(out(parts.nonce), 12);
    parts.content.resize(content.size());
    parts.tag.resize(16);
    const QByteArray associated = encode64(parts.header);
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    int size = 0;
    EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, in(secret), in(parts.nonce));
    EVP_EncryptUpdate(context.get(), nullptr, &size, in(associated), static_cast<int>(associated.size()));
    EVP_EncryptUpdate(context.get(), out(parts.content), &size, in(content),
                      static_cast<int>(content.size()));
    EVP_EncryptFinal_ex(context.get(), nullptr, &size);
    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, 16, parts.tag.data());
    return parts;
}

} // namespace proconnect::tests
