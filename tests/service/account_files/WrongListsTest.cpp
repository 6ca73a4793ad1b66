// SPDX-License-Identifier: MIT
#include "tests/service/account_files/AccountFileBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

using Step = DepartureStepState;

/// A wrong list shows accounts as closed about which something had been decided; the right one, of before,
/// takes its place.
class WrongListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { set({}); }

    void letter_isToBeSentAgain()
    {
        leave({u"F1"_s});
        QCOMPARE(step().state, Step::Manual);
        handInWrong();
        QCOMPARE(step().state, Step::Confirmed);
        QCOMPARE(departure().state, DepartureState::Closed);

        handInRight();
        QCOMPARE(step().state, Step::Manual);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureManual);
        QCOMPARE(departure().state, DepartureState::Running);
        QCOMPARE(m_desk->handIn("identifiant\nF2\n").status, 200);
        QCOMPARE(step().state, Step::Confirmed);
        QCOMPARE(departure().state, DepartureState::Closed);
    }

    void letterWithoutDeparture_isToBeSentAgain()
    {
        close(u"F1"_s);
        handInWrong();
        QCOMPARE(state(u"F1"_s), AccountState::Closed);
        handInRight();
        QCOMPARE(state(u"F1"_s), AccountState::ClosureManual);
        // The list of the next day, which still shows it, changes nothing.
        QCOMPARE(m_desk->handIn("identifiant\nF1\nF2\n").status, 200);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureManual);
    }

    void letter_thatWasDeclaredSent_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<Step>("expected");
        QTest::newRow("after the right list") << -7 << Step::DeclaredDone;
        QTest::newRow("before the right list") << 1 << Step::Manual;
    }
    void letter_thatWasDeclaredSent()
    {
        QFETCH(int, right);
        QFETCH(Step, expected);
        leave({u"F1"_s});
        QCOMPARE(m_desk
                     ->decide(m_desk->decision(DecisionKind::DeclareClosed, u"impots:F1"_s,
                                               account(u"F1"_s).version))
                     .status,
                 201);
        const QDateTime declaredAt = *step().at;
        m_right = m_desk->bench.clock.now().addDays(right);
        m_desk->bench.clock.advance(2LL * 24 * 3600);
        m_wrong = m_desk->bench.clock.now();
        handInWrong();
        QCOMPARE(step().state, Step::Confirmed);
        handInRight();
        QCOMPARE(step().state, expected);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureManual);
        const bool still = expected == Step::DeclaredDone;
        QCOMPARE(*step().at == declaredAt, still);
        QCOMPARE(departure().state, still ? DepartureState::Closed : DepartureState::Running);
        QCOMPARE(journalled(u"account.stillOpen"_s), still ? 0 : 1);
    }

    void hourToCome_isWaitedForAgain_data()
    {
        QTest::addColumn<bool>("pages");
        QTest::newRow("at once") << false;
        QTest::newRow("in pages") << true;
    }
    void hourToCome_isWaitedForAgain()
    {
        QFETCH(bool, pages);
        leave({u"F1"_s}, hour());
        handInWrong();
        QCOMPARE(step().state, Step::NotNeeded);
        QCOMPARE(departure().state, DepartureState::Closed);

        pages ? handInRightPages() : handInRight();
        QCOMPARE(step().state, Step::ToDo);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureScheduled);
        QCOMPARE(departure().state, DepartureState::Scheduled);
        turn();
        QCOMPARE(step().state, Step::ToDo);
        reachHour();
        QCOMPARE(step().state, Step::Manual);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureManual);
        QCOMPARE(departure().state, DepartureState::Running);
    }

    void hourThatCameMeanwhile_leavesNow()
    {
        leave({u"F1"_s, u"F2"_s}, hour());
        handInWrong();
        reachHour();
        QCOMPARE(step(0).state, Step::NotNeeded);
        QCOMPARE(step(1).state, Step::Manual);
        handInRight();
        QCOMPARE(step(0).state, Step::ToDo);
        const QDateTime asked = *step(1).at;
        m_desk->bench.clock.advance(60);
        turn();
        QCOMPARE(step(0).state, Step::Manual);
        QCOMPARE(step(1).at, asked);
    }

    void stoppedMeanwhile_staysStopped()
    {
        leave({u"F1"_s, u"F2"_s}, hour());
        handInWrong();
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::StopDeparture, departure().id, 0)).status,
                 201);
        handInRight();
        QCOMPARE(step(0).state, Step::NotNeeded);
        QCOMPARE(state(u"F1"_s), AccountState::Active);
        reachHour();
        QCOMPARE(state(u"F1"_s), AccountState::Active);
        QCOMPARE(state(u"F2"_s), AccountState::Active);
    }

    void successor_isWaitedForAgain()
    {
        m_list = "identifiant;titulaire;administrateur\nF1;Hélène Roche;oui\nF2;Paul Martin;non\n";
        QCOMPARE(m_desk->handIn(m_list, AccountFileBench::dated(m_right.addSecs(-60))).status, 200);
        leave({u"F1"_s}, {}, u"impots:F2"_s);
        QCOMPARE(step().state, Step::ReplacementNeeded);
        handInWrong();
        QCOMPARE(step().state, Step::NotNeeded);
        handInRight();
        QCOMPARE(step().state, Step::ReplacementNeeded);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureScheduled);
        QCOMPARE(departure().state, DepartureState::Running);
        QCOMPARE(
            m_desk->handIn("identifiant;titulaire;administrateur\nF1;Hélène Roche;oui\nF2;Paul Martin;oui\n")
                .status,
            200);
        turn();
        QCOMPARE(step().state, Step::Manual);
    }

    /// Of two pages that take the place of the wrong list the first opens the account.
    void decidedAnewBetweenPages_isAskedOnce()
    {
        leave({u"F1"_s}, hour());
        handInWrong();
        QCOMPARE(handInRightPage(1).status, 200);
        close(u"F1"_s);
        QCOMPARE(handInRightPage(2).status, 200);
        QCOMPARE(state(u"F1"_s), AccountState::ClosureManual);
        QCOMPARE(step().state, Step::NotNeeded);
    }

    /// Lists of before the wrong one count.
    void closedLongBefore_staysOpenWhereItWasOpenedAgain()
    {
        leave({u"F1"_s});
        m_right = m_wrong.addSecs(-60);
        QCOMPARE(m_desk->handIn("identifiant\nF2\n", AccountFileBench::dated(m_right.addSecs(-120))).status,
                 200);
        QCOMPARE(m_desk->handIn(m_list, AccountFileBench::dated(m_right.addSecs(-60))).status, 200);
        handInWrong();
        handInRight();
        QCOMPARE(state(u"F1"_s), AccountState::Active);
        QCOMPARE(step().state, Step::Confirmed);
    }

    void askedOfThePortal_itsWordIsAwaitedAgain_data() { departureOrNot(); }
    void askedOfThePortal_itsWordIsAwaitedAgain()
    {
        QFETCH(bool, departs);
        setAsked(departs);
        handInWrong();
        QCOMPARE(state(u"F1"_s), AccountState::Closed);
        handInRight();
        QCOMPARE(state(u"F1"_s), AccountState::ClosureRequested);
        if (departs) {
            QCOMPARE(step().state, Step::Requested);
            QCOMPARE(departure().state, DepartureState::Running);
        }
        QCOMPARE(acknowledge(), 200);
        QCOMPARE(state(u"F1"_s), AccountState::Closed);
        QCOMPARE(asked(), 1);
        QCOMPARE(links(u"acknowledgement"_s), 1);
        if (departs) {
            QCOMPARE(step().state, Step::Confirmed);
            QCOMPARE(departure().state, DepartureState::Closed);
        }
    }

    void askedOfThePortal_itsWordCameMeanwhile_isNotAskedAgain_data() { departureOrNot(); }
    void askedOfThePortal_itsWordCameMeanwhile_isNotAskedAgain()
    {
        QFETCH(bool, departs);
        setAsked(departs);
        handInWrong();
        QCOMPARE(acknowledge(), 200);
        handInRight();
        // As old as the list that shows it; the word is kept.
        QCOMPARE(state(u"F1"_s), AccountState::Active);
        QCOMPARE(asked(), 1);
        QCOMPARE(links(u"acknowledgement"_s), 1);
        if (departs) {
            QCOMPARE(step().state, Step::Confirmed);
            QCOMPARE(departure().state, DepartureState::Closed);
        }
    }

    void askedOfThePortal_thatWasSilentMeanwhile_failed_data() { departureOrNot(); }
    void askedOfThePortal_thatWasSilentMeanwhile_failed()
    {
        QFETCH(bool, departs);
        setAsked(departs);
        handInWrong();
        m_desk->bench.clock.advance(8LL * 24 * 3600);
        m_desk->bench.jobs.run("closures");
        handInRight();
        QCOMPARE(state(u"F1"_s), AccountState::ClosureFailed);
        if (departs) {
            QCOMPARE(step().state, Step::Failed);
            QCOMPARE(departure().state, DepartureState::Running);
        }
        m_desk->tokens.clear();
        QCOMPARE(acknowledge(), 200);
        QCOMPARE(state(u"F1"_s), AccountState::Closed);
    }

