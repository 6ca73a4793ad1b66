// SPDX-License-Identifier: MIT
#include "sandbox/registries/RcsDocuments.h"

#include "sandbox/world/World.h"

#include <QDateTime>
#include <QTimeZone>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

/// Seconds at midnight in Paris, as the real service computes them.
Json parisMidnight(const std::string& date)
{
    const QDate day = QDate::fromString(QString::fromStdString(date), Qt::ISODate);
    if (!day.isValid()) {
        return {};
    }
    return QDateTime(day, QTime(0, 0), QTimeZone("Europe/Paris")).toSecsSinceEpoch();
}

Json naturalPerson(const Officer& officer, const Person& person, const World& world)
{
    const Country country = world.country(person.birthCountry);
    return {{"type", "personne_physique"},
            {"fonction", officer.rcsFunction},
            {"nom", person.birthName},
            {"prenom", person.givenNames.empty() ? Json() : Json(person.givenNames.front())},
            {"date_naissance", person.birthdate},
            {"date_naissance_timestamp", parisMidnight(person.birthdate)},
            {"lieu_naissance", orNull(world.communeName(person.birthCommune))},
            {"pays_naissance", orNull(country.name)},
            {"code_pays_naissance", orNull(country.iso2)},
            {"nationalite", "FRANCAISE"},
            {"code_nationalite", "FR"}};
}

Json legalPerson(const Officer& officer)
{
    return {{"type", "personne_morale"},
            {"fonction", officer.rcsFunction},
            {"numero_identification", officer.companySiren},
            {"raison_sociale", officer.companyName},
            {"code_greffe", "6901"},
            {"libelle_greffe", "LYON"}};
}

} // namespace

Json rcsOfficers(const Company& company, const World& world)
{
    Json data = Json::array();
    int people = 0;
    int companies = 0;
    for (const Officer& officer : company.officers) {
        if (!officer.endedOn.empty() || officer.rcsFunction.empty()) {
            continue;
        }
        const auto person = world.personInRegister(officer.personId);
        ++(person ? people : companies);
        data.push_back({{"data", person ? naturalPerson(officer, *person, world) : legalPerson(officer)},
                        {"links", Json::object()},
                        {"meta", Json::object()}});
    }
    return {{"data", data},
            {"meta",
             {{"personnes_physiques_count", people},
              {"personnes_morales_count", companies},
              {"count", people + companies}}},
            {"links", Json::object()}};
}

} // namespace proconnect::sandbox
