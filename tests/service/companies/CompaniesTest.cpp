// SPDX-License-Identifier: MIT
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class CompaniesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_director_isCertifiedWithTheFunction();
    void check_eachObstacle_hasItsOwnResult();
    void check_doubt_opensOneCaseWithoutTheIdentity();
    void attach_director_storesTheMandateAndTheCompany();
    void attach_doubt_isRefusedWithItsReference();
    void attach_director_leavesNoIdentityInTheDatabase();
    void require_neverAttached_isNotAllowed();
    void require_freshProof_asksNoRegister();
    void require_oldProof_isCheckedAgain();
    void require_registerUnavailable_readsForThreeDaysAndNeverActs();
    void require_officerGone_endsTheMandate();
    void require_officerResigned_endsTheMandate();
    void require_officerRespelt_waitsForASignIn();
    void require_otherRegisterAnswered_provesNothing();
    void require_companyClosed_endsTheMandate();
    void attach_afterADoubt_confirmsTheMandate();
    void verification_certifiedAccount_isYesWithTheDate();
    void verification_unknownAccount_isNo();
    void verification_registerUnavailable_saysTheLastDate();
    void verification_mandateEnded_isNo();
};

void CompaniesTest::check_director_isCertifiedWithTheFunction()
{
    Desk desk;
    const auto check = desk.checker.check(subject, claire(), number());
    QCOMPARE(check.value().result, CheckResult::Certified);
    QCOMPARE(check.value().function, u"Pr\u00E9sidente de SAS"_s);
    QCOMPARE(check.value().name, u"MENUISERIE FABRE ET FILLES"_s);
    QCOMPARE(check.value().address, u"27 RUE DE LA VARLOPE"_s);
    QCOMPARE(check.value().source, std::optional(RegistrySource::Rne));
}

void CompaniesTest::check_eachObstacle_hasItsOwnResult()
{
    Desk desk;
    FranceConnectIdentity stranger = claire();
    stranger.birthdate = u"1990-05-05"_s;
    QCOMPARE(desk.check(stranger), CheckResult::NotDirector);
    QVERIFY(desk.checker.check(subject, stranger, number()).value().function.isEmpty());

    desk.rne.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    desk.sirene.answer = Failure{FailureCode::SirenUnknown, {}, {}};
    QCOMPARE(desk.check(), CheckResult::Unknown);
    desk.sirene.answer = sireneAnswer(RegisteredCompany::State::Closed);
    QCOMPARE(desk.check(), CheckResult::Closed);
    RegistryAnswer association = sireneAnswer();
    association.company.legalForm = u"9220"_s;
    desk.sirene.answer = association;
    QCOMPARE(desk.check(), CheckResult::NotCovered);
}

void CompaniesTest::check_doubt_opensOneCaseWithoutTheIdentity()
{
    Desk desk;
    OfficerRecord chair = claireInRne();
    chair.standing = RoleStanding::Ambiguous;
    desk.rne.answer = rneAnswer({chair});
    const auto first = desk.checker.check(subject, claire(), number());
    QCOMPARE(first.value().result, CheckResult::NeedsReview);
    QCOMPARE(first.value().reviewReference, u"EX-2026-000001"_s);
    QVERIFY(first.value().function.isEmpty());
    const auto second = desk.checker.check(subject, claire(), number());
    QCOMPARE(second.value().reviewReference, first.value().reviewReference);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM review_case"_s).toInt(), 1);
}

void CompaniesTest::attach_director_storesTheMandateAndTheCompany()
{
    Desk desk;
    desk.attach();
    const auto companies = desk.bench.database->read<QList<Company>>(
        [&](QSqlDatabase& connection) { return desk.directory.companiesOf(connection, subject); });
    QCOMPARE(companies.value().size(), 1);
    const Company& company = companies.value().constFirst();
    QCOMPARE(company.name, u"MENUISERIE FABRE ET FILLES"_s);
    QCOMPARE(company.establishments.size(), 1);
    QCOMPARE(company.verifiedAt, desk.bench.clock.now());
    QVERIFY(!company.mandateEnded);
    const auto sirens = desk.bench.database->read<QStringList>(
        [&](QSqlDatabase& connection) { return desk.directory.attachedSirens(connection); });
    QCOMPARE(sirens.value(), QStringList{siren});
    const auto directors = desk.bench.database->read<QStringList>(
        [&](QSqlDatabase& connection) { return desk.directory.directorsOf(connection, siren); });
    QCOMPARE(directors.value(), QStringList{subject});
}

void CompaniesTest::attach_doubt_isRefusedWithItsReference()
{
    Desk desk;
    OfficerRecord respelt = claireInRne();
    respelt.familyName = u"FABER"_s;
    desk.rne.answer = rneAnswer({respelt});
    const auto refused = desk.checker.attach(subject, claire(), number());
    QCOMPARE(refused.failure().code, FailureCode::NeedsReview);
    QCOMPARE(refused.failure().argument, u"EX-2026-000001"_s);
    QCOMPARE(desk.refusal(), FailureCode::NotAllowed);
}

void CompaniesTest::attach_director_leavesNoIdentityInTheDatabase()
{
    Desk desk;
    desk.attach();
    OfficerRecord chair = claireInRne();
    chair.standing = RoleStanding::Ambiguous;
    desk.rne.answer = rneAnswer({chair});
    QCOMPARE(desk.check(), CheckResult::NeedsReview);
    const QByteArray written = desk.bench.place.writtenBytes(*desk.bench.database);
    QVERIFY(written.contains("EX-2026-000001"));
    for (const char* secret : {"FABRE", "CLAIRE", "Claire", "1982-11-03", "69266", "VARLOPE"}) {
        QVERIFY2(!written.contains(secret), secret);
    }
}

