// SPDX-License-Identifier: MIT
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Registers that write an entry another way, name somebody as gone, or nobody at all.
class RegisterChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_somebodyHidden_isForAHuman();
    void require_respeltByTheRegister_waitsForASignIn_data();
    void require_respeltByTheRegister_waitsForASignIn();
    void require_relativeFollows_isTheEnd();
    void resembles_keptByTheVersionBefore_needsNameOrBirthDate();
    void require_listedTwiceOnceAsGone_waitsForASignIn();
    void require_namedAsGoneByAnotherRegister_isTheEnd();
    void require_namesNoLongerShown_endsNothing();
    void require_officersShownByHalf_endsNothing();
    void require_goneBesideHiddenNames_waitsForASignIn();
    void require_listedTwiceOncePerhapsGone_waitsForASignIn();
    void require_listedAsGoneInOtherWords_waitsForASignIn();
    void require_fallbackWritesOtherwise_saysNothing();
    void require_matchedByTheFallbackAndPerhapsGone_waitsForASignIn();
    void require_nobodyListed_waitsForASignIn();
    void require_goneFromThePositionWrittenOtherwise_waitsForASignIn();
};

void RegisterChangesTest::check_somebodyHidden_isForAHuman()
{
    OfficerRecord hidden = successor();
    hidden.masked = true;
    OfficerRecord unreachable = successor();
    unreachable.individual = false;
    OfficerRecord perhapsGone = successor();
    perhapsGone.doubtful = true;
    OfficerRecord nameless = successor();
    nameless.familyName.clear();
    nameless.givenNames.clear();
    for (const OfficerRecord& officer : {hidden, unreachable, perhapsGone, nameless}) {
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
    // Somebody leads every company that is active.
    for (const QList<OfficerRecord>& nobody : {QList<OfficerRecord>{}, {former}}) {
        desk.rne.answer = rneAnswer(nobody);
        QCOMPARE(desk.check(), CheckResult::NeedsReview);
    }
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

void RegisterChangesTest::require_namesNoLongerShown_endsNothing()
{
    Desk desk;
    desk.attach();
    OfficerRecord nameless;
    nameless.standing = RoleStanding::Represents;
    nameless.roleCode = u"73"_s;
    desk.rne.answer = rneAnswer({nameless, successor()});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
    QVERIFY(desk.ended.isEmpty());
}

void RegisterChangesTest::require_officersShownByHalf_endsNothing()
{
    OfficerRecord familyNameAlone = claireInRne();
    familyNameAlone.givenNames.clear();
    familyNameAlone.birthDate = {};
    OfficerRecord givenNamesAlone = claireInRne();
    givenNamesAlone.familyName.clear();
    givenNamesAlone.birthDate = {};
    OfficerRecord dateAlone = successor();
    dateAlone.familyName = u"XXXX"_s;
    dateAlone.givenNames = {u"XXXX"_s};
    dateAlone.birthDate = {1900, 1, 1};
    OfficerRecord placeholders = successor();
    placeholders.familyName = u"Non communiqu\u00E9"_s;
    placeholders.givenNames = {u"N\u00E9ant"_s};
    placeholders.birthDate = {};
    for (const OfficerRecord& officer : {familyNameAlone, givenNamesAlone, dateAlone, placeholders}) {
        Desk desk;
        desk.attach();
        desk.rne.answer = rneAnswer({officer, successor()});
        QCOMPARE(desk.check(), CheckResult::NeedsReview);
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
        QVERIFY(desk.ended.isEmpty());
    }
    // One of the three may be left out: two tell who it is not.
    OfficerRecord dateless = successor();
    dateless.birthDate = {};
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({dateless});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void RegisterChangesTest::require_goneBesideHiddenNames_waitsForASignIn()
{
    OfficerRecord hidden = successor();
    hidden.masked = true;
    OfficerRecord former = claireInRne();
    former.resigned = true;
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({hidden, former});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
}

void RegisterChangesTest::require_listedTwiceOncePerhapsGone_waitsForASignIn()
{
    OfficerRecord perhapsGone = claireInRne();
    perhapsGone.doubtful = true;
    Desk desk;
    desk.attach();
    desk.rne.answer = rneAnswer({claireInRne(), perhapsGone});
    QCOMPARE(desk.check(), CheckResult::NeedsReview);
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    QVERIFY(desk.ended.isEmpty());
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM person_objection"_s).toInt(), 1);
    // Perhaps gone from another position, she holds this one.
    perhapsGone.roleCode = u"53"_s;
    Desk other;
    other.attach();
    other.rne.answer = rneAnswer({claireInRne(), perhapsGone});
    other.bench.clock.advance(day + 1);
    QVERIFY(other.mandates.require(subject, siren).ok());
}

void RegisterChangesTest::require_listedAsGoneInOtherWords_waitsForASignIn()
{
    OfficerRecord oneField = claireInRne();
    oneField.givenNames = {u"CLAIRE HELENE"_s};
    OfficerRecord undated = claireInRne();
    undated.birthDate = {};
    OfficerRecord sister = claireInRne();
    sister.givenNames = {u"SOPHIE"_s};
    OfficerRecord mother = oneField;
    mother.birthDate.year -= 30;
    OfficerRecord bornThatDay = oneField;
    bornThatDay.familyName = u"DURAND"_s;
    const std::initializer_list<std::pair<OfficerRecord, bool>> entries{
        {oneField, true}, {undated, true}, {sister, false}, {mother, false}, {bornThatDay, false}};
    for (auto [gone, waits] : entries) {
        gone.resigned = true;
        Desk desk;
        desk.attach();
        desk.rne.answer = rneAnswer({claireInRne(), gone});
        QCOMPARE(desk.check() == CheckResult::NeedsReview, waits);
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.mandates.require(subject, siren).ok(), !waits);
    }
}

void RegisterChangesTest::require_fallbackWritesOtherwise_saysNothing()
{
    Desk desk;
    desk.attach();
    desk.rne.answer = unavailable();
    desk.rcs.answer = claireInRcs();
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::RegistryUnavailable);
}

void RegisterChangesTest::require_matchedByTheFallbackAndPerhapsGone_waitsForASignIn()
{
    OfficerRecord auditor = claireInRne();
    auditor.doubtful = true;
    auditor.standing = RoleStanding::DoesNotRepresent;
    Desk desk;
    desk.rne.answer = unavailable();
    desk.rcs.answer = claireInRcs();
    desk.attach();
    desk.rne.answer = rneAnswer({successor(), auditor});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
}

void RegisterChangesTest::require_nobodyListed_waitsForASignIn()
{
    OfficerRecord former = successor();
    former.active = false;
    for (const QList<OfficerRecord>& nobody : {QList<OfficerRecord>{}, {former}}) {
        Desk desk;
        desk.attach();
        desk.rne.answer = rneAnswer(nobody);
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
        QVERIFY(desk.ended.isEmpty());
    }
    // But for whom the register names as gone.
    Desk desk;
    desk.attach();
    OfficerRecord resigned = claireInRne();
    resigned.resigned = true;
    desk.rne.answer = rneAnswer({resigned});
    desk.bench.clock.advance(day + 1);
    QCOMPARE(desk.refusal(), FailureCode::MandateEnded);
}

void RegisterChangesTest::require_goneFromThePositionWrittenOtherwise_waitsForASignIn()
{
    for (const QString& role : {u""_s, u"073"_s, u"205"_s, u"99"_s}) {
        Desk desk;
        desk.attach();
        OfficerRecord former = respelt();
        former.resigned = true;
        former.roleCode = role;
        desk.rne.answer = rneAnswer({former, claireInRne()});
        desk.bench.clock.advance(day + 1);
        QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    }
}

QTEST_GUILESS_MAIN(RegisterChangesTest)
#include "RegisterChangesTest.moc"
