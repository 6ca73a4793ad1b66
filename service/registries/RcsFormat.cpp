// SPDX-License-Identifier: MIT
#include "service/registries/RcsFormat.h"

#include "core/certification/Masks.h"
#include "core/certification/NameFolding.h"
#include "core/certification/Roles.h"
#include "service/registries/RegistryJson.h"
#include "service/registries/SoleOffices.h"

#include <QJsonArray>

namespace proconnect::service {

namespace {

bool isIndividual(const QJsonObject& data)
{
    const QString type = textOf(data, QLatin1String("type")).toLower();
    return type.isEmpty() ? !textOf(data, QLatin1String("nom")).isEmpty() &&
                                textOf(data, QLatin1String("raison_sociale")).isEmpty()
                          : type == u"personne_physique";
}

} // namespace

certification::OfficerRecord officerOfRcs(const QJsonObject& data)
{
    certification::OfficerRecord officer;
    officer.source = RegistrySource::Rcs;
    officer.individual = isIndividual(data);
    officer.familyName = textOf(data, QLatin1String("nom"));
    const QStringList givenNames = writtenNames({textOf(data, QLatin1String("prenom"))});
    officer.givenNames = certification::haveGap(givenNames) ? QStringList() : givenNames;
    const QString birthDate = textOf(data, QLatin1String("date_naissance"));
    officer.birthDate = certification::CivilDate::parse(birthDate);
    officer.masked = certification::isWithheld(birthDate);
    officer.birthPlaceText = entryOf(data, QLatin1String("lieu_naissance"));
    officer.birthCountryText = entryOf(data, QLatin1String("pays_naissance"));
    officer.birthCountry = entryOf(data, QLatin1String("code_pays_naissance"));
    officer.function = textOf(data, QLatin1String("fonction"));
    officer.standing = certification::writtenRoleStanding(officer.function);
    constexpr QLatin1String type("type");
    officer.doubtful = textOf(data, type).isEmpty() && isWritten(data, type);
    return officer;
}

Outcome<RegistryAnswer> parseRcsOfficers(const QByteArray& body, const SirenNumber& siren)
{
    const auto document = parseRegistryJson(body);
    const QJsonValue list = document ? document->value(QLatin1String("data")) : QJsonValue();
    if (!list.isArray()) {
        return Failure{FailureCode::BadReply, QStringLiteral("RCS: no list of officers"), {}};
    }
    RegistryAnswer answer;
    answer.source = RegistrySource::Rcs;
    answer.company.siren = siren.digits();
    const QJsonArray entries = list.toArray();
    for (const auto& entry : entries) {
        const QJsonValue data = entry.toObject().value(QLatin1String("data"));
        if (!data.isObject()) {
            return Failure{FailureCode::BadReply, QStringLiteral("RCS: an officer without data"), {}};
        }
        answer.officers.append(officerOfRcs(data.toObject()));
    }
    doubtSharedOffices(answer.officers);
    return answer;
}

} // namespace proconnect::service
