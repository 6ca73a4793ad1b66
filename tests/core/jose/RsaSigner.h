// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Base64Url.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace proconnect {

/// An RSA pair made by OpenSSL and a token signed by it, without any code under test.
struct RsaSigner
{
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{EVP_RSA_gen(2048), &EVP_PKEY_free};

    [[nodiscard]] QString number(const char* name) const
    {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(key.get(), name, &value);
        QByteArray bytes(BN_num_bytes(value), '\0');
        BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
        BN_free(value);
        return QString::fromLatin1(base64url::encode(bytes));
    }

    [[nodiscard]] QJsonObject json() const
    {
        return {{QStringLiteral("kty"), QStringLiteral("RSA")},
                {QStringLiteral("n"), number(OSSL_PKEY_PARAM_RSA_N)},
                {QStringLiteral("e"), number(OSSL_PKEY_PARAM_RSA_E)}};
    }

    [[nodiscard]] QByteArray token(const QByteArray& payload) const
    {
        const QByteArray input =
            base64url::encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + '.' + base64url::encode(payload);
        std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        size_t size = 0;
        const auto* bytes = reinterpret_cast<const unsigned char*>(input.constData());
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
        EVP_DigestSign(context.get(), nullptr, &size, bytes, static_cast<size_t>(input.size()));
        QByteArray signature(static_cast<qsizetype>(size), '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes,
                       static_cast<size_t>(input.size()));
        return input + '.' + base64url::encode(signature);
    }
};

} // namespace proconnect
