// SPDX-License-Identifier: MIT
#include "tests/service/desk/DepartureBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Accounts closed one by one: what a departure would have asked is asked here too.
class AccountClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }

    void close_lastHand_isRefusedAndWritesNothing()
    {
        m_bench->administrator(u"LP"_s, true);
        const int decisions = m_bench->count(u"decision"_s);
        const auto answer = close(u"impots:LP"_s);
        QCOMPARE(answer.status, 409);
        QCOMPARE(DepartureBench::problem(answer), u"last-hand"_s);
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(), u"impots.gouv.fr"_s);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(m_bench->count(u"decision"_s), decisions);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
    }

    void close_somebodyElseAdministers_leaves()
    {
        m_bench->administrator(u"LP"_s, true);
        m_bench->administrator(u"ZB"_s, true);
        QCOMPARE(close(u"impots:LP"_s).status, 201);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureRequested);
        // And now there is nobody but Zoé.
        QCOMPARE(DepartureBench::problem(close(u"impots:ZB"_s)), u"last-hand"_s);
        QCOMPARE(close(u"urssaf:ZB"_s).status, 201);
    }

    void close_refusedInADeparture_goesOutOnceMore()
    {
        m_bench->administrator(u"LP"_s, true);
        Decision decision = m_bench->start({u"impots"_s});
        decision.departure->items[0].withoutSuccessor = true;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.portal.patchReply = HttpReply{403, {}, R"({"detail":"Contactez le service."})"};
        m_bench->desk.deliver();
        m_bench->desk.portal.patchReply.reset();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Failed);
        QCOMPARE(close(u"impots:LP"_s).status, 201);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
    }

    void close_refusedInADeparture_isWeighedAnewWhereNobodyReadOfAGap()
    {
        m_bench->administrator(u"LP"_s, true);
        m_bench->administrator(u"ZB"_s, true);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s})).status, 201);
        m_bench->desk.portal.patchReply = HttpReply{403, {}, R"({"detail":"Contactez le service."})"};
        m_bench->desk.deliver();
        m_bench->desk.portal.patchReply.reset();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Failed);
        m_bench->administrator(u"ZB"_s, false);
        QCOMPARE(DepartureBench::problem(close(u"impots:LP"_s)), u"last-hand"_s);
        m_bench->administrator(u"ZB"_s, true);
        QCOMPARE(close(u"impots:LP"_s).status, 201);
    }

    /// Such as those of a portal's list, which need not name whoever has the account.
    void replace_ofWhomOnlyTheNumberIsKnown_isFollowedByIt()
    {
        m_bench->desk.portal.users.first().remove(u"displayName"_s);
        m_bench->desk.portal.users.first().remove(u"name"_s);
        m_bench->desk.portal.users.first().remove(u"emails"_s);
        m_bench->desk.sync();
        QCOMPARE(m_bench->account(u"impots:LP"_s).holderName, QString());
        QCOMPARE(m_bench->account(u"impots:LP"_s).email, QString());
        const QString reference = m_bench->desk.deposited();
        Decision decision = m_bench->desk.decision(DecisionKind::AcceptRequest, reference,
                                                   m_bench->desk.snapshot().requests.first().version);
        decision.departure = DepartureTerms{u"LP"_s, {m_bench->item(u"impots:LP"_s)}, {}, {}};
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.deliver();
        m_bench->turn();
        const auto replacements = m_bench->desk.snapshot().waysOut;
        QCOMPARE(replacements.size(), 1);
        QCOMPARE(replacements.first().person, u"LP"_s);
        QCOMPARE(replacements.first().newcomers.first().state, NewcomerState::Invited);
    }

    void close_refusedOutsideADeparture_isAskedAgain()
    {
        m_bench->administrator(u"LP"_s, true);
        m_bench->administrator(u"ZB"_s, true);
        QCOMPARE(close(u"impots:LP"_s).status, 201);
        m_bench->desk.portal.patchReply = HttpReply{403, {}, R"({"detail":"Contactez le service."})"};
        m_bench->desk.deliver();
        m_bench->desk.portal.patchReply.reset();
        m_bench->administrator(u"ZB"_s, false);
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::ClosureFailed);
        QCOMPARE(DepartureBench::problem(close(u"impots:LP"_s)), u"last-hand"_s);
    }

private:
    [[nodiscard]] HttpResponse close(const QString& account)
    {
        return m_bench->decideOn(DecisionKind::CloseAccount, account);
    }

    std::unique_ptr<DepartureBench> m_bench;
};

QTEST_GUILESS_MAIN(AccountClosingTest)
#include "AccountClosingTest.moc"
