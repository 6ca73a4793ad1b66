// SPDX-License-Identifier: MIT
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class MandatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void require_neverAttached_isNotAllowed();
    void require_freshProof_asksNoRegister();
    void require_oldProof_isCheckedAgain();
    void require_registerUnavailable_readsForThreeDaysAndNeverActs();
    void require_officerGone_endsTheMandate();
    void require_officerResigned_endsTheMandate();
    void require_officerRespelt_waitsForASignIn();
    void require_companyClosed_endsTheMandate();
    void require_companyDisputedBesideAGap_isUnavailable();
    void attach_afterADoubt_confirmsTheMandate();
    void verification_certifiedAccount_isYesWithTheDate();
    void verification_otherFunctionToday_isTold();
    void verification_unknownAccount_isNo();
    void verification_registerUnavailable_saysTheLastDate();
    void verification_mandateEnded_isNo();
    void require_officerRespelt_isConfirmedByTheNextSignIn();
    void require_respeltAndDoubtful_opensOneCase();
    void require_respeltAndAnotherPerson_ends();
    void require_respeltThenWrittenAsBefore_holdsAgain();
    void require_mandateEnded_isToldOnceInItsTransaction();
    void require_followerFails_endsNothing();
    void require_registerUnavailable_isLeftAloneForAMinute();
    void checkCompany_twoDirectors_areJudgedByOneLook();
};

void MandatesTest::require_neverAttached_isNotAllowed()
{
    Desk desk;
    QCOMPARE(desk.refusal(), FailureCode::NotAllowed);
    const auto held = desk.bench.write(
        [&](QSqlDatabase& connection) { return desk.mandates.held(connection, subject, siren); });
    QCOMPARE(held.failure().code, FailureCode::NotAllowed);
}

void MandatesTest::require_freshProof_asksNoRegister()
{
    Desk desk;
    desk.attach();
    const int before = desk.rne.lookups;
    desk.bench.clock.advance(day);
    QVERIFY(desk.mandates.require(subject, siren).ok());
    QCOMPARE(desk.rne.lookups, before);
}

void MandatesTest::require_oldProof_isCheckedAgain()
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

void MandatesTest::require_registerUnavailable_readsForThreeDaysAndNeverActs()
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

void MandatesTest::require_officerGone_endsTheMandate()
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

