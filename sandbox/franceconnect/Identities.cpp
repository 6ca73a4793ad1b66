// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/Identities.h"

#include "sandbox/http/Members.h"
#include "sandbox/world/Resource.h"
#include "sandbox/world/World.h"

#include <algorithm>

namespace proconnect::sandbox {

namespace {

Identity identityOf(const Person& person)
{
    Identity identity;
    identity.id = person.id;
    identity.label = person.position;
    identity.familyName = person.birthName;
    identity.preferredUsername = person.useName;
    identity.givenNames = person.givenNames;
    identity.gender = person.sex == "F" ? "female" : "male";
    identity.birthdate = person.birthdate;
    identity.birthplace = person.birthCommune;
    identity.birthcountry = person.birthCountry;
    identity.email = person.email;
    identity.director = true;
    return identity;
}

Identity testIdentity(const nlohmann::json& source)
{
    Identity identity;
    identity.id = textMember(source, "login");
    identity.label = textMember(source, "motif");
    identity.refusal = textMember(source, "refus");
    identity.familyName = textMember(source, "nom");
    identity.preferredUsername = textMember(source, "usage");
    identity.givenNames = arrayMember(source, "prenoms").get<std::vector<std::string>>();
    identity.gender = textMember(source, "sexe");
    identity.birthdate = textMember(source, "naissance");
    identity.birthplace = textMember(source, "commune");
    identity.birthcountry = textMember(source, "pays");
    identity.email = textMember(source, "mel");
    return identity;
}

} // namespace

std::string Identity::fullName() const
{
    std::string name;
    for (const std::string& given : givenNames) {
        name += given + ' ';
    }
    return name + familyName;
}

Identities::Identities(const World& world)
{
    for (const Person& person : world.people()) {
        m_all.push_back(identityOf(person));
    }
    for (const nlohmann::json& source : readJson(":/sandbox/test-identities.json")) {
        m_all.push_back(testIdentity(source));
    }
}

const Identity* Identities::find(const std::string& id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&id](const Identity& identity) { return identity.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

} // namespace proconnect::sandbox
