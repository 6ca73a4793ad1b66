// SPDX-License-Identifier: MIT
#include "service/BounceNote.h"

#include "service/contact_email/AddressHealth.h"
#include "service/keys/DatabaseKeys.h"
#include "service/mail/DeliveryReport.h"

namespace proconnect::service {
namespace {

CommandLineAnswer later(const Failure& why)
{
    constexpr int tryAgain = 75;
    return {QStringLiteral("proconnectd mail: %1\n").arg(why.detail), tryAgain};
}

} // namespace

CommandLineAnswer noteBounce(const ServiceConfig& config, const QByteArray& message, const Clock& clock)
{
    const auto report = DeliveryReport::read(message);
    if (!report) {
        return {QStringLiteral("no report about a message of this service\n"), 0};
    }
    const auto database = Database::openAsItIs(config.databaseUrl);
    if (!database) {
        return later(database.failure());
    }
    const auto keys = keysToRead(config.keysFile, *database.value());
    if (!keys) {
        return later(keys.failure());
    }
    AddressHealth health(*keys.value(), clock);
    const auto noted = database.value()->write<bool>([&](QSqlDatabase& connection) {
        return health.bounced(connection, report->message, report->bounce);
    });
    if (!noted) {
        return later(noted.failure());
    }
    return {noted.value() ? QStringLiteral("noted\n") : QStringLiteral("nothing to note\n"), 0};
}

} // namespace proconnect::service
