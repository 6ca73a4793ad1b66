// SPDX-License-Identifier: MIT
#include "sandbox/world/World.h"

#include "sandbox/http/Members.h"
#include "sandbox/world/Resource.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {

std::vector<std::string> words(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

void readPivot(const nlohmann::json& source, Person& person)
{
    person.birthName = textMember(source, "nom_naissance");
    person.useName = textMember(source, "nom_usage");
    person.givenNames = words(textMember(source, "prenoms"));
    person.sex = textMember(source, "sexe");
    person.birthdate = textMember(source, "date_naissance");
    person.birthCommune = textMember(source, "code_commune_naissance");
    person.birthCountry = textMember(source, "code_pays_naissance");
}

Site siteFrom(const nlohmann::json& source)
{
    const nlohmann::json& address = source.at("adresse");
    return {textMember(source, "siret"),    textMember(source, "libelle"),
            textMember(address, "voie"),    textMember(address, "code_postal"),
            textMember(address, "commune"), textMember(address, "code_commune"),
            source.value("siege", false),   textMember(source, "date_fermeture")};
}

/// False when a member is not one of those that registers may write otherwise.
bool apply(const nlohmann::json& spelling, Person& person)
{
    if (!spelling.is_object()) {
        return false;
    }
    for (const auto& [name, value] : spelling.items()) {
        if (name == "givenNames" && value.is_array() &&
            std::all_of(value.begin(), value.end(), [](const auto& word) { return word.is_string(); })) {
            person.givenNames = value.get<std::vector<std::string>>();
        } else if (name == "familyName" && value.is_string()) {
            person.birthName = value.get<std::string>();
        } else if (name == "useName" && value.is_string()) {
            person.useName = value.get<std::string>();
        } else if (name == "birthdate" && value.is_string()) {
            person.birthdate = value.get<std::string>();
        } else {
            return false;
        }
    }
    return true;
}

PortalInfo portalFrom(const nlohmann::json& source)
{
    PortalInfo portal;
    portal.id = textMember(source, "id");
    portal.name = textMember(source, "nom");
    portal.operatorName = textMember(source, "operateur");
    portal.sensitive = textMember(source, "sensibilite") == "elevee";
    portal.manualProcedure = textMember(source, "procedure_manuelle");
    portal.closing = textMember(source.at("connecteur"), "revocation");
    portal.restores = source.at("connecteur").value("suspension", false);
    for (const nlohmann::json& role : arrayMember(source, "roles")) {
        portal.roles.push_back({textMember(role, "code"), textMember(role, "libelle"),
                                role.value("administrateur", false),
                                role.value("unique_par_perimetre", false)});
    }
    for (const nlohmann::json& right : arrayMember(source, "droits")) {
        portal.rights.push_back({textMember(right, "code"), textMember(right, "libelle"),
                                 textMember(right, "sensibilite") == "paiement"});
    }
    return portal;
}

} // namespace

World::World(const std::string& dataFile)
    : m_data(readJson(dataFile.empty() ? ":/sandbox/demo-data.json" : dataFile)),
      m_more(readJson(":/sandbox/more-companies.json"))
{
    if (textMember(m_data.at("_meta"), "schema") != "proconnect-demo/1") {
        throw std::runtime_error("not the demonstration data this program knows");
    }
    readPeople();
    readCompanies();
    readPortals();
}

void World::readPeople()
{
    for (const nlohmann::json& source : m_data.at("personnes")) {
        Person person;
        person.id = textMember(source, "id");
        person.email = textMember(source, "mel");
        person.position = textMember(source, "fonction");
        const nlohmann::json& more = m_more.at("personnes");
        const auto pivot = std::find_if(more.begin(), more.end(), [&person](const nlohmann::json& extra) {
            return textMember(extra, "id") == person.id;
        });
        if (source.contains("pivot")) {
            readPivot(source.at("pivot"), person);
        } else if (pivot != more.end()) {
            readPivot(*pivot, person);
        } else {
            continue;
        }
        m_people.push_back(person);
    }
}

