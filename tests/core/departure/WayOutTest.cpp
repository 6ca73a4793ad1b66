// SPDX-License-Identifier: MIT
#include "core/departure/WayOut.h"

#include "tests/core/departure/DepartureSamples.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;
using samples::accountOf;
using samples::companyOf;
using samples::today;

namespace {

const QString siren = u"000058263"_s;
const QString lyon = u"00005826300013"_s;
const QString brest = u"00005826300021"_s;
const PortalRight declare{u"DSN"_s, u"Déposer la DSN"_s, false};
const PortalRight pay{u"PAYER"_s, u"Payer"_s, true};

PortalAccount shared()
{
    PortalAccount made = accountOf(QString(), u"urssaf"_s, u"compta@example.fr"_s);
    made.id = u"urssaf:shared"_s;
    made.roleCode = u"DECLARANT"_s;
    made.rights = {declare, pay};
    made.sirets = {lyon, brest};
    made.signalList = {AccountSignal::GenericAddress};
    return made;
}

PortalAccount own(const QString& name, const QList<PortalRight>& rights, const QStringList& sirets = {})
{
    PortalAccount made = accountOf(name, u"urssaf"_s);
    made.rights = rights;
    made.sirets = sirets;
    return made;
}

Newcomer newcomer(const QString& name)
{
    return prefilled(shared(), name, accountOf(name, u"urssaf"_s).email);
}

QStringList names(const CompanySnapshot& company, const QList<PossibleUser>& people)
{
    QStringList all;
    for (const PossibleUser& one : people) {
        all += company.accounts.at(one.known).holderName;
    }
    return all;
}

AccessRequest dueOn(const QString& portal, QDate day)
{
    AccessRequest made;
    made.portal = portal;
    made.deadline = BusinessDeadline{u"DSN"_s, day, {}};
    return made;
}

} // namespace

