// SPDX-License-Identifier: MIT
// Kills a real process in the middle and starts again over what it left: nothing said done is lost, nothing
// is done twice. The same program is the test and, with arguments, its victim.
#include "core/cache/DocumentNames.h"
#include "core/sync/DefaultDecisionDesk.h"
#include "core/sync/SnapshotCopy.h"
#include "tests/tools/ClientRig.h"
#include "tests/tools/FileSecretStore.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

using namespace proconnect;
using namespace std::chrono_literals;
using Stage = PendingDecision::Stage;

namespace {

constexpr int rounds = 25;

/// Everything of one start, over what the directory holds.
struct Start
{
    Start(const QUrl& service, const QString& directory)
        : secrets(directory + QStringLiteral("/secrets")),
          rig(service, secrets, directory + QStringLiteral("/data"), clock),
          desk(rig.session, rig.tokens, rig.api, rig.store, clock)
    {}

    SystemClock clock;
    FileSecretStore secrets;
    ClientRig rig;
    DefaultDecisionDesk desk;
};

/// Versions of the data that differ everywhere, so that a mixture would show.
CompanySnapshot versionOf(int number)
{
    CompanySnapshot snapshot = samples::snapshot();
    snapshot.cursor = number;
    const AccessRequest one = snapshot.requests.constFirst();
    snapshot.requests.clear();
    for (int i = 0; i < 300; ++i) {
        AccessRequest request = one;
        request.id = QStringLiteral("PC-%1-%2").arg(number).arg(i);
        snapshot.requests.append(request);
    }
    return snapshot;
}

int decide(Start& start, std::chrono::milliseconds undoTime)
{
    start.desk.setUndoTime(undoTime);
    const auto id =
        start.desk.submit(samples::decision(), QStringLiteral("Zoé"), QStringLiteral("impots.gouv.fr"));
    std::fprintf(stdout, "%s\n", qUtf8Printable(id ? id.value() : QStringLiteral("refused")));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

int writeForEver(Start& start)
{
    SnapshotCopy copy(start.rig.store);
    const QString siren = samples::company().siren;
    const QObject here;
    std::function<void(int)> write = [&](int number) {
        copy.keep(siren, {QByteArray::number(number), versionOf(number)}, &here, [&, number](bool /*kept*/) {
            std::fprintf(stdout, "%d\n", number);
            std::fflush(stdout);
            write(number + 1);
        });
    };
    write(1);
    return QCoreApplication::exec();
}

int victim(const QStringList& arguments)
{
    Start start{QUrl(arguments[2]), arguments[3]};
    QUrl completion(arguments[2]);
    completion.setPath(QStringLiteral("/sign-in/complete"));
    completion.setQuery(QStringLiteral("transaction=tx&code=good"));
    if (!start.rig.start() || !start.rig.signIn(completion)) {
        return 1;
    }
    if (arguments[1] == QLatin1String("copy")) {
        return writeForEver(start);
    }
    return decide(start, arguments[1] == QLatin1String("undo") ? 60'000ms : 1ms);
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QProcess> m_victim;

    void run(const QString& task)
    {
        m_victim = std::make_unique<QProcess>();
        m_victim->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_victim->start(QCoreApplication::applicationFilePath(),
                        {task, m_service->url().toString(), m_directory->path()});
        QVERIFY(m_victim->waitForStarted());
    }

    /// The first line that the victim writes.
    [[nodiscard]] QString said()
    {
        (void)QTest::qWaitFor([this] { return m_victim->canReadLine(); }, 20'000);
        return QString::fromUtf8(m_victim->readLine()).trimmed();
    }

    void kill()
    {
        m_victim->kill();
        QVERIFY(m_victim->waitForFinished());
        QCOMPARE(m_victim->exitStatus(), QProcess::CrashExit);
    }

    [[nodiscard]] std::unique_ptr<Start> startAgain()
    {
        auto start = std::make_unique<Start>(m_service->url(), m_directory->path());
        return start->rig.start() ? std::move(start) : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("secrets")));
    }

    void cleanup()
    {
        if (m_victim && m_victim->state() != QProcess::NotRunning) {
            m_victim->kill();
            m_victim->waitForFinished();
        }
        m_victim.reset();
    }

    void kill_whileItCanBeUndone_isAskedAboutAndNeverSentSilently()
    {
        run(QStringLiteral("undo"));
        const QString id = said();
        kill();
        const auto start = startAgain();
        QVERIFY(start);
        QCOMPARE(start->desk.pending().size(), 1);
        QCOMPARE(start->desk.pending().constFirst().stage, Stage::Held);
        QCOMPARE(start->desk.pending().constFirst().decision.id, id);
        QCOMPARE(start->desk.pending().constFirst().person, QStringLiteral("Zoé"));
        // Longer than the first repetition would take.
        QVERIFY(!QTest::qWaitFor([this] { return !m_service->decisions.isEmpty(); }, 2500));
        QVERIFY(start->desk.undo(id));
        QVERIFY(startAgain()->desk.pending().isEmpty());
    }

    void kill_betweenTheServicesWordAndItsAnswer_isTakenOnce()
    {
        m_service->whenTaken = [this] { ::kill(static_cast<pid_t>(m_victim->processId()), SIGKILL); };
        run(QStringLiteral("send"));
        const QString id = said();
        QVERIFY(QTest::qWaitFor([this] { return m_victim->state() == QProcess::NotRunning; }, 20'000));
        QCOMPARE(m_service->decisions.size(), 1);
        m_service->whenTaken = [] {};
        const auto start = startAgain();
        QVERIFY(start);
        QSignalSpy taken(&start->desk, &DecisionDesk::taken);
        QCOMPARE(start->desk.pending().size(), 1);
        QVERIFY(taken.wait(10'000));
        QCOMPARE(taken[0][0].value<Decision>().id, id);
        QCOMPARE(m_service->decisions.size(), 1);
        QVERIFY(start->desk.pending().isEmpty());
        QVERIFY(startAgain()->desk.pending().isEmpty());
    }

    void kill_beforeTheServiceHasIt_isSentByTheNextStart()
    {
        m_service->decisionFault = ScriptedServer::answer(503);
        run(QStringLiteral("send"));
        const QString id = said();
        QTRY_VERIFY_WITH_TIMEOUT(m_service->count("/v1/companies/000058263/decisions") > 0, 20'000);
        kill();
        m_service->decisionFault.clear();
        const auto start = startAgain();
        QVERIFY(start);
        QTRY_COMPARE_WITH_TIMEOUT(m_service->decisions.size(), 1, 10'000);
        QCOMPARE(m_service->decisions.constFirst().id, id);
        QTRY_VERIFY(start->desk.pending().isEmpty());
    }

    void kill_whileTheCopyIsWritten_leavesItWhole()
    {
        for (int round = 0; round < rounds; ++round) {
            run(QStringLiteral("copy"));
            QVERIFY(!said().isEmpty());
            QTest::qWait(round * 3 % 37); // anywhere in a write
            kill();
            const int written = m_victim->readAll().trimmed().split('\n').constLast().toInt();
            const auto start = startAgain();
            QVERIFY(start);
            const QString data = m_directory->path() + QStringLiteral("/data");
            // The refresh token on its way must not be lost with this start: that is another story.
            QTRY_VERIFY(start->rig.tokens.current());
            const auto copy = SnapshotCopy(start->rig.store).read(samples::company().siren);
            QVERIFY(copy);
            QCOMPARE(copy->snapshot, versionOf(copy->etag.toInt()));
            QVERIFY2(copy->etag.toInt() >= written, "a version that was said to be on disk is lost");
            QVERIFY(QDir(data).entryList({QStringLiteral("*.pced.*")}, QDir::Files | QDir::Hidden).isEmpty());
        }
    }
};

int main(int count, char** words)
{
    QCoreApplication application(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[2].startsWith(QLatin1String("http"))) {
        return victim(arguments);
    }
    KillTest test;
    return QTest::qExec(&test, count, words);
}

#include "KillTest.moc"
