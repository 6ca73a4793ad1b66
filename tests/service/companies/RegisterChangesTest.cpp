// SPDX-License-Identifier: MIT
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

#include <tuple>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

/// As API Entreprise writes Claire, whom the RNE writes with a commune and a gender.
RegistryAnswer claireInRcs()
{
    RegistryAnswer rcs = rneAnswer({claireInRne()});
    rcs.source = RegistrySource::Rcs;
    rcs.officers[0].birthCommune.clear();
    rcs.officers[0].birthPlaceText = u"VILLEURBANNE"_s;
    rcs.officers[0].givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    return rcs;
}

} // namespace

/// Registers that write an entry another way, name somebody as gone, or fall silent after an objection.
class RegisterChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_objectionThenSilence_isUnavailable();
    void check_somebodyHidden_isForAHuman();
    void require_respeltByTheRegister_waitsForASignIn_data();
    void require_respeltByTheRegister_waitsForASignIn();
    void require_relativeFollows_isTheEnd();
    void resembles_keptByTheVersionBefore_needsNameOrBirthDate();
    void require_listedTwiceOnceAsGone_waitsForASignIn();
    void require_namedAsGoneByAnotherRegister_isTheEnd();
    void attach_endedThenTheRegisterFallsSilent_isUnavailable();
    void require_doubtThenTheRegisterFallsSilent_staysADoubt();
    void require_companyClosedThenSireneSilent_staysClosed();
};

void RegisterChangesTest::check_objectionThenSilence_isUnavailable()
{
    // What SIRENE, or both together, had against the company stands while one of them is silent.
    RegistryAnswer otherForm = rneAnswer({claireInRne()});
    otherForm.company.legalForm = u"5499"_s;
    RegistryAnswer association = sireneAnswer();
    association.company.legalForm = u"9220"_s;
    const RegistryAnswer inRne = rneAnswer({claireInRne()});
    const std::initializer_list<std::tuple<RegistryAnswer, RegistryAnswer, CheckResult>> objections{
        {sireneAnswer(RegisteredCompany::State::Closed), inRne, CheckResult::Closed},
        {sireneAnswer(RegisteredCompany::State::Duplicate), inRne, CheckResult::Duplicate},
        {sireneAnswer(RegisteredCompany::State::Unknown), inRne, CheckResult::NeedsReview},
        {association, inRne, CheckResult::NotCovered},
        {sireneAnswer(), otherForm, CheckResult::NeedsReview}};
    for (const auto& [sirene, rne, said] : objections) {
        Desk desk;
        RegistryAnswer rcs = inRne;
        rcs.source = RegistrySource::Rcs;
        desk.rcs.answer = rcs;
        desk.sirene.answer = sirene;
        desk.rne.answer = rne;
        QCOMPARE(desk.check(), said);
        desk.sirene.answer = unavailable();
        desk.rne.answer = inRne;
        QCOMPARE(desk.check(), CheckResult::Unavailable);
        QCOMPARE(desk.checker.attach(subject, claire(), number()).failure().code,
                 FailureCode::RegistryUnavailable);
        desk.sirene.answer = sireneAnswer();
        desk.rne.answer = unavailable();
        QCOMPARE(desk.check(), CheckResult::Unavailable);
        // Taken back by all of them, and silence may follow.
        desk.rne.answer = inRne;
        QCOMPARE(desk.check(), CheckResult::Certified);
        desk.sirene.answer = unavailable();
        QCOMPARE(desk.check(), CheckResult::Certified);
    }
}

void RegisterChangesTest::check_somebodyHidden_isForAHuman()
{
    OfficerRecord hidden = successor();
    hidden.masked = true;
    OfficerRecord unreachable = successor();
    unreachable.individual = false;
    OfficerRecord perhapsGone = successor();
    perhapsGone.doubtful = true;
    for (const OfficerRecord& officer : {hidden, unreachable, perhapsGone}) {
        Desk desk;
        desk.rne.answer = rneAnswer({successor(), officer});
        const auto check = desk.checker.check(subject, claire(), number());
        QCOMPARE(check.value().result, CheckResult::NeedsReview);
        QVERIFY(!check.value().reviewReference.isEmpty());
    }
    Desk desk;
    OfficerRecord former = hidden;
    former.active = false;
    desk.rne.answer = rneAnswer({successor(), former});
    QCOMPARE(desk.check(), CheckResult::NotDirector);
    desk.rne.answer = rneAnswer({});
    QCOMPARE(desk.check(), CheckResult::NotDirector);
}

