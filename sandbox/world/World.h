// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/Company.h"
#include "sandbox/world/Person.h"
#include "sandbox/world/PortalInfo.h"

#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// Name of a COG country in the registers' codes.
struct Country
{
    std::string iso2;
    std::string iso3;
    std::string name;
};

/// The people, companies and portals of the demonstration. Only the mandates change while it runs.
/// Thread-safe.
class World
{
public:
    /// Reads the demonstration data; an empty path takes the copy inside the program.
    /// Throws std::runtime_error, or nlohmann's exceptions, when the file is not demonstration data.
    explicit World(const std::string& dataFile = {});

    [[nodiscard]] const std::vector<Person>& people() const { return m_people; }
    [[nodiscard]] const std::vector<PortalInfo>& portals() const { return m_portals; }
    [[nodiscard]] const std::vector<Company>& companies() const { return m_companies; }

    /// The company with its officers of this instant, or nothing.
    [[nodiscard]] std::optional<Company> company(const std::string& siren) const;

    /// The company that holds this establishment, or nothing.
    [[nodiscard]] std::optional<Company> companyOfSiret(const std::string& siret) const;

    /// As the civil register knows the person; nullptr for an unknown id.
    [[nodiscard]] const Person* person(const std::string& id) const;

    /// As the business registers wrote the person down, mistakes included.
    [[nodiscard]] std::optional<Person> personInRegister(const std::string& id) const;

    /// nullptr for an unknown id.
    [[nodiscard]] const PortalInfo* portal(const std::string& id) const;

    /// Town name of a COG commune, upper case; empty when unknown here.
    [[nodiscard]] std::string communeName(const std::string& code) const;
    [[nodiscard]] std::string communePostcode(const std::string& code) const;
    [[nodiscard]] Country country(const std::string& cog) const;

    /// Ends a mandate in all registers from that day (YYYY-MM-DD). False when there is none.
    bool endMandate(const std::string& siren, const std::string& personId, const std::string& day);

    /// Lists a person in all registers from that day, in the office of the company's first person. False for
    /// an unknown person, a company without such an office, and a sole trader's.
    bool nameDirector(const std::string& siren, const std::string& personId, const std::string& day);

    /// Has all registers write a person otherwise from now on: an object with familyName, givenNames (a
    /// list), birthdate or useName. False when the person or a member is unknown.
    bool respell(const std::string& personId, const nlohmann::json& spelling);

    /// The directors named, the mandates ended and the names respelt while it ran, for the state file.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

    /// Sections of the demonstration data as they are in the file: "comptes", "demandes", "adresses_mel"...
    [[nodiscard]] const nlohmann::json& section(const std::string& name) const;

    /// SIREN of a company by its id in the data ("E2"); empty when unknown.
    [[nodiscard]] std::string sirenOf(const std::string& companyId) const;

private:
    void readPeople();
    void readCompanies();
    void readPortals();
    [[nodiscard]] Company companyFrom(const nlohmann::json& source) const;
    [[nodiscard]] Officer officerFrom(const nlohmann::json& source) const;

    nlohmann::json m_data;
    nlohmann::json m_more;
    std::vector<Person> m_people;
    std::vector<PortalInfo> m_portals;
    mutable std::mutex m_mutex;
    std::vector<Company> m_companies;
    nlohmann::json m_endedMandates = nlohmann::json::array();
    nlohmann::json m_namedDirectors = nlohmann::json::array();
    nlohmann::json m_spellings = nlohmann::json::object(); ///< by person
};

} // namespace proconnect::sandbox
