// SPDX-License-Identifier: MIT
#include "tests/ui/shell/ProbePages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/QuitDialog.h"
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
        auto* dialog = window.findChild<ui::QuitDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        keepPicture(*dialog, QStringLiteral("shell-quit-dialog"));
        QCOMPARE(clippedTexts(*dialog), QByteArray());
        dialog->reject();
        QVERIFY(window.isVisible());
        QCOMPARE(bench.decisions.pending().size(), 1);
        window.close();
        const auto dialogs = window.findChildren<ui::QuitDialog*>();
        Q_EMIT dialogs.constLast()->dropChosen();
        QTRY_VERIFY(!window.isVisible());
        QVERIFY(bench.decisions.pending().isEmpty());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::UndoTest)
#include "UndoTest.moc"
