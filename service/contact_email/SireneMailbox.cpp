// SPDX-License-Identifier: MIT
#include "service/contact_email/SireneMailbox.h"

#include "service/registries/InseeClient.h"
#include "service/registries/RegistryJson.h"

#include <QJsonDocument>

namespace proconnect::service {
namespace {

QString pathOf(const SirenNumber& siren)
{
    return QStringLiteral("/siren/%1/mel").arg(siren.digits());
}

Failure unexpected(int status)
{
    return registryUnavailable(QStringLiteral("SIRENE"),
                               QStringLiteral("contact e-mail: status %1").arg(status));
}

} // namespace

Outcome<std::optional<SireneMailbox::Recorded>> SireneMailbox::read(const SirenNumber& siren)
{
    const auto reply = m_insee.get(pathOf(siren));
    if (!reply) {
        return reply.failure();
    }
    if (reply.value().status == 404) {
        return std::optional<Recorded>();
    }
    const auto body = parseRegistryJson(reply.value().body);
    if (reply.value().status != 200 || !body) {
        return unexpected(reply.value().status);
    }
    const QString address = textOf(*body, QLatin1String("adresse"));
    if (address.isEmpty()) {
        return std::optional<Recorded>();
    }
    const QString since = textOf(*body, QLatin1String("dateEnregistrement"));
    return std::optional(Recorded{address, QDateTime::fromString(since, Qt::ISODate).toUTC()});
}

Outcome<SireneMailbox::Answer> SireneMailbox::write(const SirenNumber& siren, const QString& address)
{
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("adresse"), address}}).toJson(QJsonDocument::Compact);
    const auto reply = m_insee.putJson(pathOf(siren), body);
    if (!reply) {
        return reply.failure();
    }
    switch (reply.value().status) {
    case 200:
    case 204:
        return Answer::Recorded;
    case 202:
        return Answer::Taken;
    case 400:
    case 404:
    case 409:
    case 422:
        return Answer::Rejected;
    default:
        return unexpected(reply.value().status);
    }
}

} // namespace proconnect::service
