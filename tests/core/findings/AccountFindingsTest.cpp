// SPDX-License-Identifier: MIT
#include "core/findings/AccountFindings.h"

#include <QTest>

#include <algorithm>

using namespace proconnect;
using namespace Qt::StringLiterals;

/// Each rule at its edges; the rules together are tested on the demonstration data.
class AccountFindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountFindings_ordinaryAccount_none();
    void accountFindings_closedAccount_none();
    void accountFindings_lastDay_isStillADayOfWork();
    void accountFindings_departureDeclaredElsewhere_countsUnlessOpenedSince();
    void accountFindings_useOnTheNightAfterTheLastDay_isJudgedInParis();
    void accountFindings_useUnknown_isNotIdle();
    void accountFindings_use365DaysAgo_isNotYetIdle();
    void accountFindings_administratorLeft_isOrphanedUnlessAnotherIsInPost_data();
    void accountFindings_administratorLeft_isOrphanedUnlessAnotherIsInPost();
    void accountFindings_soleRole_isOrphanedBesideOthers();
    void accountFindings_onlyAdministrator_isFoundBeforeTheDepartureOrWhereClosingTakesALetter();
    void accountFindings_soleTrader_mayBeTheOnlyAdministrator();
    void accountFindings_secondAccountOfOneHolder_isTheLaterOne();
    void accountFindings_twoAddresses_areOnePersonOnlyWhenSaidSo();
    void accountFindings_sameNameWithoutSameAddress_isNoDuplicate();
    void accountFindings_linksThatMeet_makeOnePerson();
    void accountFindings_formerDirector_untilTheCertificationIsGone();
    void accountFindings_mandate_coversPlacesAndTime_data();
    void accountFindings_mandate_coversPlacesAndTime();
    void accountFindings_delegate_isToldNothingOfAdministrators();
    void findingsSetAside_untilTheLastDay_thenNoMore();
    void kinds_ofASet_worstFirst();
};

namespace {

const QDate today(2026, 11, 23);

PortalAccount account(const QString& id, const QString& name = u"Jeanne Petit"_s)
{
    PortalAccount made;
    made.id = id;
    made.portal = u"urssaf"_s;
    made.holderName = name;
    made.email = name.toLower().replace(u' ', u'.') + u"@example.fr"_s;
    made.roleCode = u"ABONNE"_s;
    made.sirets = {u"00005826300013"_s};
    made.createdOn = QDate(2024, 1, 1);
    made.lastUsedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    return made;
}

PortalAccount administrator(const QString& id, const QString& name = u"Jeanne Petit"_s)
{
    PortalAccount made = account(id, name);
    made.roleCode = u"ADMINISTRATEUR"_s;
    made.administratorRole = true;
    return made;
}

CompanySnapshot company(const QList<PortalAccount>& accounts)
{
    CompanySnapshot made;
    made.company.function = u"Présidente de SAS"_s;
    made.portals = {{u"urssaf"_s, u"Urssaf"_s}, {u"asp"_s, u"ASP"_s}};
    made.accounts = accounts;
    return made;
}

/// The ids of the accounts on which `kind` was found.
QStringList found(const CompanySnapshot& made, FindingKind kind)
{
    QStringList ids;
    const auto findings = accountFindings(made, today);
    for (qsizetype i = 0; i < findings.size(); ++i) {
        if (findings.at(i).contains(kind)) {
            ids += made.accounts.at(i).id;
        }
    }
    return ids;
}

bool nothingIn(const CompanySnapshot& made)
{
    const auto findings = accountFindings(made, today);
    return std::all_of(findings.cbegin(), findings.cend(), [](FindingSet set) { return set.isEmpty(); });
}

} // namespace

void AccountFindingsTest::accountFindings_ordinaryAccount_none()
{
    QVERIFY(nothingIn(company({account(u"a"_s)})));
    QVERIFY(nothingIn(company({})));
}

void AccountFindingsTest::accountFindings_closedAccount_none()
{
    PortalAccount closed = administrator(u"a"_s, QString());
    closed.state = AccountState::Closed;
    closed.holderLeftOn = today.addDays(-30);
    closed.addressUnreachable = true;
    closed.certification = AccountCertification::ToWithdraw;
    QVERIFY(nothingIn(company({closed})));
}

