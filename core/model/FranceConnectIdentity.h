// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace proconnect {

/// The identity that FranceConnect vouches for, in its own formats (facts: FranceConnect claims).
/// Kept only as long as the matching needs it.
struct FranceConnectIdentity
{
    QString subject;              ///< pairwise "sub"
    QString familyName;           ///< birth name
    QString preferredUsername;    ///< use name; may be empty
    QStringList givenNames;       ///< given_name_array when present, else given_name split on spaces
    bool givenNamesExact = false; ///< true when given_name_array was there
    QString gender;               ///< "male", "female", "unspecified" or empty
    QString birthdate;            ///< YYYY-MM-DD; unknown parts may be 00 (FranceConnect+) or replaced by 01
    QString rawBirthdate;         ///< idp_birthdate, when asked and given
    QString birthplace;   ///< COG commune; abroad empty, or a town in the provider's words (FranceConnect+)
    QString birthcountry; ///< COG country, 99100 is France; empty for European identities (FranceConnect+)
    QString email;

    friend bool operator==(const FranceConnectIdentity&, const FranceConnectIdentity&) = default;
};

} // namespace proconnect
