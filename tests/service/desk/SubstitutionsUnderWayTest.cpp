// SPDX-License-Identifier: MIT
#include "tests/service/desk/SubstitutionBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 3600;
const QString rennes = u"00005826300013"_s;
const QString brest = u"00005826300021"_s;
const QString lyon = u"00005826300047"_s;

} // namespace

/// What happens between the decision to name somebody and the portal's answer.
class SubstitutionsUnderWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<SubstitutionBench>(); }

    void roleWithoutACode_isNotGiven()
    {
        m_bench->orphan(
            SubstitutionBench::with(SubstitutionBench::administrator(u"LP"_s, u"Laurent Petit"_s), u"role"_s,
                                    QJsonObject{{u"display"_s, u"Titulaire"_s}, {u"administrator"_s, true}}));
        QVERIFY(m_bench->orphaned(u"impots:LP"_s));
        QCOMPARE(m_bench->code(m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s)), u"not-allowed"_s);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QVERIFY(!m_bench->account(u"impots:LP"_s).substitution);
    }

    void roleGivenElsewhereMeanwhile_orderStillLeaves()
    {
        m_bench->orphan(SubstitutionBench::administrator(u"LP"_s, u"Laurent Petit"_s, {rennes, brest}));
        name(u"impots:ZB"_s);
        m_bench->portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        m_bench->portal().trouble.reset();
        m_bench->portal().users[1] = SubstitutionBench::administrator(u"ZB"_s, u"Zoé Blanc"_s, {brest});
        m_bench->desk.bench.clock.advance(day);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Taken));
        m_bench->desk.sync();
        QVERIFY(!m_bench->state(u"impots:LP"_s));
        QCOMPARE(m_bench->account(u"impots:ZB"_s).sirets, (QStringList{brest, rennes}));
    }

    void portalGivesTheRoleElsewhereOnly_isNotTaken()
    {
        m_bench->orphan(SubstitutionBench::administrator(u"LP"_s, u"Laurent Petit"_s, {rennes, brest}));
        name(u"impots:ZB"_s);
        const QJsonObject half = SubstitutionBench::administrator(u"ZB"_s, u"Zoé Blanc"_s, {brest});
        m_bench->portal().patchReply = HttpReply{200, {}, QJsonDocument(half).toJson(QJsonDocument::Compact)};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Requested));
        QCOMPARE(m_bench->evidence(u"acknowledgement"_s), 0);
    }

    void establishmentsOfTheSuccessorMovedMeanwhile_areKept()
    {
        m_bench->orphan(SubstitutionBench::administrator(u"LP"_s, u"Laurent Petit"_s, {rennes}));
        m_bench->portal().users[1] =
            SubstitutionBench::with(m_bench->portal().users[1], u"siret"_s, QJsonArray{rennes, brest});
        m_bench->desk.sync();
        name(u"impots:ZB"_s);
        m_bench->portal().users[1] =
            SubstitutionBench::with(m_bench->portal().users[1], u"siret"_s, QJsonArray{lyon});
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QCOMPARE(m_bench->account(u"impots:ZB"_s).sirets, (QStringList{lyon, rennes}));
        QVERIFY(!m_bench->state(u"impots:LP"_s));
    }

    void successorLeavesMeanwhile_nothingIsGiven()
    {
        name(u"impots:ZB"_s);
        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:ZB"_s).status, 201);
        m_bench->desk.deliver();
        givenToNobody();
        m_bench->desk.sync();
        QVERIFY(!m_bench->account(u"impots:ZB"_s).administratorRole);
    }

    void newcomerLeavesMeanwhile_noAccountIsOpened_data()
    {
        QTest::addColumn<bool>("closed");
        QTest::newRow("account elsewhere is being closed") << true;
        QTest::newRow("has left there") << false;
    }
    void newcomerLeavesMeanwhile_noAccountIsOpened()
    {
        QFETCH(bool, closed);
        m_bench->knownElsewhere();
        name(u"urssaf:MN"_s);
        if (closed) {
            QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"urssaf:MN"_s).status, 201);
        } else {
            m_bench->knownElsewhere(
                {{u"holderLeftOn"_s, m_bench->today().addDays(-1).toString(Qt::ISODate)}});
        }
        m_bench->desk.deliver();
        QCOMPARE(m_bench->portal().users.size(), 3);
        givenToNobody();
    }

    void formerDirectorsOrder_overtakenByAnother_leavesThatOne()
    {
        TestDirector paul(u"Paul Fabre"_s);
        m_bench->desk.guard.people.append(paul.person);
        m_bench->desk.company.directors.append(paul.person.subject);
        const Decision first = m_bench->naming(u"impots:LP"_s, u"impots:ZB"_s);
        QCOMPARE(m_bench->desk.send(paul, paul.sign(first)).status, 201);
        m_bench->portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        m_bench->desk.bench.clock.advance(2 * day + 60);
        name(u"impots:CF"_s);
        QVERIFY(m_bench->mandateEnds(paul));
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Requested));
        m_bench->portal().trouble.reset();
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QVERIFY(m_bench->account(u"impots:CF"_s).administratorRole);
        QVERIFY(!m_bench->account(u"impots:ZB"_s).administratorRole);
    }

    void portalWithoutAnAnswer_isNotSaidToHaveRefused()
    {
        name(u"impots:ZB"_s);
        m_bench->portal().trouble = Failure{FailureCode::TimedOut, u"no answer in 10 s"_s, {}};
        for (int days = 0; days < 9; ++days) {
            m_bench->desk.deliver();
            m_bench->desk.bench.clock.advance(day);
        }
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, QString());
    }

    void accountThatThePortalLost_putsNoWordsInItsMouth()
    {
        name(u"impots:ZB"_s);
        m_bench->portal().users.removeAt(1);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, QString());
    }

private:
    void name(const QString& successor)
    {
        QCOMPARE(m_bench->desk.decide(m_bench->naming(u"impots:LP"_s, successor)).status, 201);
    }
    /// The order was not sent, which the company is told.
    void givenToNobody()
    {
        QCOMPARE(m_bench->orderState(), u"overtaken"_s);
        QCOMPARE(m_bench->state(u"impots:LP"_s), std::optional(SubstitutionState::Failed));
        QCOMPARE(m_bench->account(u"impots:LP"_s).portalMessage, QString());
        QCOMPARE(m_bench->journalled(u"account.namingFailed"_s), 1);
        QCOMPARE(m_bench->evidence(u"overtaken"_s), 1);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    std::unique_ptr<SubstitutionBench> m_bench;
};

QTEST_GUILESS_MAIN(SubstitutionsUnderWayTest)
#include "SubstitutionsUnderWayTest.moc"
