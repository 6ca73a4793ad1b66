// SPDX-License-Identifier: MIT
#include "core/departure/DepartureChoices.h"
#include "tests/core/departure/DepartureSamples.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::samples;
using namespace Qt::StringLiterals;

namespace {

DeparturePlan planFor(const CompanySnapshot& company, const QString& name)
{
    const QList<Leaver> everybody = leavers(company, today);
    const Leaver* leaver =
        leaverFor(everybody, company, name.toLower().replace(u' ', u'.') + u"@example.fr"_s);
    return leaver ? planDeparture(company, *leaver, today) : DeparturePlan{};
}

} // namespace

/// What is said before anything is closed, and what is then signed.
class DeparturePlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plan_ways_areOrderedBySpeed();
    void plan_lastAdministrator_needsASuccessorWhoStays();
    void plan_lastAdministrator_saysWhatIsLost();
    void plan_deadlines_areTheNearOnesOfThatPortal();
    void plan_contactAddress_isRecognised();
    void plan_tooManyAccounts_saysHowManyAreLeftOut();
    void plan_firmOfWhichOneStays_keepsItsAdministrator();
    void terms_chosen_areThoseShown();
    void terms_withoutSuccessor_needTheOverride();
    void terms_withoutSuccessor_meanNoMoreThanWasRead_data();
    void terms_withoutSuccessor_meanNoMoreThanWasRead();
    void terms_successorWhoWent_areLackingAgain();
};

void DeparturePlanTest::plan_ways_areOrderedBySpeed()
{
    CompanySnapshot company =
        companyOf({accountOf(u"Jeanne Petit"_s, u"asp"_s), accountOf(u"Jeanne Petit"_s, u"net"_s),
                   accountOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Jeanne Petit"_s, u"unknown"_s)});
    company.accounts[3].state = AccountState::ClosureRequested;
    const DeparturePlan plan = planFor(company, u"Jeanne Petit"_s);
    QStringList portals;
    for (const PlannedClosing& one : plan.closings) {
        portals += one.portal;
    }
    QCOMPARE(portals, (QStringList{u"urssaf"_s, u"net"_s, u"asp"_s, u"unknown"_s}));
    QCOMPARE(plan.closings[1].hours, 48);
    QCOMPARE(plan.closings[2].way, PlannedClosing::Way::ByLetter);
    QCOMPARE(plan.closings[3].way, PlannedClosing::Way::UnderWay);
    QCOMPARE(chosenCount(plan, {}), 3);
}

void DeparturePlanTest::plan_lastAdministrator_needsASuccessorWhoStays()
{
    CompanySnapshot company =
        companyOf({administratorOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s),
                   accountOf(u"Luc Gone"_s, u"urssaf"_s), accountOf(u"Marie Elsewhere"_s, u"net"_s)});
    company.accounts[2].holderLeftOn = QDate(2026, 1, 1);
    const DeparturePlan plan = planFor(company, u"Jeanne Petit"_s);
    QVERIFY(plan.closings[0].lastHand);
    QCOMPARE(plan.closings[0].successors, QList<qsizetype>{1});
    company.accounts += administratorOf(u"Zoé Boss"_s, u"urssaf"_s);
    QVERIFY(!planFor(company, u"Jeanne Petit"_s).closings[0].lastHand);
}

void DeparturePlanTest::plan_lastAdministrator_saysWhatIsLost()
{
    CompanySnapshot company =
        companyOf({administratorOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s)});
    company.accounts[1].rights = {{u"LIRE"_s, u"Consulter"_s, false}};
    QCOMPARE(planFor(company, u"Jeanne Petit"_s).closings[0].lost, QStringList{u"Payer"_s});
}

