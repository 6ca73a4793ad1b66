// SPDX-License-Identifier: MIT
#include "core/departure/Orphan.h"
#include "tests/service/desk/SubstitutionBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 3600;

} // namespace

/// Somebody takes over from an administrator who has left: Laurent Petit, on "impots", "urssaf" and "asp".
class SubstitutionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<SubstitutionBench>(); }

    void somebodyElse_isAdministratorOnceThePortalShowsIt()
    {
        QVERIFY(m_bench->orphaned(u"impots:LP"_s));
        const Decision decision = m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s);
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        const auto asked = m_bench->account(u"impots:LP"_s).substitution;
        QCOMPARE(asked,
                 std::optional(Substitution{u"impots:ZB"_s, u"TITULAIRE"_s, u"Claire Fabre"_s,
                                            m_bench->desk.bench.clock.now(), SubstitutionState::Requested}));
        QCOMPARE(m_bench->desk.bench.jobs.wakes("deliveries.impots"), 1);

        m_bench->desk.deliver();
        // The portal has it; what the company sees is what the portal's data say.
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Taken));
        QVERIFY(!m_bench->account(u"impots:ZB"_s).administratorRole);
        QVERIFY(m_bench->orphaned(u"impots:LP"_s));

        m_bench->desk.sync();
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
        QCOMPARE(m_bench->account(u"impots:ZB"_s).roleCode, u"TITULAIRE"_s);
        QVERIFY(m_bench->account(u"impots:ZB"_s).administratorRole);
        QVERIFY(!m_bench->orphaned(u"impots:LP"_s));
        QCOMPARE(m_bench->journalled(u"account.naming"_s), 1);
        QCOMPARE(m_bench->journalled(u"account.administratorNamed"_s), 1);
        QCOMPARE(m_bench->evidence(u"acknowledgement"_s), 1);
        QVERIFY(m_bench->evidenceIsWhole());
        // And the account that it was about can be closed now.
        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s).status, 201);
    }

    void oneself_isNamedLikeAnybody()
    {
        QVERIFY(m_bench->account(u"impots:CF"_s).mine);
        QCOMPARE(substitutesFor(m_bench->desk.snapshot(), u"impots:LP"_s, m_bench->today()).size(), 2);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QVERIFY(m_bench->account(u"impots:CF"_s).administratorRole);
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
    }

    void newcomer_getsAnAccountWithTheRole()
    {
        m_bench->orphan(SubstitutionBench::administrator(u"LP"_s, u"Laurent Petit"_s, {u"00005826300013"_s}));
        m_bench->knownElsewhere();
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"urssaf:MN"_s)).status, 201);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Taken));
        m_bench->desk.sync();
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
        const PortalAccount made = m_bench->account(u"impots:NEW3"_s);
        QCOMPARE(made.holderName, u"Marc Noël"_s);
        QCOMPARE(made.email, u"mn@fabre-filles.example"_s);
        QCOMPARE(made.roleCode, u"TITULAIRE"_s);
        QCOMPARE(made.sirets, QStringList{u"00005826300013"_s});
        QCOMPARE(m_bench->journalled(u"account.administratorNamed"_s), 1);
        QVERIFY(!m_bench->account(u"urssaf:MN"_s).administratorRole);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void newcomer_answerLost_opensOneAccount()
    {
        m_bench->knownElsewhere();
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"urssaf:MN"_s)).status, 201);
        m_bench->portal().losesOpenings = true;
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Requested));
        m_bench->desk.bench.clock.advance(day);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Taken));
        QCOMPARE(m_bench->portal().users.size(), 4);
    }

    void newcomer_portalRefuses_saysWhy()
    {
        m_bench->knownElsewhere();
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"urssaf:MN"_s)).status, 201);
        m_bench->portal().openReply = HttpReply{403, {}, R"({"detail":"Inscription en personne."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, u"Inscription en personne."_s);
    }

    void newcomer_hasOneThere_isToldAfterALook_andNotForSevenDays()
    {
        m_bench->knownElsewhere();
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"urssaf:MN"_s)).status, 201);
        m_bench->portal().openReply = HttpReply{409, {}, R"({"detail":"Adresse déjà utilisée."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Requested));
        m_bench->desk.bench.clock.advance(3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, u"Adresse déjà utilisée."_s);
    }

    void newcomer_openedWithoutTheRole_isGivenIt()
    {
        m_bench->knownElsewhere();
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"urssaf:MN"_s)).status, 201);
        m_bench->portal().losesOpenings = true;
        m_bench->desk.deliver();
        m_bench->portal().losesOpenings = false;
        QJsonObject& made = m_bench->portal().users.last();
        QJsonObject extension = made[accountSchema()].toObject();
        extension.insert(u"role"_s, QJsonObject{{u"value"_s, u"DELEGATAIRE"_s}, {u"display"_s, u"D"_s}});
        made.insert(accountSchema(), extension);
        m_bench->desk.bench.clock.advance(3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Taken));
        QCOMPARE(m_bench->portal().users.last()[accountSchema()][u"role"][u"value"].toString(),
                 u"TITULAIRE"_s);
    }

    void establishments_areThoseOfBoth()
    {
        m_bench->orphan(SubstitutionBench::administrator(u"LP"_s, u"Laurent Petit"_s,
                                                         {u"00005826300013"_s, u"00005826300021"_s}));
        m_bench->portal().users[1] =
            SubstitutionBench::with(DepartureBench::user(u"ZB"_s, u"Zoé Blanc"_s), u"siret"_s,
                                    QJsonArray{u"00005826300021"_s, u"00005826300047"_s});
        m_bench->desk.sync();
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QCOMPARE(m_bench->account(u"impots:ZB"_s).sirets,
                 (QStringList{u"00005826300021"_s, u"00005826300047"_s, u"00005826300013"_s}));
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
    }

    void roleGivenElsewhereOnly_isAwaitedStill()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->portal().users[1] =
            SubstitutionBench::administrator(u"ZB"_s, u"Zoé Blanc"_s, {u"00005826300021"_s});
        m_bench->desk.sync();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Requested));
    }

    void portalRefuses_saysWhy_andSomebodyElseMayBeNamed()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->portal().patchReply = HttpReply{403, {}, R"({"detail":"Contactez votre service."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, u"Contactez votre service."_s);
        QCOMPARE(m_bench->journalled(u"account.namingFailed"_s), 1);
        QCOMPARE(m_bench->evidence(u"refusal"_s), 1);

        m_bench->portal().patchReply.reset();
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)).status, 201);
        QVERIFY(m_bench->account(u"impots:LP"_s).portalMessage.isEmpty());
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QVERIFY(m_bench->account(u"impots:CF"_s).administratorRole);
        QVERIFY(!m_bench->account(u"impots:ZB"_s).administratorRole);
    }

    void portalNeverAnswers_afterTwoDaysSomebodyElse_afterSevenItFailed()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Requested));
        m_bench->desk.bench.clock.advance(2 * day);
        QCOMPARE(m_bench->code(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)), u"already-decided"_s);
        m_bench->desk.bench.clock.advance(60);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)).status, 201);
        for (int days = 0; days < 9; ++days) {
            m_bench->desk.deliver();
            m_bench->desk.bench.clock.advance(day);
        }
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        // Zoé Blanc, whom the company does not want any more, is not named late.
        m_bench->portal().trouble.reset();
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QVERIFY(!m_bench->account(u"impots:ZB"_s).administratorRole);
        QCOMPARE(m_bench->journalled(u"account.namingFailed"_s), 1);
    }

    void portalsDataComeFirst_nothingMoreIsSent()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        m_bench->portal().trouble.reset();
        m_bench->portal().users[1] = SubstitutionBench::administrator(u"ZB"_s, u"Zoé Blanc"_s);
        m_bench->desk.sync();
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
        m_bench->desk.bench.clock.advance(day);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->desk.bench.value(u"SELECT state FROM delivery"_s).toString(), u"overtaken"_s);
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void mandateOfWhoeverDecided_ends_nothingLeaves()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)).status, 201);
        QVERIFY(m_bench->mandateEnds(m_bench->desk.claire));
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QVERIFY(!m_bench->account(u"impots:CF"_s).administratorRole);
        QCOMPARE(m_bench->desk.bench.value(u"SELECT state FROM delivery WHERE kind = 'nameAdministrator'"_s)
                     .toString(),
                 u"overtaken"_s);
    }

    void accountOfWhoeverTakesOver_closesMeanwhile_fails()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->portal().users[1].insert(u"active"_s, false);
        m_bench->desk.sync();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->journalled(u"account.namingFailed"_s), 1);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)).status, 201);
    }

    void sameDecisionAgain_hasTheSameReceipt()
    {
        const Decision decision = m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s);
        const auto first = m_bench->desk.decide(decision);
        const auto second = m_bench->desk.decide(decision);
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
    }

    void anotherDirector_learnsWhoWasFirst()
    {
        TestDirector paul(u"Paul Fabre"_s);
        m_bench->desk.guard.people.append(paul.person);
        m_bench->desk.company.directors.append(paul.person.subject);
        const Decision second = m_bench->naming(u"impots:LP"_s, u"impots:CF"_s);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        const auto answer = m_bench->desk.send(paul, paul.sign(second));
        QCOMPARE(DepartureBench::problem(answer), u"already-decided"_s);
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(), u"Claire Fabre|2026-11-23T07:30:00Z"_s);
        QCOMPARE(m_bench->account(u"impots:LP"_s).substitution->successor, u"impots:ZB"_s);
    }

    void notTaken_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("successor");
        QTest::addColumn<QString>("answer");
        QTest::newRow("nobody's account") << u"impots:none"_s << u"impots:ZB"_s << u"not-found"_s;
        QTest::newRow("a portal without such orders") << u"asp:LP"_s << u"asp:ZB"_s << u"not-allowed"_s;
        QTest::newRow("no administrator's account") << u"impots:CF"_s << u"impots:ZB"_s << u"conflict"_s;
        QTest::newRow("nobody named") << u"impots:LP"_s << QString() << u"invalid-request"_s;
        QTest::newRow("who left") << u"impots:LP"_s << u"impots:LP"_s << u"invalid-request"_s;
        QTest::newRow("unknown") << u"impots:LP"_s << u"impots:none"_s << u"invalid-request"_s;
        QTest::newRow("on another portal") << u"impots:LP"_s << u"urssaf:ZB"_s << u"invalid-request"_s;
    }
    void notTaken()
    {
        QFETCH(QString, account);
        QFETCH(QString, successor);
        QTEST(m_bench->code(m_bench->naming(account, successor)), "answer");
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
    }

    void accountThatNobodyIsNamedFor_isTakenOver()
    {
        QJsonObject unnamed = SubstitutionBench::administrator(u"LP"_s, {});
        unnamed.remove(u"name"_s);
        m_bench->portal().users[0] = unnamed;
        m_bench->desk.sync();
        QCOMPARE(DepartureBench::problem(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s)),
                 u"last-hand"_s);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QVERIFY(m_bench->account(u"impots:ZB"_s).administratorRole);
        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s).status, 201);
    }

    void administratorInPost_isNotReplaced()
    {
        m_bench->portal().users[1] = SubstitutionBench::administrator(u"ZB"_s, u"Zoé Blanc"_s);
        m_bench->desk.sync();
        QCOMPARE(m_bench->code(m_bench->naming(u"impots:LP"_s, u"impots:CF"_s)), u"conflict"_s);
    }

    void otherVersion_isNotTaken()
    {
        Decision decision = m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s);
        ++decision.targetVersion;
        QCOMPARE(m_bench->code(decision), u"version-changed"_s);
    }

    void successorOfAnotherVersion_isNotTaken()
    {
        Decision decision = m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s);
        ++*decision.successorVersion;
        QCOMPARE(m_bench->code(decision), u"version-changed"_s);
        decision.successorVersion.reset();
        const HttpResponse without = m_bench->desk.decide(decision);
        QCOMPARE(DepartureBench::problem(without), u"invalid-request"_s);
        QCOMPARE(DeskBench::json(without)[u"argument"].toString(), u"successorVersion"_s);
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
    }

    void weakSignIn_isAskedForAStrongOne()
    {
        m_bench->desk.guard.strong = false;
        QCOMPARE(m_bench->code(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)), u"strong-sign-in-needed"_s);
    }

    void departure_goesOnOnceSomebodyWasNamed()
    {
        Decision departure = m_bench->start({u"impots"_s});
        departure.departure->items[0].successor = u"impots:ZB"_s;
        QCOMPARE(m_bench->desk.decide(departure).status, 201);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.sync();
        m_bench->turn();
        m_bench->desk.deliver();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
    }

private:
    std::unique_ptr<SubstitutionBench> m_bench;
};

QTEST_GUILESS_MAIN(SubstitutionsTest)
#include "SubstitutionsTest.moc"