void RegisterChangesTest::require_respeltByTheRegister_waitsForASignIn_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<CivilDate>("date");
    const CivilDate monthOnly{1982, 11, 0};
    QTest::newRow("given names in one text") << u"FABRE"_s << QStringList{u"CLAIRE HELENE"_s} << monthOnly;
    QTest::newRow("married name added") << u"FABRE-MARTIN"_s << QStringList{u"CLAIRE"_s} << monthOnly;
    QTest::newRow("names joined") << u"FABREMARTIN"_s << QStringList{u"CLAIRE"_s} << monthOnly;
    QTest::newRow("another given name") << u"FABRE"_s << QStringList{u"HELENE"_s} << monthOnly;
    QTest::newRow("a letter, and the date swapped")
        << u"FABRES"_s << QStringList{u"CLAIRE"_s} << CivilDate{1982, 3, 11};
    QTest::newRow("a letter, and another year")
        << u"FABRE"_s << QStringList{u"CLAIR"_s} << CivilDate{1928, 11, 3};
    QTest::newRow("two letters, and another month")
        << u"FABRES"_s << QStringList{u"CLAIR"_s} << CivilDate{1982, 10, 3};
    const QStringList claireAlone{u"CLAIRE"_s};
    QTest::newRow("another family name and no day") << u"MARTIN"_s << claireAlone << monthOnly;
    QTest::newRow("another family name and year") << u"MARTIN"_s << claireAlone << CivilDate{1928, 11, 3};
    QTest::newRow("another family name and month") << u"MARTIN"_s << claireAlone << CivilDate{1982, 10, 3};
    QTest::newRow("another family name, the date swapped")
        << u"MARTIN"_s << claireAlone << CivilDate{1982, 3, 11};
    QTest::newRow("fields swapped") << u"CLAIRE"_s << QStringList{u"FABRE"_s} << CivilDate{1990, 1, 1};
    QTest::newRow("no date") << u"DE FABRE"_s << QStringList{u"Claire"_s} << CivilDate{};
}

void RegisterChangesTest::require_respeltByTheRegister_waitsForASignIn()
{
    QFETCH(QString, family);
    QFETCH(QStringList, given);
    QFETCH(CivilDate, date);
    Desk desk;
    desk.attach();
    OfficerRecord officer = claireInRne();
    officer.familyName = family;
    officer.givenNames = given;
    officer.birthDate = date;
    desk.rne.answer = rneAnswer({officer});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
}

void RegisterChangesTest::require_relativeFollows_isTheEnd()
{
    // One thing in common is a relative's, or chance.
    OfficerRecord daughter = claireInRne();
    daughter.givenNames = {u"JULIE"_s};
    daughter.birthDate = {2004, 5, 17};
    OfficerRecord namesake = claireInRne();
    namesake.familyName = u"DURAND"_s;
    namesake.birthDate = {1970, 1, 9};
    OfficerRecord sameMonth = successor();
    sameMonth.birthDate = {1982, 11, 0};
    for (const OfficerRecord& other : {daughter, namesake, sameMonth}) {
        Desk desk;
        desk.attach();
        desk.rne.answer = rneAnswer({other});
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    }
}

void RegisterChangesTest::resembles_keptByTheVersionBefore_needsNameOrBirthDate()
{
    const Desk desk;
    const auto printsOf = [&desk](const OfficerRecord& officer) {
        return OfficerPrints::of(*desk.bench.keys, siren, officer);
    };
    const OfficerPrints whole = printsOf(claireInRne());
    const OfficerPrints kept{whole.exact, whole.name, whole.birth, {}, {}, {}};
    OfficerRecord otherDate = claireInRne();
    otherDate.birthDate = {1990, 1, 1};
    OfficerRecord otherName = successor();
    otherName.birthDate = claireInRne().birthDate;
    QVERIFY(kept.resembles(printsOf(otherDate)));
    QVERIFY(kept.resembles(printsOf(otherName)));
    QVERIFY(!kept.resembles(printsOf(successor())));
    QVERIFY(!OfficerPrints{}.resembles(OfficerPrints{}));
}

