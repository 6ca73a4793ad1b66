// SPDX-License-Identifier: MIT
#include "tests/service/identity/TestKey.h"

#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <utility>

namespace proconnect::tests {
namespace {

QString parameter(EVP_PKEY* key, const char* name, int width)
{
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(width > 0 ? width : BN_num_bytes(number), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(number);
    return QString::fromLatin1(encode64(bytes));
}

QByteArray rawFromDer(const QByteArray& der)
{
    const auto* cursor = reinterpret_cast<const unsigned char*>(der.constData());
    ECDSA_SIG* signature = d2i_ECDSA_SIG(nullptr, &cursor, der.size());
    QByteArray raw(64, '\0');
    auto* out = reinterpret_cast<unsigned char*>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), out + 32, 32);
    ECDSA_SIG_free(signature);
    return raw;
}

} // namespace

QByteArray encode64(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compactJson(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

TestKey::TestKey(Kind kind, QString id)
    : m_id(std::move(id)), m_kind(kind),
      m_key(kind == Kind::P256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048U), &EVP_PKEY_free)
{}

QString TestKey::algorithm() const
{
    return m_kind == Kind::P256 ? QStringLiteral("ES256") : QStringLiteral("RS256");
}

QJsonObject TestKey::publicJwk() const
{
    QJsonObject jwk{{QStringLiteral("kid"), m_id},
                    {QStringLiteral("use"), QStringLiteral("sig")},
                    {QStringLiteral("alg"), algorithm()}};
    if (m_kind == Kind::P256) {
        jwk.insert(QStringLiteral("kty"), QStringLiteral("EC"));
        jwk.insert(QStringLiteral("crv"), QStringLiteral("P-256"));
        jwk.insert(QStringLiteral("x"), parameter(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32));
        jwk.insert(QStringLiteral("y"), parameter(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32));
    } else {
        jwk.insert(QStringLiteral("kty"), QStringLiteral("RSA"));
        jwk.insert(QStringLiteral("n"), parameter(m_key.get(), OSSL_PKEY_PARAM_RSA_N, 0));
        jwk.insert(QStringLiteral("e"), parameter(m_key.get(), OSSL_PKEY_PARAM_RSA_E, 0));
    }
    return jwk;
}

QByteArray TestKey::publicPem() const
{
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(memory, m_key.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    QByteArray pem(data, size);
    BIO_free(memory);
    return pem;
}

QByteArray TestKey::sign(const QByteArray& data, bool der) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::size_t size = 512;
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                   reinterpret_cast<const unsigned char*>(data.constData()),
                   static_cast<std::size_t>(data.size()));
    signature.truncate(static_cast<qsizetype>(size));
    return m_kind == Kind::P256 && !der ? rawFromDer(signature) : signature;
}

QByteArray TestKey::token(const QByteArray& payload, const QJsonObject& header) const
{
    QJsonObject full{{QStringLiteral("alg"), algorithm()}, {QStringLiteral("kid"), m_id}};
    for (auto it = header.begin(); it != header.end(); ++it) {
        if (it.value().isNull()) {
            full.remove(it.key());
        } else {
            full.insert(it.key(), it.value());
        }
    }
    const QByteArray input = encode64(compactJson(full)) + '.' + encode64(payload);
    return input + '.' + encode64(sign(input));
}

} // namespace proconnect::tests
