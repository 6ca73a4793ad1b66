// SPDX-License-Identifier: MIT
#include "core/protocol/ModelJson.h"
#include "service/identity/PivotClaims.h"
#include "service/sessions/SessionStore.h"
#include "tests/service/companies/CompaniesBench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

/// Sessions as sign-ins leave them, beside the desk in one database.
class SignIns
{
public:
    explicit SignIns(Desk& desk)
        : m_desk(desk), m_store(*desk.bench.database, *desk.bench.keys, desk.bench.clock),
          m_tokens(*desk.bench.database, *desk.bench.keys, desk.bench.clock)
    {}

    /// The session of a finished sign-in.
    [[nodiscard]] QString open(const QString& person, const QString& device,
                               const FranceConnectIdentity& identity = claire()) const
    {
        const SignInResult result{person, {u"Claire"_s, u"Fabre"_s}, identity, m_desk.bench.clock.now(), 1,
                                  {}};
        const auto grant = m_desk.bench.database->write<TokenGrant>([&](QSqlDatabase& connection) {
            return m_store.open(connection, result, {{}, device, {}});
        });
        return m_tokens.find(grant.value().accessToken.toLatin1()).value().sessionId;
    }
    [[nodiscard]] bool knows(const QString& session) const { return m_store.pivot(session).ok(); }
    [[nodiscard]] FranceConnectIdentity identity(const QString& session) const
    {
        return m_store.pivot(session).value();
    }
    /// How many identities lie in the database, sealed.
    [[nodiscard]] int kept() const
    {
        return m_desk.bench.database
            ->read<int>([](QSqlDatabase& connection) -> Outcome<int> {
                auto found = runQuery(connection, u"SELECT COUNT(pivot_sealed) FROM sessions"_s, {});
                return found && found.value().next() ? Outcome<int>(found.value().value(0).toInt())
                                                     : Outcome<int>(Failure{FailureCode::Internal, {}, {}});
            })
            .value();
    }

private:
    Desk& m_desk;
    mutable SessionStore m_store;
    AccessTokens m_tokens;
};

} // namespace

class CompaniesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_director_isCertifiedWithTheFunction();
    void check_eachObstacle_hasItsOwnResult();
    void check_doubt_opensOneCaseWithoutTheIdentity();
    void check_doubt_tellsOnlyThePersonsOwnIdentity();
    void check_franceConnectPlusTownAbroad_isComparedAndToldBack();
    void check_soleTrader_namesNothingToOthers();
    void check_withheldCompany_isNamedToItsDirectorOnly();
    void check_secondChoice_canOnlySayYes();
    void check_sireneSilent_canOnlySayYes();
    void check_rneDoesNotHaveTheCompany_isForAHuman();
    void check_duplicate_saysTheOtherNumber();
    void attach_afterADoubt_closesTheCase();
    void attach_director_storesTheMandateAndTheCompany();
    void attach_doubt_isRefusedWithItsReference();
    void attach_director_leavesNoIdentityInTheDatabase();
    void attach_director_forgetsTheSignInsIdentity();
    void attach_refused_keepsTheSignInsIdentity();
    void attach_whileAnotherMandateWaits_keepsTheSignInsIdentity();
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
    QCOMPARE(first.value().identity->birthplaceName, u"VILLEURBANNE"_s);
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

void CompaniesTest::attach_director_forgetsTheSignInsIdentity()
{
    Desk desk;
    const SignIns signIns(desk);
    const QString here = signIns.open(subject, u"this device"_s);
    const QString elsewhere = signIns.open(subject, u"another device"_s);
    const QString other = signIns.open(u"subject-2"_s, u"a stranger's device"_s);
    QCOMPARE(desk.check(), CheckResult::Certified);
    QVERIFY(signIns.knows(here));
    desk.attach();
    QVERIFY(!signIns.knows(here));
    QVERIFY(!signIns.knows(elsewhere));
    QVERIFY(signIns.knows(other));
    QCOMPARE(signIns.kept(), 1);
}

void CompaniesTest::attach_refused_keepsTheSignInsIdentity()
{
    Desk desk;
    const SignIns signIns(desk);
    const QString here = signIns.open(subject, u"this device"_s);
    OfficerRecord respelt = claireInRne();
    respelt.familyName = u"FABER"_s;
    for (const QList<OfficerRecord>& officers : {QList<OfficerRecord>{}, {respelt}}) {
        desk.rne.answer = rneAnswer(officers);
        QVERIFY(!desk.checker.attach(subject, claire(), number()).ok());
        QVERIFY(signIns.knows(here));
    }
    desk.bench.clock.advance(SessionStore::pivotSeconds);
    QVERIFY(!signIns.knows(here));
}

