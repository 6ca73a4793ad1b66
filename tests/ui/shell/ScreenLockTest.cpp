// SPDX-License-Identifier: MIT
#include "ui/shell/ScreenLock.h"

#include "tests/ui/shell/ProbePages.h"
#include "tests/ui/support/Shown.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/LockScreen.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Dialog.h"

#include <QTest>

namespace proconnect::tests {

using State = SessionController::State;

/// C-25 in the real window.
class ScreenLockTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<ui::MainWindow> m_window;

    void build()
    {
        m_window = std::make_unique<ui::MainWindow>(m_bench->services, probeEntries());
        m_window->resize(1100, 760);
        m_window->show();
        m_window->findChild<ui::ScreenLock*>()->setCheckPause(std::chrono::milliseconds(10));
        settle();
    }
    [[nodiscard]] bool locked() const { return visible<ui::LockScreen>(*m_window) != nullptr; }
    /// Whether anything of the person or the company is in the window's widgets, seen or not.
    [[nodiscard]] bool tells() const
    {
        const UserProfile person = demonstrationProfile();
        const QString company = demonstrationSnapshot().company.name;
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const QString text = widget->property("text").toString() + widget->accessibleName() +
                                 widget->toolTip() + widget->windowTitle();
            if (text.contains(person.familyName, Qt::CaseInsensitive) || text.contains(company)) {
                return true;
            }
        }
        return false;
    }
    void pass(int minutes) { m_bench->clock.set(m_bench->clock.now().addSecs(minutes * 60)); }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        build();
        signIn(*m_bench);
        settle();
    }
    void cleanup()
    {
        m_window.reset();
        m_bench.reset();
    }

    void workstation_lockedAndUnlocked_hidesEverythingAndBringsItBack()
    {
        m_window->openPage(QStringLiteral("requests"));
        visible<ProbePage>(*m_window)->typed = QStringLiteral("unsent");
        QVERIFY(tells());
        m_bench->workstation.setLocked(true);
        settle();
        QVERIFY(locked());
        QVERIFY(!tells());
        QVERIFY(!visible<ui::WorkView>(*m_window));
        QVERIFY(shownText(*m_window).contains(QStringLiteral("ProConnect est verrouillé")));
        QVERIFY(shownText(*m_window).contains(QStringLiteral("avec la session de cet ordinateur")));
        QCOMPARE(clippedTexts(*m_window), QByteArray());
        QCOMPARE(namelessControls(*m_window), QByteArray());
        keepPicture(*m_window, QStringLiteral("lock-workstation"));
        m_bench->workstation.setLocked(false);
        settle();
        QVERIFY(!locked());
        QCOMPARE(m_bench->session.state(), State::SignedIn);
        QCOMPARE(visible<ProbePage>(*m_window)->typed, QStringLiteral("unsent"));
        QVERIFY(!m_bench->settings.leftLocked());
    }

    void dialog_openWhenItLocks_isClosed()
    {
        auto* dialog = new ui::Dialog(m_bench->theme, demonstrationProfile().displayName(),
                                      QStringLiteral("D-03"), m_window.get());
        dialog->open();
        settle();
        m_bench->workstation.setLocked(true);
        settle();
        QVERIFY(!tells());
    }

    void signIn_underWayWhenTheWorkstationLocks_isGivenUp()
    {
        m_bench->session.signOut();
        m_bench->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QCOMPARE(m_bench->session.state(), State::SigningIn);
        m_bench->workstation.setLocked(true);
        QCOMPARE(m_bench->session.abandoned(), QList<FailureCode>{FailureCode::Cancelled});
    }

    void idle_longEnough_locksUntilASignIn()
    {
        m_bench->settings.setLockMinutes(15);
        pass(14);
        QTest::qWait(60);
        QVERIFY(!locked());
        pass(1);
        QTRY_VERIFY(locked());
        QVERIFY(shownText(*m_window).contains(QStringLiteral("Après 15 minutes sans activité")));
        keepPicture(*m_window, QStringLiteral("lock-idle"));
        QVERIFY(m_bench->settings.leftLocked());
        m_bench->workstation.setLocked(true);
        m_bench->workstation.setLocked(false);
        settle();
        QVERIFY(locked()); // the workstation's unlock is not enough
        buttonNamed(*m_window, QStringLiteral("S’identifier avec FranceConnect"))->click();
        QCOMPARE(m_bench->session.begun().size(), 1);
        m_bench->session.signIn(demonstrationProfile());
        settle();
        QVERIFY(!locked());
        QVERIFY(!m_bench->settings.leftLocked());
    }

    void idle_inputMeanwhile_startsAnew()
    {
        m_bench->settings.setLockMinutes(5);
        pass(4);
        QTest::keyClick(m_window.get(), Qt::Key_Shift);
        pass(4);
        QTest::qWait(60);
        QVERIFY(!locked());
        pass(1);
        QTRY_VERIFY(locked());
    }

    void idle_neverChosen_neverLocks()
    {
        pass(24 * 60);
        QTest::qWait(60);
        QVERIFY(!locked());
    }

    void idle_whileTheWorkstationWasLocked_takesASignIn()
    {
        m_bench->settings.setLockMinutes(5);
        m_bench->workstation.setLocked(true);
        pass(6);
        m_bench->workstation.setLocked(false);
        settle();
        QVERIFY(locked());
        QCOMPARE(m_bench->session.unlocks(), 0);
        QVERIFY(shownText(*m_window).contains(QStringLiteral("Après 5 minutes sans activité")));
        QVERIFY(m_bench->settings.leftLocked());
    }

    void shortcut_ctrlL_locksUntilASignIn()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(locked());
        QVERIFY(shownText(*m_window).contains(QStringLiteral("Vos décisions en attente sont conservées")));
        QVERIFY(m_bench->settings.leftLocked());
        m_bench->session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        settle();
        QVERIFY(shownText(*m_window).contains(QStringLiteral("Vous avez quitté FranceConnect")));
        QCOMPARE(clippedTexts(*m_window), QByteArray());
    }

    void leftLocked_nextStart_isLocked()
    {
        m_window.reset();
        m_bench->session.setState(State::Starting);
        m_bench->settings.setLeftLocked(true);
        build();
        QCOMPARE(m_bench->session.locks(), 1);
        QVERIFY(m_bench->settings.leftLocked());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::ScreenLockTest)
#include "ScreenLockTest.moc"