void DeparturePlanTest::plan_deadlines_areTheNearOnesOfThatPortal()
{
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s)});
    const auto request = [](const QString& portal, const QString& label, int days) {
        AccessRequest made;
        made.portal = portal;
        made.deadline = BusinessDeadline{label, today.addDays(days), {}};
        return made;
    };
    company.requests = {request(u"urssaf"_s, u"late"_s, -1),  request(u"urssaf"_s, u"month"_s, 30),
                        request(u"urssaf"_s, u"far"_s, 31),   request(u"urssaf"_s, u"today"_s, 0),
                        request(u"net"_s, u"elsewhere"_s, 1), request(u"urssaf"_s, u"today"_s, 0)};
    const DeparturePlan plan = planFor(company, u"Jeanne Petit"_s);
    QStringList labels;
    for (const BusinessDeadline& one : plan.closings[0].deadlines) {
        labels += one.label;
    }
    QCOMPARE(labels, (QStringList{u"today"_s, u"month"_s}));
}

void DeparturePlanTest::plan_contactAddress_isRecognised()
{
    CompanySnapshot company = companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s)});
    QVERIFY(!planFor(company, u"Jeanne Petit"_s).contactEmail);
    company.contactEmail.address = u"Jeanne.Petit@EXAMPLE.fr"_s;
    QVERIFY(planFor(company, u"Jeanne Petit"_s).contactEmail);
}

void DeparturePlanTest::plan_tooManyAccounts_saysHowManyAreLeftOut()
{
    QList<PortalAccount> accounts;
    for (int i = 0; i < mostClosings + 3; ++i) {
        accounts += accountOf(u"Jeanne Petit"_s, u"urssaf"_s);
        accounts.last().id += QString::number(i);
    }
    const DeparturePlan plan = planFor(companyOf(accounts), u"Jeanne Petit"_s);
    QCOMPARE(plan.closings.size(), mostClosings);
    QCOMPARE(plan.leftOut, 3);
}

void DeparturePlanTest::plan_firmOfWhichOneStays_keepsItsAdministrator()
{
    CompanySnapshot company = companyOf(
        {administratorOf(u"Karim Haddad"_s, u"urssaf"_s), administratorOf(u"Julie Perrin"_s, u"urssaf"_s)});
    for (PortalAccount& account : company.accounts.changeable()) {
        account.mandate = AccountMandate{u"MT2"_s, QDate(2027, 1, 1), {}};
    }
    const QList<Leaver> everybody = leavers(company, today);
    const Leaver* firm = leaverFor(everybody, company, u"mandate:MT2"_s);
    QVERIFY(firm);
    QVERIFY(planDeparture(company, *firm, today).closings[0].lastHand);
    QVERIFY(!planDeparture(company, *firm, today, {company.accounts[1].id}).closings[0].lastHand);
}

void DeparturePlanTest::terms_chosen_areThoseShown()
{
    CompanySnapshot company =
        companyOf({accountOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Jeanne Petit"_s, u"net"_s)});
    company.accounts[0].version = 7;
    const DeparturePlan plan = planFor(company, u"Jeanne Petit"_s);
    DepartureChoices choices;
    choices.kept = {u"net:Jeanne Petit"_s, u"gone:since"_s};
    choices.at = QDateTime(today.addDays(3), QTime(17, 0), Qt::UTC);
    const auto terms = termsOf(company, plan, choices);
    QVERIFY(terms);
    QCOMPARE(terms->person, u"Jeanne Petit"_s);
    QCOMPARE(terms->at, choices.at);
    QCOMPARE(terms->items, (QList<DepartureItem>{{u"urssaf:Jeanne Petit"_s, 7, {}, false}}));
    choices.kept += u"urssaf:Jeanne Petit"_s;
    QVERIFY(!termsOf(company, plan, choices));
}

void DeparturePlanTest::terms_withoutSuccessor_needTheOverride()
{
    const CompanySnapshot company =
        companyOf({administratorOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s)});
    const DeparturePlan plan = planFor(company, u"Jeanne Petit"_s);
    const QString account = u"urssaf:Jeanne Petit"_s;
    QVERIFY(lacksSuccessor(company, plan.closings[0], {}));
    QVERIFY(!termsOf(company, plan, {}));
    DepartureChoices named;
    named.successors.insert(account, u"urssaf:Paul Roy"_s);
    QCOMPARE(termsOf(company, plan, named)->items[0].successor, u"urssaf:Paul Roy"_s);
    named.withoutSuccessor = {{account, spelledOut(plan.closings[0])}};
    QCOMPARE(termsOf(company, plan, named)->items[0], (DepartureItem{account, 1, {}, true}));
}

void DeparturePlanTest::terms_withoutSuccessor_meanNoMoreThanWasRead_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("stands");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("another version") << u"version"_s << true;
    QTest::newRow("less is lost") << u"less"_s << true;
    QTest::newRow("a deadline is over") << u"past"_s << true;
    QTest::newRow("somebody came who may take over") << u"colleague"_s << true;
    QTest::newRow("one more right is lost") << u"right"_s << false;
    QTest::newRow("one more establishment") << u"place"_s << false;
    QTest::newRow("the whole portal") << u"portal"_s << false;
    QTest::newRow("one more deadline") << u"deadline"_s << false;
}

