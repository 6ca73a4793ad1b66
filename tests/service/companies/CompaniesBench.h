// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyChecker.h"
#include "service/companies/MandateChecks.h"
#include "service/companies/RegisteredDirectorVerification.h"
#include "service/companies/RegisteredMandates.h"
#include "service/registries/RegistryDesk.h"
#include "tests/service/companies/SwitchableRegistry.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

namespace proconnect::service {

using namespace certification;
using namespace Qt::StringLiterals;

inline const QString subject = u"subject-1"_s;
inline const QString siren = u"000058263"_s;

inline SirenNumber number()
{
    return *SirenNumber::parse(siren);
}

inline Failure unavailable()
{
    return {FailureCode::RegistryUnavailable, {}, {}};
}

inline FranceConnectIdentity claire()
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

inline OfficerRecord claireInRne()
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

inline OfficerRecord respelt()
{
    OfficerRecord officer = claireInRne();
    officer.givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    return officer;
}

inline OfficerRecord successor()
{
    OfficerRecord officer = claireInRne();
    officer.familyName = u"DURAND"_s;
    officer.givenNames = {u"PAUL"_s};
    officer.birthDate = {1970, 1, 9};
    return officer;
}

inline RegistryAnswer sireneAnswer(RegisteredCompany::State state = RegisteredCompany::State::Active)
{
    RegistryAnswer answer;
    answer.source = RegistrySource::Sirene;
    answer.company.siren = siren;
    answer.company.name = u"MENUISERIE FABRE ET FILLES"_s;
    answer.company.legalForm = u"5710"_s;
    answer.company.state = state;
    return answer;
}

inline RegistryAnswer rneAnswer(const QList<OfficerRecord>& officers)
{
    RegistryAnswer answer;
    answer.company = sireneAnswer().company;
    answer.company.establishments = {
        {u"00005826300013"_s, u"VILLEURBANNE"_s, u"27 RUE DE LA VARLOPE"_s, true, true}};
    answer.officers = officers;
    return answer;
}

/// As API Entreprise writes Claire, whom the RNE writes with a commune and a gender.
inline RegistryAnswer claireInRcs()
{
    RegistryAnswer rcs = rneAnswer({claireInRne()});
    rcs.source = RegistrySource::Rcs;
    rcs.officers[0].birthCommune.clear();
    rcs.officers[0].birthPlaceText = u"VILLEURBANNE"_s;
    rcs.officers[0].givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    return rcs;
}

class OneCertifiedAccount final : public CertifiedAccounts
{
public:
    Outcome<std::optional<QString>> certifiedSubject(const QString& portal, const QString& company,
                                                     const QString& account) override
    {
        const bool known = portal == u"impots" && company == siren && account == u"IMP-1";
        return known ? std::optional(subject) : std::nullopt;
    }
};

/// A bench whose registers answer what the test wants.
struct Desk
{
    ServiceBench bench;
    SwitchableRegistry sirene;
    SwitchableRegistry rne;
    SwitchableRegistry rcs;
    RegistryDesk registries{sirene, rne, rcs};
    EstablishmentDesk places{sirene, rne};
    CompanyChecker checker{*bench.database, *bench.keys, bench.clock, registries, places};
    QList<MandateRecord> ended; ///< told in the transaction that wrote their end
    std::optional<RecentIdentity> signedIn;
    MandateChecks checks{*bench.database, *bench.keys, bench.clock, registries,
                         [this](QSqlDatabase&, const MandateRecord& record) -> Outcome<Done> {
                             ended.append(record);
                             return Done{};
                         }};
    RegisteredMandates mandates{*bench.database,
                                *bench.keys,
                                bench.clock,
                                checks,
                                checker,
                                [this](const QString&) -> Outcome<std::optional<RecentIdentity>> {
                                    return signedIn; }};
    OneCertifiedAccount accounts;
    RegisteredDirectorVerification verification{*bench.database, *bench.keys, bench.clock, accounts,
                                                mandates};
    StoredCompanies directory{*bench.keys};

    Desk()
    {
        sirene.answer = sireneAnswer();
        rne.answer = rneAnswer({claireInRne()});
    }
    [[nodiscard]] CheckResult check(const FranceConnectIdentity& person = claire())
    {
        return checker.check(subject, person, number()).value().result;
    }
    /// As after a sign-in with FranceConnect, a moment from now.
    void signIn(const FranceConnectIdentity& person = claire())
    {
        bench.clock.advance(1);
        signedIn = RecentIdentity{person, bench.clock.now()};
    }
    void attach() { QVERIFY(checker.attach(subject, claire(), number()).ok()); }
    [[nodiscard]] FailureCode refusal(MandateUse use = MandateUse::Acting)
    {
        return mandates.require(subject, siren, use).failure().code;
    }
    [[nodiscard]] DirectorAnswer answer()
    {
        return verification.answer(u"impots"_s, siren, u"IMP-1"_s).value();
    }
};

inline constexpr qint64 day = 24LL * 3600;

} // namespace proconnect::service
