// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace proconnect::sandbox {

/// A person with the identity that the civil register holds.
struct Person
{
    std::string id; ///< "D2" in the demonstration data
    std::vector<std::string> givenNames;
    std::string birthName;
    std::string useName;      ///< empty: none
    std::string sex;          ///< "M" or "F"
    std::string birthdate;    ///< YYYY-MM-DD
    std::string birthCommune; ///< COG; empty when born abroad
    std::string birthCountry; ///< COG, 99100 is France
    std::string email;
    std::string position; ///< what the choice page says of the person
};

} // namespace proconnect::sandbox
