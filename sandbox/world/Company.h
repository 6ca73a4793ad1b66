// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace proconnect::sandbox {

/// A place of business.
struct Site
{
    std::string siret;
    std::string label;
    std::string street;
    std::string postcode;
    std::string town;
    std::string communeCode;
    bool headOffice = false;
    std::string closedOn; ///< empty: open
};

/// Somebody, or some company, listed in the registers as an officer.
struct Officer
{
    std::string personId;     ///< empty for a company
    std::string companySiren; ///< empty for a person
    std::string companyName;
    std::string function;    ///< label of the demonstration data
    std::string roleCode;    ///< RNE
    std::string rcsFunction; ///< empty: not in the RCS
    std::string since;
    std::string endedOn;    ///< empty: in office
    std::string resignedOn; ///< still listed, but resigned; empty: no
};

/// A company as the registers know it.
struct Company
{
    std::string id;
    std::string siren;
    std::string name;
    std::string tradeName;
    std::string legalForm; ///< four digits
    std::string legalFormLabel;
    std::string activity;
    std::string workforceBand;
    std::string createdOn;
    std::string closedOn;    ///< empty: active
    std::string duplicateOf; ///< SIREN that replaces this one; empty: no duplicate
    std::vector<Site> sites;
    std::vector<Officer> officers;

    [[nodiscard]] bool soleTrader() const { return legalForm == "1000"; }
    /// Written in the RNE's third branch, "exploitation".
    [[nodiscard]] bool jointFarm() const { return legalForm == "6533"; }
    [[nodiscard]] bool association() const { return legalForm.rfind('9', 0) == 0; }
};

} // namespace proconnect::sandbox
