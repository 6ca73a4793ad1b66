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

FranceConnectIdentity claire();

OfficerRecord claireInRne();

OfficerRecord respelt();

OfficerRecord successor();

RegistryAnswer sireneAnswer(RegisteredCompany::State state = RegisteredCompany::State::Active);

RegistryAnswer rneAnswer(const QList<OfficerRecord>& officers);

/// As API Entreprise writes Claire, whom the RNE writes with a commune and a gender.
RegistryAnswer claireInRcs();

class OneCertifiedAccount final : public CertifiedAccounts
{
public:
    Outcome<std::optional<QString>> certifiedSubject(const QString& portal, const QString& company,
                                                     const QString& account) override;
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

    Desk();
    ~Desk();
    [[nodiscard]] CheckResult check(const FranceConnectIdentity& person = claire())
    {
        return checker.check(subject, person, number()).value().result;
    }
    /// As after a sign-in with FranceConnect, a moment from now.
    void signIn(const FranceConnectIdentity& person = claire());
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
