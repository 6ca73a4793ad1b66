// SPDX-License-Identifier: MIT
#include "service/KeyRotation.h"

#include "service/evidence/HeadSealing.h"
#include "service/instances/InstancePresence.h"
#include "service/keys/DatabaseKeys.h"
#include "service/keys/SigningKeyRotation.h"

namespace proconnect::service {
namespace {

constexpr int faultFound = 1;
constexpr int notDone = 2;

CommandLineAnswer trouble(const QString& what)
{
    return {QStringLiteral("proconnectd key rotate: %1\n").arg(what), notDone};
}

Outcome<InstancePresence> aloneOn(Database& database)
{
    auto presence = InstancePresence::create(database);
    if (!presence) {
        return presence;
    }
    const auto alone =
        database.read<bool>([&](QSqlDatabase& connection) { return presence.value().alone(connection); });
    if (!alone) {
        return alone.failure();
    }
    return alone.value() ? std::move(presence)
                         : Outcome<InstancePresence>(Failure{
                               FailureCode::Conflict, QStringLiteral("a service runs on this database"), {}});
}

/// All heads under the newest key; what cannot be done now is done when the command is given again.
CommandLineAnswer sealHeads(Database& database, const QString& keysFile, const FileServiceKeys& keys)
{
    const auto sealed = HeadSealing(database, keys).run();
    if (!sealed) {
        return trouble(sealed.failure().detail + QStringLiteral("; give the command again"));
    }
    if (const auto retired = retireSealsOfHeads(keysFile); !retired) {
        return trouble(retired.failure().detail + QStringLiteral("; give the command again"));
    }
    QString text =
        QStringLiteral("signs after the next start: %1\n%2 chains sealed\n")
            .arg(keys.evidenceKeys().constFirst().thumbprint(), QString::number(sealed.value().sealed));
    for (const QString& siren : sealed.value().faulty) {
        text += QStringLiteral("%1 is not whole and was left out; see audit verify\n").arg(siren);
    }
    return {text, sealed.value().faulty.isEmpty() ? 0 : faultFound};
}

} // namespace

CommandLineAnswer rotateKey(const ServiceConfig& config)
{
    const auto database = Database::openAsItIs(config.databaseUrl);
    if (!database) {
        return trouble(database.failure().detail);
    }
    auto keys = keysToRead(config.keysFile, *database.value());
    if (!keys) {
        return trouble(keys.failure().detail);
    }
    const auto presence = aloneOn(*database.value());
    if (!presence) {
        return trouble(presence.failure().detail + QStringLiteral("; stop all instances first"));
    }
    // More than one: the rotation of before did not come to its end.
    if (keys.value()->headKeys().size() == 1) {
        if (const auto fresh = rotateSigningKey(config.keysFile); !fresh) {
            return trouble(fresh.failure().detail);
        }
        keys = FileServiceKeys::load(config.keysFile);
        if (!keys) {
            return trouble(keys.failure().detail);
        }
    }
    return sealHeads(*database.value(), config.keysFile, *keys.value());
}

} // namespace proconnect::service