void World::readCompanies()
{
    for (const nlohmann::json& source : m_data.at("entreprises")) {
        m_companies.push_back(companyFrom(source));
    }
    m_companies.push_back(companyFrom(m_data.at("cabinet_comptable")));
    for (const nlohmann::json& source : m_more.at("entreprises")) {
        m_companies.push_back(companyFrom(source));
    }
    for (const nlohmann::json* mandates : {&m_data.at("mandats_sociaux"), &m_more.at("representants")}) {
        for (const nlohmann::json& mandate : *mandates) {
            for (Company& company : m_companies) {
                if (company.id == textMember(mandate, "entreprise")) {
                    company.officers.push_back(officerFrom(mandate));
                }
            }
        }
    }
}

Company World::companyFrom(const nlohmann::json& source) const
{
    Company company;
    company.id = textMember(source, "id");
    company.siren = textMember(source, "siren");
    company.name = textMember(source, "denomination");
    company.tradeName = textMember(source, "enseigne");
    company.legalForm = textMember(source, "categorie_juridique");
    company.legalFormLabel = textMember(source, "libelle_categorie_juridique");
    company.activity = textMember(source, "naf");
    company.workforceBand = textMember(source, "tranche_effectif");
    company.createdOn = textMember(source, "date_creation");
    company.closedOn = textMember(source, "date_fermeture");
    company.duplicateOf = textMember(source, "doublon_de");
    for (const nlohmann::json& site : source.at("etablissements")) {
        company.sites.push_back(siteFrom(site));
    }
    for (const nlohmann::json& officer : arrayMember(source, "representants")) {
        company.officers.push_back(officerFrom(officer));
    }
    return company;
}

Officer World::officerFrom(const nlohmann::json& source) const
{
    Officer officer;
    officer.personId = textMember(source, "personne");
    officer.companySiren = textMember(source, "siren");
    officer.companyName = textMember(source, "denomination");
    officer.function = textMember(source, "fonction");
    officer.since = textMember(source, "debut");
    officer.endedOn = textMember(source, "fin");
    officer.resignedOn = textMember(source, "demission");
    const nlohmann::json& codes = m_more.at("fonctions").at(officer.function);
    officer.roleCode = textMember(codes, "role");
    officer.rcsFunction = textMember(codes, "rcs");
    return officer;
}

void World::readPortals()
{
    for (const nlohmann::json& source : m_data.at("portails")) {
        m_portals.push_back(portalFrom(source));
    }
    for (const nlohmann::json& client : m_data.at("clients_api")) {
        for (PortalInfo& portal : m_portals) {
            if (portal.id == textMember(client, "portail")) {
                portal.clientId = textMember(client, "client_id");
                // Known to all, good for loopback only: the same words stand in the service's demonstration
                // file.
                portal.clientSecret = "demo-secret-" + portal.id;
                portal.scimToken = "demo-scim-" + portal.id;
            }
        }
    }
}

std::optional<Company> World::company(const std::string& siren) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_companies.begin(), m_companies.end(),
                                    [&siren](const Company& company) { return company.siren == siren; });
    return found == m_companies.end() ? std::nullopt : std::optional(*found);
}

std::optional<Company> World::companyOfSiret(const std::string& siret) const
{
    std::optional<Company> owner = company(siret.substr(0, 9));
    const auto holds = [&siret](const Site& site) { return site.siret == siret; };
    if (owner && std::none_of(owner->sites.begin(), owner->sites.end(), holds)) {
        return std::nullopt;
    }
    return owner;
}

const Person* World::person(const std::string& id) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&id](const Person& person) { return person.id == id; });
    return found == m_people.end() ? nullptr : &*found;
}

std::optional<Person> World::personInRegister(const std::string& id) const
{
    const Person* civil = person(id);
    if (civil == nullptr) {
        return std::nullopt;
    }
    Person written = *civil;
    const nlohmann::json& mistakes = m_more.at("registre");
    if (mistakes.contains(id)) {
        written.birthdate = textMember(mistakes.at(id), "date_naissance");
    }
    const std::lock_guard lock(m_mutex);
    if (m_spellings.contains(id)) {
        apply(m_spellings.at(id), written);
    }
    return written;
}

