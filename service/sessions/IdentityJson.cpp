// SPDX-License-Identifier: MIT
#include "service/sessions/IdentityJson.h"

#include <QJsonArray>
#include <QVariant>

namespace proconnect::service {

QJsonObject identityToJson(const FranceConnectIdentity& identity)
{
    return {{QStringLiteral("subject"), identity.subject},
            {QStringLiteral("familyName"), identity.familyName},
            {QStringLiteral("preferredUsername"), identity.preferredUsername},
            {QStringLiteral("givenNames"), QJsonArray::fromStringList(identity.givenNames)},
            {QStringLiteral("givenNamesExact"), identity.givenNamesExact},
            {QStringLiteral("gender"), identity.gender},
            {QStringLiteral("birthdate"), identity.birthdate},
            {QStringLiteral("rawBirthdate"), identity.rawBirthdate},
            {QStringLiteral("birthplace"), identity.birthplace},
            {QStringLiteral("birthcountry"), identity.birthcountry},
            {QStringLiteral("email"), identity.email}};
}

FranceConnectIdentity identityFromJson(const QJsonObject& json)
{
    const auto text = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    FranceConnectIdentity identity;
    identity.subject = text("subject");
    identity.familyName = text("familyName");
    identity.preferredUsername = text("preferredUsername");
    identity.givenNames = json.value(QStringLiteral("givenNames")).toVariant().toStringList();
    identity.givenNamesExact = json.value(QStringLiteral("givenNamesExact")).toBool();
    identity.gender = text("gender");
    identity.birthdate = text("birthdate");
    identity.rawBirthdate = text("rawBirthdate");
    identity.birthplace = text("birthplace");
    identity.birthcountry = text("birthcountry");
    identity.email = text("email");
    return identity;
}

} // namespace proconnect::service
