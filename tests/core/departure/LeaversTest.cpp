// SPDX-License-Identifier: MIT
#include "core/departure/Leavers.h"

#include "tests/core/departure/DepartureSamples.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::samples;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const QList<Leaver>& found)
{
    QStringList names;
    for (const Leaver& one : found) {
        names += one.name;
    }
    return names;
}

} // namespace

/// Who can be chosen as somebody who leaves, and who is proposed.
class LeaversTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavers_accountsOfOneAddress_areOnePerson();
    void leavers_sameNameAtTwoAddresses_areTwoUntilSomebodySaysOtherwise();
    void leavers_theDirector_isNeverListed();
    void leavers_accountOfNobody_isNotListed();
    void leavers_namedOnAClosedAccountAlone_haveThatName();
    void leavers_nothingLeftToClose_isNotListed();
    void leavers_suggested_leftLeavingOrUnusedForSixMonths_data();
    void leavers_suggested_leftLeavingOrUnusedForSixMonths();
    void leavers_addressThatMailComesBackFrom_isSuggested();
    void leavers_useUnknownOnOnePortal_isNotCalledUnused();
    void leavers_job_isTheirOwnWordFirst();
    void leavers_mandate_makesAFirmOfTwoPeople();
    void leaverFor_addressOrAccount_findsThePerson();
};

void LeaversTest::leavers_accountsOfOneAddress_areOnePerson()
{
    const CompanySnapshot company =
        companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s),
                   accountOf(u"J. Petit"_s, u"net"_s, u" Jeanne.Petit@Example.fr"_s)});
    const QList<Leaver> found = leavers(company, today);
    QCOMPARE(namesOf(found), QStringList{u"Jeanne Petit"_s});
    QCOMPARE(found[0].accounts, (QList<qsizetype>{0, 1}));
    QCOMPARE(found[0].closable, 2);
    QVERIFY(!found[0].suggested());
}

void LeaversTest::leavers_sameNameAtTwoAddresses_areTwoUntilSomebodySaysOtherwise()
{
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s, u"a@example.fr"_s),
                                         accountOf(u"Jeanne Petit"_s, u"net"_s, u"b@example.fr"_s)});
    QCOMPARE(leavers(company, today).size(), 2);
    company.personLinks = {{{u"a@example.fr"_s, u"b@example.fr"_s}, true, {}, {}}};
    const QList<Leaver> found = leavers(company, today);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].accounts.size(), 2);
}

void LeaversTest::leavers_theDirector_isNeverListed()
{
    CompanySnapshot company =
        companyOf({accountOf(u"Claire Fabre"_s, u"urssaf"_s), accountOf(u"Claire Fabre"_s, u"net"_s),
                   accountOf(u"Jeanne Petit"_s, u"net"_s)});
    company.accounts[0].mine = true; // one of them is enough to know the address
    QCOMPARE(namesOf(leavers(company, today)), QStringList{u"Jeanne Petit"_s});
}

void LeaversTest::leavers_accountOfNobody_isNotListed()
{
    CompanySnapshot company = companyOf({accountOf(u"Compta"_s, u"urssaf"_s)});
    company.accounts[0].holderName.clear();
    company.accounts[0].signalList = {AccountSignal::GenericAddress};
    QVERIFY(leavers(company, today).isEmpty());
}

void LeaversTest::leavers_namedOnAClosedAccountAlone_haveThatName()
{
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s, u"jp@example.fr"_s),
                                         accountOf(u"Jeanne Petit"_s, u"net"_s, u"jp@example.fr"_s)});
    company.accounts[0].holderName.clear();
    company.accounts[1].state = AccountState::Closed;
    const QList<Leaver> found = leavers(company, today);
    QCOMPARE(namesOf(found), QStringList{u"Jeanne Petit"_s});
    QCOMPARE(found[0].accounts, QList<qsizetype>{0});
}

void LeaversTest::leavers_nothingLeftToClose_isNotListed()
{
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s)});
    for (const AccountState state : {AccountState::Closed, AccountState::ClosureRequested,
                                     AccountState::ClosureManual, AccountState::ClosureScheduled}) {
        company.accounts[0].state = state;
        QVERIFY(leavers(company, today).isEmpty());
    }
    company.accounts[0].state = AccountState::ClosureFailed;
    QCOMPARE(leavers(company, today).size(), 1);
}

void LeaversTest::leavers_suggested_leftLeavingOrUnusedForSixMonths_data()
{
    QTest::addColumn<QDate>("lastDay");
    QTest::addColumn<QDate>("lastUsed");
    QTest::addColumn<bool>("left");
    QTest::addColumn<bool>("leaving");
    QTest::addColumn<bool>("unused");
    const QDate recently(2026, 11, 1);
    QTest::newRow("at work") << QDate() << recently << false << false << false;
    QTest::newRow("left") << QDate(2026, 11, 22) << recently << true << false << false;
    QTest::newRow("last day") << today << recently << false << true << false;
    QTest::newRow("six months ago") << QDate() << QDate(2026, 5, 22) << false << false << true;
    QTest::newRow("not yet six months") << QDate() << QDate(2026, 5, 24) << false << false << false;
}

