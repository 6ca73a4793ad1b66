// SPDX-License-Identifier: MIT
#include "service/registries/RneFormat.h"
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

/// As the register of a company writes Claire, with an end of office that nobody can read.
RegistryAnswer perhapsGone(const QByteArray& family)
{
    const QByteArray body =
        R"({"formality":{"formeJuridique":"5710","content":{"personneMorale":{"composition":{"pouvoirs":[
        {"typeDePersonne":"INDIVIDU","roleEntreprise":"73","mentionDemissionOrdre":{},
        "individu":{"descriptionPersonne":{"nom":")" +
        family + R"(","prenoms":["CLAIRE"],"genre":"2","dateDeNaissance":"1982-11-03",
        "codeInseeGeographique":"69266"}}}]}}}}})";
    return parseRneCompany(body, number(), QDate(2026, 11, 23)).value().answer;
}

} // namespace

/// Answers of the registers that prove nothing against a mandate.
class MandateProofsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void require_namesHidden_provesNothing();
    void require_resignationUnreadable_waitsForASignIn();
    void require_resignationUnreadableAndRenamed_isForAHuman();
    void require_companyOfficerUnreachable_waitsForASignIn();
    void require_familyNameReplaced_isForAHuman();
    void require_rneForgotTheCompany_endsNothing();
    void require_struckOffWithoutSirene_endsNothing();
    void require_notListedWithoutSirene_endsNothing();
    void require_attachedByTheFallback_isSettledByTheFirstChoice();
    void require_otherRegisterAnswered_provesNothing();
    void require_birthDateCorrected_waitsForASignIn();
    void require_outOfOffice_isTheEnd();
    void require_roleBecameAmbiguous_waitsForASignIn();
    void require_signInWhileRegistersDisagree_isForAHuman();
    void require_sireneForgotTheCompany_endsNothing();
    void require_proofFromTheFuture_isNone();
    void require_confirmationWithoutAnswer_leavesTheRegistersAlone();
    void write_olderRecordAfterTheEnd_changesNothing();
};

void MandateProofsTest::require_namesHidden_provesNothing()
{
    Desk desk;
    desk.attach();
    OfficerRecord hidden = successor();
    hidden.masked = true;
    desk.rne.answer = rneAnswer({hidden});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.mandates.require(subject, siren, MandateUse::Reading).ok());
    QVERIFY(desk.ended.isEmpty());
    // Waiting for a sign-in, which sees no more than that.
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(61);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.rne.answer = rneAnswer({hidden});
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_resignationUnreadable_waitsForASignIn()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = perhapsGone("FABRE");
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_resignationUnreadableAndRenamed_isForAHuman()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = perhapsGone("BERNARD");
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_companyOfficerUnreachable_waitsForASignIn()
{
    Desk desk;
    desk.attach();
    OfficerRecord company = successor();
    company.individual = false;
    desk.rne.answer = rneAnswer({company});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
    // Once everybody is shown, the sign-in that follows settles it.
    desk.rne.answer = rneAnswer({successor()});
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void MandateProofsTest::require_familyNameReplaced_isForAHuman()
{
    Desk desk;
    desk.attach();
    OfficerRecord renamed = claireInRne();
    renamed.familyName = u"BERNARD"_s;
    desk.rne.answer = rneAnswer({renamed});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
    QCOMPARE(desk.checker.attach(u"subject-2"_s, claire(), number()).failure().code,
             FailureCode::NotDirector);
}

void MandateProofsTest::require_rneForgotTheCompany_endsNothing()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = Failure{FailureCode::SirenUnknown, {}, {}};
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_struckOffWithoutSirene_endsNothing()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = unavailable();
    RegistryAnswer struckOff = rneAnswer({});
    struckOff.company.state = RegisteredCompany::State::Closed;
    desk.rne.answer = struckOff;
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_notListedWithoutSirene_endsNothing()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = unavailable();
    desk.rne.answer = rneAnswer({successor()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.mandates.require(subject, siren, MandateUse::Reading).ok());
    QVERIFY(desk.ended.isEmpty());
    // A mandate that waits for a sign-in is not ended by one either.
    desk.sirene.answer = sireneAnswer();
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(61);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.sirene.answer = unavailable();
    desk.rne.answer = rneAnswer({successor()});
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.ended.isEmpty());
    // SIRENE speaks again: the same sign-in settles it.
    desk.sirene.answer = sireneAnswer();
    desk.bench.clock.advance(61);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
    QCOMPARE(desk.ended.size(), 1);
}

