// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace proconnect::tests {

/// The five parts of a JWE, before base64url.
struct JweParts
{
    QByteArray header;
    QByteArray key;
    QByteArray nonce;
    QByteArray content;
    QByteArray tag;

    [[nodiscard]] QByteArray token() const;
};

/// Encrypts for a public JWK as FranceConnect+ does (ECDH-ES or RSA-OAEP, A256GCM, cty JWT). `edit` changes
/// the header before it is authenticated, so that nothing but the header's words is wrong. It stands on
/// OpenSSL alone, apart from the code under test.
[[nodiscard]] JweParts encryptedFor(
    const QJsonObject& jwk, const QByteArray& content,
    const std::function<void(QJsonObject& header)>& edit = [](QJsonObject&) {});

} // namespace proconnect::tests
