// SPDX-License-Identifier: MIT
#include "tests/ui/shell/ProbePages.h"
#include "tests/ui/support/Shown.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/UndoBar.h"

#include <QTest>

namespace proconnect::tests {
namespace {

Decision accept(const QString& target)
{
    Decision decision;
    decision.kind = DecisionKind::AcceptRequest;
    decision.target = target;
    return decision;
}

} // namespace

/// Decisions on their way, in the window: undone, asked about, kept from being lost by a quit.
class UndoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoBar_countsDown_andControlZUndoes()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(bench.decisions
                    .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Sophie Marchetti"),
                            QStringLiteral("impots.gouv.fr"))
                    .ok());
        auto* bar = visible<ui::UndoBar>(window);
        QVERIFY(bar);
        QVERIFY2(bar->sentence().contains(QStringLiteral("Sophie Marchetti")),
                 qUtf8Printable(bar->sentence()));
        settle();
        keepPicture(window, QStringLiteral("shell-undo"));
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(bench.decisions.pending().isEmpty());
        QVERIFY(bar->isVisible());
        QVERIFY(!bar->undoable());
    }

    void menu_whileADecisionIsOnItsWay_doesNotCountItsRequest()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        const auto counts = [&window](int waiting) {
            const auto widgets = window.findChildren<QWidget*>();
            const QString name = QStringLiteral("Demandes, %1 ").arg(waiting);
            return std::any_of(widgets.begin(), widgets.end(), [&name](const QWidget* widget) {
                return widget->accessibleName().startsWith(name);
            });
        };
        const auto& requests = bench.workspace.snapshot()->requests;
        const auto isOpen = [](const AccessRequest& request) { return request.open(); };
        const auto open = static_cast<int>(std::count_if(requests.begin(), requests.end(), isOpen));
        QVERIFY(counts(open));
        const QString id = bench.decisions
                               .submit(accept(std::find_if(requests.begin(), requests.end(), isOpen)->id),
                                       QStringLiteral("A"), QStringLiteral("B"))
                               .value();
        QVERIFY(counts(open - 1));
        bench.decisions.hinder(id, FailureCode::Offline);
        QVERIFY(counts(open - 1));
        bench.decisions.undo(id);
        QVERIFY(counts(open));
    }

    void undoBar_heldDecision_isAskedAboutNeverSent()
    {
        UiBench bench;
        const QString id = bench.decisions
                               .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Marc Delmas"),
                                       QStringLiteral("Chorus Pro"))
                               .value();
        bench.decisions.setStage(id, PendingDecision::Stage::Held);
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        auto* bar = visible<ui::UndoBar>(window);
        QVERIFY(bar && bar->undoable());
        QVERIFY2(bar->sentence().contains(QStringLiteral("Marc Delmas")), qUtf8Printable(bar->sentence()));
        QCOMPARE(bench.decisions.pending().constFirst().stage, PendingDecision::Stage::Held);
    }

    void undoBar_awaitingSignIn_offersItAndUndo()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QString id = bench.decisions
                               .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Marc Delmas"),
                                       QStringLiteral("Chorus Pro"))
                               .value();
        bench.decisions.refuseAsTooOld(id);
        QCOMPARE(bench.session.begun().size(), 1); // opens at once
        bench.session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        auto* bar = visible<ui::UndoBar>(window);
        QVERIFY(bar && bar->undoable());
        keepPicture(window, QStringLiteral("shell-awaiting-sign-in"));
        QCOMPARE(clippedTexts(window), QByteArray());
        const auto buttons = bar->findChildren<ui::Button*>();
        const auto signIn = std::find_if(buttons.begin(), buttons.end(), [](const ui::Button* one) {
            return one->isVisible() && one->text() == qtTrId("undo.signin");
        });
        QVERIFY(signIn != buttons.end());
        (*signIn)->click();
        QCOMPARE(bench.session.begun().size(), 2);
        bench.session.abandonSignIn({FailureCode::IdentityProviderUnavailable, {}, {}});
        auto* banner = visible<ui::Banner>(window);
        QVERIFY(banner && banner->accessibleName().contains(QStringLiteral("FranceConnect ne répond pas")));
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(bench.decisions.pending().isEmpty());
    }

    void undoBar_signInFromIt_countsDownAfterwards()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        signIn(bench);
        const QString id = bench.decisions
                               .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Marc Delmas"),
                                       QStringLiteral("Chorus Pro"))
                               .value();
        bench.decisions.refuseAsTooOld(id);
        bench.session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        settle();
        auto* button = buttonNamed(window, qtTrId("undo.signin"));
        QVERIFY(button);
        button->setFocus();
        QVERIFY(bench.decisions.countdownPaused());
        button->click();
        bench.session.signIn(demonstrationProfile());
        bench.decisions.setStage(id, PendingDecision::Stage::Undoable);
        settle();
        QVERIFY(!bench.decisions.countdownPaused());
    }

    void undoBar_keptDecision_saysWhatReallyHindersIt()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        const QString id = bench.decisions
                               .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Marc Delmas"),
                                       QStringLiteral("Chorus Pro"))
                               .value();
        const auto sentence = [&](FailureCode code) {
            bench.decisions.hinder(id, code);
            return visible<ui::UndoBar>(window)->sentence();
        };
        for (const FailureCode code :
             {FailureCode::Offline, FailureCode::TimedOut, FailureCode::ServiceUnavailable}) {
            QCOMPARE(sentence(code), qtTrId("undo.wait.network"));
        }
        for (const FailureCode code :
             {FailureCode::ClockWrong, FailureCode::StorageFull, FailureCode::CertificateInvalid,
              FailureCode::RegistryUnavailable, FailureCode::TooManyRequests}) {
            const QString text = sentence(code);
            QVERIFY2(!text.contains(QStringLiteral("connexion.")), qUtf8Printable(text));
            QVERIFY2(text.contains(QStringLiteral("Décision conservée")), qUtf8Printable(text));
        }
        QVERIFY(sentence(FailureCode::ClockWrong).contains(QStringLiteral("L’heure de cet ordinateur")));
        QVERIFY(!sentence(FailureCode::StorageFull).contains(QStringLiteral("ordinateur")));
    }

    void undoBar_takenFromUnderTheMouse_countsOn()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        QVERIFY(
            bench.decisions.submit(accept(QStringLiteral("PC-1")), QStringLiteral("A"), QStringLiteral("B"))
                .ok());
        Q_EMIT visible<ui::UndoBar>(window)->attended(true);
        QVERIFY(bench.decisions.countdownPaused());
        bench.language.use(QStringLiteral("en"));
        QTRY_VERIFY(!bench.decisions.countdownPaused());
        bench.language.use(QStringLiteral("fr"));
    }

    void signOut_withWaitingDecision_asksFirst()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        const QString id = bench.decisions
                               .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Marc Delmas"),
                                       QStringLiteral("Chorus Pro"))
                               .value();
        Q_EMIT window.findChild<ui::WorkView*>()->signOutRequested();
        auto* dialog = window.findChild<ui::LeaveDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        settle();
        keepPicture(*dialog, QStringLiteral("shell-sign-out-dialog"));
        QCOMPARE(clippedTexts(*dialog), QByteArray());
        QCOMPARE(bench.session.signOuts(), 0);
        Q_EMIT dialog->sendChosen();
        dialog->accept();
        QCOMPARE(bench.decisions.pending().constFirst().stage, PendingDecision::Stage::Sending);
        QCOMPARE(bench.session.signOuts(), 0);
        bench.decisions.take(id, demonstrationNow());
        QCOMPARE(bench.session.signOuts(), 1);
        QVERIFY(visible<ui::SignInScreen>(window));
    }

    void signOut_decisionThatCannotLeave_isDroppedOnlyOnAWord()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        const QString id = bench.decisions
                               .submit(accept(QStringLiteral("PC-1")), QStringLiteral("Marc Delmas"),
                                       QStringLiteral("Chorus Pro"))
                               .value();
        bench.decisions.setStage(id, PendingDecision::Stage::AwaitingNetwork);
        Q_EMIT window.findChild<ui::WorkView*>()->signOutRequested();
        auto* dialog = window.findChild<ui::LeaveDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
        QCOMPARE(bench.session.signOuts(), 0);
        QCOMPARE(bench.decisions.pending().size(), 1);
        QTRY_VERIFY(!window.findChild<ui::LeaveDialog*>());
        Q_EMIT window.findChild<ui::WorkView*>()->signOutRequested();
        Q_EMIT window.findChild<ui::LeaveDialog*>()->dropChosen();
        QCOMPARE(bench.session.signOuts(), 1);
    }

    void quit_withUndoableDecision_asksWithoutBlocking()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        QVERIFY(
            bench.decisions.submit(accept(QStringLiteral("PC-1")), QStringLiteral("A"), QStringLiteral("B"))
                .ok());
        window.close();
        QVERIFY(window.isVisible());
        auto* dialog = window.findChild<ui::LeaveDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        keepPicture(*dialog, QStringLiteral("shell-quit-dialog"));
        QCOMPARE(clippedTexts(*dialog), QByteArray());
        dialog->reject();
        QVERIFY(window.isVisible());
        QCOMPARE(bench.decisions.pending().size(), 1);
        window.close();
        const auto dialogs = window.findChildren<ui::LeaveDialog*>();
        Q_EMIT dialogs.constLast()->dropChosen();
        QTRY_VERIFY(!window.isVisible());
        QVERIFY(bench.decisions.pending().isEmpty());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::UndoTest)
#include "UndoTest.moc"