void DeparturePlanTest::terms_withoutSuccessor_meanNoMoreThanWasRead()
{
    QFETCH(QString, change);
    QFETCH(bool, stands);
    const auto due = [](const QString& label, int days) {
        AccessRequest made;
        made.portal = u"urssaf"_s;
        made.deadline = BusinessDeadline{label, today.addDays(days), {}};
        return made;
    };
    CompanySnapshot company =
        companyOf({administratorOf(u"Jeanne Petit"_s, u"urssaf"_s),
                   administratorOf(u"Zoé Boss"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s)});
    company.accounts[0].sirets = {u"1"_s, u"2"_s, u"3"_s};
    company.accounts[1].sirets = {u"2"_s, u"3"_s};
    company.accounts[1].rights.clear();
    company.accounts[2].rights = {{u"LIRE"_s, u"Consulter"_s, false}};
    company.requests = {due(u"DSN"_s, 3)};
    const DeparturePlan before = planFor(company, u"Jeanne Petit"_s);
    QCOMPARE(before.closings[0].lastHand->sirets, QStringList{u"1"_s});
    DepartureChoices choices;
    choices.withoutSuccessor = {{before.closings[0].account, spelledOut(before.closings[0])}};
    QVERIFY(termsOf(company, before, choices));
    if (change == u"version"_s) {
        ++company.accounts[0].version;
    } else if (change == u"less"_s) {
        company.accounts[2].rights = company.accounts[0].rights;
    } else if (change == u"past"_s) {
        company.requests.clear();
    } else if (change == u"colleague"_s) {
        company.accounts += accountOf(u"Luc Noir"_s, u"urssaf"_s);
    } else if (change == u"right"_s) {
        company.accounts[2].state = AccountState::Suspended;
    } else if (change == u"place"_s) {
        company.accounts[1].sirets = {u"3"_s};
    } else if (change == u"portal"_s) {
        company.accounts[1].state = AccountState::Closed;
    } else if (change == u"deadline"_s) {
        company.requests += due(u"DPAE"_s, 5);
    }
    const DeparturePlan now = planFor(company, u"Jeanne Petit"_s);
    QCOMPARE(termsOf(company, now, choices).has_value(), stands);
    QCOMPARE(needsAnotherLook(before, now, choices), !stands || change == u"version"_s);
}

void DeparturePlanTest::terms_successorWhoWent_areLackingAgain()
{
    CompanySnapshot company =
        companyOf({administratorOf(u"Jeanne Petit"_s, u"urssaf"_s), accountOf(u"Paul Roy"_s, u"urssaf"_s)});
    DepartureChoices choices;
    choices.successors.insert(u"urssaf:Jeanne Petit"_s, u"urssaf:Paul Roy"_s);
    QVERIFY(termsOf(company, planFor(company, u"Jeanne Petit"_s), choices));
    company.accounts[1].state = AccountState::Suspended;
    QVERIFY(!termsOf(company, planFor(company, u"Jeanne Petit"_s), choices));
}

QTEST_GUILESS_MAIN(DeparturePlanTest)
#include "DeparturePlanTest.moc"
