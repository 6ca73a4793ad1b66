// SPDX-License-Identifier: MIT
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

#include <tuple>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Registers that fall silent after they said something against a company or a person.
class RegisterSilenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_objectionThenSilence_isUnavailable();
    void attach_endedThenTheRegisterFallsSilent_isUnavailable();
    void require_doubtThenTheRegisterFallsSilent_staysADoubt();
    void require_companyClosedThenSireneSilent_staysClosed();
    void check_unknownToSireneThenSilence_isUnavailable();
    void check_partlyReadObjectionThenSilence_isUnavailable();
    void check_refusedOrDoubtedThenSilence_isUnavailable_data();
    void check_refusedOrDoubtedThenSilence_isUnavailable();
    void check_fallbackSaidNo_isNoWordAgainstAnybody();
    void require_waitsToBeConfirmed_isNotHeldBySilence();
    void require_partlyReadWordAgainstThePerson_outlastsSilence();
    void check_askedTooEarlyThenAGap_isCertified();
    void check_perhapsBehindASilentCompany_isNoWordAgainstAnybody();
    void check_disputeTakenBackBesideAGap_isCertified();
    void require_missingWhileSireneIsSilent_outlastsSilence();
    void require_answerProvesNothingOfOne_othersAreStillProved();
};

void RegisterSilenceTest::check_objectionThenSilence_isUnavailable()
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
        // For whoever asks: it is about the company.
        const auto another = desk.checker.check(u"another"_s, claire(), number());
        QCOMPARE(another.value().result, CheckResult::Unavailable);
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

void RegisterSilenceTest::attach_endedThenTheRegisterFallsSilent_isUnavailable()
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

void RegisterSilenceTest::require_doubtThenTheRegisterFallsSilent_staysADoubt()
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

void RegisterSilenceTest::require_companyClosedThenSireneSilent_staysClosed()
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

void RegisterSilenceTest::check_unknownToSireneThenSilence_isUnavailable()
{
    Desk desk;
    desk.sirene.answer = Failure{FailureCode::SirenUnknown, {}, {}};
    QCOMPARE(desk.check(), CheckResult::Unknown);
    // Each time anew: forgotten a year after the last.
    const auto seenAt = [&desk] { return desk.bench.value(u"SELECT seen_at FROM company_objection"_s); };
    const auto first = seenAt();
    desk.bench.clock.advance(day);
    QCOMPARE(desk.check(), CheckResult::Unknown);
    QVERIFY(seenAt() != first);
    desk.sirene.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    QCOMPARE(desk.checker.attach(subject, claire(), number()).failure().code,
             FailureCode::RegistryUnavailable);
    desk.sirene.answer = sireneAnswer();
    QCOMPARE(desk.check(), CheckResult::Certified);
}

void RegisterSilenceTest::check_partlyReadObjectionThenSilence_isUnavailable()
{
    // Struck off, says a register that could not ask who stands behind one of the officers.
    Desk desk;
    desk.rcs.answer = claireInRcs();
    RegistryAnswer struckOff = rneAnswer({claireInRne()});
    struckOff.company.state = RegisteredCompany::State::Closed;
    struckOff.incomplete = true;
    desk.rne.answer = struckOff;
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    desk.rne.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    desk.rne.answer = rneAnswer({claireInRne()});
    QCOMPARE(desk.check(), CheckResult::Certified);
}

void RegisterSilenceTest::check_refusedOrDoubtedThenSilence_isUnavailable_data()
{
    QTest::addColumn<RegistryAnswer>("said");
    QTest::addColumn<bool>("sireneSilent");
    QTest::addColumn<CheckResult>("result");
    OfficerRecord former = claireInRne();
    former.resigned = true;
    OfficerRecord perhapsGone = claireInRne();
    perhapsGone.doubtful = true;
    RegistryAnswer partly = rneAnswer({successor(), former});
    partly.incomplete = true;
    const RegistryAnswer refused = rneAnswer({successor(), former});
    const RegistryAnswer doubted = rneAnswer({perhapsGone});
    QTest::newRow("refused") << refused << false << CheckResult::NotDirector;
    QTest::newRow("doubted") << doubted << false << CheckResult::NeedsReview;
    QTest::newRow("refused by an incomplete answer") << partly << false << CheckResult::Unavailable;
    QTest::newRow("refused while SIRENE is silent") << refused << true << CheckResult::Unavailable;
    QTest::newRow("doubted while SIRENE is silent") << doubted << true << CheckResult::Unavailable;
}

