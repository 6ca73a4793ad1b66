// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// How a delegation is held, ended, and handed on to a successor.
class DelegationEndsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DelegationBench>();
        m_successor.person.signedInAt = m_desk->bench.clock.now();
        m_desk->letIn(m_successor);
    }

    void suspend_andResume_takesRightsAndGivesThemBack()
    {
        Delegation delegation = m_desk->takenUp();
        delegation = done(m_desk->act(m_desk->claire, DelegationOrder::Suspend, delegation));
        QCOMPARE(delegation.state, DelegationState::Suspended);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        delegation = done(m_desk->act(m_desk->claire, DelegationOrder::Resume, delegation));
        QCOMPARE(delegation.state, DelegationState::Active);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 200);
        QCOMPARE(m_desk->mailer.mails.size(), 3);
        QCOMPARE(m_desk->evidenceLinks(), 4);
    }

    void revoke_active_endsAtOnceAndTellsTheDelegate()
    {
        const Delegation delegation = m_desk->takenUp();
        const auto revoked = m_desk->act(m_desk->claire, DelegationOrder::Revoke, delegation);
        QCOMPARE(DelegationBench::delegationIn(revoked).state, DelegationState::Revoked);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        const Mail told = m_desk->mailer.mails.constLast();
        QCOMPARE(told.to, QStringLiteral("nadia@fabre-filles.example"));
        QVERIFY(told.body.contains(QStringLiteral("retirée")) && !told.body.contains(u'%'));
        QCOMPARE(m_desk->snapshot().journal[0].kind, QStringLiteral("delegation.revoked"));
        QVERIFY(m_desk->chainIsWhole());
    }

    void revoke_proposal_makesTheCodeWorthless()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QString code = m_desk->codeSent();
        m_desk->act(m_desk->claire, DelegationOrder::Revoke, m_desk->delegations(m_desk->claire)[0]);
        QCOMPARE(m_desk->answer(m_desk->nadia, code).status, 404);
    }

    void act_onWhatChangedMeanwhile_isRefused()
    {
        const Delegation delegation = m_desk->takenUp();
        QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Suspend, delegation).status, 200);
        QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Revoke, delegation).status, 409);
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Suspended);
    }

    void act_notInThisState_isRefused()
    {
        const Delegation delegation = m_desk->takenUp();
        for (const auto order :
             {DelegationOrder::Resume, DelegationOrder::Confirm, DelegationOrder::LetLapse}) {
            QCOMPARE(m_desk->act(m_desk->claire, order, delegation).status, 409);
        }
        QCOMPARE(m_desk->evidenceLinks(), 2);
    }

    void act_withoutAStrongSignIn_takesRightsButGivesNone()
    {
        Delegation delegation = m_desk->takenUp();
        m_desk->guard.strong = false;
        delegation = done(m_desk->act(m_desk->claire, DelegationOrder::Suspend, delegation));
        QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Resume, delegation).status, 401);
        m_desk->guard.recent = false;
        QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Revoke, delegation).status, 401);
    }

    void act_onAnotherCompanysDelegation_isNotFound()
    {
        Delegation delegation = m_desk->takenUp();
        // The same director leads this one too: the delegation still belongs to the other.
        DelegationProposal terms = delegation.terms;
        terms.siren = QStringLiteral("000041376");
        terms.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        StoredDelegation stored{delegation, m_desk->claire.person.subject, {}, {}, 0};
        stored.delegation.terms = terms;
        QVERIFY(m_desk->bench.write([&](QSqlDatabase& connection) {
            return DelegationStore(*m_desk->bench.keys).insert(connection, stored);
        }));
        delegation.terms.id = terms.id;
        QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Revoke, delegation).status, 404);
    }

    void renounce_delegate_endsItWithoutWaiting()
    {
        const Delegation delegation = m_desk->takenUp();
        QCOMPARE(m_desk->renounce(m_desk->claire, delegation.terms.id).status, 404);
        QCOMPARE(m_desk->renounce(m_desk->nadia, delegation.terms.id).status, 200);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        QCOMPARE(m_desk->renounce(m_desk->nadia, delegation.terms.id).status, 409);
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Renounced);
    }

    void expiry_lastDayOver_endsByItself()
    {
        auto terms = m_desk->proposal();
        terms.end = QDate(2026, 11, 30);
        m_desk->takenUp(terms);
        m_desk->bench.clock.advance(9LL * 86'400);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        m_desk->runTerms();
        QCOMPARE(m_desk->evidenceLinks(), 3);
        QVERIFY(m_desk->mailer.mails.constLast().body.contains(QStringLiteral("date de fin")));
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Expired);
    }

    void mandateEnd_active_isReadOnlyForThirtyDays()
    {
        m_desk->takenUp();
        const QString reference = m_desk->deposited();
        m_desk->replaceClaireBy(m_successor);
        const Delegation waiting = m_desk->delegations(m_successor)[0];
        QCOMPARE(waiting.state, DelegationState::ToConfirm);
        QCOMPARE(waiting.answerBy, m_desk->bench.clock.now().addDays(30));
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 200);
        const Decision accepted = m_desk->decision(DecisionKind::AcceptRequest, reference, 1);
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(accepted)).status, 403);
        QVERIFY(m_desk->mailer.mails.constLast().body.contains(QStringLiteral("23/12/2026")));
        QCOMPARE(m_desk->evidenceLinks(), 3);
        QVERIFY(m_desk->chainIsWhole());
    }

    void mandateEnd_unreadableDelegation_holdsUpNothing()
    {
        const Delegation broken = m_desk->takenUp();
        QVERIFY(m_desk->bench.sql(QStringLiteral("UPDATE delegation SET content = 'x'")));
        const Delegation whole = m_desk->takenUp();
        m_desk->replaceClaireBy(m_successor);
        QVERIFY(m_desk->bench.sql(QStringLiteral("DELETE FROM delegation WHERE id = ?"), {broken.terms.id}));
        QCOMPARE(m_desk->delegations(m_successor)[0].terms.id, whole.terms.id);
        QCOMPARE(m_desk->delegations(m_successor)[0].state, DelegationState::ToConfirm);
    }

    void mandateEnd_proposal_lapses()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QString code = m_desk->codeSent();
        m_desk->replaceClaireBy(m_successor);
        QCOMPARE(m_desk->delegations(m_successor)[0].state, DelegationState::Lapsed);
        QVERIFY(m_desk->mailer.mails.constLast().body.contains(QStringLiteral("caduque")));
        QCOMPARE(m_desk->answer(m_desk->nadia, code).status, 404);
    }

    void mandateEnd_suspended_givesNothingBack()
    {
        const Delegation delegation = m_desk->takenUp();
        m_desk->act(m_desk->claire, DelegationOrder::Suspend, delegation);
        m_desk->replaceClaireBy(m_successor);
        QCOMPARE(m_desk->delegations(m_successor)[0].state, DelegationState::ToConfirm);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
    }

    void mandateEnd_notYetSeen_delegateIsJudgedByIt()
    {
        m_desk->takenUp();
        m_desk->company.directors = {m_successor.person.subject};
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
    }

    void confirm_successor_isTheDelegatorFromNowOn()
    {
        m_desk->takenUp();
        const QString reference = m_desk->deposited();
        m_desk->replaceClaireBy(m_successor);
        const Delegation confirmed =
            done(m_desk->act(m_successor, DelegationOrder::Confirm, m_desk->delegations(m_successor)[0]));
        QCOMPARE(confirmed.state, DelegationState::Active);
        QCOMPARE(confirmed.delegator, QStringLiteral("Jeanne Successeur"));
        const Decision accepted = m_desk->decision(DecisionKind::AcceptRequest, reference, 1);
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(accepted)).status, 201);
        m_desk->bench.clock.advance(40LL * 86'400);
        m_desk->runTerms();
        QCOMPARE(m_desk->delegations(m_successor)[0].state, DelegationState::Active);
    }

    void letLapse_successor_endsIt()
    {
        m_desk->takenUp();
        m_desk->replaceClaireBy(m_successor);
        const Delegation lapsed =
            done(m_desk->act(m_successor, DelegationOrder::LetLapse, m_desk->delegations(m_successor)[0]));
        QCOMPARE(lapsed.state, DelegationState::Lapsed);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
    }

    void confirm_formerDirectorOrDelegate_isNotAllowed()
    {
        m_desk->takenUp();
        m_desk->replaceClaireBy(m_successor);
        const Delegation waiting = m_desk->delegations(m_successor)[0];
        for (const TestDirector* who : {&m_desk->claire, &m_desk->nadia}) {
            QCOMPARE(m_desk->act(*who, DelegationOrder::Confirm, waiting).status, 403);
        }
        QVERIFY(!waiting.mine);
        QVERIFY(m_desk->delegations(m_desk->nadia)[0].mine);
        // Even as the new director, nobody confirms their own.
        m_desk->company.directors = {m_desk->nadia.person.subject};
        QVERIFY(m_desk->delegations(m_desk->nadia)[0].mine);
        QCOMPARE(m_desk->act(m_desk->nadia, DelegationOrder::Confirm, waiting).status, 403);
    }

    void mandateEnd_nobodyAnswers_lapsesAfterThirtyDays()
    {
        m_desk->takenUp();
        m_desk->replaceClaireBy(m_successor);
        m_desk->bench.clock.advance(30LL * 86'400 - 1);
        m_desk->runTerms();
        QCOMPARE(m_desk->evidenceLinks(), 3);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 200);
        m_desk->bench.clock.advance(1);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        m_desk->runTerms();
        QCOMPARE(m_desk->evidenceLinks(), 4);
        QCOMPARE(m_desk->delegations(m_successor)[0].state, DelegationState::Lapsed);
        QVERIFY(m_desk->mailer.mails.constLast().body.contains(QStringLiteral("caduque")));
        QVERIFY(m_desk->chainIsWhole());
    }

private:
    [[nodiscard]] static Delegation done(const HttpResponse& answer)
    {
        return answer.status == 200 ? DelegationBench::delegationIn(answer) : Delegation{};
    }

    TestDirector m_successor{QStringLiteral("Jeanne Successeur")};
    std::unique_ptr<DelegationBench> m_desk;
};

QTEST_GUILESS_MAIN(DelegationEndsTest)
#include "DelegationEndsTest.moc"
