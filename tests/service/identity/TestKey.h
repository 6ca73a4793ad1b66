// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <openssl/evp.h>

namespace proconnect::tests {

/// A signing key that signs whatever it is given under whatever header: what an honest library refuses to do.
/// It stands on OpenSSL alone, apart from the code under test.
class TestKey
{
public:
    enum class Kind { P256, Rsa2048 };

    explicit TestKey(Kind kind, QString id);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] QString algorithm() const;
    [[nodiscard]] QJsonObject publicJwk() const;
    /// PEM of the public half, as attackers use it for an HMAC key.
    [[nodiscard]] QByteArray publicPem() const;
    /// DER as OpenSSL gives it, or r||s for P-256.
    [[nodiscard]] QByteArray sign(const QByteArray& data, bool der = false) const;
    /// A compact JWS under the usual header {alg, kid}, changed by `header`.
    [[nodiscard]] QByteArray token(const QByteArray& payload, const QJsonObject& header = {}) const;

private:
    QString m_id;
    Kind m_kind;
    std::shared_ptr<EVP_PKEY> m_key;
};

[[nodiscard]] QByteArray encode64(const QByteArray& bytes);
[[nodiscard]] QByteArray compactJson(const QJsonObject& json);

} // namespace proconnect::tests
