// SPDX-License-Identifier: MIT
#include "ui/models/DecisionTracker.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "tests/ui/fakes/FakeDecisionDesk.h"
#include "tests/ui/fakes/FakeWorkspace.h"

#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

class DecisionTrackerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<tests::FakeWorkspace>();
        m_desk = std::make_unique<tests::FakeDecisionDesk>();
        m_workspace->show(tests::demonstrationSnapshot());
        m_tracker = std::make_unique<DecisionTracker>(*m_desk, *m_workspace);
    }

    void progress_submittedThenUndone_goesAway();
    void changed_countdownTick_isNotEmitted();
    void progress_taken_staysUntilASnapshotShowsIt();
    void progress_takenAfterItsSnapshot_goesAway();
    void refusal_service_isKeptUntilTheNextDecision();

private:
    [[nodiscard]] QString submit()
    {
        Decision decision;
        decision.target = m_target;
        decision.targetVersion = 1;
        return m_desk->submit(decision, {}, {}).value();
    }

    const QString m_target = QStringLiteral("PC-2026-001021");
    std::unique_ptr<tests::FakeWorkspace> m_workspace;
    std::unique_ptr<tests::FakeDecisionDesk> m_desk;
    std::unique_ptr<DecisionTracker> m_tracker;
};

void DecisionTrackerTest::progress_submittedThenUndone_goesAway()
{
    const QString id = submit();
    QCOMPARE(m_tracker->progress(m_target)->stage, DecisionTracker::Stage::Undoable);
    m_desk->setStage(id, PendingDecision::Stage::AwaitingSignIn);
    QCOMPARE(m_tracker->progress(m_target)->stage, DecisionTracker::Stage::AwaitingSignIn);
    m_desk->undo(id);
    QVERIFY(!m_tracker->progress(m_target));
}

void DecisionTrackerTest::changed_countdownTick_isNotEmitted()
{
    QVERIFY(!submit().isEmpty());
    const QSignalSpy changed(m_tracker.get(), &DecisionTracker::changed);
    m_desk->tick();
    QCOMPARE(changed.size(), 0);
}

void DecisionTrackerTest::progress_taken_staysUntilASnapshotShowsIt()
{
    const QString id = submit();
    const QDateTime takenAt = tests::demonstrationNow().addSecs(12);
    m_desk->take(id, takenAt);
    QCOMPARE(m_tracker->progress(m_target)->stage, DecisionTracker::Stage::Taken);

    CompanySnapshot older = tests::demonstrationSnapshot();
    older.asOf = takenAt.addSecs(-1);
    m_workspace->show(older);
    QVERIFY(m_tracker->progress(m_target));

    older.asOf = takenAt;
    m_workspace->show(older);
    QVERIFY(!m_tracker->progress(m_target));
}

void DecisionTrackerTest::progress_takenAfterItsSnapshot_goesAway()
{
    const QString id = submit();
    CompanySnapshot newer = tests::demonstrationSnapshot();
    newer.asOf = tests::demonstrationNow().addSecs(30);
    m_workspace->show(newer);
    m_desk->take(id, tests::demonstrationNow().addSecs(12));
    QVERIFY(!m_tracker->progress(m_target));
}

void DecisionTrackerTest::refusal_service_isKeptUntilTheNextDecision()
{
    m_desk->refuse(submit(), {FailureCode::AlreadyDecided, {}, {}});
    QVERIFY(!m_tracker->progress(m_target));
    QCOMPARE(m_tracker->refusal(m_target)->code, FailureCode::AlreadyDecided);
    QVERIFY(!submit().isEmpty());
    QVERIFY(!m_tracker->refusal(m_target));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::DecisionTrackerTest)
#include "DecisionTrackerTest.moc"
