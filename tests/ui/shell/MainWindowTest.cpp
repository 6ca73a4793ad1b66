// SPDX-License-Identifier: MIT
#include "ui/shell/MainWindow.h"

#include "tests/ui/shell/ProbePages.h"
#include "ui/StatusBar.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shell/CompanyPopup.h"
#include "ui/shell/CompanyRow.h"
#include "ui/shell/SideMenu.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/NavigationItem.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ProbePage::built = 0; }

    void start_signedOut_buildsOnlyTheSignInScreen()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        QVERIFY(visible<ui::SignInScreen>(window));
        QVERIFY(!window.findChild<ui::WorkView*>());
        QVERIFY(!window.findChild<ui::AttachScreen*>());
        QCOMPARE(ProbePage::built, 0);
    }

    void start_withCopyWhileKeyStoreAnswers_showsTheWork()
    {
        UiBench bench;
        bench.session.setState(SessionController::State::Starting);
        bench.workspace.show(demonstrationSnapshot());
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        QVERIFY(visible<ui::WorkView>(window));
        QCOMPARE(ProbePage::built, 1);
    }

    void start_keyStoreSlow_saysWhatIsAwaited()
    {
        UiBench bench;
        bench.session.setState(SessionController::State::Starting);
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        QVERIFY(!visible<QLabel>(window));
        QTRY_VERIFY(visible<QLabel>(window));
        QVERIFY(visible<QLabel>(window)->text().contains(QStringLiteral("trousseau de clés")));
        keepPicture(window, QStringLiteral("shell-waiting"));
        bench.session.setState(SessionController::State::SignedOut);
        QVERIFY(visible<ui::SignInScreen>(window));
    }

    void signedIn_withoutCompany_asksForOne()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        bench.session.signIn(
            UserProfile{QStringLiteral("s"), QStringLiteral("Claire"), QStringLiteral("Fabre"), {}, 1, {}});
        QVERIFY(visible<ui::AttachScreen>(window));
        bench.workspace.show(demonstrationSnapshot());
        bench.session.setProfile(demonstrationProfile());
        QVERIFY(visible<ui::WorkView>(window));
    }

    void signOut_anywhere_leavesNothingOfTheWork()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        QVERIFY(visible<ui::WorkView>(window));
        bench.session.signOut();
        QVERIFY(visible<ui::SignInScreen>(window));
        QVERIFY(!window.findChild<ui::WorkView*>());
    }

    void pages_areBuiltWhenOpened_andRefreshedBySnapshots()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        QCOMPARE(ProbePage::built, 1);
        window.openPage(QStringLiteral("requests"), QStringLiteral("PC-1"));
        QCOMPARE(ProbePage::built, 2);
        auto* page = visible<ProbePage>(window);
        QCOMPARE(page->target, QStringLiteral("PC-1"));
        const int before = page->refreshes;
        bench.workspace.show(demonstrationSnapshot());
        QCOMPARE(page->refreshes, before + 1);
        window.openPage(QStringLiteral("no-such-page"));
        QCOMPARE(visible<ProbePage>(window), page);
    }

    void keys_openPages_refresh_andCopyTheScreenCode()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(visible<ProbePage>(window)->screenCode(), QStringLiteral("V-30"));
        const int before = bench.workspace.refreshes();
        QTest::keyClick(&window, Qt::Key_F5);
        QCOMPARE(bench.workspace.refreshes(), before + 1);
        QTest::keyClick(&window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("V-30"));
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(visible<ui::SettingsPage>(window));
    }

    void f6_goesThroughRegionsAndBack()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openPage(QStringLiteral("home"));
        auto* page = visible<ProbePage>(window);
        QVERIFY(page->titleHasFocus());
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(!page->titleHasFocus());
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(page->titleHasFocus());
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(visible<ui::SideMenu>(window)->isAncestorOf(QApplication::focusWidget()));
    }

    void menu_arrowsMove_andEnterOpens()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        visible<ui::SideMenu>(window)->focusActive();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        auto* item = qobject_cast<ui::NavigationItem*>(QApplication::focusWidget());
        QVERIFY(item);
        QCOMPARE(item->id(), QStringLiteral("requests"));
        QVERIFY(item->accessibleName().contains(QStringLiteral("à traiter")));
        QTest::keyClick(item, Qt::Key_Return);
        QCOMPARE(visible<ProbePage>(window)->screenCode(), QStringLiteral("D-01"));
    }

    void companies_areChosenFromTheirPopup()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        UserProfile profile = demonstrationProfile();
        Company second = profile.companies.constFirst();
        second.siren = QStringLiteral("732829320");
        second.name = QStringLiteral("Fabre Immobilier");
        second.pendingRequests = 1;
        profile.companies.append(second);
        bench.workspace.show(demonstrationSnapshot());
        bench.session.signIn(profile);
        visible<ui::SideMenu>(window)->openCompanies();
        auto* popup = window.findChild<ui::CompanyPopup*>();
        QVERIFY(popup && popup->isVisible());
        settle();
        keepPicture(*popup, QStringLiteral("shell-companies"));
        QCOMPARE(clippedTexts(*popup), QByteArray());
        QCOMPARE(namelessControls(*popup), QByteArray());
        QSignalSpy chosen(popup, &ui::CompanyPopup::companyChosen);
        const auto rows = popup->findChildren<ui::CompanyRow*>();
        QCOMPARE(rows.size(), 2);
        rows[1]->click();
        QCOMPARE(chosen.constFirst().constFirst().toString(), QStringLiteral("732829320"));
    }

    void secretsInMemoryOnly_areSaidOnScreen_untilUnderstood()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.showWhereItWas();
        signIn(bench);
        QVERIFY(!visible<ui::Banner>(window));
        bench.session.setKeeping(SecretKeeping::MemoryOnly);
        auto* banner = visible<ui::Banner>(window);
        QVERIFY(banner && banner->accessibleName().contains(QStringLiteral("trousseau")));
        settle();
        keepPicture(window, QStringLiteral("shell-memory-only"));
        QCOMPARE(clippedTexts(window), QByteArray());
        banner->findChild<QPushButton*>()->click();
        QVERIFY(!banner->isVisible());
    }

    void geometry_isKeptForTheNextStart()
    {
        UiBench bench;
        {
            ui::MainWindow window(bench.services, probeEntries());
            window.showWhereItWas();
            window.resize(1100, 700);
            window.close();
        }
        ui::MainWindow again(bench.services, probeEntries());
        again.showWhereItWas();
        QCOMPARE(again.size(), QSize(1100, 700));
    }

    void language_changed_rebuildsTheSamePage()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        window.show();
        signIn(bench);
        window.openPage(QStringLiteral("settings"));
        bench.language.use(QStringLiteral("en"));
        QTRY_VERIFY(visible<ui::SettingsPage>(window) &&
                    visible<ui::SettingsPage>(window)->title() == QStringLiteral("Settings"));
        bench.language.use(QStringLiteral("fr"));
    }

    void statusBar_largeText_keepsTheAgeAndFits()
    {
        UiBench bench;
        bench.theme.setTextScale(2.0);
        bench.services.demonstration = true;
        ui::MainWindow window(bench.services, probeEntries());
        window.resize(1024, 640);
        window.show();
        signIn(bench);
        settle();
        keepPicture(window, QStringLiteral("shell-status-large"));
        const auto* status = window.findChild<ui::StatusBar*>();
        const auto labels = status->findChildren<QLabel*>();
        const auto shown = [&labels](const QString& text) {
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel* label) {
                return label->isVisible() && label->text().contains(text);
            });
        };
        QVERIFY(shown(QStringLiteral("Données")));
        QVERIFY(shown(QStringLiteral("Démonstration")));
        QCOMPARE(clippedTexts(*status), QByteArray());
    }

    void statusBar_noHelpline_showsNoRowForIt()
    {
        UiBench bench;
        bench.services.supportNumber.clear();
        ui::MainWindow window(bench.services, probeEntries());
        window.resize(1440, 900);
        window.show();
        const QString start = qtTrId("signin.help").section(u'%', 0, 0).trimmed();
        const QString below = qtTrId("status.support").section(u'%', 0, 0).trimmed();
        const auto shown = [&window](const QString& text) {
            const auto labels = window.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel* label) {
                return label->isVisible() && label->text().contains(text);
            });
        };
        QVERIFY(!shown(start));
        signIn(bench);
        settle();
        QVERIFY(!shown(below));
    }

    void look_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::newRow("1440x900") << 1440 << 900 << 1.0 << false << QStringLiteral("fr");
        QTest::newRow("1024x640") << 1024 << 640 << 1.0 << false << QStringLiteral("fr");
        QTest::newRow("dark") << 1440 << 900 << 1.0 << true << QStringLiteral("fr");
        QTest::newRow("text-200") << 1440 << 900 << 2.0 << false << QStringLiteral("fr");
        QTest::newRow("text-150-english") << 1440 << 900 << 1.5 << false << QStringLiteral("en");
        QTest::newRow("4k") << 3840 << 2160 << 1.0 << false << QStringLiteral("en");
    }

    void look()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const double, scale);
        QFETCH(const bool, dark);
        QFETCH(const QString, language);
        UiBench bench;
        bench.theme.setMode(dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
        bench.theme.setTextScale(scale);
        bench.language.use(language);
        ui::MainWindow window(bench.services, probeEntries());
        window.resize(width, height);
        window.show();
        signIn(bench);
        window.openPage(QStringLiteral("settings"));
        settle();
        keepPicture(window, QStringLiteral("shell-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(clippedTexts(window), QByteArray());
        QCOMPARE(namelessControls(window), QByteArray());
        bench.workspace.setConnection(Workspace::Connection::Offline);
        settle();
        keepPicture(window, QStringLiteral("shell-offline-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(clippedTexts(window), QByteArray());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::MainWindowTest)
#include "MainWindowTest.moc"
