// SPDX-License-Identifier: MIT
#include "ui/shell/LeaveGuard.h"

#include "tests/ui/shell/ProbePages.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/sign_in/OtherPersonDialog.h"
#include "ui/widgets/Button.h"

#include <QLabel>
#include <QTest>

namespace proconnect::tests {
namespace {

using namespace std::chrono_literals;
using Stage = PendingDecision::Stage;

/// A guard over a window of its own, and how often it let the person leave.
struct GuardBench
{
    GuardBench() { window.show(); }

    QString decide(Stage stage)
    {
        Decision decision;
        decision.kind = DecisionKind::AcceptRequest;
        decision.target = QStringLiteral("PC-%1").arg(bench.decisions.submitted().size());
        QString id =
            bench.decisions.submit(decision, QStringLiteral("Marc Delmas"), QStringLiteral("Chorus Pro"))
                .value();
        bench.decisions.setStage(id, stage);
        return id;
    }
    void quit()
    {
        guard.askToQuit([this] { ++left; });
    }
    void signOut()
    {
        guard.signOut([this] { ++left; });
    }
    [[nodiscard]] ui::LeaveDialog* dialog() const { return visible<ui::LeaveDialog>(window); }
    [[nodiscard]] bool says(const char* key) const
    {
        const auto labels = dialog()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [key](const QLabel* label) { return label->text() == qtTrId(key); });
    }
    [[nodiscard]] bool offers(const char* key) const
    {
        const auto buttons = dialog()->findChildren<ui::Button*>();
        return std::any_of(buttons.begin(), buttons.end(), [key](const ui::Button* one) {
            return one->isVisible() && one->text() == qtTrId(key);
        });
    }
    void choose(const char* key) const
    {
        for (ui::Button* one : dialog()->findChildren<ui::Button*>()) {
            if (one->isVisible() && one->text() == qtTrId(key)) {
                one->click();
                return;
            }
        }
        QFAIL(key);
    }

    UiBench bench;
    QWidget window;
    ui::LeaveGuard guard{bench.session, bench.decisions, bench.theme, &window};
    int left = 0;
};

} // namespace

