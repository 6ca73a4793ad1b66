// SPDX-License-Identifier: MIT
#include "core/sync/CopyHealth.h"
#include "core/sync/DefaultDecisionDesk.h"
#include "tests/tools/ClientRig.h"
#include "tests/tools/FullDisk.h"

#include <QDir>
#include <QTemporaryDir>

using namespace proconnect;
using namespace std::chrono_literals;
using Stage = PendingDecision::Stage;

/// Decisions on a disk that is full or protected: none is sent twice, none comes back as what it is not.
class DecisionDiskTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;
    std::unique_ptr<DefaultDecisionDesk> m_desk;

    /// A start of the program; with no farewell to the former one, as after a crash.
    void build(std::chrono::milliseconds undoTime = 30ms)
    {
        m_desk.reset();
        m_rig.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        m_desk = std::make_unique<DefaultDecisionDesk>(m_rig->session, m_rig->tokens, m_rig->api,
                                                       m_rig->store, m_clock);
        m_desk->setUndoTime(undoTime);
        QVERIFY(m_rig->start());
    }

    QString submit()
    {
        Decision decision = samples::decision();
        const auto id = m_desk->submit(decision, QStringLiteral("Zoé"), QStringLiteral("impots.gouv.fr"));
        return id ? id.value() : QString();
    }

    [[nodiscard]] Stage stage() const { return m_desk->pending().constFirst().stage; }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
        build();
        QVERIFY(m_rig->signIn(*m_service));
    }

    void cleanup()
    {
        m_desk.reset();
        m_rig.reset();
    }

    void submit_fullDisk_failsAndNothingIsPending()
    {
        {
            const FullDisk full(16);
            QCOMPARE(m_desk->submit(samples::decision(), {}, {}).failure().code, FailureCode::StorageFull);
        }
        QVERIFY(m_desk->pending().isEmpty());
        QVERIFY(!m_desk->keepsAny());
        QTest::qWait(150);
        QVERIFY(m_service->decisions.isEmpty());
    }

    void fullDisk_oneOfTwoTaken_restartAsksOnlyAboutTheOther()
    {
        build(60'000ms);
        const QString first = submit();
        const QString second = submit();
        {
            const FullDisk full(16);
            m_desk->sendNow(first);
            QTRY_COMPARE(m_service->decisions.size(), 1);
            QTRY_COMPARE(m_desk->pending().size(), 1);
            build(60'000ms); // after a crash
        }
        QCOMPARE(m_desk->pending().size(), 1);
        QCOMPARE(m_desk->pending().constFirst().decision.id, second);
        QCOMPARE(stage(), Stage::Held);
        QVERIFY(m_desk->undo(second));
        QVERIFY(!m_desk->keepsAny());
        QCOMPARE(m_service->count("/v1/companies/000058263/decisions"), 1);
    }

    void fullDisk_leftWithoutAnswer_goesOnAfterACrashAndIsTakenOnce()
    {
        build(60'000ms);
        const QString first = submit();
        submit();
        m_service->loseDecisionAnswers = true;
        {
            const FullDisk full(16);
            m_desk->sendNow(first);
            QTRY_COMPARE(m_service->decisions.size(), 1);
            QTRY_COMPARE(stage(), Stage::AwaitingNetwork);
            build(60'000ms);
        }
        QCOMPARE(m_desk->pending().constFirst().decision.id, first);
        QCOMPARE(stage(), Stage::Sending); // not asked about as if it had never left
        m_service->loseDecisionAnswers = false;
        QSignalSpy taken(m_desk.get(), &DecisionDesk::taken);
        QVERIFY(taken.wait(10'000));
        QCOMPARE(taken[0][0].value<Decision>().id, first);
        QCOMPARE(m_service->decisions.size(), 1);
        QCOMPARE(stage(), Stage::Held);
    }

    void fullDisk_undoneAfterTheServiceWantedASignIn_isNeverSent()
    {
        build(60'000ms);
        m_service->decisionFault = ScriptedServer::problem(401, "sign-in-too-old");
        const QString first = submit();
        submit();
        m_desk->sendNow(first);
        QTRY_COMPARE(stage(), Stage::AwaitingSignIn);
        {
            const FullDisk full(16);
            QVERIFY(m_desk->undo(first));
        }
        m_service->decisionFault.clear();
        build(60'000ms);
        QVERIFY(m_rig->signIn(*m_service));
        QCOMPARE(m_desk->pending().size(), 1);
        QCOMPARE(stage(), Stage::Held);
        QVERIFY(!QTest::qWaitFor([this] { return !m_service->decisions.isEmpty(); }, 2500));
    }

    void protectedDisk_decisionCannotLeave_isHeldNotSent()
    {
        CopyHealth health(m_rig->store);
        m_desk->setUndoTime(60'000ms);
        const QString id = submit();
        // What cannot be removed by anyone, not even by root: a directory with something in it.
        QDir directory(m_directory->path());
        for (const QString& name : directory.entryList({QStringLiteral("*.pced")}, QDir::Files)) {
            QVERIFY(directory.remove(name));
            QVERIFY(directory.mkpath(name + QStringLiteral("/x")));
        }
        m_desk->sendNow(id);
        QCOMPARE(stage(), Stage::Held);
        QVERIFY(health.outdated());
        QVERIFY(!m_desk->undo(id));
        QCOMPARE(m_desk->pending().size(), 1);
        QTest::qWait(150);
        QVERIFY(m_service->decisions.isEmpty());
    }

    void protectedFile_refusedDecision_isAskedAboutAtTheNextStart()
    {
        build(60'000ms);
        const QDir directory(m_directory->path());
        const auto documents = [&directory] {
            return directory.entryList({QStringLiteral("*.pced")}, QDir::Files, QDir::Size);
        };
        const QStringList before = documents();
        const QString id = submit();
        QStringList added = documents();
        added.removeIf([&before](const QString& name) { return before.contains(name); });
        QCOMPARE(added.size(), 2); // the decision, then its mark, which is empty
        const QString decision = directory.filePath(added.constFirst());
        QVERIFY(QFile::rename(decision, decision + QStringLiteral("-kept")));
        QVERIFY(directory.mkpath(decision + QStringLiteral("/x"))); // nobody can remove it
        m_service->decisionFault = ScriptedServer::problem(403, "not-allowed");
        QSignalSpy refused(m_desk.get(), &DecisionDesk::refused);
        m_desk->sendNow(id);
        QVERIFY(refused.wait());
        QVERIFY(QDir(decision).removeRecursively());
        QVERIFY(QFile::rename(decision + QStringLiteral("-kept"), decision));
        m_service->decisionFault.clear();
        build(60'000ms);
        QCOMPARE(m_desk->pending().size(), 1);
        QCOMPARE(stage(), Stage::Held);
        QVERIFY(!QTest::qWaitFor([this] { return !m_service->decisions.isEmpty(); }, 2500));
    }
};

QTEST_GUILESS_MAIN(DecisionDiskTest)
#include "DecisionDiskTest.moc"