void RegisterSilenceTest::check_refusedOrDoubtedThenSilence_isUnavailable()
{
    QFETCH(RegistryAnswer, said);
    QFETCH(bool, sireneSilent);
    QFETCH(CheckResult, result);
    Desk desk;
    desk.rcs.answer = claireInRcs();
    desk.rne.answer = said;
    if (sireneSilent) {
        desk.sirene.answer = unavailable();
    }
    QCOMPARE(desk.check(), result);

    desk.sirene.answer = sireneAnswer();
    desk.rne.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    QCOMPARE(desk.checker.attach(subject, claire(), number()).failure().code,
             FailureCode::RegistryUnavailable);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM person_objection"_s).toInt(), 1);
    // Nothing was said of somebody else.
    QCOMPARE(desk.checker.check(u"subject-2"_s, claire(), number()).value().result, CheckResult::Certified);
    // All of them take it back, and silence may follow.
    desk.rne.answer = rneAnswer({claireInRne()});
    QCOMPARE(desk.check(), CheckResult::Certified);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM person_objection"_s).toInt(), 0);
    desk.rne.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Certified);
}

void RegisterSilenceTest::check_fallbackSaidNo_isNoWordAgainstAnybody()
{
    Desk desk;
    desk.rne.answer = unavailable();
    RegistryAnswer late = claireInRcs();
    late.officers = {successor()};
    desk.rcs.answer = late;
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    desk.rcs.answer = claireInRcs();
    QCOMPARE(desk.check(), CheckResult::Certified);
}

void RegisterSilenceTest::require_waitsToBeConfirmed_isNotHeldBySilence()
{
    // Attached by the fallback; the first choice respells her, and falls silent again.
    Desk desk;
    desk.rne.answer = unavailable();
    desk.rcs.answer = claireInRcs();
    desk.attach();
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.checks.checkCompany(siren).failure().code, FailureCode::RegistryUnavailable);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    // All of them, and the very entry that was matched.
    desk.bench.clock.advance(day + 1);
    desk.rne.answer = rneAnswer({claireInRcs().officers[0]});
    QVERIFY(desk.checks.checkCompany(siren).ok());
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void RegisterSilenceTest::require_partlyReadWordAgainstThePerson_outlastsSilence()
{
    Desk desk;
    desk.rne.answer = unavailable();
    desk.rcs.answer = claireInRcs();
    desk.attach();
    OfficerRecord former = claireInRne();
    former.resigned = true;
    RegistryAnswer partly = rneAnswer({former, successor()});
    partly.incomplete = true;
    OfficerRecord perhapsGone = claireInRcs().officers[0];
    perhapsGone.doubtful = true;
    RegistryAnswer doubted = rneAnswer({perhapsGone});
    doubted.incomplete = true;
    for (const RegistryAnswer& said : {partly, doubted}) {
        desk.rne.answer = said;
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
        desk.rne.answer = unavailable();
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.checks.checkCompany(siren).failure().code, FailureCode::RegistryUnavailable);
        QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
        QVERIFY(desk.ended.isEmpty());
        // Taken back by the register that said it, be it with a gap.
        RegistryAnswer back = rneAnswer({claireInRcs().officers[0]});
        back.incomplete = true;
        desk.rne.answer = back;
        desk.bench.clock.advance(day + 1);
        QVERIFY(desk.checks.checkCompany(siren).ok());
        QVERIFY(desk.mandates.require(subject, siren).ok());
    }
    desk.rne.answer = rneAnswer({claireInRcs().officers[0]});
    desk.bench.clock.advance(day + 1);
    QVERIFY(desk.mandates.require(subject, siren).ok());
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(day + 1);
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void RegisterSilenceTest::check_askedTooEarlyThenAGap_isCertified()
{
    Desk desk;
    desk.rne.answer = rneAnswer({successor()});
    QCOMPARE(desk.check(), CheckResult::NotDirector);
    // Listed now, beside a company that nobody can follow.
    RegistryAnswer listed = rneAnswer({claireInRne()});
    listed.incomplete = true;
    desk.rne.answer = listed;
    // While SIRENE is silent, what the RNE said is not taken back.
    desk.sirene.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Unavailable);
    desk.sirene.answer = sireneAnswer();
    QCOMPARE(desk.check(), CheckResult::Certified);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM person_objection"_s).toInt(), 0);
    QVERIFY(desk.checker.attach(subject, claire(), number()).ok());
}

