// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"

#include <QComboBox>
#include <QTest>

namespace proconnect::tests {
namespace {

using Reasons = QList<std::pair<QString, LeavingReason>>;
const QString vasseur = QStringLiteral("person:chloe.vasseur@fabre-filles.example");
const QString garnier = QStringLiteral("person:mathieu.garnier@fabre-filles.example");

} // namespace

/// What was begun and is not decided, or not told yet, outlives the page; in memory only.
class DepartureDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }
    void cleanup()
    {
        m_again.reset();
        m_bench.reset();
    }

    void nothingBegun_isNoDraft() { QVERIFY(!m_bench->page().draft().isValid()); }

    void reason_ofSomebodyWhoIsChosenAgain_isStillThere()
    {
        m_bench->open(vasseur);
        choose(LeavingReason::Retirement);
        m_bench->press(qtTrId("common.back"));
        m_bench->open(garnier);
        QCOMPARE(reason().currentData().toInt(), static_cast<int>(LeavingReason::NotSaid));
        m_bench->open(vasseur);
        QCOMPARE(reason().currentData().toInt(), static_cast<int>(LeavingReason::Retirement));
        choose(LeavingReason::NotSaid);
        m_bench->open(garnier);
        m_bench->open(vasseur);
        QCOMPARE(reason().currentData().toInt(), static_cast<int>(LeavingReason::NotSaid));
    }

    void reason_onceDecided_isNotThatOfTheNextDeparture()
    {
        const QString departure = decide(LeavingReason::Retirement);
        take();
        QCOMPARE(told(), (Reasons{{departure, LeavingReason::Retirement}}));
        m_bench->open(vasseur);
        QCOMPARE(reason().currentData().toInt(), static_cast<int>(LeavingReason::NotSaid));
    }

    void reason_takenAfterThePageWasBuiltAgain_isTold()
    {
        const QString departure = decide(LeavingReason::Dismissal);
        const QVariant draft = m_bench->page().draft();
        m_bench->closePage();
        buildAgain(draft);
        QVERIFY(told().isEmpty());
        take();
        QCOMPARE(told(), (Reasons{{departure, LeavingReason::Dismissal}}));
    }

    void reason_takenWhileThePageWasAway_isToldOnce()
    {
        const QString departure = decide(LeavingReason::Dismissal);
        m_bench->press(qtTrId("dep.bg"));
        const QVariant draft = m_bench->page().draft();
        QVERIFY(draft.isValid());
        m_bench->closePage();
        CompanySnapshot snapshot = *m_bench->bench.workspace.snapshot();
        snapshot.departures = {announced(snapshot, m_bench->last())};
        take();
        QVERIFY(told().isEmpty());
        buildAgain(draft);
        QVERIFY(told().isEmpty()); // the data do not hold it yet
        ++snapshot.cursor;
        m_bench->bench.workspace.show(snapshot);
        m_again->refresh();
        m_again->refresh();
        QCOMPARE(told(), (Reasons{{departure, LeavingReason::Dismissal}}));
    }

    void reason_ofADepartureThatWasUndone_isForgotten()
    {
        const QString departure = decide(LeavingReason::Dismissal);
        QVERIFY(m_bench->bench.decisions.undo(m_bench->bench.decisions.pending().constFirst().decision.id));
        settle();
        m_bench->show([this](CompanySnapshot& snapshot) {
            snapshot.departures = {announced(snapshot, m_bench->last())};
        });
        QCOMPARE(snapshotDeparture(), departure);
        QVERIFY(told().isEmpty());
    }

private:
    [[nodiscard]] QComboBox& reason() const
    {
        for (QComboBox* combo : m_bench->page().findChildren<QComboBox*>()) {
            if (combo->findData(static_cast<int>(LeavingReason::Retirement)) >= 0 &&
                combo->objectName().isEmpty()) {
                return *combo;
            }
        }
        qFatal("no reason can be chosen");
    }
    void choose(LeavingReason wanted)
    {
        QComboBox& combo = reason();
        combo.setCurrentIndex(combo.findData(static_cast<int>(wanted)));
        Q_EMIT combo.activated(combo.currentIndex());
        settle();
    }
    /// Answers the departure.
    [[nodiscard]] QString decide(LeavingReason reason)
    {
        m_bench->open(vasseur);
        choose(reason);
        m_bench->press(qtTrId("dep.go", 2));
        return m_bench->last().target;
    }
    void take()
    {
        m_bench->bench.decisions.take(m_bench->bench.decisions.pending().constFirst().decision.id,
                                      demonstrationNow());
        settle();
    }
    void buildAgain(const QVariant& draft)
    {
        m_again = std::make_unique<ui::DeparturePage>(m_bench->bench.services);
        m_again->setWidthClass(ui::WidthClass::Normal);
        m_again->refresh();
        m_again->restoreDraft(draft);
        m_again->show();
        settle();
    }
    [[nodiscard]] Reasons told() const { return m_bench->bench.departures.reasons(); }
    [[nodiscard]] QString snapshotDeparture() const
    {
        return m_bench->bench.workspace.snapshot()->departures.constFirst().id;
    }

    std::unique_ptr<DepartureBench> m_bench;
    std::unique_ptr<ui::DeparturePage> m_again;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DepartureDraftTest)
#include "DepartureDraftTest.moc"
