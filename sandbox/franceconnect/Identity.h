// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace proconnect::sandbox {

/// Somebody who can be chosen on the identity page, in FranceConnect's formats.
struct Identity
{
    std::string id;
    std::string label; ///< what the choice page says besides the name
    std::string familyName;
    std::string preferredUsername; ///< use name; empty: the claim is absent
    std::vector<std::string> givenNames;
    std::string gender;       ///< male, female, unspecified
    std::string birthdate;    ///< as the identity provider holds it: unknown parts are 00
    std::string birthplace;   ///< COG; empty when born abroad
    std::string birthcountry; ///< COG
    std::string email;
    std::string refusal;   ///< Y code with which FranceConnect refuses this identity; empty: none
    bool director = false; ///< one of the demonstration's directors

    [[nodiscard]] std::string fullName() const;
};

} // namespace proconnect::sandbox