void CompaniesTest::require_neverAttached_isNotAllowed()
{
    Desk desk;
    QCOMPARE(desk.refusal(), FailureCode::NotAllowed);
    const auto held = desk.bench.write(
        [&](QSqlDatabase& connection) { return desk.mandates.held(connection, subject, siren); });
    QCOMPARE(held.failure().code, FailureCode::NotAllowed);
}

void CompaniesTest::require_freshProof_asksNoRegister()
{
    Desk desk;
    desk.attach();
    const int before = desk.rne.lookups;
    desk.bench.clock.advance(day);
    QVERIFY(desk.mandates.require(subject, siren).ok());
    QCOMPARE(desk.rne.lookups, before);
}

void CompaniesTest::require_oldProof_isCheckedAgain()
{
    Desk desk;
    desk.attach();
    desk.bench.clock.advance(day + 1);
    const auto mandate = desk.mandates.require(subject, siren);
    QVERIFY(mandate.ok());
    QCOMPARE(mandate.value().verifiedAt, desk.bench.clock.now());
    const int lookups = desk.rne.lookups;
    QVERIFY(desk.mandates.require(subject, siren).ok());
    QCOMPARE(desk.rne.lookups, lookups);
}

void CompaniesTest::require_registerUnavailable_readsForThreeDaysAndNeverActs()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = unavailable();
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.mandates.require(subject, siren, MandateUse::Reading).ok());
    desk.bench.clock.advance(2 * day);
    QCOMPARE(desk.refusal(MandateUse::Reading), FailureCode::RegistryUnavailable);
}

void CompaniesTest::require_officerGone_endsTheMandate()
{
    Desk desk;
    desk.attach();
    OfficerRecord successor = claireInRne();
    successor.familyName = u"DURAND"_s;
    successor.givenNames = {u"PAUL"_s};
    successor.birthDate = {1970, 1, 9};
    desk.rne.answer = rneAnswer({successor});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QCOMPARE(desk.mandates.require(subject, siren).failure().argument, u"24/11/2026"_s);
    const auto company = desk.bench.database->read<Company>(
        [&](QSqlDatabase& connection) { return desk.directory.company(connection, subject, siren); });
    QVERIFY(company.value().mandateEnded);
}

void CompaniesTest::require_officerResigned_endsTheMandate()
{
    Desk desk;
    desk.attach();
    OfficerRecord resigned = claireInRne();
    resigned.resigned = true;
    desk.rne.answer = rneAnswer({resigned});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void CompaniesTest::require_officerRespelt_waitsForASignIn()
{
    Desk desk;
    desk.attach();
    OfficerRecord respelt = claireInRne();
    respelt.givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    desk.rne.answer = rneAnswer({respelt});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QCOMPARE(desk.answer().value, DirectorAnswer::Value::Unavailable);
}

void CompaniesTest::require_otherRegisterAnswered_provesNothing()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = unavailable();
    OfficerRecord other = claireInRne();
    other.birthCommune.clear();
    RegistryAnswer rcs = rneAnswer({other});
    rcs.source = RegistrySource::Rcs;
    desk.rcs.answer = rcs;
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    desk.rne.answer = rneAnswer({claireInRne()});
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void CompaniesTest::require_companyClosed_endsTheMandate()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = sireneAnswer(RegisteredCompany::State::Closed);
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void CompaniesTest::attach_afterADoubt_confirmsTheMandate()
{
    Desk desk;
    desk.attach();
    OfficerRecord respelt = claireInRne();
    respelt.givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    desk.rne.answer = rneAnswer({respelt});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.attach();
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void CompaniesTest::verification_certifiedAccount_isYesWithTheDate()
{
    Desk desk;
    desk.attach();
    const DirectorAnswer answer = desk.answer();
    QCOMPARE(answer.value, DirectorAnswer::Value::Yes);
    QCOMPARE(answer.function, u"Pr\u00E9sidente de SAS"_s);
    QCOMPARE(answer.asOf, desk.bench.clock.now());
}

void CompaniesTest::verification_unknownAccount_isNo()
{
    Desk desk;
    desk.attach();
    const auto answer = desk.verification.answer(u"urssaf"_s, siren, u"IMP-1"_s);
    QCOMPARE(answer.value().value, DirectorAnswer::Value::No);
    QCOMPARE(desk.verification.answer(u"impots"_s, u"123"_s, u"IMP-1"_s).failure().code,
             FailureCode::SirenInvalid);
}

void CompaniesTest::verification_registerUnavailable_saysTheLastDate()
{
    Desk desk;
    desk.attach();
    const QDateTime proof = desk.bench.clock.now();
    desk.sirene.answer = unavailable();
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.answer().value, DirectorAnswer::Value::Unavailable);
    QCOMPARE(desk.answer().asOf, proof);
    QVERIFY(desk.answer().function.isEmpty());
}

void CompaniesTest::verification_mandateEnded_isNo()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.answer().value, DirectorAnswer::Value::No);
}

QTEST_GUILESS_MAIN(CompaniesTest)
#include "CompaniesTest.moc"