bool World::respell(const std::string& personId, const nlohmann::json& spelling)
{
    Person trial;
    if (person(personId) == nullptr || !apply(spelling, trial)) {
        return false;
    }
    const std::lock_guard lock(m_mutex);
    m_spellings[personId] = spelling;
    return true;
}

const PortalInfo* World::portal(const std::string& id) const
{
    const auto found = std::find_if(m_portals.begin(), m_portals.end(),
                                    [&id](const PortalInfo& portal) { return portal.id == id; });
    return found == m_portals.end() ? nullptr : &*found;
}

std::string World::communeName(const std::string& code) const
{
    return textMember(m_more.at("communes"), code.c_str());
}

std::string World::communePostcode(const std::string& code) const
{
    return textMember(m_more.at("codes_postaux"), code.c_str());
}

Country World::country(const std::string& cog) const
{
    const nlohmann::json& countries = m_more.at("pays");
    if (!countries.contains(cog)) {
        return {};
    }
    const nlohmann::json& country = countries.at(cog);
    return {textMember(country, "iso2"), textMember(country, "iso3"), textMember(country, "nom")};
}

bool World::endMandate(const std::string& siren, const std::string& personId, const std::string& day)
{
    const std::lock_guard lock(m_mutex);
    bool ended = false;
    for (Company& company : m_companies) {
        for (Officer& officer : company.officers) {
            if (company.siren == siren && officer.personId == personId && officer.endedOn.empty()) {
                officer.endedOn = day;
                ended = true;
            }
        }
    }
    if (ended) {
        m_endedMandates.push_back({{"siren", siren}, {"person", personId}, {"day", day}});
    }
    return ended;
}

bool World::nameDirector(const std::string& siren, const std::string& personId, const std::string& day)
{
    const std::lock_guard lock(m_mutex);
    const auto company = std::find_if(m_companies.begin(), m_companies.end(), [&siren](const Company& each) {
        return each.siren == siren && !each.soleTrader();
    });
    if (company == m_companies.end() || person(personId) == nullptr) {
        return false;
    }
    const auto office = std::find_if(company->officers.begin(), company->officers.end(),
                                     [](const Officer& officer) { return !officer.personId.empty(); });
    if (office == company->officers.end()) {
        return false;
    }
    Officer named = *office;
    named.personId = personId;
    named.since = day;
    named.endedOn.clear();
    named.resignedOn.clear();
    company->officers.push_back(std::move(named));
    m_namedDirectors.push_back({{"siren", siren}, {"person", personId}, {"day", day}});
    return true;
}

nlohmann::json World::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return {{"named", m_namedDirectors}, {"ended", m_endedMandates}, {"respelt", m_spellings}};
}

void World::restore(const nlohmann::json& saved)
{
    for (const nlohmann::json& named : arrayMember(saved, "named")) {
        nameDirector(textMember(named, "siren"), textMember(named, "person"), textMember(named, "day"));
    }
    // Until spellings were kept too, the ended mandates stood alone.
    const nlohmann::json& ended = saved.is_array() ? saved : saved.at("ended");
    for (const nlohmann::json& mandate : ended) {
        endMandate(textMember(mandate, "siren"), textMember(mandate, "person"), textMember(mandate, "day"));
    }
    if (saved.is_object()) {
        for (const auto& [id, spelling] : saved.at("respelt").items()) {
            respell(id, spelling);
        }
    }
}

const nlohmann::json& World::section(const std::string& name) const
{
    return m_data.at(name);
}

std::string World::sirenOf(const std::string& companyId) const
{
    const auto found = std::find_if(m_companies.begin(), m_companies.end(),
                                    [&companyId](const Company& company) { return company.id == companyId; });
    return found == m_companies.end() ? std::string() : found->siren;
}

} // namespace proconnect::sandbox
