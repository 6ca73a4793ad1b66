// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace proconnect {

/// What the key store holds for one person on this computer. One item, so that its parts never disagree.
struct SessionSecrets
{
    Jwk deviceKey;
    QByteArray copyKey;           ///< of the encrypted copy, 32 bytes
    QString owner;                ///< subject whose copy and queue are on the disk
    QByteArray refreshToken;      ///< empty once the service ended the session
    bool inSystemBrowser = false; ///< where the sign-in took place

    /// Under SecretStore::largest for any refresh token up to 1024 bytes.
    [[nodiscard]] QByteArray serialized() const;
    [[nodiscard]] static std::optional<SessionSecrets> parse(const QByteArray& text);
};

} // namespace proconnect