/// What a way out of a shared account starts from, who may be in it, and when the account may go.
class WayOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void people_areThoseInPost_onThatPortalFirst_eachOnce()
    {
        PortalAccount gone = accountOf(u"Paul Mercier"_s, u"net"_s);
        gone.holderLeftOn = today.addDays(-3);
        PortalAccount leaves = accountOf(u"Ida Roux"_s, u"net"_s);
        leaves.holderLeftOn = today.addDays(3);
        PortalAccount closed = accountOf(u"Jean Roy"_s, u"net"_s);
        closed.state = AccountState::Closed;
        PortalAccount firm = accountOf(u"Cabinet Lemoine"_s, u"net"_s);
        firm.mandate = AccountMandate{u"MT1"_s, today.addDays(90), {}};
        const CompanySnapshot company =
            companyOf({shared(), accountOf(u"Karim Benali"_s, u"net"_s), gone, leaves, closed, firm,
                       accountOf(u"Zoé Blanc"_s, u"net"_s), accountOf(u"Zoé Blanc"_s, u"urssaf"_s)});
        const WayOutPlan plan = planWayOut(company, company.accounts.at(0), today);
        QCOMPARE(names(company, plan.people), (QStringList{u"Zoé Blanc"_s, u"Karim Benali"_s}));
        QCOMPARE(plan.people.at(0).there, qsizetype{7});
        QCOMPARE(plan.people.at(1).there, qsizetype{-1});
    }

    void sharedAccountsAndItsOwnAddress_areNobody()
    {
        PortalAccount other = accountOf(u"Service paie"_s, u"net"_s);
        other.signalList = {AccountSignal::SeveralOrigins};
        const CompanySnapshot company =
            companyOf({shared(), other, accountOf(u"Compta"_s, u"net"_s, u"Compta@Example.fr"_s)});
        QVERIFY(planWayOut(company, company.accounts.at(0), today).people.isEmpty());
    }

    void closingDay_followsTheNextDeadlineThere()
    {
        CompanySnapshot company = companyOf({shared()});
        QCOMPARE(planWayOut(company, company.accounts.at(0), today).closingDay, QDate(2027, 1, 1));
        QVERIFY(!planWayOut(company, company.accounts.at(0), today).deadline);
        company.requests = {dueOn(u"urssaf"_s, today.addDays(40)), dueOn(u"urssaf"_s, today.addDays(22)),
                            dueOn(u"urssaf"_s, today.addDays(-1)), dueOn(u"net"_s, today.addDays(2))};
        const WayOutPlan plan = planWayOut(company, company.accounts.at(0), today);
        QCOMPARE(plan.closingDay, today.addDays(23));
        QCOMPARE(plan.deadline->date, today.addDays(22));
    }

    void opened_wherePortalDoes_andNobodyLosesTheirRole()
    {
        Portal portal{u"urssaf"_s, u"Urssaf"_s};
        PortalAccount account = shared();
        QVERIFY(!opensLike(portal, account));
        portal.opensAccounts = true;
        QVERIFY(opensLike(portal, account));
        account.soleRole = true;
        QVERIFY(!opensLike(portal, account));
        account.soleRole = false;
        account.roleCode.clear();
        QVERIFY(!opensLike(portal, account));
    }

    void prefilled_asTheSharedAccount_orAsWhatTheyHave()
    {
        QCOMPARE(newcomer(u"Karim Benali"_s).rights, (QStringList{u"DSN"_s, u"PAYER"_s}));
        QCOMPARE(newcomer(u"Karim Benali"_s).sirets, (QStringList{lyon, brest}));
        const PortalAccount there = own(u"Zoé Blanc"_s, {declare}, {brest});
        const Newcomer zoe = prefilled(shared(), u"Zoé Blanc"_s, there.email, &there);
        QCOMPARE(zoe.rights, QStringList{u"DSN"_s});
        QCOMPARE(zoe.sirets, QStringList{brest});
        QVERIFY(worksFor(there, shared().roleCode, zoe));
        // Elsewhere alone is not everywhere.
        const PortalAccount elsewhere = own(u"Zoé Blanc"_s, {declare}, {u"00005826300047"_s});
        const Newcomer lacking = prefilled(shared(), u"Zoé Blanc"_s, elsewhere.email, &elsewhere);
        QCOMPARE(lacking.sirets, (QStringList{lyon, brest}));
        QVERIFY(!worksFor(elsewhere, shared().roleCode, lacking));
    }

    void wholeCompany_prefilledAsTheirPlaces()
    {
        PortalAccount everywhere = shared();
        everywhere.sirets.clear();
        const PortalAccount there = own(u"Zoé Blanc"_s, {declare}, {brest});
        QCOMPARE(prefilled(everywhere, u"Zoé Blanc"_s, there.email, &there).sirets, QStringList{brest});
        QVERIFY(prefilled(everywhere, u"Karim Benali"_s, u"k@example.fr"_s).sirets.isEmpty());
    }

    void faults()
    {
        const auto fault = [](const Newcomer& one) { return faultOf({}, siren, shared(), {one}, 0); };
        const Newcomer good = newcomer(u"Karim Benali"_s);
        QCOMPARE(fault(good), std::nullopt);
        Newcomer one = good;
        one.name = u" "_s;
        QCOMPARE(fault(one), std::optional(NewcomerFault::NoName));
        for (const QString& name : {u"…"_s, u"Karim\n"_s, u"Karim\u202e"_s}) {
            one.name = name;
            QCOMPARE(fault(one), std::optional(NewcomerFault::BadName));
        }
        one = good;
        one.email.clear();
        QCOMPARE(fault(one), std::optional(NewcomerFault::NoAddress));
        // The very addresses that no message can be sent to.
        for (const QString& address : {u"karim"_s, u"@example.fr"_s, u"karim@"_s, u"k b@x.fr"_s,
                                       u"karim@cabinet"_s, u"karim@exämple.fr"_s, u"karim..b@example.fr"_s}) {
            one = good;
            one.email = address;
            QCOMPARE(fault(one), std::optional(NewcomerFault::BadAddress));
        }
        one.email = u"COMPTA@example.fr"_s;
        QCOMPARE(fault(one), std::optional(NewcomerFault::SharedOne));
        one = good;
        one.rights += u"GERER_COMPTES_BANCAIRES"_s;
        QCOMPARE(fault(one), std::optional(NewcomerFault::BeyondShared));
        one.rights.clear();
        QCOMPARE(fault(one), std::optional(NewcomerFault::BeyondShared));
        one = good;
        one.sirets.clear();
        QCOMPARE(fault(one), std::optional(NewcomerFault::BeyondShared));
        one.sirets = {brest};
        QCOMPARE(fault(one), std::nullopt);
        QCOMPARE(faultOf({}, siren, shared(), {good, newcomer(u"Zoé Blanc"_s), good}, 2),
                 std::optional(NewcomerFault::Twice));
        QCOMPARE(faultOf({}, siren, shared(), {good, newcomer(u"Zoé Blanc"_s), good}, 0), std::nullopt);
    }

    void faults_ofPlacesThatAreNotTheCompanys()
    {
        // The shared account is for the whole company, or for what the portal takes for its places.
        PortalAccount everywhere = shared();
        everywhere.sirets.clear();
        Newcomer one = newcomer(u"Karim Benali"_s);
        QCOMPARE(faultOf({}, siren, everywhere, {one}, 0), std::nullopt);
        for (const QString& place : {u"00032517500016"_s, u"Cliquez ici !!"_s, u"000 058 263 00013"_s}) {
            one.sirets = {place};
            QCOMPARE(faultOf({}, siren, everywhere, {one}, 0), std::optional(NewcomerFault::ForeignPlace));
            everywhere.sirets = {place};
            QCOMPARE(faultOf({}, siren, everywhere, {one}, 0), std::optional(NewcomerFault::ForeignPlace));
            everywhere.sirets.clear();
        }
    }

    void faults_ofWhoHasAnAccountThere()
    {
        // It has its own address, whatever that looks like, and must do what they are to do.
        PortalAccount own = ::own(u"Zoé Blanc"_s, {declare}, {brest});
        own.email = u"zblanc"_s;
        const auto fault = [&own](const QStringList& rights) {
            return faultOf({own}, siren, shared(), {{u"Zoé Blanc"_s, own.email, rights, {brest}}}, 0);
        };
        QCOMPARE(fault({u"DSN"_s}), std::nullopt);
        QCOMPARE(fault({u"DSN"_s, u"PAYER"_s}), std::optional(NewcomerFault::WeakAccount));
        // Nothing in common: there is nothing to keep either.
        QCOMPARE(fault({}), std::optional(NewcomerFault::WeakAccount));
    }

    void administrators_getTheWholeRole()
    {
        PortalAccount account = shared();
        account.administratorRole = true;
        Newcomer one = newcomer(u"Karim Benali"_s);
        QCOMPARE(faultOf({}, siren, account, {one}, 0), std::nullopt);
        one.rights.removeLast();
        QCOMPARE(faultOf({}, siren, account, {one}, 0), std::optional(NewcomerFault::PartOfRole));
        QCOMPARE(faultOf({own(u"Karim Benali"_s, {declare})}, siren, account, {one}, 0), std::nullopt);
    }

    void noRightListed_theRoleSaysWhatTheyAreToDo()
    {
        PortalAccount bare = shared();
        bare.rights.clear();
        const Newcomer one = prefilled(bare, u"Zoé Blanc"_s, own(u"Zoé Blanc"_s, {}).email);
        PortalAccount reads = own(u"Zoé Blanc"_s, {});
        reads.roleCode = u"CONSULTATION"_s;
        QVERIFY(!worksFor(reads, bare.roleCode, one));
        QCOMPARE(faultOf({reads}, siren, bare, {one}, 0), std::optional(NewcomerFault::WeakAccount));
        QVERIFY(!allWork({reads}, bare, {{one, NewcomerState::Present}}));
        reads.roleCode = bare.roleCode;
        QVERIFY(allWork({reads}, bare, {{one, NewcomerState::Present}}));
    }

    void moreThanWasSigned_doesNotCount_ofWhatThePortalOpened()
    {
        Newcomer one = newcomer(u"Zoé Blanc"_s);
        one.rights = {u"DSN"_s};
        one.sirets = {brest};
        const auto works = [&one](const PortalAccount& account, NewcomerState state) {
            return allWork({account}, shared(), {{one, state}});
        };
        PortalAccount exact = own(u"Zoé Blanc"_s, {declare}, {brest});
        exact.roleCode = shared().roleCode;
        QVERIFY(works(exact, NewcomerState::Taken));
        PortalAccount more = exact;
        more.rights += pay;
        QCOMPARE(surplusOf(more, shared().roleCode, one).rights, QStringList{u"PAYER"_s});
        QVERIFY(!works(more, NewcomerState::Taken));
        QVERIFY(!works(more, NewcomerState::Requested));
        // What they had, or registered for, another decision gave.
        QVERIFY(works(more, NewcomerState::Present));
        QVERIFY(works(more, NewcomerState::Invited));
        more = exact;
        more.sirets += lyon;
        QCOMPARE(surplusOf(more, shared().roleCode, one).sirets, QStringList{lyon});
        QVERIFY(!works(more, NewcomerState::Taken));
        more.sirets.clear();
        QVERIFY(surplusOf(more, shared().roleCode, one).everywhere);
        QVERIFY(!works(more, NewcomerState::Taken));
        more = exact;
        more.roleCode = u"ADMINISTRATEUR"_s;
        QVERIFY(surplusOf(more, shared().roleCode, one).role);
        QVERIFY(!works(more, NewcomerState::Taken));
        // One that is right does not hide one that is not.
        more.id = u"urssaf:second"_s;
        QVERIFY(!allWork({exact, more}, shared(), {{one, NewcomerState::Taken}}));
    }

    void ownRequest_isOneThatWaits_thereAndAtThatAddress()
    {
        const Newcomer one = newcomer(u"Zoé Blanc"_s);
        AccessRequest request;
        request.portal = shared().portal;
        request.email = one.email.toUpper();
        request.state = RequestState::Waiting;
        QVERIFY(ownRequestOf({request}, shared(), one));
        request.state = RequestState::Refused;
        QVERIFY(!ownRequestOf({request}, shared(), one));
        request.state = RequestState::Waiting;
        request.portal = u"net"_s;
        QVERIFY(!ownRequestOf({request}, shared(), one));
    }

    void goes_onlyOnceEverybodysOwnAccountWorks()
    {
        const QList<NewcomerProgress> both{{newcomer(u"Karim Benali"_s)}, {newcomer(u"Zoé Blanc"_s)}};
        const PortalAccount karim = own(u"Karim Benali"_s, {declare, pay}, {lyon, brest});
        QVERIFY(!allWork({shared(), karim}, shared(), both));
        QCOMPARE(awaited({shared(), karim}, shared(), both), QList<Newcomer>{newcomer(u"Zoé Blanc"_s)});
        const PortalAccount zoe = own(u"Zoé Blanc"_s, {declare, pay});
        QVERIFY(allWork({shared(), karim, zoe}, shared(), both));
        // Neither an account without a right, nor elsewhere, nor one that is not known to work, nor on
        // another portal.
        QVERIFY(!allWork({shared(), karim, own(u"Zoé Blanc"_s, {declare})}, shared(), both));
        QVERIFY(!allWork({shared(), karim, own(u"Zoé Blanc"_s, {declare, pay}, {lyon})}, shared(), both));
        for (const AccountState state : {AccountState::Suspended, AccountState::ClosureScheduled,
                                         AccountState::Unknown, AccountState::Closed}) {
            PortalAccount other = zoe;
            other.state = state;
            QVERIFY(!allWork({shared(), karim, other}, shared(), both));
        }
        PortalAccount elsewhere = zoe;
        elsewhere.portal = u"net"_s;
        QVERIFY(!allWork({shared(), karim, elsewhere}, shared(), both));
    }

    void wayOut_isTheOneThatHasNotEnded()
    {
        CompanySnapshot company = companyOf({shared()});
        Departure one;
        one.id = u"1"_s;
        one.state = DepartureState::Cancelled;
        DepartureStep step;
        step.account = shared().id;
        one.steps = {step};
        company.waysOut = {one};
        QVERIFY(!wayOutOf(company, shared().id));
        one.id = u"2"_s;
        one.state = DepartureState::Scheduled;
        company.waysOut += one;
        QCOMPARE(wayOutOf(company, shared().id)->id, u"2"_s);
        QVERIFY(!wayOutOf(company, u"urssaf:other"_s));
    }

    void ownAccount_isOneThatWorks_neverTheSharedOne()
    {
        const PortalAccount weak = own(u"Zoé Blanc"_s, {declare});
        PortalAccount strong = own(u"Zoé Blanc"_s, {declare, pay});
        strong.id = u"urssaf:second"_s;
        const AccountList accounts{shared(), weak, strong};
        QCOMPARE(ownAccountOf(accounts, shared(), newcomer(u"Zoé Blanc"_s))->id, strong.id);
        QCOMPARE(ownAccountOf({weak}, shared(), newcomer(u"Zoé Blanc"_s))->id, weak.id);
        const Newcomer same{u"Compta"_s, shared().email, {}, {lyon}};
        QVERIFY(!ownAccountOf(accounts, shared(), same));
    }
};

QTEST_APPLESS_MAIN(WayOutTest)
#include "WayOutTest.moc"
