// SPDX-License-Identifier: MIT
#include "sandbox/registries/InseeDocuments.h"

#include "sandbox/world/World.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace proconnect::sandbox {

namespace {

constexpr const char* France = "99100";
using Json = nlohmann::json;

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

std::string upper(const std::string& text)
{
    return QString::fromStdString(text).toUpper().toStdString();
}

std::string compactDate(std::string date)
{
    std::erase(date, '-');
    return date;
}

std::optional<Person> traderOf(const Company& company, const World& world)
{
    if (!company.soleTrader() || company.officers.empty()) {
        return std::nullopt;
    }
    return world.personInRegister(company.officers.front().personId);
}

/// The day the unit ceased: closed, or a sole trader whose only mandate ended.
std::string ceasedOn(const Company& company)
{
    if (company.closedOn.empty() && company.soleTrader() && !company.officers.empty()) {
        return company.officers.front().endedOn;
    }
    return company.closedOn;
}

Json period(const Company& company, const std::optional<Person>& trader, bool current,
            const std::string& ceased)
{
    const bool closed = current && !ceased.empty();
    return {{"dateFin", current || ceased.empty() ? Json() : Json(ceased)},
            {"dateDebut", closed ? ceased : company.createdOn},
            {"etatAdministratifUniteLegale", closed ? "C" : "A"},
            {"changementEtatAdministratifUniteLegale", closed},
            {"nomUniteLegale", trader ? Json(upper(trader->birthName)) : Json()},
            {"changementNomUniteLegale", false},
            {"nomUsageUniteLegale", trader ? orNull(upper(trader->useName)) : Json()},
            {"denominationUniteLegale", trader ? Json() : Json(upper(company.name))},
            {"denominationUsuelle1UniteLegale", orNull(upper(company.tradeName))},
            {"categorieJuridiqueUniteLegale", company.legalForm},
            {"activitePrincipaleUniteLegale", company.activity},
            {"nomenclatureActivitePrincipaleUniteLegale", "NAFRev2"},
            {"nicSiegeUniteLegale", company.sites.front().siret.substr(9)},
            {"economieSocialeSolidaireUniteLegale", company.association() ? "O" : "N"},
            {"caractereEmployeurUniteLegale", company.workforceBand.empty() ? "N" : "O"}};
}

void addPerson(Json& unit, const std::optional<Person>& trader)
{
    const auto given = [&trader](std::size_t index) {
        return trader && index < trader->givenNames.size() ? Json(upper(trader->givenNames[index])) : Json();
    };
    const bool abroad = trader && trader->birthCountry != France;
    unit["sexeUniteLegale"] = trader ? Json(trader->sex) : Json();
    unit["prenom1UniteLegale"] = given(0);
    unit["prenom2UniteLegale"] = given(1);
    unit["prenom3UniteLegale"] = given(2);
    unit["prenom4UniteLegale"] = given(3);
    unit["prenomUsuelUniteLegale"] = given(0);
    unit["pseudonymeUniteLegale"] = Json();
    unit["dateNaissanceUniteLegale"] = trader ? Json(compactDate(trader->birthdate)) : Json();
    unit["codeCommuneNaissanceUniteLegale"] = trader && !abroad ? orNull(trader->birthCommune) : Json();
    unit["codePaysNaissanceUniteLegale"] = abroad ? Json(trader->birthCountry) : Json();
    unit["libelleNationaliteUniteLegale"] = trader ? Json("FRANCAISE") : Json();
}

Json address(const Site& site)
{
    return {{"libelleVoieEtablissement", upper(site.street)},
            {"codePostalEtablissement", site.postcode},
            {"libelleCommuneEtablissement", upper(site.town)},
            {"codeCommuneEtablissement", site.communeCode}};
}

} // namespace

Json inseeLegalUnit(const Company& company, const World& world)
{
    const std::optional<Person> trader = traderOf(company, world);
    const std::string ceased = ceasedOn(company);
    Json unit{{"siren", company.siren},
              {"statutDiffusionUniteLegale", "O"},
              {"unitePurgeeUniteLegale", false},
              {"dateCreationUniteLegale", company.createdOn},
              {"sigleUniteLegale", Json()},
              {"identifiantAssociationUniteLegale", company.association() ? Json("W691000000") : Json()},
              {"trancheEffectifsUniteLegale", orNull(company.workforceBand)},
              {"anneeEffectifsUniteLegale", Json()},
              {"dateDernierTraitementUniteLegale", "2026-11-01T08:00:00.000"},
              {"nombrePeriodesUniteLegale", ceased.empty() ? 1 : 2},
              {"categorieEntreprise", Json()},
              {"anneeCategorieEntreprise", Json()}};
    addPerson(unit, trader);
    unit["periodesUniteLegale"] = Json::array({period(company, trader, true, ceased)});
    if (!ceased.empty()) {
        unit["periodesUniteLegale"].push_back(period(company, trader, false, ceased));
    }
    return unit;
}

Json inseeEstablishment(const Company& company, const Site& site, const World& world)
{
    Json unit = inseeLegalUnit(company, world);
    Json current = unit["periodesUniteLegale"].front();
    unit.erase("periodesUniteLegale");
    unit.erase("siren");
    unit.erase("nombrePeriodesUniteLegale");
    for (const char* name :
         {"dateFin", "dateDebut", "changementEtatAdministratifUniteLegale", "changementNomUniteLegale"}) {
        current.erase(name);
    }
    unit.update(current);
    return {{"siren", company.siren},
            {"nic", site.siret.substr(9)},
            {"siret", site.siret},
            {"statutDiffusionEtablissement", "O"},
            {"dateCreationEtablissement", company.createdOn},
            {"etablissementSiege", site.headOffice},
            {"uniteLegale", unit},
            {"adresseEtablissement", address(site)},
            {"periodesEtablissement",
             Json::array({{{"dateFin", Json()},
                           {"dateDebut", site.closedOn.empty() ? company.createdOn : site.closedOn},
                           {"etatAdministratifEtablissement", site.closedOn.empty() ? "A" : "F"},
                           {"enseigne1Etablissement", orNull(upper(company.tradeName))},
                           {"activitePrincipaleEtablissement", company.activity}}})}};
}

} // namespace proconnect::sandbox