void MandateProofsTest::require_attachedByTheFallback_isSettledByTheFirstChoice()
{
    for (const bool stillThere : {true, false}) {
        Desk desk;
        desk.rne.answer = unavailable();
        RegistryAnswer rcs = rneAnswer({claireInRne()});
        rcs.source = RegistrySource::Rcs;
        rcs.officers[0].birthCommune.clear();
        rcs.officers[0].birthPlaceText = u"VILLEURBANNE"_s;
        rcs.officers[0].givenNames = {u"CLAIRE"_s, u"HELENE"_s};
        desk.rcs.answer = rcs;
        desk.attach();
        desk.rne.answer = rneAnswer({stillThere ? claireInRne() : successor()});
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
        QVERIFY(desk.ended.isEmpty());
        desk.signIn();
        const auto settled = desk.mandates.require(subject, siren);
        QCOMPARE(settled.ok(), stillThere);
        QCOMPARE(desk.ended.size(), stillThere ? 0 : 1);
        if (stillThere) {
            QCOMPARE(settled.value().source, RegistrySource::Rne);
        }
    }
}

void MandateProofsTest::require_otherRegisterAnswered_provesNothing()
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
    desk.bench.clock.advance(61);
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void MandateProofsTest::require_birthDateCorrected_waitsForASignIn()
{
    Desk desk;
    desk.attach();
    OfficerRecord corrected = claireInRne();
    corrected.birthDate = {1982, 11, 13};
    desk.rne.answer = rneAnswer({corrected});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_outOfOffice_isTheEnd()
{
    OfficerRecord inactive = claireInRne();
    inactive.active = false;
    OfficerRecord auditor = claireInRne();
    auditor.standing = RoleStanding::DoesNotRepresent;
    for (const OfficerRecord& former : {inactive, auditor}) {
        Desk desk;
        desk.attach();
        desk.rne.answer = rneAnswer({former, successor()});
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
        QCOMPARE(desk.ended.size(), 1);
    }
}

void MandateProofsTest::require_roleBecameAmbiguous_waitsForASignIn()
{
    Desk desk;
    desk.attach();
    OfficerRecord ambiguous = claireInRne();
    ambiguous.standing = RoleStanding::Ambiguous;
    desk.rne.answer = rneAnswer({ambiguous});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
}

void MandateProofsTest::require_signInWhileRegistersDisagree_isForAHuman()
{
    Desk desk;
    desk.attach();
    RegistryAnswer struckOff = rneAnswer({successor()});
    struckOff.company.state = RegisteredCompany::State::Closed;
    desk.rne.answer = struckOff;
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::NeedsReview);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_sireneForgotTheCompany_endsNothing()
{
    Desk desk;
    desk.attach();
    desk.sirene.answer = Failure{FailureCode::SirenUnknown, {}, {}};
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
}

void MandateProofsTest::require_proofFromTheFuture_isNone()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = unavailable();
    desk.bench.clock.advance(-3600);
    QCOMPARE(desk.refusal(MandateUse::Reading), FailureCode::RegistryUnavailable);
    desk.rne.answer = rneAnswer({claireInRne()});
    desk.bench.clock.advance(61);
    QVERIFY(desk.mandates.require(subject, siren, MandateUse::Reading).ok());
}

void MandateProofsTest::require_confirmationWithoutAnswer_leavesTheRegistersAlone()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    desk.rne.answer = unavailable();
    desk.signIn();
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    const int asked = desk.rne.lookups;
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QCOMPARE(desk.rne.lookups, asked);
    desk.rne.answer = rneAnswer({respelt()});
    desk.bench.clock.advance(60);
    QVERIFY(desk.mandates.require(subject, siren).ok());
}

void MandateProofsTest::write_olderRecordAfterTheEnd_changesNothing()
{
    Desk desk;
    desk.attach();
    const MandateStore store(*desk.bench.keys);
    const auto stored = [&] {
        return desk.bench.database->read<std::optional<MandateRecord>>(
            [&](QSqlDatabase& connection) { return store.find(connection, subject, siren); });
    };
    const MandateRecord held = *stored().value();
    QVERIFY(desk.checks.end(held, MandateEnd::NotListed).ok());
    // Another thread's check, which read the mandate before its end.
    QVERIFY(desk.checks.write(held).ok());
    QCOMPARE(stored().value()->state, MandateState::Ended);
    QCOMPARE(desk.ended.size(), 1);
}

QTEST_GUILESS_MAIN(MandateProofsTest)
#include "MandateProofsTest.moc"
