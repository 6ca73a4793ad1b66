// SPDX-License-Identifier: MIT
#include "sandbox/registries/RneDocuments.h"

#include "sandbox/crypto/Digest.h"
#include "sandbox/world/World.h"

namespace proconnect::sandbox {

namespace {

constexpr const char* France = "99100";
using Json = nlohmann::json;

Json describe(const Person& person, const World& world)
{
    const Country country = world.country(person.birthCountry);
    const bool abroad = person.birthCountry != France;
    Json description{{"nom", person.birthName},
                     {"prenoms", person.givenNames},
                     {"genre", person.sex == "F" ? "2" : "1"},
                     {"titre", person.sex == "F" ? "2" : "1"},
                     {"dateDeNaissance", person.birthdate},
                     {"codeInseeGeographique", abroad ? person.birthCountry : person.birthCommune},
                     {"paysNaissance", country.name},
                     {"codePaysNaissance", country.iso3},
                     {"nationalite", "FRANCAISE"},
                     {"codeNationalite", "FRA"},
                     {"situationMatrimoniale", "9"}};
    if (!person.useName.empty()) {
        description["nomUsage"] = person.useName;
    }
    if (!abroad) {
        description["lieuDeNaissance"] = world.communeName(person.birthCommune);
        description["codePostalNaissance"] = world.communePostcode(person.birthCommune);
    }
    return description;
}

Json power(const Officer& officer, const World& world)
{
    Json entry{{"roleEntreprise", officer.roleCode},
               {"libelleRoleEntreprise", officer.function},
               {"actif", officer.endedOn.empty()},
               {"dateEffetRoleDeclarant", officer.since},
               {"mentionDemissionOrdre", !officer.resignedOn.empty()}};
    if (!officer.resignedOn.empty()) {
        entry["dateMentionDemissionOrdre"] = officer.resignedOn;
    }
    if (officer.personId.empty()) {
        entry["typeDePersonne"] = "ENTREPRISE";
        entry["entreprise"] = {{"siren", officer.companySiren}, {"denomination", officer.companyName}};
        return entry;
    }
    entry["typeDePersonne"] = "INDIVIDU";
    if (const auto person = world.personInRegister(officer.personId)) {
        entry["individu"] = {{"descriptionPersonne", describe(*person, world)}};
    }
    return entry;
}

Json address(const Site& site)
{
    return {{"voie", site.street},  {"codePostal", site.postcode},
            {"commune", site.town}, {"codeInseeCommune", site.communeCode},
            {"pays", "FRANCE"},     {"codePays", "FRA"}};
}

Json cessation(const Company& company, const std::string& ceased)
{
    return {{"dateRadiation", ceased},
            {"dateEffet", ceased},
            {"dateCessationTotaleActivite", ceased},
            {"motifCessation", company.duplicateOf.empty() ? "1" : "9"}};
}

Json establishment(const Company& company, const Site& site)
{
    return {{"descriptionEtablissement",
             {{"siret", site.siret},
              {"rolePourEntreprise", site.headOffice ? "1" : "2"},
              {"enseigne", site.label},
              {"nomCommercial", company.tradeName},
              {"codeApe", company.activity}}},
            {"adresse", address(site)}};
}

Json naturalPerson(const Company& company, const World& world)
{
    const Officer& trader = company.officers.front();
    Json branch{{"identite", Json::object()},
                {"adresseEntreprise", {{"adresse", address(company.sites.front())}}}};
    if (const auto person = world.personInRegister(trader.personId)) {
        branch["identite"]["entrepreneur"] = {{"roleEntreprise", trader.roleCode},
                                              {"descriptionPersonne", describe(*person, world)}};
    }
    if (!trader.endedOn.empty()) {
        branch["detailCessationEntreprise"] = cessation(company, trader.endedOn);
    }
    branch["etablissementPrincipal"] = establishment(company, company.sites.front());
    return branch;
}

Json legalPerson(const Company& company, const World& world)
{
    Json powers = Json::array();
    for (const Officer& officer : company.officers) {
        powers.push_back(power(officer, world));
    }
    Json branch{
        {"identite",
         {{"entreprise",
           {{"siren", company.siren},
            {"denomination", company.name},
            {"formeJuridique", company.legalForm},
            {"codeApe", company.activity},
            {"dateImmat", company.createdOn}}},
          {"description", {{"objet", company.legalFormLabel}, {"dateClotureExerciceSocial", "3112"}}}}},
        {"adresseEntreprise", {{"adresse", address(company.sites.front())}}},
        {"composition", {{"pouvoirs", powers}}},
        {"etablissementPrincipal", establishment(company, company.sites.front())}};
    Json others = Json::array();
    for (std::size_t index = 1; index < company.sites.size(); ++index) {
        others.push_back(establishment(company, company.sites[index]));
    }
    branch["autresEtablissements"] = others;
    if (!company.closedOn.empty()) {
        branch["detailCessationEntreprise"] = cessation(company, company.closedOn);
    }
    return branch;
}

} // namespace

Json rneCompany(const Company& company, const World& world)
{
    const bool natural = company.soleTrader() && !company.officers.empty();
    const bool ceased = !company.closedOn.empty() || (natural && !company.officers.front().endedOn.empty());
    Json content{{"natureCreation",
                  {{"dateCreation", company.createdOn},
                   {"formeJuridique", company.legalForm},
                   {"societeEtrangere", false},
                   {"etablieEnFrance", true},
                   {"salarieEnFrance", !company.workforceBand.empty()}}},
                 {"natureCessationEntreprise", {{"etatAdministratifInsee", ceased ? "C" : "A"}}}};
    if (natural) {
        content["personnePhysique"] = naturalPerson(company, world);
    } else {
        content[company.jointFarm() ? "exploitation" : "personneMorale"] = legalPerson(company, world);
    }
    return {{"id", sha256Hex(company.siren).substr(0, 24)},
            {"siren", company.siren},
            {"createdAt", company.createdOn + "T00:00:00+02:00"},
            {"updatedAt", "2026-11-01T02:00:00+01:00"},
            {"origin", "GU"},
            {"nombreRepresentantsActifs", company.officers.size()},
            {"nombreEtablissementsOuverts", company.sites.size()},
            {"formality",
             {{"siren", company.siren},
              {"typePersonne", natural               ? "P"
                               : company.jointFarm() ? "E"
                                                     : "M"},
              {"formeJuridique", company.legalForm},
              {"diffusionINSEE", "O"},
              {"diffusionCommerciale", true},
              {"content", content}}}};
}

} // namespace proconnect::sandbox