void AccountFindingsTest::accountFindings_lastDay_isStillADayOfWork()
{
    PortalAccount leaver = account(u"a"_s);
    leaver.holderLeftOn = today;
    QVERIFY(nothingIn(company({leaver})));
    leaver.holderLeftOn = today.addDays(-1);
    QCOMPARE(accountFindings(company({leaver}), today), QList<FindingSet>{{FindingKind::HolderLeft}});
}

void AccountFindingsTest::accountFindings_departureDeclaredElsewhere_countsUnlessOpenedSince()
{
    PortalAccount leaver = account(u"a"_s);
    leaver.holderLeftOn = QDate(2024, 6, 30);
    PortalAccount elsewhere = account(u"b"_s);
    elsewhere.portal = u"asp"_s;
    elsewhere.email = u" Jeanne.PETIT@example.fr "_s;
    QCOMPARE(found(company({leaver, elsewhere}), FindingKind::HolderLeft), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(lastDayOfHolder(company({leaver, elsewhere}), u"b"_s), leaver.holderLeftOn);
    elsewhere.createdOn = QDate(2024, 7, 1);
    QCOMPARE(found(company({leaver, elsewhere}), FindingKind::HolderLeft), QStringList{u"a"_s});
    QCOMPARE(lastDayOfHolder(company({leaver, elsewhere}), u"b"_s), std::nullopt);
}

void AccountFindingsTest::accountFindings_useOnTheNightAfterTheLastDay_isJudgedInParis()
{
    PortalAccount leaver = account(u"a"_s);
    leaver.holderLeftOn = QDate(2026, 11, 10);
    leaver.lastUsedAt = QDateTime(QDate(2026, 11, 10), QTime(22, 59), Qt::UTC);
    QVERIFY(found(company({leaver}), FindingKind::UsedAfterDeparture).isEmpty());
    leaver.lastUsedAt = QDateTime(QDate(2026, 11, 10), QTime(23, 1), Qt::UTC);
    QCOMPARE(found(company({leaver}), FindingKind::UsedAfterDeparture).size(), 1);
}

void AccountFindingsTest::accountFindings_useUnknown_isNotIdle()
{
    PortalAccount unknown = account(u"a"_s);
    unknown.lastUsedAt.reset();
    QVERIFY(nothingIn(company({unknown})));
    unknown.signalList = {AccountSignal::Idle};
    QCOMPARE(found(company({unknown}), FindingKind::Idle).size(), 1);
}

void AccountFindingsTest::accountFindings_use365DaysAgo_isNotYetIdle()
{
    PortalAccount old = account(u"a"_s);
    old.lastUsedAt = QDateTime(today.addDays(-365), QTime(9, 0), Qt::UTC);
    QVERIFY(nothingIn(company({old})));
    old.lastUsedAt = QDateTime(today.addDays(-366), QTime(9, 0), Qt::UTC);
    QCOMPARE(found(company({old}), FindingKind::Idle).size(), 1);
}

void AccountFindingsTest::accountFindings_administratorLeft_isOrphanedUnlessAnotherIsInPost_data()
{
    QTest::addColumn<PortalAccount>("other");
    QTest::addColumn<bool>("orphaned");
    const PortalAccount other = administrator(u"b"_s, u"Paul Roux"_s);
    QTest::newRow("another administrator of the same place") << other << false;
    PortalAccount changed = other;
    changed.sirets.clear();
    QTest::newRow("another of the whole company") << changed << false;
    changed = other;
    changed.sirets = {u"00005826300021"_s};
    QTest::newRow("another of another place") << changed << true;
    changed = other;
    changed.portal = u"asp"_s;
    QTest::newRow("another on another portal") << changed << true;
    changed = other;
    changed.administratorRole = false;
    QTest::newRow("somebody who is none") << changed << true;
    changed = other;
    changed.holderLeftOn = today.addDays(-1);
    QTest::newRow("another who left too") << changed << true;
    changed = other;
    changed.state = AccountState::Suspended;
    QTest::newRow("another who is suspended") << changed << true;
    changed = other;
    changed.holderName.clear();
    QTest::newRow("an account of nobody") << changed << true;
}

void AccountFindingsTest::accountFindings_administratorLeft_isOrphanedUnlessAnotherIsInPost()
{
    QFETCH(const PortalAccount, other);
    QFETCH(const bool, orphaned);
    PortalAccount leaver = administrator(u"a"_s);
    leaver.holderLeftOn = today.addDays(-1);
    const auto findings = found(company({leaver, other}), FindingKind::OrphanedAdministrator);
    QCOMPARE(findings.contains(u"a"_s), orphaned);
}

void AccountFindingsTest::accountFindings_soleRole_isOrphanedBesideOthers()
{
    PortalAccount leaver = administrator(u"a"_s);
    leaver.holderLeftOn = today.addDays(-1);
    CompanySnapshot made = company({leaver, administrator(u"b"_s, u"Paul Roux"_s)});
    QVERIFY(found(made, FindingKind::OrphanedAdministrator).isEmpty());
    made.accounts.first().soleRole = true;
    QCOMPARE(found(made, FindingKind::OrphanedAdministrator), QStringList{u"a"_s});
}

void AccountFindingsTest::
    accountFindings_onlyAdministrator_isFoundBeforeTheDepartureOrWhereClosingTakesALetter()
{
    CompanySnapshot made = company({administrator(u"a"_s)});
    QVERIFY(nothingIn(made));
    made.portals.first().closesByLetter = true;
    QCOMPARE(found(made, FindingKind::OnlyAdministrator).size(), 1);
    made.portals.first().closesByLetter = false;
    made.accounts.first().holderLeftOn = today.addDays(7);
    QCOMPARE(found(made, FindingKind::OnlyAdministrator).size(), 1);
    made.accounts += administrator(u"b"_s, u"Paul Roux"_s);
    QVERIFY(nothingIn(made));
}

void AccountFindingsTest::accountFindings_soleTrader_mayBeTheOnlyAdministrator()
{
    CompanySnapshot made = company({administrator(u"a"_s)});
    made.portals.first().closesByLetter = true;
    made.company.soleTrader = true;
    QVERIFY(nothingIn(made));
}

void AccountFindingsTest::accountFindings_secondAccountOfOneHolder_isTheLaterOne()
{
    PortalAccount later = account(u"later"_s);
    later.createdOn = QDate(2025, 1, 1);
    CompanySnapshot made = company({later, account(u"first"_s)});
    QCOMPARE(found(made, FindingKind::Duplicate), QStringList{u"later"_s});
    made.accounts.first().administratorRole = true;
    QVERIFY(found(made, FindingKind::Duplicate).isEmpty());
    made.accounts.first() = later;
    made.accounts.first().portal = u"asp"_s;
    QVERIFY(nothingIn(made));
}

void AccountFindingsTest::accountFindings_twoAddresses_areOnePersonOnlyWhenSaidSo()
{
    PortalAccount second = account(u"b"_s);
    second.email = u"j.petit@example.fr"_s;
    second.createdOn = QDate(2025, 1, 1);
    CompanySnapshot made = company({account(u"a"_s), second});
    QVERIFY(nothingIn(made));
    made.personLinks = {{{u"jeanne.petit@example.fr"_s, u"J.Petit@example.fr"_s}, false}};
    QVERIFY(nothingIn(made));
    made.personLinks.first().same = true;
    QCOMPARE(found(made, FindingKind::Duplicate), QStringList{u"b"_s});
}

void AccountFindingsTest::accountFindings_sameNameWithoutSameAddress_isNoDuplicate()
{
    PortalAccount first = account(u"a"_s);
    PortalAccount second = account(u"b"_s);
    first.email.clear();
    second.email.clear();
    QVERIFY(nothingIn(company({first, second})));
}

void AccountFindingsTest::accountFindings_linksThatMeet_makeOnePerson()
{
    PortalAccount second = account(u"b"_s);
    second.email = u"b@example.fr"_s;
    second.createdOn = QDate(2025, 1, 1);
    PortalAccount third = account(u"c"_s);
    third.email = u"c@example.fr"_s;
    third.createdOn = QDate(2025, 2, 1);
    CompanySnapshot made = company({account(u"a"_s), second, third, account(u"d"_s, u"Paul Roux"_s)});
    made.personLinks = {{{u"jeanne.petit@example.fr"_s, u"x@example.fr"_s}},
                        {{u"b@example.fr"_s, u"c@example.fr"_s}},
                        {{u"x@example.fr"_s, u"b@example.fr"_s}}};
    QCOMPARE(found(made, FindingKind::Duplicate), (QStringList{u"b"_s, u"c"_s}));
}

void AccountFindingsTest::accountFindings_formerDirector_untilTheCertificationIsGone()
{
    CompanySnapshot made = company({account(u"a"_s)});
    made.accounts.first().certification = AccountCertification::ToWithdraw;
    QCOMPARE(found(made, FindingKind::FormerDirectorCertified).size(), 1);
    made.accounts.first().certification = AccountCertification::NotCertified;
    QVERIFY(nothingIn(made));
}

void AccountFindingsTest::accountFindings_mandate_coversPlacesAndTime_data()
{
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<QDate>("lastDay");
    QTest::addColumn<bool>("beyond");
    QTest::newRow("whole company") << QStringList() << today << false;
    QTest::newRow("this place") << QStringList{u"00005826300013"_s} << today << false;
    QTest::newRow("another place") << QStringList{u"00005826300021"_s} << today << true;
    QTest::newRow("over") << QStringList() << today.addDays(-1) << true;
}

void AccountFindingsTest::accountFindings_mandate_coversPlacesAndTime()
{
    QFETCH(const QStringList, places);
    QFETCH(const QDate, lastDay);
    QFETCH(const bool, beyond);
    CompanySnapshot made = company({account(u"a"_s)});
    made.accounts.first().mandate = AccountMandate{u"m"_s, lastDay, places};
    QCOMPARE(!found(made, FindingKind::BeyondMandate).isEmpty(), beyond);
    if (!places.isEmpty()) {
        // Of the whole company: more than the places of the mandate.
        made.accounts.first().sirets.clear();
        QCOMPARE(found(made, FindingKind::BeyondMandate).size(), 1);
    }
}

void AccountFindingsTest::accountFindings_delegate_isToldNothingOfAdministrators()
{
    PortalAccount leaver = administrator(u"a"_s);
    leaver.holderLeftOn = today.addDays(-1);
    PortalAccount leaving = administrator(u"b"_s, u"Paul Roux"_s);
    leaving.holderLeftOn = today.addDays(7);
    leaving.sirets = {u"00005826300021"_s};
    CompanySnapshot made = company({leaver, leaving});
    QCOMPARE(found(made, FindingKind::OrphanedAdministrator), QStringList{u"a"_s});
    QCOMPARE(found(made, FindingKind::OnlyAdministrator), QStringList{u"b"_s});
    made.company.function.clear();
    QVERIFY(found(made, FindingKind::OrphanedAdministrator).isEmpty());
    QVERIFY(found(made, FindingKind::OnlyAdministrator).isEmpty());
    QCOMPARE(found(made, FindingKind::HolderLeft), QStringList{u"a"_s});
}

void AccountFindingsTest::findingsSetAside_untilTheLastDay_thenNoMore()
{
    CompanySnapshot made = company({account(u"a"_s), account(u"b"_s, u"Paul Roux"_s)});
    made.setAside = {{u"b"_s, FindingKind::Shared, u"Poste d’accueil"_s, today}};
    QCOMPARE(findingsSetAside(made, today), (QList<FindingSet>{{}, {FindingKind::Shared}}));
    QCOMPARE(findingsSetAside(made, today.addDays(1)), (QList<FindingSet>{{}, {}}));
}

void AccountFindingsTest::kinds_ofASet_worstFirst()
{
    const FindingSet set{FindingKind::Idle, FindingKind::HolderLeft, FindingKind::UsedAfterDeparture};
    QCOMPARE(set.kinds(), (QList<FindingKind>{FindingKind::UsedAfterDeparture, FindingKind::HolderLeft,
                                              FindingKind::Idle}));
    QCOMPARE(set.without({FindingKind::HolderLeft}).kinds().size(), 2);
}

QTEST_GUILESS_MAIN(AccountFindingsTest)
#include "AccountFindingsTest.moc"
