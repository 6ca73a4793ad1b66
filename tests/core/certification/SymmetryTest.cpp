// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"
#include "core/certification/Certifier.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/NameCriteria.h"

#include <QRandomGenerator>
#include <QTest>

using namespace proconnect;
using namespace proconnect::certification;
using namespace Qt::StringLiterals;

/// Which side says what must not matter, except where docs/certification.md says why it does.
class SymmetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familyAndGivenNames_sidesExchanged_weighTheSame();
    void dates_sidesExchanged_weighTheSame();
    void genders_sidesExchanged_weighTheSame();
    void communes_sidesExchanged_relateTheSame();
    void givenNames_moreOnOneSide_matterAbroadOnTheRegistersOnly();
    void givenNames_joined_partAtFranceConnectsSpacesOnly();
    void countries_silentRegister_isNoFrenchClaim();
};

namespace {

/// What either side may write of a person.
struct Written
{
    QString family;
    QString use;
    QStringList given;
    QString day;
    QString gender;
};

FranceConnectIdentity claimed(const Written& written)
{
    FranceConnectIdentity person;
    person.familyName = written.family;
    person.preferredUsername = written.use;
    person.givenNames = written.given;
    person.givenNamesExact = true;
    person.birthdate = written.day;
    person.gender = written.gender;
    person.birthplace = u"69266"_s;
    person.birthcountry = u"99100"_s;
    return person;
}

OfficerRecord registered(const Written& written)
{
    OfficerRecord officer;
    officer.standing = RoleStanding::Represents;
    officer.familyName = written.family;
    officer.usageName = written.use;
    officer.givenNames = written.given;
    officer.birthDate = CivilDate::parse(written.day);
    officer.gender = written.gender == u"female" ? RegisteredGender::Female
                     : written.gender == u"male" ? RegisteredGender::Male
                                                 : RegisteredGender::Unknown;
    officer.birthCommune = u"69266"_s;
    officer.birthCountry = u"99100"_s;
    return officer;
}

/// Names that are easily taken for each other.
class NearNames
{
public:
    QString family()
    {
        const QString joint = m_random.bounded(2) == 0 ? u" "_s : u"-"_s;
        return m_random.bounded(3) == 0 ? one(families) + joint + one(families) : one(families);
    }
    QString use() { return m_random.bounded(3) == 0 ? family() : QString(); }
    QStringList given()
    {
        QStringList names;
        for (int count = m_random.bounded(4); count > 0; --count) {
            names.append(one(givens));
        }
        return names;
    }
    QString day() { return one(days); }
    QString gender() { return one(genders); }
    Written written() { return {family(), use(), given(), day(), gender()}; }

private:
    QString one(const QStringList& list) { return list[m_random.bounded(static_cast<int>(list.size()))]; }

    QRandomGenerator m_random{20261123};
    const QStringList families{u"MARTIN"_s,
                               u"Martinez"_s,
                               u"DUPONT"_s,
                               u"DUPOND"_s,
                               u"ROUSSEL"_s,
                               u"DE LA TOUR"_s,
                               u"TOUR"_s,
                               u"SAINT MARC"_s,
                               u"ST MARC"_s,
                               u"LI"_s,
                               u"Jean"_s,
                               u"RAKOTOMALALA"_s,
                               u"RAKOTOMALALARISOA"_s,
                               u"SNP"_s,
                               QString()};
    const QStringList givens{u"Jean"_s,   u"JEAN PIERRE"_s,  u"Jean-Pierre"_s, u"Pierre"_s,    u"Marie"_s,
                             u"J."_s,     u"Julie"_s,        u"Julien"_s,      u"Christine"_s, u"CHRISTINA"_s,
                             u"MARTIN"_s, u"Abd El Kader"_s, u"ABD"_s,         u"Danielle"_s,  u"DANIEL"_s};
    const QStringList days{u"1982-11-03"_s, u"1982-03-11"_s, u"1982-11"_s,    u"1982-11-30"_s, u"1982"_s,
                           u"1983-11-03"_s, u"1982-01-01"_s, u"1982-02-30"_s, u"2082-11-03"_s, QString()};
    const QStringList genders{u"female"_s, u"male"_s, u"unspecified"_s, QString()};
};

} // namespace

void SymmetryTest::familyAndGivenNames_sidesExchanged_weighTheSame()
{
    NearNames names;
    int agreeing = 0;
    for (int i = 0; i < 50'000; ++i) {
        const Written one = names.written();
        Written other = names.written();
        other.family = i % 2 == 0 ? one.family : other.family;
        other.given = i % 3 == 0 ? one.given : other.given;
        const auto claimOne = claimed(one);
        const auto claimOther = claimed(other);
        const auto entryOne = registered(one);
        const auto entryOther = registered(other);
        const IdentitySide mine(claimOne);
        const IdentitySide exchangedMine(claimOther);
        const OfficerSide theirs(entryOther);
        const OfficerSide exchangedTheirs(entryOne);
        const NamePair straight{mine, theirs};
        const NamePair exchanged{exchangedMine, exchangedTheirs};
        const QByteArray shown = (one.family + u'|' + one.use + u'|' + one.given.join(u',') + u" / "_s +
                                  other.family + u'|' + other.use + u'|' + other.given.join(u','))
                                     .toUtf8();
        const Finding family = compareFamilyNames(straight);
        const GivenNamesFinding given = compareGivenNames(straight);
        QVERIFY2(family == compareFamilyNames(exchanged), shown.constData());
        QVERIFY2(given.finding == compareGivenNames(exchanged).finding, shown.constData());
        agreeing += family.weight == Weight::Agrees && given.finding.weight == Weight::Agrees ? 1 : 0;
    }
    QVERIFY(agreeing > 100);
}