private:
    static void departureOrNot()
    {
        QTest::addColumn<bool>("departs");
        QTest::newRow("of a departure") << true;
        QTest::newRow("alone") << false;
    }
    void set(const QHash<QString, QString>& more)
    {
        m_desk = std::make_unique<AccountFileBench>(more);
        m_wrong = m_desk->bench.clock.now().addSecs(-3600);
        m_right = m_wrong.addDays(-7);
        m_list = "identifiant\nF1\nF2\n";
        QCOMPARE(m_desk->handIn(m_list, AccountFileBench::dated(m_right.addDays(-1))).status, 200);
    }
    /// A portal that closes when an event asks for it was asked to close F1.
    void setAsked(bool departs)
    {
        set({{u"scopes"_s, u"revocation.recevoir"_s}});
        departs ? leave({u"F1"_s}) : close(u"F1"_s);
        m_desk->deliver();
        QCOMPARE(state(u"F1"_s), AccountState::ClosureRequested);
    }
    [[nodiscard]] QDateTime hour() const { return m_desk->bench.clock.now().addDays(3); }
    void reachHour()
    {
        m_desk->bench.clock.advance(3LL * 24 * 3600 + 1);
        turn();
    }
    void turn() { m_desk->bench.jobs.run("departures"); }

    void leave(const QStringList& names, const std::optional<QDateTime>& at = {},
               const QString& successor = {})
    {
        Decision decision =
            m_desk->decision(DecisionKind::StartDeparture, u"6b0f9a1e-58c4-4a8e-9d53-0d5f2f1c7a11"_s, 0);
        DepartureTerms terms{u"Hélène Roche"_s, {}, at, {}};
        for (const QString& name : names) {
            terms.items.append({u"impots:"_s + name, account(name).version, successor, false});
        }
        decision.departure = terms;
        QCOMPARE(m_desk->decide(decision).status, 201);
    }
    void close(const QString& name)
    {
        QCOMPARE(m_desk
                     ->decide(m_desk->decision(DecisionKind::CloseAccount, u"impots:"_s + name,
                                               account(name).version))
                     .status,
                 201);
    }
    /// It does not hold F1.
    void handInWrong()
    {
        QCOMPARE(m_desk->handIn("identifiant\nF2\n", AccountFileBench::dated(m_wrong)).status, 200);
    }
    void handInRight()
    {
        QCOMPARE(m_desk->handIn(m_list, AccountFileBench::instead(m_right, m_wrong)).status, 200);
    }
    void handInRightPages()
    {
        QCOMPARE(handInRightPage(1).status, 200);
        QCOMPARE(state(u"F1"_s), AccountState::Active);
        QCOMPARE(handInRightPage(2).status, 200);
    }
    [[nodiscard]] HttpResponse handInRightPage(int number)
    {
        const AccountFileBench::Parameters page{
            {u"series"_s, u"t"_s}, {u"of"_s, u"2"_s}, {u"number"_s, QString::number(number)}};
        return m_desk->handIn(number == 1 ? "identifiant\nF1\n" : "identifiant\nF2\n",
                              page + AccountFileBench::instead(m_right, m_wrong));
    }
    /// What the portal answers of F1.
    [[nodiscard]] int acknowledge()
    {
        const QString order =
            m_desk->bench.value(u"SELECT id FROM delivery WHERE target = ?"_s, {u"impots:F1"_s}).toString();
        return m_desk
            ->call("POST", u"/portal/v1/closures/%1/acknowledgement"_s.arg(order), R"({"outcome":"closed"})",
                   {{"authorization", m_desk->token()}, {"content-type", "application/json"}})
            .status;
    }

    [[nodiscard]] PortalAccount account(const QString& name)
    {
        for (const PortalAccount& each : m_desk->snapshot().accounts) {
            if (each.portalAccountId == name) {
                return each;
            }
        }
        return {};
    }
    [[nodiscard]] AccountState state(const QString& name) { return account(name).state; }
    [[nodiscard]] Departure departure() { return m_desk->snapshot().departures.value(0); }
    [[nodiscard]] DepartureStep step(int position = 0) { return departure().steps.value(position); }
    [[nodiscard]] int journalled(const QString& kind)
    {
        int lines = 0;
        for (const JournalLine& line : m_desk->snapshot().journal) {
            lines += line.kind == kind ? 1 : 0;
        }
        return lines;
    }
    /// How often the portal was asked to close something.
    [[nodiscard]] int asked()
    {
        return m_desk->bench.value(u"SELECT COUNT(*) FROM delivery WHERE kind = 'askClosure'"_s).toInt();
    }
    [[nodiscard]] int links(const QString& kind)
    {
        return m_desk->bench.value(u"SELECT COUNT(*) FROM evidence WHERE kind = ?"_s, {kind}).toInt();
    }

    std::unique_ptr<AccountFileBench> m_desk;
    QDateTime m_wrong; ///< date of the wrong list
    QDateTime m_right; ///< date of the right one
    QByteArray m_list; ///< the right one
};

QTEST_GUILESS_MAIN(WrongListsTest)
#include "WrongListsTest.moc"
