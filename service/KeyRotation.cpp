// SPDX-License-Identifier: MIT
#include "service/KeyRotation.h"

#include "service/keys/DatabaseKeys.h"
#include "service/keys/SigningKeyRotation.h"

namespace proconnect::service {
namespace {

CommandLineAnswer trouble(const Failure& failure)
{
    constexpr int untouched = 2;
    return {QStringLiteral("proconnectd key rotate: %1\n").arg(failure.detail), untouched};
}

} // namespace

CommandLineAnswer rotateKey(const ServiceConfig& config)
{
    const auto database = Database::openAsItIs(config.databaseUrl);
    if (!database) {
        return trouble(database.failure());
    }
    if (const auto keys = keysToRead(config.keysFile, *database.value()); !keys) {
        return trouble(keys.failure());
    }
    const auto fresh = rotateSigningKey(config.keysFile);
    if (!fresh) {
        return trouble(fresh.failure());
    }
    return {QStringLiteral("signs after the next start: %1\n").arg(fresh.value()), 0};
}

} // namespace proconnect::service
