// SPDX-License-Identifier: MIT
#include "core/departure/Replacement.h"

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

AccessRequest request()
{
    AccessRequest made;
    made.id = u"PC-2026-001021"_s;
    made.portal = u"urssaf"_s;
    made.givenName = u"Karim"_s;
    made.familyName = u"Haddad"_s;
    made.email = u"karim.haddad@example.fr"_s;
    made.rights = {{u"DSN"_s, u"Déposer la DSN"_s, false}, {u"PAYER"_s, u"Payer"_s, true}};
    return made;
}

std::optional<ReplacementFault> faultIn(const CompanySnapshot& company, const AccessRequest& asked)
{
    return replacementFault(company, asked, company.accounts.at(0), today);
}

std::optional<ReplacementFault> faultOf(const PortalAccount& account, const AccessRequest& asked = request())
{
    return faultIn(companyOf({account}), asked);
}

} // namespace

/// Which account may be closed with the acceptance of a request.
class ReplacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openAccountOfSomebodyElse_mayBeReplaced()
    {
        QCOMPARE(faultOf(accountOf(u"Julie Perrin"_s, u"urssaf"_s)), std::nullopt);
    }

    void otherPortal_closed_orElsewhere_isNotThere()
    {
        QCOMPARE(faultOf(accountOf(u"Julie Perrin"_s, u"impots"_s)), ReplacementFault::NotThere);
        PortalAccount closed = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        closed.state = AccountState::Closed;
        QCOMPARE(faultOf(closed), ReplacementFault::NotThere);

        PortalAccount elsewhere = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        elsewhere.sirets = {brest};
        AccessRequest asked = request();
        asked.sirets = {lyon};
        QCOMPARE(faultOf(elsewhere, asked), ReplacementFault::NotThere);
        elsewhere.sirets = {brest, lyon};
        QCOMPARE(faultOf(elsewhere, asked), std::nullopt);
        elsewhere.sirets.clear(); // the whole company
        QCOMPARE(faultOf(elsewhere, asked), std::nullopt);
    }

    void refusedWithinADeparture_isUnderWay()
    {
        CompanySnapshot company = companyOf({accountOf(u"Julie Perrin"_s, u"urssaf"_s)});
        Departure refused;
        refused.steps = {DepartureStep()};
        refused.steps[0].account = company.accounts.at(0).id;
        refused.steps[0].state = DepartureStepState::Failed;
        company.waysOut = {refused};
        QCOMPARE(faultIn(company, request()), ReplacementFault::UnderWay);
        company.departures = std::exchange(company.waysOut, {});
        QCOMPARE(faultIn(company, request()), ReplacementFault::UnderWay);
        company.departures[0].steps[0].state = DepartureStepState::NotNeeded;
        QCOMPARE(faultIn(company, request()), std::nullopt);
    }

    void named_closingOrTheirOwn_isNotSaid()
    {
        PortalAccount account = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        AccessRequest asked = request();
        asked.replaces = account.portalAccountId;
        QVERIFY(namedAsReplaced(companyOf({account}), asked));
        account.state = AccountState::ClosureRequested;
        QVERIFY(!namedAsReplaced(companyOf({account}), asked));
        account.state = AccountState::Active;
        account.email = asked.email;
        QVERIFY(!namedAsReplaced(companyOf({account}), asked));
    }

    void closing_isUnderWay_andOneThatFailedIsNot()
    {
        PortalAccount account = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        for (const AccountState state :
             {AccountState::ClosureScheduled, AccountState::ClosureRequested, AccountState::ClosureManual}) {
            account.state = state;
            QCOMPARE(faultOf(account), ReplacementFault::UnderWay);
        }
        account.state = AccountState::ClosureFailed;
        QCOMPARE(faultOf(account), std::nullopt);
    }

    void ownOfThePerson_ofTheDecider_orShared_isNot()
    {
        QCOMPARE(faultOf(accountOf(u"Karim Haddad"_s, u"urssaf"_s, u"Karim.HADDAD@example.fr"_s)),
                 ReplacementFault::OwnAccount);
        PortalAccount account = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        account.mine = true;
        QCOMPARE(faultOf(account), ReplacementFault::Mine);
        account.mine = false;
        account.signalList = {AccountSignal::SeveralOrigins};
        QCOMPARE(faultOf(account), ReplacementFault::Shared);
    }

    void lastHand_needsARequestForAllThatItAdministers()
    {
        PortalAccount last = administratorOf(u"Julie Perrin"_s, u"urssaf"_s);
        last.sirets = {lyon, brest};
        QCOMPARE(faultOf(last), ReplacementFault::LastHand);
        AccessRequest asked = request();
        asked.administratorRole = true;
        asked.sirets = {lyon};
        QCOMPARE(faultOf(last, asked), ReplacementFault::LastHand);
        asked.sirets = {brest, lyon};
        QCOMPARE(faultOf(last, asked), std::nullopt);
        asked.sirets.clear();
        QCOMPARE(faultOf(last, asked), std::nullopt);

        // Where somebody else administers it too, nothing is lost.
        PortalAccount other = administratorOf(u"Zoé Blanc"_s, u"urssaf"_s);
        other.sirets = {lyon, brest};
        QCOMPARE(faultIn(companyOf({last, other}), request()), std::nullopt);
    }

    void candidates_theOneNamedFirst_thenThoseWhoLeft()
    {
        PortalAccount stays = accountOf(u"Ida Roux"_s, u"urssaf"_s);
        PortalAccount gone = accountOf(u"Paul Mercier"_s, u"urssaf"_s);
        gone.holderLeftOn = today.addDays(-3);
        PortalAccount named = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        named.portalAccountId = u"URS-7"_s;
        PortalAccount elsewhere = accountOf(u"Julie Perrin"_s, u"impots"_s);
        elsewhere.portalAccountId = u"URS-7"_s;
        const CompanySnapshot company = companyOf({stays, gone, elsewhere, named});
        AccessRequest asked = request();
        asked.replaces = u"URS-7"_s;
        QCOMPARE(replaceableBy(company, asked, today), (QList<qsizetype>{3, 1, 0}));
        QCOMPARE(namedAsReplaced(company, asked), &company.accounts.at(3));
        asked.replaces = u"URS-8"_s;
        QCOMPARE(namedAsReplaced(company, asked), nullptr);
        asked.replaces.clear();
        QCOMPARE(namedAsReplaced(company, asked), nullptr);
    }

    void newcomer_isToDoWhatWasGranted()
    {
        AccessRequest asked = request();
        asked.withheldRights = {u"PAYER"_s};
        asked.sirets = {lyon};
        QCOMPARE(newcomerOf(asked),
                 (Newcomer{u"Karim Haddad"_s, u"karim.haddad@example.fr"_s, {u"DSN"_s}, {lyon}}));
    }

    void role_ofRightsThatWereWithheld_isNotTheOneAskedFor()
    {
        AccessRequest asked = request();
        asked.roleCode = u"ADMINISTRATEUR"_s;
        QCOMPARE(roleToCome(asked), u"ADMINISTRATEUR"_s);
        asked.withheldRights = {u"PAYER"_s};
        QCOMPARE(roleToCome(asked), QString());
    }

    void takenOver_withWhatWasGranted_inTheRoleThatWasAskedFor()
    {
        const PortalAccount replaced = accountOf(u"Julie Perrin"_s, u"urssaf"_s);
        PortalAccount own = accountOf(u"Karim Haddad"_s, u"urssaf"_s, u"Karim.HADDAD@example.fr"_s);
        own.rights = request().rights;
        own.roleCode = u"ABONNE"_s;
        const QList<NewcomerProgress> newcomers{{newcomerOf(request()), NewcomerState::Invited}};
        const auto taken = [&](const AccountList& accounts, const QString& role) {
            return isTakenOver(accounts, replaced, role, newcomers);
        };
        QVERIFY(!taken({replaced}, u"ABONNE"_s));
        QVERIFY(taken({replaced, own}, u"ABONNE"_s));
        QVERIFY(taken({replaced, own}, QString()));
        // They had the rights before, in another role.
        QVERIFY(!taken({replaced, own}, u"ADMINISTRATEUR"_s));
        PortalAccount made = own;
        made.id = u"urssaf:second"_s;
        made.roleCode = u"ADMINISTRATEUR"_s;
        QVERIFY(taken({replaced, own, made}, u"ADMINISTRATEUR"_s));
        made.roleCode.clear(); // a portal's list that has no such column
        QVERIFY(taken({replaced, own, made}, u"ADMINISTRATEUR"_s));
        PortalAccount administrators = replaced;
        administrators.administratorRole = true;
        made.administratorRole = false;
        QVERIFY(!taken({administrators, own, made}, u"ADMINISTRATEUR"_s));
        made.administratorRole = true;
        QVERIFY(taken({administrators, own, made}, u"ADMINISTRATEUR"_s));
        made.rights.removeLast();
        QVERIFY(!taken({replaced, own, made}, u"ADMINISTRATEUR"_s));
        own.state = AccountState::Suspended;
        QVERIFY(!taken({replaced, own}, u"ABONNE"_s));
    }

    void answer_isTaken_onceNobodyIsAskedForAnyMore()
    {
        Departure one;
        one.newcomers = {{newcomerOf(request()), NewcomerState::Requested}};
        QVERIFY(isAnswerTaken(one)); // a way out of a shared account
        one.request = request().id;
        QVERIFY(!isAnswerTaken(one));
        one.newcomers.first().state = NewcomerState::Invited;
        QVERIFY(isAnswerTaken(one));
    }

    void replacement_isFoundByItsRequest_theLatestFirst()
    {
        Departure way;
        way.steps = {DepartureStep{}};
        way.steps.first().account = u"urssaf:Julie Perrin"_s;
        way.newcomers = {{newcomerOf(request()), NewcomerState::Invited}};
        Departure latest = way;
        latest.id = u"2"_s;
        latest.request = request().id;
        Departure before = latest;
        before.id = u"1"_s;
        CompanySnapshot company = companyOf({});
        company.waysOut = {way, latest, before};
        QCOMPARE(replacementWith(company, request().id), &company.waysOut.at(1));
        QCOMPARE(replacementWith(company, u"PC-2026-000001"_s), nullptr);
        QCOMPARE(replacementWith(company, QString()), nullptr);
        QCOMPARE(replacementOf(company, u"urssaf:Julie Perrin"_s), &company.waysOut.at(1));
        company.waysOut[1].state = DepartureState::Cancelled;
        QCOMPARE(replacementOf(company, u"urssaf:Julie Perrin"_s), &company.waysOut.at(2));
        QCOMPARE(replacementOf(company, u"urssaf:Zoé Blanc"_s), nullptr);
    }
};

QTEST_APPLESS_MAIN(ReplacementTest)
#include "ReplacementTest.moc"
