// SPDX-License-Identifier: MIT
#include "core/sync/CopyHealth.h"
#include "core/sync/DefaultWorkspace.h"
#include "tests/tools/ClientRig.h"
#include "tests/tools/FullDisk.h"

#include <QDir>
#include <QTemporaryDir>

using namespace proconnect;
using namespace std::chrono_literals;

namespace {

constexpr PollingPace never{std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1),
                            std::chrono::hours(1)};
constexpr PollingPace quick{1ms, 20ms, std::chrono::hours(1), 20ms};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;
    std::unique_ptr<DefaultWorkspace> m_workspace;

    void build(const PollingPace& pace)
    {
        m_workspace.reset();
        m_rig.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        m_workspace =
            std::make_unique<DefaultWorkspace>(m_rig->session, m_rig->api, m_rig->store, m_clock, pace);
        connect(&m_rig->channel, &HttpChannel::exchanged, m_workspace.get(), &DefaultWorkspace::noteExchange);
    }

    void signedIn(const PollingPace& pace)
    {
        build(pace);
        QVERIFY(m_rig->start());
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(m_workspace->snapshot());
    }

    [[nodiscard]] int snapshotCalls() const { return m_service->count("/v1/companies/000058263/snapshot"); }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
    }

    void cleanup()
    {
        m_workspace.reset();
        m_rig.reset();
    }

    void signIn_firstTime_loadsTheCompany()
    {
        build(never);
        QVERIFY(m_rig->start());
        QVERIFY(!m_workspace->snapshot());
        QVERIFY(!m_workspace->loading());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_workspace->loading());
        QTRY_VERIFY(m_workspace->snapshot());
        QVERIFY(!m_workspace->loading());
        QCOMPARE(*m_workspace->snapshot(), m_service->snapshot);
        QCOMPARE(m_workspace->connection(), Workspace::Connection::Online);
    }

    void noCompanyYet_connectionIsThatOfTheLastExchange()
    {
        m_service->profile.companies.clear();
        build(never);
        QVERIFY(m_rig->start());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_workspace->selectedSiren().isEmpty());
        QCOMPARE(m_workspace->connection(), Workspace::Connection::Online);
        m_service->fault = ScriptedServer::answer(503);
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_workspace->connection(), Workspace::Connection::Offline);
        m_service->fault = ScriptedServer::problem(429, "too-many-requests");
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_workspace->connection(), Workspace::Connection::Online);
    }

    void restart_copyThere_isShownBeforeAnyCall()
    {
        signedIn(never);
        const auto calls = m_service->requests().size();
        build(never);
        m_rig->session.start(std::chrono::hours(1));
        QTRY_VERIFY(m_workspace->snapshot());
        QCOMPARE(m_workspace->snapshot()->accounts, m_service->snapshot.accounts);
        QVERIFY(!m_workspace->loading());
        QCOMPARE(m_workspace->connection(), Workspace::Connection::Unknown);
        QCOMPARE(m_service->requests().size(), calls);
    }

    void poll_news_arriveWithoutAsking()
    {
        signedIn(quick);
        m_service->snapshot.cursor = 2;
        m_service->snapshot.requests.clear();
        QTRY_VERIFY(m_workspace->snapshot()->requests.isEmpty());
    }

    void poll_whatChanged_isPutIntoWhatIsHere()
    {
        signedIn(never);
        CompanySnapshot& company = m_service->snapshot;
        SnapshotDelta delta{QStringLiteral("\"1\""), company, {0}, {0}, int(company.accounts.size())};
        delta.snapshot.cursor = 2;
        delta.snapshot.requests.clear();
        delta.snapshot.accounts = AccountList{company.accounts.constFirst()};
        delta.snapshot.accounts.first().holderName = QStringLiteral("Claire Fabre-Morel");
        company = delta.snapshot;
        m_service->delta = delta;
        m_workspace->refresh();
        QTRY_COMPARE(m_workspace->snapshot()->cursor, 2);
        QCOMPARE(*m_workspace->snapshot(), company);
        QCOMPARE(snapshotCalls(), 2);
        m_workspace->refresh();
        QTRY_COMPARE(snapshotCalls(), 3);
        QCOMPARE(m_service->requests().constLast().headers.value("if-none-match"), QByteArray("\"2\""));
        build(never);
        m_rig->session.start(std::chrono::hours(1));
        QTRY_VERIFY(m_workspace->snapshot());
        QCOMPARE(*m_workspace->snapshot(), company);
    }

    void poll_whatChangedDoesNotFit_allIsAskedFor_data()
    {
        QTest::addColumn<SnapshotDelta>("delta");
        const CompanySnapshot company = samples::snapshot();
        const int accounts = static_cast<int>(company.accounts.size());
        SnapshotDelta fitting{QStringLiteral("\"1\""), company, {0}, {0}, accounts};
        fitting.snapshot.accounts = AccountList{company.accounts.constFirst()};
        const auto row = [&](const char* name, const std::function<void(SnapshotDelta&)>& spoil) {
            SnapshotDelta delta = fitting;
            spoil(delta);
            QTest::newRow(name) << delta;
        };
        row("another base", [](SnapshotDelta& delta) { delta.base = QStringLiteral("\"0\""); });
        row("another company",
            [](SnapshotDelta& delta) { delta.snapshot.company.siren = QStringLiteral("732829320"); });
        row("a place beyond the end", [&](SnapshotDelta& delta) { delta.fresh = {accounts}; });
        row("more accounts than there are", [](SnapshotDelta& delta) { ++delta.accounts; });
    }

    void poll_whatChangedDoesNotFit_allIsAskedFor()
    {
        QFETCH(SnapshotDelta, delta);
        signedIn(never);
        m_service->snapshot.cursor = 2;
        m_service->delta = delta;
        m_workspace->refresh();
        QTRY_COMPARE(m_workspace->snapshot()->cursor, 2);
        QCOMPARE(*m_workspace->snapshot(), m_service->snapshot);
        QCOMPARE(snapshotCalls(), 3);
        QVERIFY(!m_service->requests().constLast().headers.contains("if-none-match"));
        QCOMPARE(m_workspace->connection(), Workspace::Connection::Online);
    }

    void poll_unchanged_movesTheAgeWithoutASnapshotChange()
    {
        m_service->snapshot.asOf = m_clock.now().addDays(-1);
        signedIn(quick);
        QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
        QSignalSpy connection(m_workspace.get(), &Workspace::connectionChanged);
        QTRY_VERIFY(m_workspace->snapshot()->asOf > m_clock.now().addSecs(-60));
        // The first answer may have come before the spy; the next poll tells the age again.
        QTRY_VERIFY(!connection.isEmpty());
        QCOMPARE(changed.size(), 0);
    }

    void poll_serviceDown_goesOfflineKeepsDataAndComesBack()
    {
        signedIn(quick);
        m_service->fault = ScriptedServer::answer(503);
        QTRY_COMPARE(m_workspace->connection(), Workspace::Connection::Offline);
        QVERIFY(m_workspace->snapshot());
        QCOMPARE(m_workspace->trouble()->code, FailureCode::ServiceUnavailable);
        m_service->fault.clear();
        QTRY_COMPARE(m_workspace->connection(), Workspace::Connection::Online);
        QVERIFY(!m_workspace->trouble());
    }

    void poll_repeatedFailure_backsOff()
    {
        signedIn({1ms, 5ms, std::chrono::hours(1), 40ms});
        m_service->fault = ScriptedServer::answer(503);
        QTRY_COMPARE(m_workspace->connection(), Workspace::Connection::Offline);
        const int before = snapshotCalls();
        QTest::qWait(200); // 40 + 80 + 160 ms: three calls at most, against forty at the usual pace
        QVERIFY(snapshotCalls() - before <= 3);
    }

    void refresh_duringACall_asksAgainAfterIt()
    {
        signedIn(never);
        const int before = snapshotCalls();
        m_workspace->refresh();
        m_workspace->refresh();
        m_workspace->refresh();
        QTRY_COMPARE(snapshotCalls(), before + 2);
        QTest::qWait(20);
        QCOMPARE(snapshotCalls(), before + 2);
    }

    void answer_garbageOrAnotherCompany_isTroubleAndKeepsTheData()
    {
        signedIn(never);
        m_service->snapshot.cursor = 2;
        m_service->snapshot.company.siren = QStringLiteral("552100554");
        m_workspace->refresh();
        QTRY_VERIFY(m_workspace->trouble());
        QCOMPARE(m_workspace->trouble()->code, FailureCode::BadReply);
        QCOMPARE(m_workspace->snapshot()->company.siren, QStringLiteral("000058263"));
    }

    void answer_brokenJsonOrHuge_keepsTheDataAndSaysSo_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("broken") << QByteArray("{\"cursor\": 2, \"requests\": [");
        QTest::newRow("not JSON") << QByteArray("<html>maintenance</html>");
        QTest::newRow("100 MB") << QByteArray(100LL * 1024 * 1024, ' ');
    }

    void answer_brokenJsonOrHuge_keepsTheDataAndSaysSo()
    {
        QFETCH(const QByteArray, body);
        signedIn(never);
        const CompanySnapshot before = *m_workspace->snapshot();
        m_service->fault = ScriptedServer::answer(200, body);
        m_workspace->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->trouble(), 20'000);
        QCOMPARE(m_workspace->trouble()->code, FailureCode::BadReply);
        QCOMPARE(*m_workspace->snapshot(), before);
        m_service->fault.clear();
        m_workspace->refresh();
        QTRY_VERIFY(!m_workspace->trouble());
    }

    void copy_diskFull_goesOnFromMemoryAndSaysSo()
    {
        signedIn(never);
        CopyHealth health(m_rig->store);
        QSignalSpy changed(&health, &CopyHealth::changed);
        m_service->snapshot.cursor = 2;
        m_service->snapshot.requests.clear();
        {
            const FullDisk full(16);
            m_workspace->refresh();
            QTRY_VERIFY(m_workspace->snapshot()->requests.isEmpty());
            QTRY_VERIFY(health.outdated());
        }
        QCOMPARE(m_workspace->connection(), Workspace::Connection::Online);
        m_workspace->refresh(); // room again, and nothing new at the service
        QTRY_VERIFY(!health.outdated());
        QCOMPARE(changed.size(), 2);
        const auto copy = SnapshotCopy(m_rig->store).read(m_workspace->selectedSiren());
        QVERIFY(copy && copy->snapshot.requests.isEmpty());
    }

    void copy_damaged_isSetAsideToldAndReplaced()
    {
        signedIn(never);
        m_workspace.reset();
        m_rig.reset(); // what it had to write is on disk
        QDir directory(m_directory->path());
        for (const QString& name : directory.entryList({QStringLiteral("*.pced")}, QDir::Files)) {
            QFile file(directory.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(file.size() / 2);
            file.write("damage");
        }
        build(never);
        CopyHealth health(m_rig->store);
        QVERIFY(m_rig->start());
        QTRY_VERIFY(m_workspace->snapshot()); // from the service
        QVERIFY(health.damaged());
        QVERIFY(!health.decisionsLost());
        build(never);
        CopyHealth later(m_rig->store);
        m_rig->session.start(std::chrono::hours(1));
        QTRY_VERIFY(m_workspace->snapshot()); // from the new copy
        QVERIFY(!later.damaged());
    }

    void answer_mandateEnded_hidesTheCompanyForGood()
    {
        signedIn(never);
        m_service->fault = ScriptedServer::problem(403, "mandate-ended", QStringLiteral("1 novembre"));
        m_workspace->refresh();
        QTRY_VERIFY(!m_workspace->snapshot());
        QCOMPARE(m_workspace->trouble()->code, FailureCode::MandateEnded);
        build(never);
        m_rig->session.start(std::chrono::hours(1));
        QTRY_COMPARE(m_workspace->selectedSiren(), QStringLiteral("000058263"));
        QVERIFY(!m_workspace->snapshot());
    }

    void signOut_anyTime_forgetsTheData()
    {
        signedIn(quick);
        m_rig->session.signOut();
        QVERIFY(!m_workspace->snapshot());
        QVERIFY(m_workspace->selectedSiren().isEmpty());
        QCOMPARE(m_workspace->connection(), Workspace::Connection::Unknown);
    }

    void lock_hidesTheData_unlockReadsTheCopyAgain()
    {
        signedIn(never);
        m_rig->session.lock();
        QVERIFY(!m_workspace->snapshot());
        QTRY_VERIFY(!m_rig->store.isOpen());
        const int calls = snapshotCalls();
        m_rig->session.unlock();
        QTRY_VERIFY(m_workspace->snapshot());
        QCOMPARE(m_workspace->snapshot()->company, m_service->snapshot.company);
        QCOMPARE(snapshotCalls(), calls); // from the disk
    }

    void selectCompany_other_isRememberedAtTheNextStart()
    {
        Company second = samples::company();
        second.siren = QStringLiteral("552100554");
        m_service->profile.companies.append(second);
        signedIn(never);
        m_workspace->selectCompany(second.siren);
        QVERIFY(!m_workspace->snapshot());
        build(never);
        m_rig->session.start(std::chrono::hours(1));
        QTRY_COMPARE(m_workspace->selectedSiren(), second.siren);
    }

    void setActive_false_slowsDownAndTrueAsksAtOnce()
    {
        signedIn(quick);
        m_workspace->setActive(false);
        QTest::qWait(50);
        const int before = snapshotCalls();
        QTest::qWait(100);
        QVERIFY(snapshotCalls() <= before + 1);
        m_service->snapshot.cursor = 2;
        m_service->snapshot.accounts.clear();
        m_workspace->setActive(true);
        QTRY_VERIFY(m_workspace->snapshot()->accounts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "WorkspaceTest.moc"