void CompaniesTest::attach_whileAnotherMandateWaits_keepsTheSignInsIdentity()
{
    Desk desk;
    desk.attach();
    OfficerRecord respelt = claireInRne();
    respelt.givenNames = {u"CLAIRE"_s, u"HELENE"_s};
    desk.rne.answer = rneAnswer({respelt});
    desk.bench.clock.advance(86'401);
    QCOMPARE(desk.refusal(), FailureCode::SignInTooOld);
    const SignIns signIns(desk);
    const QString here = signIns.open(subject, u"this device"_s);
    QVERIFY(desk.checker.attach(subject, claire(), *SirenNumber::parse(u"404833048")).ok());
    QVERIFY(signIns.knows(here));
    desk.signIn();
    QVERIFY(desk.mandates.require(subject, siren).ok());
    QVERIFY(!signIns.knows(here));
}

void CompaniesTest::check_doubt_tellsOnlyThePersonsOwnIdentity()
{
    Desk desk;
    OfficerRecord respelt = claireInRne();
    respelt.familyName = u"FABER"_s;
    respelt.birthCommune = u"69266"_s;
    desk.rne.answer = rneAnswer({respelt});
    const auto check = desk.checker.check(subject, claire(), number());
    QCOMPARE(check.value().result, CheckResult::NeedsReview);
    QVERIFY(check.value().identity.has_value());
    QCOMPARE(check.value().identity->familyName, u"FABRE"_s);
    QCOMPARE(check.value().identity->givenNames, u"Claire H\u00E9l\u00E8ne"_s);
    QVERIFY(!check.value().reviewSendable);
    const QByteArray told = QJsonDocument(toJson(check.value())).toJson();
    QVERIFY(!told.contains("FABER"));
    QVERIFY(!told.contains("family."));
    QVERIFY(!desk.checker.check(subject, claire(), number()).value().reviewSentAt);

    desk.rne.answer = rneAnswer({claireInRne()});
    QVERIFY(!desk.checker.check(subject, claire(), number()).value().identity);
}

void CompaniesTest::check_franceConnectPlusTownAbroad_isComparedAndToldBack()
{
    const auto checked = [](const QJsonValue& country, const QString& town) {
        Desk desk;
        SignIns signIns(desk);
        OfficerRecord bornInOran = claireInRne();
        bornInOran.birthCommune.clear();
        bornInOran.birthCountry = u"DZA"_s;
        bornInOran.birthPlaceText = u"ORAN"_s;
        desk.rne.answer = rneAnswer({bornInOran});
        const QJsonObject userinfo{{u"sub"_s, subject},
                                   {u"family_name"_s, u"FABRE"_s},
                                   {u"given_name_array"_s, QJsonArray{u"Claire"_s}},
                                   {u"gender"_s, u"female"_s},
                                   {u"birthdate"_s, u"1982-11-03"_s},
                                   {u"birthplace"_s, town},
                                   {u"birthcountry"_s, country}};
        const auto claims = parsePivotClaims(userinfo, PivotSource::IdentityProvider);
        const QString session = signIns.open(subject, u"device"_s, claims.value());
        return desk.checker.check(subject, signIns.identity(session), number()).value();
    };
    QCOMPARE(checked(u"99352"_s, u"Oran"_s).result, CheckResult::Certified);

    const CompanyCheck otherTown = checked(u"99352"_s, u"Alger"_s);
    QCOMPARE(otherTown.result, CheckResult::NeedsReview);
    QCOMPARE(otherTown.identity->birthplace, u"Alger"_s);
    QCOMPARE(otherTown.identity->birthcountry, u"99352"_s);

    const CompanyCheck european = checked(QJsonValue::Undefined, u"Oran"_s);
    QCOMPARE(european.result, CheckResult::NeedsReview);
    QCOMPARE(european.identity->birthplace, u"Oran"_s);
}

void CompaniesTest::check_soleTrader_namesNothingToOthers()
{
    Desk desk;
    RegistryAnswer trader = sireneAnswer();
    trader.company.legalForm = u"1000"_s;
    trader.company.name = u"CLAIRE FABRE"_s;
    trader.company.address = u"27 RUE DE LA VARLOPE"_s;
    OfficerRecord herself = claireInRne();
    herself.source = RegistrySource::Sirene;
    trader.officers = {herself};
    desk.sirene.answer = trader;
    QCOMPARE(desk.checker.check(subject, claire(), number()).value().name, u"CLAIRE FABRE"_s);
    for (const QString& birthdate : {u"1990-05-05"_s, u"1982-03-11"_s}) {
        FranceConnectIdentity other = claire();
        other.birthdate = birthdate;
        const auto check = desk.checker.check(subject, other, number()).value();
        QVERIFY(check.result == CheckResult::NotDirector || check.result == CheckResult::NeedsReview);
        QVERIFY(check.name.isEmpty() && check.address.isEmpty() && check.activity.isEmpty());
    }
}

void CompaniesTest::check_withheldCompany_isNamedToItsDirectorOnly()
{
    Desk desk;
    RegistryAnswer discreet = sireneAnswer();
    discreet.company.withheld = true;
    desk.sirene.answer = discreet;
    QVERIFY(!desk.checker.check(subject, claire(), number()).value().name.isEmpty());
    desk.rne.answer = rneAnswer({});
    QVERIFY(desk.checker.check(subject, claire(), number()).value().name.isEmpty());
}

void CompaniesTest::check_secondChoice_canOnlySayYes()
{
    Desk desk;
    desk.rne.answer = unavailable();
    RegistryAnswer rcs = rneAnswer({claireInRne()});
    rcs.source = RegistrySource::Rcs;
    desk.rcs.answer = rcs;
    QCOMPARE(desk.check(), CheckResult::Certified);
    FranceConnectIdentity stranger = claire();
    stranger.birthdate = u"1990-05-05"_s;
    QCOMPARE(desk.check(stranger), CheckResult::Unavailable);
    stranger.birthdate = u"1982-03-11"_s;
    QCOMPARE(desk.check(stranger), CheckResult::Unavailable);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM review_case"_s).toInt(), 0);
}

void CompaniesTest::check_sireneSilent_canOnlySayYes()
{
    Desk desk;
    desk.sirene.answer = unavailable();
    QCOMPARE(desk.check(), CheckResult::Certified);
    for (const QList<OfficerRecord>& officers : {QList<OfficerRecord>(), {successor()}}) {
        desk.rne.answer = rneAnswer(officers);
        QCOMPARE(desk.check(), CheckResult::Unavailable);
    }
    FranceConnectIdentity doubtful = claire();
    doubtful.birthdate = u"1982-03-11"_s;
    desk.rne.answer = rneAnswer({claireInRne()});
    QCOMPARE(desk.check(doubtful), CheckResult::Unavailable);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM review_case"_s).toInt(), 0);
    desk.sirene.answer = sireneAnswer();
    QCOMPARE(desk.check(doubtful), CheckResult::NeedsReview);
}

void CompaniesTest::check_rneDoesNotHaveTheCompany_isForAHuman()
{
    Desk desk;
    desk.rne.answer = Failure{FailureCode::SirenUnknown, {}, {}};
    QCOMPARE(desk.check(), CheckResult::NeedsReview);
}

void CompaniesTest::check_duplicate_saysTheOtherNumber()
{
    Desk desk;
    RegistryAnswer duplicate = sireneAnswer(RegisteredCompany::State::Duplicate);
    duplicate.company.replacedBy = u"000074914"_s;
    desk.sirene.answer = duplicate;
    const auto check = desk.checker.check(subject, claire(), number());
    QCOMPARE(check.value().result, CheckResult::Duplicate);
    QCOMPARE(check.value().replacedBy, u"000074914"_s);
    const auto refused = desk.checker.attach(subject, claire(), number());
    QCOMPARE(refused.failure().code, FailureCode::CompanyDuplicate);
    QCOMPARE(refused.failure().argument, u"000074914"_s);
}

void CompaniesTest::attach_afterADoubt_closesTheCase()
{
    Desk desk;
    OfficerRecord respelt = claireInRne();
    respelt.familyName = u"FABER"_s;
    desk.rne.answer = rneAnswer({respelt});
    QCOMPARE(desk.check(), CheckResult::NeedsReview);
    desk.rne.answer = rneAnswer({claireInRne()});
    desk.attach();
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM review_case"_s).toInt(), 0);
}

QTEST_GUILESS_MAIN(CompaniesTest)
#include "CompaniesTest.moc"