void RegisterSilenceTest::check_perhapsBehindASilentCompany_isNoWordAgainstAnybody()
{
    for (const bool sireneSilent : {false, true}) {
        Desk desk;
        desk.rcs.answer = claireInRcs();
        RegistryAnswer partly = rneAnswer({successor()});
        partly.incomplete = true;
        desk.rne.answer = partly;
        desk.sirene.answer = sireneSilent ? Outcome<RegistryAnswer>(unavailable()) : sireneAnswer();
        QCOMPARE(desk.check(), CheckResult::Unavailable);
        QCOMPARE(desk.bench.value(u"SELECT count(*) FROM person_objection"_s).toInt(), 0);
        desk.sirene.answer = sireneAnswer();
        desk.rne.answer = unavailable();
        QCOMPARE(desk.check(), CheckResult::Certified);
    }
}

void RegisterSilenceTest::check_disputeTakenBackBesideAGap_isCertified()
{
    Desk desk;
    desk.sirene.answer = sireneAnswer(RegisteredCompany::State::Unknown);
    QCOMPARE(desk.check(), CheckResult::NeedsReview);
    desk.sirene.answer = sireneAnswer();
    RegistryAnswer listed = rneAnswer({claireInRne()});
    listed.incomplete = true;
    desk.rne.answer = listed;
    QCOMPARE(desk.check(), CheckResult::Certified);
}

void RegisterSilenceTest::require_missingWhileSireneIsSilent_outlastsSilence()
{
    // SIRENE is silent, and the RNE shows all who lead, but not the person: a word, unless there is a gap.
    for (const bool gap : {false, true}) {
        Desk desk;
        desk.rne.answer = unavailable();
        desk.rcs.answer = claireInRcs();
        desk.attach();
        RegistryAnswer others = rneAnswer({successor()});
        others.incomplete = gap;
        desk.rne.answer = others;
        desk.sirene.answer = unavailable();
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
        desk.sirene.answer = sireneAnswer();
        desk.rne.answer = unavailable();
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.mandates.require(subject, siren).ok(), gap);
        // All of them show the very entry that was matched, and silence may follow.
        desk.rne.answer = rneAnswer({claireInRcs().officers[0]});
        desk.bench.clock.advance(day + 1);
        QVERIFY(desk.mandates.require(subject, siren).ok());
        desk.rne.answer = unavailable();
        desk.bench.clock.advance(day + 1);
        QVERIFY(desk.mandates.require(subject, siren).ok());
    }
}

void RegisterSilenceTest::require_answerProvesNothingOfOne_othersAreStillProved()
{
    Desk desk;
    OfficerRecord hidden = successor();
    hidden.masked = true;
    desk.rne.answer = rneAnswer({claireInRne(), successor()});
    desk.attach();
    FranceConnectIdentity paul = claire();
    paul.familyName = u"DURAND"_s;
    paul.givenNames = {u"Paul"_s};
    paul.birthdate = u"1970-01-09"_s;
    QVERIFY(desk.checker.attach(u"subject-2"_s, paul, number()).ok());
    // Whether she is the one who is hidden, nobody can tell; he is listed.
    desk.rne.answer = rneAnswer({successor(), hidden});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    const int lookups = desk.rne.lookups;
    QVERIFY(desk.mandates.require(u"subject-2"_s, siren).ok());
    QCOMPARE(desk.rne.lookups, lookups + 1);
    // About her, the registers are left alone for a minute.
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QCOMPARE(desk.rne.lookups, lookups + 1);
    desk.bench.clock.advance(61);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QCOMPARE(desk.rne.lookups, lookups + 2);
}

QTEST_GUILESS_MAIN(RegisterSilenceTest)
#include "RegisterSilenceTest.moc"
