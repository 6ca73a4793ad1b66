// SPDX-License-Identifier: MIT
#include "tests/service/desk/DepartureBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What a director says of accounts that a departure was to close: closed by a letter; to be opened again.
class ClosedAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }

    void letter_waitsForTheWordOfTheCompany()
    {
        start({u"asp"_s});
        const auto letter = m_bench->get(u"closure-letter"_s, {});
        QCOMPARE(letter.status, 404);
        HttpRequest request;
        request.method = "GET";
        request.path = u"/v1/companies/000058263/closure-letter"_s;
        request.query.addQueryItem(u"account"_s, u"asp:LP"_s);
        request.headers = {{"test-subject", m_bench->desk.claire.person.subject.toUtf8()}};
        const auto pdf = m_bench->desk.router.dispatch(request);
        QCOMPARE(pdf.status, 200);
        QVERIFY(pdf.body.startsWith("%PDF-1."));

        QCOMPARE(m_bench->decideOn(DecisionKind::DeclareClosed, u"asp:LP"_s).status, 201);
        QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::DeclaredDone);
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
        QCOMPARE(m_bench->account(u"asp:LP"_s).state, AccountState::ClosureManual);
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::DeclareClosed, u"asp:LP"_s)),
                 u"conflict"_s);
    }

    void declared_andStillThere_waitsForALetterAgain()
    {
        start({u"asp"_s});
        for (int times = 1; times <= 2; ++times) {
            QCOMPARE(m_bench->decideOn(DecisionKind::DeclareClosed, u"asp:LP"_s).status, 201);
            QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::DeclaredDone);
            QCOMPARE(m_bench->departure().state, DepartureState::Closed);
            for (int reading = 0; reading < 3; ++reading) {
                m_bench->desk.bench.clock.advance(24LL * 3600);
                m_bench->desk.sync("asp");
            }
            QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::Manual);
            QCOMPARE(m_bench->departure().state, DepartureState::Running);
            QCOMPARE(m_bench->journalled(u"account.stillOpen"_s), times);
        }
        // Longer than an ended departure is shown, and than anything would be done without being told.
        m_bench->desk.bench.clock.advance(40LL * 24 * 3600);
        QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::Manual);
        portal().users.removeFirst();
        m_bench->desk.sync("asp");
        QCOMPARE(m_bench->step(u"asp:LP"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
    }

    void declared_inAnEarlierDeparture_staysAsItWas()
    {
        keepEarlier(u"impots:LP"_s);
        start({u"impots"_s});
        portal().patchReply = HttpReply{403, {}, R"({"detail":"Contactez le service."})"};
        m_bench->desk.deliver();
        portal().patchReply.reset();
        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.sync();
        const auto departures = m_bench->desk.snapshot().departures;
        QCOMPARE(departures.size(), 2);
        QCOMPARE(departures[0].steps.first().state, DepartureStepState::Confirmed);
        QCOMPARE(departures[1].steps.first().state, DepartureStepState::DeclaredDone);
        QCOMPARE(departures[1].state, DepartureState::Closed);
    }

    void declare_accountThatNoDepartureWaitsFor_isAConflict()
    {
        for (const char* account : {"impots:ZB", "asp:ZB"}) {
            QCOMPARE(DepartureBench::problem(
                         m_bench->decideOn(DecisionKind::DeclareClosed, QString::fromLatin1(account))),
                     u"conflict"_s);
        }
    }

    void restore_withinTheWindow_opensTheAccountAgain()
    {
        start({u"impots"_s});
        m_bench->desk.deliver();
        const auto until = m_bench->step(u"impots:LP"_s).restorableUntil;
        QCOMPARE(until, std::optional(m_bench->desk.bench.clock.now().addDays(30)));
        QCOMPARE(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s).status, 201);
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s)),
                 u"already-decided"_s);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QVERIFY(!m_bench->step(u"impots:LP"_s).restorableUntil);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->step(u"impots:LP"_s).restoredAt, std::optional(m_bench->desk.bench.clock.now()));
        const QString path = u"departures/%1/receipt"_s.arg(m_bench->departure().id);
        const auto receipt = m_bench->get(path);
        QCOMPARE(DeskBench::json(receipt)[u"steps"][0][u"restoredAt"].toString(),
                 m_bench->desk.bench.clock.now().toUTC().toString(Qt::ISODate));
        QCOMPARE(m_bench->journalled(u"account.restored"_s), 1);
        m_bench->desk.sync();
        QCOMPARE(m_bench->journalled(u"account.reopened"_s), 0);
        // It may be closed once more, in another departure; what became of the first stays as it was.
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->desk.decide(m_bench->start({u"impots"_s})).status, 201);
        m_bench->desk.deliver();
        const auto departures = m_bench->desk.snapshot().departures;
        QCOMPARE(departures.size(), 2);
        QVERIFY(!departures[0].steps.first().restoredAt && departures[0].steps.first().restorableUntil);
        QVERIFY(departures[1].steps.first().restoredAt && !departures[1].steps.first().restorableUntil);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void restore_portalRefuses_saysWhy()
    {
        start({u"impots"_s});
        m_bench->desk.deliver();
        QCOMPARE(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s).status, 201);
        portal().patchReply = HttpReply{403, {}, R"({"detail":"Trop tard."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, u"Trop tard."_s);
        QCOMPARE(m_bench->journalled(u"account.restoreFailed"_s), 1);
    }

    void restore_thatCannotBe_isAConflict()
    {
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s)),
                 u"conflict"_s);
        start({u"impots"_s});
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(30LL * 24 * 3600);
        QVERIFY(!m_bench->step(u"impots:LP"_s).restorableUntil);
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s)),
                 u"conflict"_s);
    }

    void restore_administrator_needsAStrongSignIn()
    {
        portal().users[0] = DepartureBench::user(u"LP"_s, u"Laurent Petit"_s, true);
        m_bench->desk.sync();
        Decision decision = m_bench->start({u"impots"_s});
        decision.departure->items[0].withoutSuccessor = true;
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.guard.strong = false;
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s)),
                 u"strong-sign-in-needed"_s);
    }

    void restore_whileTheAnswerToTheClosingIsLost_staysOpen()
    {
        closeUnheard();
        QCOMPARE(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QVERIFY(portal().users.first()[u"active"].toBool());
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        QCOMPARE(endOfClosing(), u"overtaken"_s);
        QCOMPARE(m_bench->journalled(u"account.closureFailed"_s), 0);
        QVERIFY(m_bench->evidenceIsWhole());
        QCOMPARE(evidence(u"overtaken"_s), 1);
    }

    void reopenedByThePortal_whileTheAnswerToTheClosingIsLost_staysOpen()
    {
        closeUnheard();
        portal().users.first().insert(u"active"_s, true);
        m_bench->desk.sync();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Active);
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QVERIFY(portal().users.first()[u"active"].toBool());
        QCOMPARE(endOfClosing(), u"overtaken"_s);
    }

    void closedByThePortalsData_itsWordIsAskedForAllTheSame()
    {
        closeUnheard();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QCOMPARE(endOfClosing(), u"acknowledged"_s);
        QCOMPARE(evidence(u"acknowledgement"_s), 1);
    }

    void restore_closedOnceMoreMeanwhile_staysClosed()
    {
        start({u"impots"_s});
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s).status, 201);
        portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        portal().trouble.reset();
        portal().users.first().insert(u"active"_s, true); // done, and unheard
        m_bench->desk.sync();
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s).status, 201);
        for (int turn = 0; turn < 2; ++turn) {
            m_bench->desk.bench.clock.advance(24LL * 3600);
            m_bench->desk.deliver();
        }
        QVERIFY(!portal().users.first()[u"active"].toBool());
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
    }

    void restore_closedOnceMoreBeforeItsAnswer_staysClosed()
    {
        start({u"impots"_s});
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s).status, 201);
        portal().beforePatch = [this] {
            portal().users.first().insert(u"active"_s, true);
            m_bench->desk.sync();
            m_bench->desk.bench.clock.advance(60);
            QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s).status, 201);
        };
        m_bench->desk.deliver();
        QVERIFY(!portal().users.first()[u"active"].toBool());
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
    }