void SymmetryTest::dates_sidesExchanged_weighTheSame()
{
    NearNames names;
    constexpr CivilDate today{2026, 11, 23};
    for (int i = 0; i < 5'000; ++i) {
        const CivilDate one = CivilDate::parse(names.day());
        const CivilDate other = CivilDate::parse(names.day());
        for (const bool inFrance : {true, false}) {
            QVERIFY(compareBirthDates(one, other, inFrance, today) ==
                    compareBirthDates(other, one, inFrance, today));
        }
    }
}

void SymmetryTest::genders_sidesExchanged_weighTheSame()
{
    constexpr std::array genders{RegisteredGender::Unknown, RegisteredGender::Female, RegisteredGender::Male};
    for (const auto one : genders) {
        for (const auto other : genders) {
            QVERIFY(compareGenders(one, other) == compareGenders(other, one));
        }
    }
}

void SymmetryTest::communes_sidesExchanged_relateTheSame()
{
    QRandomGenerator random(20261123);
    const QStringList near{u"75056"_s, u"75112"_s, u"75111"_s, u"92050"_s, u"75050"_s,
                           u"2A004"_s, u"20004"_s, u"13114"_s, u"13118"_s, u"69266"_s,
                           u"69999"_s, u"97611"_s, u"98511"_s, u"97127"_s};
    const QList<CivilDate> births{{}, {1950, 1, 2}, {1982, 11, 3}, {2004, 5, 6}};
    for (int i = 0; i < 20'000; ++i) {
        const auto any = [&] {
            return CommuneCode::parse(
                random.bounded(2) == 0 ? near[random.bounded(static_cast<int>(near.size()))]
                                       : u"%1"_s.arg(random.bounded(1000, 98'999), 5, 10, QLatin1Char('0')));
        };
        const CommuneCode one = any();
        const CommuneCode other = any();
        for (const CivilDate& birth : births) {
            QCOMPARE(communeRelation(one, other, birth), communeRelation(other, one, birth));
        }
    }
}

void SymmetryTest::givenNames_moreOnOneSide_matterAbroadOnTheRegistersOnly()
{
    const Written few{u"FABRE"_s, {}, {u"Claire"_s}, u"1982-11-03"_s, u"female"_s};
    Written many = few;
    many.given.append(u"Hélène"_s);
    const auto verdict = [](const Written& person, const Written& entry) {
        FranceConnectIdentity claims = claimed(person);
        OfficerRecord officer = registered(entry);
        claims.birthplace.clear();
        officer.birthCommune.clear();
        claims.birthcountry = officer.birthCountry = u"99350"_s;
        return assess(claims, officer, {}, {2026, 11, 23}).certainty;
    };
    QCOMPARE(verdict(many, few), Certainty::Certified);
    QCOMPARE(verdict(few, many), Certainty::Close);
}

void SymmetryTest::givenNames_joined_partAtFranceConnectsSpacesOnly()
{
    const Written one{u"FABRE"_s, {}, {u"Jean"_s}, u"1982-11-03"_s, u"male"_s};
    Written both = one;
    both.given = {u"Jean"_s, u"Pierre"_s};
    FranceConnectIdentity joined = claimed(both);
    joined.givenNamesExact = false;
    QCOMPARE(assess(joined, registered(one), {}, {2026, 11, 23}).certainty, Certainty::Certified);
    OfficerRecord field = registered(one);
    field.givenNames = {u"JEAN PIERRE"_s};
    QCOMPARE(assess(claimed(one), field, {}, {2026, 11, 23}).certainty, Certainty::Close);
}

void SymmetryTest::countries_silentRegister_isNoFrenchClaim()
{
    const Written same{u"FABRE"_s, {}, {u"Claire"_s}, u"1982-11-03"_s, u"female"_s};
    FranceConnectIdentity abroad = claimed(same);
    abroad.birthplace.clear();
    abroad.birthcountry = u"99350"_s;
    OfficerRecord silent = registered(same);
    silent.source = RegistrySource::Sirene;
    silent.birthCommune.clear();
    silent.birthCountry.clear();
    // Silence of SIRENE means France; silence of FranceConnect means nothing.
    QCOMPARE(assess(abroad, silent, {}, {2026, 11, 23}).certainty, Certainty::Close);
    FranceConnectIdentity says = claimed(same);
    says.birthplace.clear();
    says.birthcountry.clear();
    OfficerRecord entry = registered(same);
    entry.birthCommune.clear();
    entry.birthCountry = u"99350"_s;
    QCOMPARE(assess(says, entry, {}, {2026, 11, 23}).reasons().last(), u"place.unknown"_s);
}

QTEST_APPLESS_MAIN(SymmetryTest)
#include "SymmetryTest.moc"
