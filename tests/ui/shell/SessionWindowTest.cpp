// SPDX-License-Identifier: MIT
#include "tests/ui/shell/ProbePages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/OtherPersonDialog.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Dialog.h"

#include <QLabel>
#include <QTest>

namespace proconnect::tests {

/// What the window does when the session ends, changes hands or comes back, and when the computer lets it
/// down.
class SessionWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherPerson_isNamed_andMayTakeOver()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        bench.renewal.require(SignInReason::ContactEmail, SignInStrength::Ordinary, &window,
                              [](const Outcome<Done>&) {});
        QCOMPARE(bench.session.begun().size(), 1);
        bench.session.abandonSignIn({FailureCode::SignInOtherPerson, {}, QStringLiteral("Bernard Martin")});
        auto* dialog = window.findChild<ui::OtherPersonDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        settle();
        keepPicture(*dialog, QStringLiteral("shell-other-person"));
        QCOMPARE(clippedTexts(*dialog), QByteArray());
        const auto labels = dialog->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("Bernard Martin"));
        }));
        QCOMPARE(bench.session.signOuts(), 0);
        Q_EMIT dialog->changeChosen();
        QCOMPARE(bench.session.signOuts(), 1);
        QCOMPARE(bench.session.begun().size(), 2);
        QVERIFY(visible<ui::SignInScreen>(window));
    }

    void signOut_serviceNotTold_isSaidOnTheSignInScreen()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        bench.session.signOut();
        QVERIFY(!visible<ui::Banner>(window));
        bench.session.endSignOut({});
        QVERIFY(!visible<ui::Banner>(window));
        SignOutReport report;
        report.serviceTold = false;
        bench.session.endSignOut(report);
        auto* banner = visible<ui::Banner>(window);
        QVERIFY(banner && banner->accessibleName().contains(QStringLiteral("n’a pas pu être prévenu")));
        settle();
        keepPicture(window, QStringLiteral("shell-sign-out-untold"));
        QCOMPARE(clippedTexts(window), QByteArray());
    }

    void sessionEnded_samePersonAgain_isBackWhereTheyWere()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        window.openPage(QStringLiteral("requests"));
        visible<ProbePage>(window)->typed = QStringLiteral("unsent");
        bench.session.endByService();
        QVERIFY(visible<ui::SignInScreen>(window));
        QVERIFY(!window.findChild<ui::WorkView*>());
        signIn(bench);
        QCOMPARE(visible<ProbePage>(window)->screenCode(), QStringLiteral("D-01"));
        QCOMPARE(visible<ProbePage>(window)->typed, QStringLiteral("unsent"));

        bench.session.endByService();
        UserProfile other = demonstrationProfile();
        other.subject = QStringLiteral("somebody else");
        bench.session.signIn(other);
        QVERIFY(visible<ProbePage>(window)->screenCode() != QStringLiteral("D-01"));
        window.openPage(QStringLiteral("requests"));
        QVERIFY(visible<ProbePage>(window)->typed.isEmpty());
    }

    void signOut_byThePerson_keepsNothingTyped()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        window.openPage(QStringLiteral("requests"));
        visible<ProbePage>(window)->typed = QStringLiteral("unsent");
        bench.session.signOut();
        signIn(bench);
        window.openPage(QStringLiteral("requests"));
        QVERIFY(visible<ProbePage>(window)->typed.isEmpty());
    }

    void openPage_beforeTheSignIn_isOpenedAfterIt()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        window.openPage(QStringLiteral("requests"), QStringLiteral("PC-2026-001021"));
        signIn(bench);
        QCOMPARE(visible<ProbePage>(window)->screenCode(), QStringLiteral("D-01"));
        QCOMPARE(visible<ProbePage>(window)->target, QStringLiteral("PC-2026-001021"));
    }

    void openPage_whileADialogAsks_changesNothing()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        ui::Dialog dialog(bench.theme, QStringLiteral("?"), QStringLiteral("D-03"), &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        window.openPage(QStringLiteral("requests"));
        QVERIFY(visible<ProbePage>(window)->screenCode() != QStringLiteral("D-01"));
    }

    void copyThatCannotBeWritten_isSaidUntilItCan()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        bench.store.setKey(QByteArray(32, 'k'));
        QVERIFY(!bench.store.write(QStringLiteral("profile"), "x").ok());
        auto* banner = visible<ui::Banner>(window);
        QVERIFY(banner && banner->accessibleName().contains(QStringLiteral("plein ou protégé")));
        settle();
        keepPicture(window, QStringLiteral("shell-disk-full"));
        QCOMPARE(clippedTexts(window), QByteArray());
        bench.store.remove(QStringLiteral("profile"));
        QVERIFY(!banner->isVisible());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::SessionWindowTest)
#include "SessionWindowTest.moc"
