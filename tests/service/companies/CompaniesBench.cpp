// SPDX-License-Identifier: MIT
#include "tests/service/companies/CompaniesBench.h"

namespace proconnect::service {

FranceConnectIdentity claire()
{
    FranceConnectIdentity person;
    person.familyName = u"FABRE"_s;
    person.givenNames = {u"Claire"_s, u"H\u00E9l\u00E8ne"_s};
    person.givenNamesExact = true;
    person.gender = u"female"_s;
    person.birthdate = u"1982-11-03"_s;
    person.birthplace = u"69266"_s;
    person.birthcountry = u"99100"_s;
    return person;
}

OfficerRecord claireInRne()
{
    OfficerRecord officer;
    officer.familyName = u"FABRE"_s;
    officer.givenNames = {u"CLAIRE"_s};
    officer.gender = RegisteredGender::Female;
    officer.birthDate = {1982, 11, 3};
    officer.birthCommune = u"69266"_s;
    officer.roleCode = u"73"_s;
    officer.function = u"Pr\u00E9sidente de SAS"_s;
    officer.standing = RoleStanding::Represents;
    return officer;
}

OfficerRecord respelt()
{
    OfficerRecord officer = claireInRne();
    officer.givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    return officer;
}

OfficerRecord successor()
{
    OfficerRecord officer = claireInRne();
    officer.familyName = u"DURAND"_s;
    officer.givenNames = {u"PAUL"_s};
    officer.birthDate = {1970, 1, 9};
    return officer;
}

RegistryAnswer sireneAnswer(RegisteredCompany::State state)
{
    RegistryAnswer answer;
    answer.source = RegistrySource::Sirene;
    answer.company.siren = siren;
    answer.company.name = u"MENUISERIE FABRE ET FILLES"_s;
    answer.company.legalForm = u"5710"_s;
    answer.company.state = state;
    return answer;
}

RegistryAnswer rneAnswer(const QList<OfficerRecord>& officers)
{
    RegistryAnswer answer;
    answer.company = sireneAnswer().company;
    answer.company.establishments = {
        {u"00005826300013"_s, u"VILLEURBANNE"_s, u"27 RUE DE LA VARLOPE"_s, true, true}};
    answer.officers = officers;
    return answer;
}

RegistryAnswer claireInRcs()
{
    RegistryAnswer rcs = rneAnswer({claireInRne()});
    rcs.source = RegistrySource::Rcs;
    rcs.officers[0].birthCommune.clear();
    rcs.officers[0].birthPlaceText = u"VILLEURBANNE"_s;
    rcs.officers[0].givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    return rcs;
}

Outcome<std::optional<QString>>
OneCertifiedAccount::certifiedSubject(const QString& portal, const QString& company, const QString& account)
{
    const bool known = portal == u"impots" && company == siren && account == u"IMP-1";
    return known ? std::optional(subject) : std::nullopt;
}

Desk::Desk()
{
    sirene.answer = sireneAnswer();
    rne.answer = rneAnswer({claireInRne()});
}

Desk::~Desk() = default;

void Desk::signIn(const FranceConnectIdentity& person)
{
    bench.clock.advance(1);
    signedIn = RecentIdentity{person, bench.clock.now()};
}

} // namespace proconnect::service
