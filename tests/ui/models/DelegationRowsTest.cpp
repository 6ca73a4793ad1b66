// SPDX-License-Identifier: MIT
#include "ui/models/DelegationRows.h"

#include "tests/ui/fakes/SampleDelegations.h"
#include "ui/text/Language.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::tests;
using namespace proconnect::ui;

class DelegationRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.use(QStringLiteral("fr")); }

    void row_saysWhoWhatWhereAndUntilWhen()
    {
        const DelegationRow row = rows({sampleDelegation(QStringLiteral("a"))}).first();
        QCOMPARE(row.name, QStringLiteral("Nadia Ferrand a"));
        QCOMPARE(row.state.text, QStringLiteral("En cours"));
        QCOMPARE(row.powers.size(), 2);
        QVERIFY2(row.scope.contains(QStringLiteral("impots.gouv.fr, ")) &&
                     row.scope.endsWith(QStringLiteral("Tous les sites")),
                 qUtf8Printable(row.scope));
        QCOMPARE(row.ceiling, QStringLiteral("N’accorde jamais de rôle d’administrateur"));
        QVERIFY2(row.period.contains(QStringLiteral("2026")) && row.period.contains(QStringLiteral("2027")),
                 qUtf8Printable(row.period));
        QCOMPARE(row.note, QStringLiteral("Délégation donnée par Anne Petit"));
        QVERIFY(!row.over);
    }

    void orders_ofEachState_areThoseTheServiceTakes()
    {
        for (int value = 0; value <= static_cast<int>(DelegationState::Lapsed); ++value) {
            const Delegation one = sampleDelegation(QStringLiteral("a"), static_cast<DelegationState>(value));
            const DelegationRow row = rows({one}).first();
            const Delegation now = standingAt(one, demonstrationNow());
            const QList<std::pair<DelegationOrder, DelegationEvent>> all{
                {DelegationOrder::Suspend, DelegationEvent::Suspended},
                {DelegationOrder::Resume, DelegationEvent::Resumed},
                {DelegationOrder::Revoke, DelegationEvent::Revoked},
                {DelegationOrder::Confirm, DelegationEvent::Confirmed},
                {DelegationOrder::LetLapse, DelegationEvent::LeftToLapse}};
            for (const auto& [order, event] : all) {
                if (row.orders.contains(order)) {
                    QVERIFY2(stateAfter(now, event, demonstrationNow()), qPrintable(QString::number(value)));
                }
            }
            QCOMPARE(row.over, row.orders.isEmpty());
        }
    }

    void rows_waitingForASuccessor_comeFirstAndAreCounted()
    {
        const auto all = rows({sampleDelegation(QStringLiteral("over"), DelegationState::Revoked),
                               sampleDelegation(QStringLiteral("active")),
                               sampleDelegation(QStringLiteral("waits"), DelegationState::ToConfirm)});
        QCOMPARE(all[0].delegation.terms.id, QStringLiteral("waits"));
        QCOMPARE(all[1].delegation.terms.id, QStringLiteral("active"));
        QCOMPARE(all[2].delegation.terms.id, QStringLiteral("over"));
        QCOMPARE(waitingForSuccessor(all), 1);
        QCOMPARE(all[0].orders, (QList{DelegationOrder::Confirm, DelegationOrder::LetLapse}));
        QVERIFY2(all[0].note.contains(QStringLiteral("En lecture seule")), qUtf8Printable(all[0].note));
    }

    void row_ofTheDirectorsOwn_isNotTheirsToConfirm()
    {
        Delegation own = sampleDelegation(QStringLiteral("own"), DelegationState::ToConfirm);
        own.mine = true;
        const auto all = rows({sampleDelegation(QStringLiteral("active")), own});
        QCOMPARE(all[0].delegation.terms.id, QStringLiteral("own"));
        QCOMPARE(all[0].orders, QList{DelegationOrder::LetLapse});
        QVERIFY(!all[0].over);
        QCOMPARE(waitingForSuccessor(all), 1);
    }

    void row_timeThatPassed_isReckonedWith()
    {
        Delegation ended = sampleDelegation(QStringLiteral("a"));
        ended.terms.end = demonstrationNow().date().addDays(-1);
        Delegation unconfirmed = sampleDelegation(QStringLiteral("b"), DelegationState::ToConfirm);
        unconfirmed.answerBy = demonstrationNow().addSecs(-1);
        const auto all = rows({ended, unconfirmed});
        QCOMPARE(all[0].state.text, QStringLiteral("Expirée"));
        QCOMPARE(all[1].state.text, QStringLiteral("Caduque"));
        QVERIFY(all[0].over && all[1].over);
    }

    void rows_forADelegate_offerNothing()
    {
        m_snapshot.company.function.clear();
        const auto all = rows({sampleDelegation(QStringLiteral("waits"), DelegationState::ToConfirm),
                               sampleDelegation(QStringLiteral("active"))});
        QVERIFY(all[0].orders.isEmpty() && all[1].orders.isEmpty());
        QVERIFY(!all[0].over && !all[1].over);
        QCOMPARE(waitingForSuccessor(all), 0);
        m_snapshot = demonstrationSnapshot();
    }

    void row_nearItsEnd_saysHowManyDays()
    {
        Delegation one = sampleDelegation(QStringLiteral("a"));
        one.terms.end = demonstrationNow().date().addDays(12);
        QCOMPARE(rows({one}).first().state.text, QStringLiteral("Expire dans 12 jours"));
        m_language.use(QStringLiteral("en"));
        QCOMPARE(rows({one}).first().state.text, QStringLiteral("Ends in 12 days"));
    }

private:
    [[nodiscard]] QList<DelegationRow> rows(const QList<Delegation>& all) const
    {
        return delegationRows({all}, CompanyText(m_snapshot), DateText(demonstrationNow()));
    }

    Language m_language;
    CompanySnapshot m_snapshot = demonstrationSnapshot();
};

QTEST_GUILESS_MAIN(DelegationRowsTest)
#include "DelegationRowsTest.moc"