void RegisterChangesTest::require_listedTwiceOnceAsGone_waitsForASignIn()
{
    for (const bool resigned : {true, false}) {
        Desk desk;
        desk.attach();
        OfficerRecord former = respelt();
        former.resigned = resigned;
        former.active = resigned;
        desk.rne.answer = rneAnswer({former, claireInRne()});
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
        QVERIFY(desk.ended.isEmpty());
    }
    // Who left another position still holds this one, and so does who stayed when somebody else left.
    OfficerRecord otherPosition = claireInRne();
    otherPosition.resigned = true;
    otherPosition.roleCode = u"53"_s;
    OfficerRecord somebodyElse = successor();
    somebodyElse.resigned = true;
    for (const OfficerRecord& former : {otherPosition, somebodyElse}) {
        Desk desk;
        desk.attach();
        desk.rne.answer = rneAnswer({former, claireInRne()});
        desk.bench.clock.advance(day + 1);
        QVERIFY(desk.mandates.require(subject, siren).ok());
    }
}

void RegisterChangesTest::require_namedAsGoneByAnotherRegister_isTheEnd()
{
    OfficerRecord former = claireInRne();
    former.resigned = true;
    OfficerRecord monthOnly = former;
    monthOnly.birthDate.day = 0;
    OfficerRecord father = former;
    father.birthDate = {1950, 1, 9};
    for (const auto& [listed, end] : {std::pair{former, true}, {monthOnly, true}, {father, false}}) {
        Desk desk;
        desk.rne.answer = unavailable();
        desk.rcs.answer = claireInRcs();
        desk.attach();
        desk.rne.answer = rneAnswer({successor(), listed});
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), end ? FailureCode::MandateEnded : FailureCode::SignInTooOld);
        QCOMPARE(desk.ended.size(), end ? 1 : 0);
    }
}

void RegisterChangesTest::attach_endedThenTheRegisterFallsSilent_isUnavailable()
{
    Desk desk;
    desk.attach();
    OfficerRecord former = claireInRne();
    former.resigned = true;
    desk.rne.answer = rneAnswer({former, successor()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QCOMPARE(desk.check(), CheckResult::NotDirector);
    // The fallback lags behind.
    desk.rne.answer = unavailable();
    desk.rcs.answer = claireInRcs();
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    QCOMPARE(desk.checker.attach(subject, claire(), number()).failure().code,
             FailureCode::RegistryUnavailable);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    // Somebody of whom nothing was said is certified by it, and the person too once the first choice agrees.
    QCOMPARE(desk.checker.check(u"subject-2"_s, claire(), number()).value().result, CheckResult::Certified);
    desk.rne.answer = rneAnswer({claireInRne()});
    desk.attach();
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void RegisterChangesTest::require_doubtThenTheRegisterFallsSilent_staysADoubt()
{
    Desk desk;
    desk.attach();
    OfficerRecord perhapsGone = claireInRne();
    perhapsGone.doubtful = true;
    desk.rne.answer = rneAnswer({perhapsGone});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.rne.answer = unavailable();
    desk.rcs.answer = claireInRcs();
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.ended.isEmpty());
}

void RegisterChangesTest::require_companyClosedThenSireneSilent_staysClosed()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = sireneAnswer(RegisteredCompany::State::Closed);
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    desk.sirene.answer = unavailable();
    for (const QString& person : {subject, u"subject-2"_s}) {
        QCOMPARE(desk.checker.attach(person, claire(), number()).failure().code,
                 FailureCode::RegistryUnavailable);
    }
}

QTEST_GUILESS_MAIN(RegisterChangesTest)
#include "RegisterChangesTest.moc"
