// SPDX-License-Identifier: MIT
#include "core/departure/Orphan.h"

#include "tests/core/departure/DepartureSamples.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;
using samples::accountOf;
using samples::administratorOf;
using samples::companyOf;
using samples::today;

namespace {

const QString lyon = u"00005826300013"_s;
const QString brest = u"00005826300021"_s;
const QDateTime asked(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

PortalAccount gone(PortalAccount account)
{
    account.roleCode = u"ADMIN"_s;
    account.holderLeftOn = today.addDays(-3);
    return account;
}

PortalAccount at(PortalAccount account, const QStringList& sirets)
{
    account.sirets = sirets;
    return account;
}

QStringList names(const CompanySnapshot& company, const QList<qsizetype>& positions)
{
    QStringList all;
    for (const qsizetype i : positions) {
        all += company.accounts.at(i).holderName;
    }
    return all;
}

} // namespace

/// Who may take over from an administrator who has left, and when it is done.
class OrphanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orphaned_leftAndNobodyBeside()
    {
        const PortalAccount left = gone(administratorOf(u"Paul Mercier"_s, u"urssaf"_s));
        QVERIFY(isOrphaned(companyOf({left}), left.id, today));
        PortalAccount leaves = left;
        leaves.holderLeftOn = today.addDays(3);
        QVERIFY(!isOrphaned(companyOf({leaves}), leaves.id, today));
        const PortalAccount other = administratorOf(u"Zoé Blanc"_s, u"urssaf"_s);
        QVERIFY(!isOrphaned(companyOf({left, other}), left.id, today));
        QVERIFY(isOrphaned(companyOf({left, administratorOf(u"Zoé Blanc"_s, u"impots"_s)}), left.id, today));
        QVERIFY(!isOrphaned(companyOf({left}), u"none"_s, today));
        PortalAccount unnamed = administratorOf(u"Paul Mercier"_s, u"urssaf"_s);
        unnamed.holderName.clear();
        QVERIFY(isOrphaned(companyOf({unnamed}), unnamed.id, today));
        QVERIFY(!isOrphaned(companyOf({unnamed, other}), unnamed.id, today));
        QVERIFY(!isOrphaned(companyOf({gone(accountOf(u"Paul Mercier"_s, u"urssaf"_s))}), left.id, today));
    }

    void substitutes_oneselfFirst_thenAdministrators_newcomersLast()
    {
        PortalAccount mine = accountOf(u"Claire Fabre"_s, u"urssaf"_s);
        mine.mine = true;
        PortalAccount sole = gone(administratorOf(u"Paul Mercier"_s, u"urssaf"_s));
        sole.soleRole = true;
        PortalAccount deputy = administratorOf(u"Zoé Blanc"_s, u"urssaf"_s);
        deputy.roleCode = u"DEPUTY"_s;
        const CompanySnapshot company = companyOf({accountOf(u"Anne Petit"_s, u"urssaf"_s), sole, deputy,
                                                   mine, accountOf(u"Karim Haddad"_s, u"impots"_s)});
        QCOMPARE(names(company, substitutesFor(company, sole.id, today)),
                 (QStringList{u"Claire Fabre"_s, u"Zoé Blanc"_s, u"Anne Petit"_s, u"Karim Haddad"_s}));
        QCOMPARE(substitutesFor(company, u"none"_s, today), QList<qsizetype>());
    }

    void substitutes_peopleWithoutAnAccountThere_data()
    {
        QTest::addColumn<PortalAccount>("elsewhere");
        QTest::addColumn<bool>("offered");
        const PortalAccount one = accountOf(u"Karim Haddad"_s, u"impots"_s);
        QTest::newRow("known") << one << true;
        QTest::newRow("has one there") << accountOf(u"Anne Petit"_s, u"impots"_s) << false;
        QTest::newRow("somebody of that name has one there")
            << accountOf(u"Anne Petit"_s, u"impots"_s, u"ap@example.fr"_s) << false;
        QTest::newRow("who left there") << accountOf(u"Paul Mercier"_s, u"impots"_s) << false;
        QTest::newRow("a namesake of theirs")
            << accountOf(u"Paul Mercier"_s, u"impots"_s, u"pm@example.fr"_s) << false;
        PortalAccount bad = one;
        bad.holderLeftOn = today.addDays(-1);
        QTest::newRow("has left") << bad << false;
        bad = one;
        bad.email.clear();
        QTest::newRow("no address") << bad << false;
        bad = one;
        bad.addressUnreachable = true;
        QTest::newRow("unreachable") << bad << false;
        bad = one;
        bad.signalList = {AccountSignal::GenericAddress};
        QTest::newRow("shared") << bad << false;
        bad = one;
        bad.mandate = AccountMandate{u"MT1"_s, today.addDays(90), {}};
        QTest::newRow("a third party's") << bad << false;
        bad = one;
        bad.state = AccountState::Suspended;
        QTest::newRow("suspended") << bad << false;
    }
    void substitutes_peopleWithoutAnAccountThere()
    {
        QFETCH(PortalAccount, elsewhere);
        const PortalAccount left = gone(administratorOf(u"Paul Mercier"_s, u"urssaf"_s));
        PortalAccount twice = elsewhere;
        twice.portal = u"net"_s;
        twice.id = u"net:twice"_s;
        const CompanySnapshot company =
            companyOf({elsewhere, twice, left, accountOf(u"Anne Petit"_s, u"urssaf"_s)});
        const QList<qsizetype> found = substitutesFor(company, left.id, today);
        QCOMPARE(found.first(), 3);
        QTEST(found.contains(0), "offered");
        QVERIFY(!found.contains(1)); // each person once
    }