void MandatesTest::require_officerResigned_endsTheMandate()
{
    Desk desk;
    desk.attach();
    OfficerRecord resigned = claireInRne();
    resigned.resigned = true;
    desk.rne.answer = rneAnswer({resigned});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void MandatesTest::require_officerRespelt_waitsForASignIn()
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

void MandatesTest::require_companyClosed_endsTheMandate()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = sireneAnswer(RegisteredCompany::State::Closed);
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void MandatesTest::require_companyDisputedBesideAGap_isUnavailable()
{
    Desk desk;
    desk.attach();
    RegistryAnswer other = rneAnswer({claireInRne()});
    other.company.legalForm = u"6540"_s;
    other.incomplete = true;
    desk.rne.answer = other;
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    other.incomplete = false;
    desk.rne.answer = other;
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
}

void MandatesTest::attach_afterADoubt_confirmsTheMandate()
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

void MandatesTest::verification_certifiedAccount_isYesWithTheDate()
{
    Desk desk;
    desk.attach();
    const DirectorAnswer answer = desk.answer();
    QCOMPARE(answer.value, DirectorAnswer::Value::Yes);
    QCOMPARE(answer.function, u"Pr\u00E9sidente de SAS"_s);
    QCOMPARE(answer.asOf, desk.bench.clock.now());
}

void MandatesTest::verification_otherFunctionToday_isTold()
{
    Desk desk;
    desk.attach();
    OfficerRecord manager = claireInRne();
    manager.roleCode = u"30"_s;
    manager.function = u"G\u00E9rante"_s;
    desk.rne.answer = rneAnswer({manager, claireInRne()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.answer().function, u"Pr\u00E9sidente de SAS"_s); // still one of the two
    desk.rne.answer = rneAnswer({manager});
    desk.bench.clock.advance(day + 1);
    const DirectorAnswer answer = desk.answer();
    QCOMPARE(answer.value, DirectorAnswer::Value::Yes);
    QCOMPARE(answer.function, u"G\u00E9rante"_s);
    QCOMPARE(answer.asOf, desk.bench.clock.now());
}

void MandatesTest::verification_unknownAccount_isNo()
{
    Desk desk;
    desk.attach();
    const auto answer = desk.verification.answer(u"urssaf"_s, siren, u"IMP-1"_s);
    QCOMPARE(answer.value().value, DirectorAnswer::Value::No);
    QCOMPARE(desk.verification.answer(u"impots"_s, u"123"_s, u"IMP-1"_s).failure().code,
             FailureCode::SirenInvalid);
}

void MandatesTest::verification_registerUnavailable_saysTheLastDate()
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

void MandatesTest::verification_mandateEnded_isNo()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({successor()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.answer().value, DirectorAnswer::Value::No);
    const QDateTime seen = desk.bench.clock.now();
    desk.bench.clock.advance(day);
    QCOMPARE(desk.answer().asOf, seen);
}

void MandatesTest::require_officerRespelt_isConfirmedByTheNextSignIn()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
    const int lookups = desk.rne.lookups;
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QCOMPARE(desk.rne.lookups, lookups);
    desk.signIn();
    const auto confirmed = desk.mandates.require(subject, siren);
    QVERIFY(confirmed.ok());
    QCOMPARE(confirmed.value().verifiedAt, desk.bench.clock.now());
    // The new spelling is the one that is known from now on.
    desk.signedIn.reset();
    desk.bench.clock.advance(day + 1);
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void MandatesTest::require_respeltAndDoubtful_opensOneCase()
{
    Desk desk;
    desk.attach();
    OfficerRecord doubtful = claireInRne();
    doubtful.familyName = u"FABER"_s;
    desk.rne.answer = rneAnswer({doubtful});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.signIn();
    const auto refused = desk.mandates.require(subject, siren);
    QCOMPARE(refused.failure().code, FailureCode::NeedsReview);
    QCOMPARE(refused.failure().argument, u"EX-2026-000001"_s);
    const int lookups = desk.rne.lookups;
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QCOMPARE(desk.rne.lookups, lookups);
    QVERIFY(desk.ended.isEmpty());
    QCOMPARE(desk.answer().value, DirectorAnswer::Value::Unavailable);
}

void MandatesTest::require_respeltAndAnotherPerson_ends()
{
    Desk desk;
    desk.attach();
    OfficerRecord bornTheSameDay = successor();
    bornTheSameDay.birthDate = claireInRne().birthDate;
    desk.rne.answer = rneAnswer({bornTheSameDay});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QCOMPARE(desk.ended.size(), 1);
}

void MandatesTest::require_respeltThenWrittenAsBefore_holdsAgain()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.rne.answer = rneAnswer({claireInRne()});
    QVERIFY(desk.checks.checkCompany(siren).ok());
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void MandatesTest::require_mandateEnded_isToldOnceInItsTransaction()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({successor()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QVERIFY(desk.checks.checkCompany(siren).ok());
    QCOMPARE(desk.ended.size(), 1);
    QCOMPARE(desk.ended[0].mandate.subject, subject);
    QCOMPARE(desk.ended[0].end, MandateEnd::NotListed);
    QCOMPARE(desk.ended[0].endedAt, desk.bench.clock.now());
}

void MandatesTest::require_followerFails_endsNothing()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({successor()});
    desk.bench.clock.advance(day + 1);
    MandateChecks failing(*desk.bench.database, *desk.bench.keys, desk.bench.clock, desk.registries,
                          [](QSqlDatabase&, const MandateRecord&) -> Outcome<Done> {
                              return Failure{FailureCode::StorageFull, {}, {}};
                          });
    QCOMPARE(failing.checkCompany(siren).failure().code, FailureCode::StorageFull);
    QCOMPARE(desk.bench.value(u"SELECT state FROM mandate"_s).toString(), u"held"_s);
}

void MandatesTest::require_registerUnavailable_isLeftAloneForAMinute()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = unavailable();
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    const int lookups = desk.rne.lookups;
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QCOMPARE(desk.rne.lookups, lookups);
    desk.bench.clock.advance(61);
    desk.sirene.answer = sireneAnswer();
    desk.rne.answer = rneAnswer({claireInRne()});
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void MandatesTest::checkCompany_twoDirectors_areJudgedByOneLook()
{
    Desk desk;
    OfficerRecord paul = successor();
    FranceConnectIdentity paulHimself = claire();
    paulHimself.familyName = u"DURAND"_s;
    paulHimself.givenNames = {u"Paul"_s};
    paulHimself.birthdate = u"1970-01-09"_s;
    desk.rne.answer = rneAnswer({claireInRne(), paul});
    desk.attach();
    QVERIFY(desk.checker.attach(u"subject-2"_s, paulHimself, number()).ok());
    const int lookups = desk.rne.lookups;
    desk.rne.answer = rneAnswer({paul});
    desk.bench.clock.advance(day + 1);
    QVERIFY(desk.checks.checkCompany(siren).ok());
    QCOMPARE(desk.rne.lookups, lookups + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QVERIFY(desk.mandates.require(u"subject-2"_s, siren).ok());
}

QTEST_GUILESS_MAIN(MandatesTest)
#include "MandatesTest.moc"