private:
    /// The portal closes the account, its answer is lost, and its data show it.
    void closeUnheard()
    {
        start({u"impots"_s});
        portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        portal().trouble.reset();
        portal().users.first().insert(u"active"_s, false);
        m_bench->desk.bench.clock.advance(60);
        m_bench->desk.sync();
        QCOMPARE(m_bench->account(u"impots:LP"_s).state, AccountState::Closed);
    }
    [[nodiscard]] QString endOfClosing()
    {
        return m_bench->desk.bench.value(u"SELECT state FROM delivery WHERE kind = 'closeAccount'"_s)
            .toString();
    }
    [[nodiscard]] int evidence(const QString& kind)
    {
        return m_bench->desk.bench.value(u"SELECT COUNT(*) FROM evidence WHERE kind = ?"_s, {kind}).toInt();
    }
    [[nodiscard]] ScimPortal& portal() { return m_bench->desk.portal; }
    /// The departure of Laurent Petit from these portals, started.
    void start(const QStringList& portals)
    {
        QCOMPARE(m_bench->desk.decide(m_bench->start(portals)).status, 201);
    }
    /// A departure of yesterday in which the account was declared closed.
    void keepEarlier(const QString& account)
    {
        const QDateTime yesterday = m_bench->desk.bench.clock.now().addDays(-1);
        StoredDeparture stored;
        stored.siren = m_bench->desk.company.siren;
        stored.departure.id = u"earlier"_s;
        stored.departure.person = u"Laurent Petit"_s;
        stored.departure.state = DepartureState::Closed;
        stored.departure.startedAt = yesterday;
        stored.decision = u"d1"_s;
        stored.decidedBy = m_bench->desk.claire.person.subject;
        stored.dueAt = yesterday;
        stored.endedAt = yesterday;
        StoredStep step;
        step.departure = stored.departure.id;
        step.siren = stored.siren;
        step.step.account = account;
        step.step.portal = account.section(u':', 0, 0);
        step.step.state = DepartureStepState::DeclaredDone;
        step.step.at = yesterday;
        stored.steps = {step};
        const auto kept = m_bench->desk.bench.write([&](QSqlDatabase& connection) {
            return DepartureStore(*m_bench->desk.bench.keys).insert(connection, stored);
        });
        QVERIFY(kept.ok());
    }

    std::unique_ptr<DepartureBench> m_bench;
};

QTEST_GUILESS_MAIN(ClosedAccountsTest)
#include "ClosedAccountsTest.moc"