    void done_newcomer_byTheAddress()
    {
        PortalAccount orphan = gone(administratorOf(u"Paul Mercier"_s, u"urssaf"_s));
        const PortalAccount named = accountOf(u"Karim Haddad"_s, u"impots"_s);
        orphan.substitution = Substitution{named.id, orphan.roleCode, {}, asked};
        PortalAccount made = administratorOf(u"Karim Haddad"_s, u"urssaf"_s);
        made.roleCode = orphan.roleCode;
        QVERIFY(isNewcomer(orphan, named));
        QVERIFY(isDone(orphan, named, made));
        QVERIFY(!isDone(orphan, named, named));
        made.email = made.email.toUpper();
        QVERIFY(isDone(orphan, named, made));
        made.email = u"somebody@example.fr"_s;
        QVERIFY(!isDone(orphan, named, made));
        QCOMPARE(placesOfBoth(at(orphan, {lyon}), named), QStringList{lyon});
        QCOMPARE(placesOfBoth(orphan, at(named, {lyon})), QStringList());
    }

    void substitutes_whoHasTheRoleElsewhere_mayHaveItHereToo()
    {
        const PortalAccount left = at(gone(administratorOf(u"Paul Mercier"_s, u"urssaf"_s)), {lyon});
        PortalAccount elsewhere = at(administratorOf(u"Zoé Blanc"_s, u"urssaf"_s), {brest});
        elsewhere.roleCode = left.roleCode;
        CompanySnapshot company = companyOf({left, elsewhere});
        QCOMPARE(substitutesFor(company, left.id, today).size(), 1);
        company.accounts[1].sirets.append(lyon);
        QCOMPARE(substitutesFor(company, left.id, today).size(), 0);
    }

    void done_onlyWithTheRoleEverywhere_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<bool>("done");
        QTest::newRow("the same") << QStringList{lyon} << QStringList{lyon} << true;
        QTest::newRow("more") << QStringList{lyon} << QStringList{brest, lyon} << true;
        QTest::newRow("whole company for one") << QStringList{lyon} << QStringList() << true;
        QTest::newRow("less") << QStringList{lyon, brest} << QStringList{lyon} << false;
        QTest::newRow("one for the whole company") << QStringList() << QStringList{lyon} << false;
    }
    void done_onlyWithTheRoleEverywhere()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        PortalAccount orphan = at(gone(administratorOf(u"Paul Mercier"_s, u"urssaf"_s)), before);
        PortalAccount successor = at(administratorOf(u"Zoé Blanc"_s, u"urssaf"_s), after);
        successor.roleCode = orphan.roleCode;
        QVERIFY(!isDone(orphan, successor, successor)); // nobody was named
        orphan.substitution = Substitution{successor.id, orphan.roleCode, {}, asked};
        // Where a role is passed on, the account that it was taken from has another by then.
        orphan.roleCode = u"LESSER"_s;
        QTEST(isDone(orphan, successor, successor), "done");
        successor.administratorRole = false;
        QVERIFY(!isDone(orphan, successor, successor));
        successor.administratorRole = true;
        successor.roleCode = u"DEPUTY"_s;
        QVERIFY(!isDone(orphan, successor, successor));
        successor.roleCode = orphan.substitution->role;
        successor.state = AccountState::Suspended;
        QVERIFY(!isDone(orphan, successor, successor));
        successor.state = AccountState::Active;
        PortalAccount other = successor;
        other.id += u'2';
        QVERIFY(!isDone(orphan, successor, other));
    }

    void places_areThoseOfBoth()
    {
        const PortalAccount orphan = at(administratorOf(u"Paul Mercier"_s, u"urssaf"_s), {lyon, brest});
        const PortalAccount one = at(accountOf(u"Zoé Blanc"_s, u"urssaf"_s), {brest});
        QCOMPARE(placesOfBoth(orphan, one), (QStringList{brest, lyon}));
        QCOMPARE(placesOfBoth(at(orphan, {}), one), QStringList());
        QCOMPARE(placesOfBoth(orphan, at(one, {})), QStringList());
    }

    void late_afterTwoDaysWithoutAnEnd()
    {
        Substitution one{u"urssaf:ZB"_s, u"ADMIN"_s, {}, asked};
        for (const SubstitutionState state : {SubstitutionState::Requested, SubstitutionState::Taken}) {
            one.state = state;
            QVERIFY(!isLate(one, asked.addDays(2)));
            QVERIFY(!mayAskAgain(one, asked.addDays(2)));
            QVERIFY(isLate(one, asked.addDays(2).addSecs(1)));
            QVERIFY(mayAskAgain(one, asked.addDays(2).addSecs(1)));
        }
        one.state = SubstitutionState::Failed;
        QVERIFY(!isLate(one, asked.addDays(9)));
        QVERIFY(mayAskAgain(one, asked));
    }
};

QTEST_GUILESS_MAIN(OrphanTest)
#include "OrphanTest.moc"