void LeaversTest::leavers_suggested_leftLeavingOrUnusedForSixMonths()
{
    QFETCH(const QDate, lastDay);
    QFETCH(const QDate, lastUsed);
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s)});
    if (lastDay.isValid()) {
        company.accounts[0].holderLeftOn = lastDay;
    }
    company.accounts[0].lastUsedAt = QDateTime(lastUsed, QTime(12, 0), Qt::UTC);
    const QList<Leaver> found = leavers(company, today);
    QCOMPARE(found.size(), 1);
    QTEST(found[0].left, "left");
    QTEST(found[0].leaving, "leaving");
    QTEST(found[0].unused, "unused");
    QCOMPARE(found[0].suggested(), found[0].left || found[0].leaving || found[0].unused);
}

void LeaversTest::leavers_addressThatMailComesBackFrom_isSuggested()
{
    CompanySnapshot company =
        companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Jeanne Petit"_s, u"net"_s)});
    company.accounts[0].lastUsedAt = company.accounts[1].lastUsedAt = QDateTime(today, QTime(8, 0), Qt::UTC);
    QVERIFY(!leavers(company, today)[0].suggested());
    company.accounts[1].addressUnreachable = true;
    QVERIFY(leavers(company, today)[0].unreachable);
    QVERIFY(leavers(company, today)[0].suggested());
    company.accounts[1].state = AccountState::Closed;
    QVERIFY(!leavers(company, today)[0].suggested());
}

void LeaversTest::leavers_useUnknownOnOnePortal_isNotCalledUnused()
{
    CompanySnapshot company =
        companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Jeanne Petit"_s, u"net"_s)});
    company.accounts[0].lastUsedAt = QDateTime(QDate(2025, 1, 1), QTime(12, 0), Qt::UTC);
    company.accounts[1].lastUsedAt.reset();
    QVERIFY(!leavers(company, today)[0].unused);
    company.accounts[1].signalList = {AccountSignal::Idle};
    QVERIFY(leavers(company, today)[0].unused);
}

void LeaversTest::leavers_job_isTheirOwnWordFirst()
{
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s)});
    QCOMPARE(leavers(company, today)[0].job, u"Abonné"_s);
    AccessRequest older;
    older.email = u"JEANNE.PETIT@example.fr"_s;
    older.jobTitle = u"Stagiaire"_s;
    older.receivedAt = QDateTime(QDate(2025, 1, 1), QTime(9, 0), Qt::UTC);
    AccessRequest newer = older;
    newer.jobTitle = u"Comptable"_s;
    newer.receivedAt = older.receivedAt.addDays(300);
    company.requests = {newer, older};
    QCOMPARE(leavers(company, today)[0].job, u"Comptable"_s);
}

void LeaversTest::leavers_mandate_makesAFirmOfTwoPeople()
{
    CompanySnapshot company =
        companyOf({accountOf(u"Karim Haddad"_s, u"urssaf"_s), accountOf(u"Jeanne Petit"_s, u"urssaf"_s)});
    company.accounts[0].mandate = AccountMandate{u"MT2"_s, QDate(2027, 1, 1), {}};
    QList<Leaver> found = leavers(company, today);
    QCOMPARE(namesOf(found), (QStringList{u"Karim Haddad"_s, u"Jeanne Petit"_s}));
    QCOMPARE(found[0].kind, Leaver::Kind::ThirdParty);
    QCOMPARE(found[1].kind, Leaver::Kind::Person);
    company.accounts += accountOf(u"Julie Perrin"_s, u"net"_s);
    company.accounts.last().mandate = company.accounts[0].mandate;
    found = leavers(company, today);
    QCOMPARE(found.size(), 4);
    QCOMPARE(found.last().kind, Leaver::Kind::Firm);
    QCOMPARE(found.last().name, u"MT2"_s);
    QCOMPARE(found.last().accounts, (QList<qsizetype>{0, 2}));
    QCOMPARE(leaverFor(found, company, found.last().key), &found.last());
}

void LeaversTest::leaverFor_addressOrAccount_findsThePerson()
{
    const CompanySnapshot company =
        companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s, {})});
    const QList<Leaver> found = leavers(company, today);
    QCOMPARE(found.size(), 2);
    QCOMPARE(leaverFor(found, company, u"Jeanne.Petit@example.fr"_s), &found[0]);
    QCOMPARE(leaverFor(found, company, u"urssaf:Jeanne Petit"_s), &found[0]);
    QCOMPARE(leaverFor(found, company, found[1].key), &found[1]); // without an address
    QVERIFY(!leaverFor(found, company, u"nobody@example.fr"_s));
    QVERIFY(!leaverFor(found, company, {}));
}

QTEST_GUILESS_MAIN(LeaversTest)
#include "LeaversTest.moc"