/// Nobody leaves a decision behind without a word, and the words are true.
class LeaveGuardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quit_keyStore_asksOnlyAboutWhatCanBeUndone()
    {
        GuardBench bench;
        QVERIFY(bench.guard.mayQuit());
        for (const Stage stage : {Stage::Sending, Stage::AwaitingNetwork, Stage::AwaitingSignIn}) {
            bench.decide(stage);
            QVERIFY(bench.guard.mayQuit());
        }
        bench.decide(Stage::Undoable);
        QVERIFY(!bench.guard.mayQuit());
    }

    void quit_noKeyStore_asksAboutAnythingThatHasNotLeft_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::addRow("sending") << Stage::Sending;
        QTest::addRow("network") << Stage::AwaitingNetwork;
        QTest::addRow("sign-in") << Stage::AwaitingSignIn;
        QTest::addRow("held") << Stage::Held;
        QTest::addRow("undoable") << Stage::Undoable;
    }

    void quit_noKeyStore_asksAboutAnythingThatHasNotLeft()
    {
        QFETCH(Stage, stage);
        GuardBench bench;
        bench.bench.session.setKeeping(SecretKeeping::MemoryOnly);
        QVERIFY(bench.guard.mayQuit());
        bench.decide(stage);
        QVERIFY(!bench.guard.mayQuit());
        bench.quit();
        QVERIFY(bench.dialog());
        const bool waits = stage == Stage::AwaitingNetwork || stage == Stage::AwaitingSignIn;
        QVERIFY(bench.says(waits ? "undo.quit.lost.waiting" : "undo.quit.lost"));
        QCOMPARE(bench.offers("undo.quit.send"), !waits);
        QCOMPARE(clippedTexts(*bench.dialog()), QByteArray());
        keepPicture(*bench.dialog(), QStringLiteral("leave-lost-%1").arg(waits));
        bench.choose("undo.quit.lost.drop");
        QCOMPARE(bench.left, 1);
    }

    void quit_noKeyStore_sentAfterAll_leaves()
    {
        GuardBench bench;
        bench.bench.session.setKeeping(SecretKeeping::MemoryOnly);
        const QString id = bench.decide(Stage::Undoable);
        bench.quit();
        bench.choose("undo.quit.send");
        QTest::qWait(50);
        QCOMPARE(bench.left, 0);
        bench.bench.decisions.take(id, demonstrationNow());
        QTRY_COMPARE(bench.left, 1);
    }

    void quit_noKeyStore_networkFailsMeanwhile_asksAgainInOtherWords()
    {
        GuardBench bench;
        bench.bench.session.setKeeping(SecretKeeping::MemoryOnly);
        const QString id = bench.decide(Stage::Undoable);
        bench.quit();
        bench.choose("undo.quit.send");
        bench.bench.decisions.hinder(id, FailureCode::Offline);
        QTRY_VERIFY(bench.dialog());
        QVERIFY(bench.says("undo.quit.lost.waiting"));
        QCOMPARE(bench.left, 0);
        bench.choose("undo.quit.stay");
        QTRY_VERIFY(!bench.dialog());
        QCOMPARE(bench.left, 0);
    }

    void signOut_noAnswerInTime_saysSo()
    {
        GuardBench bench;
        bench.guard.setPatience(100ms);
        const QString id = bench.decide(Stage::Undoable);
        bench.signOut();
        bench.choose("undo.signout.send");
        QTRY_VERIFY(bench.dialog());
        QVERIFY(bench.says("undo.unanswered"));
        QVERIFY(!bench.offers("undo.signout.send"));
        QCOMPARE(clippedTexts(*bench.dialog()), QByteArray());
        keepPicture(*bench.dialog(), QStringLiteral("leave-unanswered"));
        QCOMPARE(bench.left, 0);
        // The answer comes while the question stands.
        bench.bench.decisions.take(id, demonstrationNow());
        QCOMPARE(bench.left, 1);
        QTRY_VERIFY(!bench.dialog());
    }

    void signOut_networkFailsMeanwhile_asksAgain()
    {
        GuardBench bench;
        const QString id = bench.decide(Stage::Undoable);
        bench.signOut();
        bench.choose("undo.signout.send");
        bench.bench.decisions.hinder(id, FailureCode::ServiceUnavailable);
        QTRY_VERIFY(bench.dialog());
        QVERIFY(bench.says("undo.signout.body.waiting"));
        bench.choose("undo.signout.drop");
        QCOMPARE(bench.left, 1);
    }

    void otherPerson_takesOver_isAskedAboutWhatWaitsForTheOwner()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        Decision decision;
        decision.target = QStringLiteral("PC-1");
        QVERIFY(bench.decisions.submit(decision, QStringLiteral("A"), QStringLiteral("B")).ok());
        bench.session.lock();
        bench.decisions.hide();
        Q_EMIT bench.session.signInFailed({FailureCode::SignInOtherPerson, {}, QStringLiteral("Bernard")});
        Q_EMIT window.findChild<ui::OtherPersonDialog*>()->changeChosen();
        QCOMPARE(bench.session.signOuts(), 0);
        auto* dialog = visible<ui::LeaveDialog>(window);
        QVERIFY(dialog);
        Q_EMIT dialog->dropChosen();
        QTRY_COMPARE(bench.session.signOuts(), 1);
    }

    void quit_noKeyStoreAndSessionEnded_isStillAsked()
    {
        UiBench bench;
        bench.session.setKeeping(SecretKeeping::MemoryOnly);
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        Decision decision;
        decision.target = QStringLiteral("PC-1");
        QVERIFY(bench.decisions.submit(decision, QStringLiteral("A"), QStringLiteral("B")).ok());
        bench.session.endByService();
        bench.decisions.hide();
        window.close();
        QVERIFY(window.isVisible());
        auto* dialog = visible<ui::LeaveDialog>(window);
        QVERIFY(dialog);
        Q_EMIT dialog->dropChosen();
        QTRY_VERIFY(!window.isVisible());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::LeaveGuardTest)
#include "LeaveGuardTest.moc"
