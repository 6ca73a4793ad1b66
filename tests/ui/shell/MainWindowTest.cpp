// SPDX-License-Identifier: MIT
#include "ui/shell/MainWindow.h"

#include "tests/ui/support/UiBench.h"
#include "ui/Page.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shell/CompanyPopup.h"
#include "ui/shell/CompanyRow.h"
#include "ui/shell/QuitDialog.h"
#include "ui/shell/SideMenu.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/NavigationItem.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/UndoBar.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {
namespace {

/// A page that counts what the window asks of it.
class ProbePage final : public ui::Page
{
    Q_OBJECT

public:
    ProbePage(const ui::Services& services, const QString& title, const QString& code, QWidget* parent)
        : Page(services, title, code, parent), m_button(new QPushButton(QStringLiteral("probe")))
    {
        body()->addWidget(m_button);
        body()->addStretch();
        ++built;
    }

    void refresh() override { ++refreshes; }
    void showTarget(const QString& wanted) override { target = wanted; }
    void setWidthClass(ui::WidthClass wanted) override
    {
        Page::setWidthClass(wanted);
        width = wanted;
    }

    int refreshes = 0;
    QString target;
    ui::WidthClass width = ui::WidthClass::Normal;
    static inline int built = 0;

private:
    QPushButton* m_button;
};

std::vector<ui::PageEntry> entries()
{
    const auto probe = [](const char* code) {
        return [code](const ui::Services& services, QWidget* parent) -> ui::Page* {
            return new ProbePage(services, QString::fromLatin1(code), QString::fromLatin1(code), parent);
        };
    };
    return {
        {QStringLiteral("home"),
         ui::MenuGroup::Top,
         QStringLiteral("home"),
         "nav.home",
         nullptr,
         probe("A-10"),
         {}},
        {QStringLiteral("requests"), ui::MenuGroup::Top, QStringLiteral("requests"), "nav.requests", nullptr,
         probe("D-01"),
         [](const CompanySnapshot& snapshot) {
             return static_cast<int>(std::count_if(snapshot.requests.begin(), snapshot.requests.end(),
                                                   [](const auto& request) { return request.open(); }));
         }},
        {QStringLiteral("accounts"),
         ui::MenuGroup::Staff,
         QStringLiteral("accounts"),
         "nav.accounts",
         nullptr,
         probe("V-30"),
         {}},
        {QStringLiteral("certification"),
         ui::MenuGroup::Me,
         QStringLiteral("certify"),
         "nav.certified",
         "nav.certified.short",
         probe("M-50"),
         {}},
        {QStringLiteral("contact-email"),
         ui::MenuGroup::Me,
         QStringLiteral("email"),
         "nav.email",
         "nav.email.short",
         probe("E-55"),
         {}},
        {QStringLiteral("settings"),
         ui::MenuGroup::Bottom,
         QStringLiteral("settings"),
         "nav.settings",
         nullptr,
         [](const ui::Services& services, QWidget* parent) -> ui::Page* {
             return new ui::SettingsPage(services, parent);
         },
         {}},
    };
}

Decision accept(const QString& target)
{
    Decision decision;
    decision.kind = DecisionKind::AcceptRequest;
    decision.target = target;
    return decision;
}

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private:
    template <typename T>
    static T* visible(const QWidget& root)
    {
        const auto all = root.findChildren<T*>();
        const auto found =
            std::find_if(all.begin(), all.end(), [](const T* one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }

    static void signIn(UiBench& bench)
    {
        bench.workspace.show(demonstrationSnapshot());
        bench.session.signIn(demonstrationProfile());
    }

private Q_SLOTS:
    void init() { ProbePage::built = 0; }

    void start_signedOut_buildsOnlyTheSignInScreen()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
        window.show();
        QVERIFY(visible<ui::WorkView>(window));
        QCOMPARE(ProbePage::built, 1);
    }

    void signedIn_withoutCompany_asksForOne()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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

    void undoBar_countsDown_andControlZUndoes()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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

    void companies_areChosenFromTheirPopup()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, entries());
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
        ui::MainWindow window(bench.services, entries());
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
            ui::MainWindow window(bench.services, entries());
            window.showWhereItWas();
            window.resize(1100, 700);
            window.close();
        }
        ui::MainWindow again(bench.services, entries());
        again.showWhereItWas();
        QCOMPARE(again.size(), QSize(1100, 700));
    }

    void language_changed_rebuildsTheSamePage()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, entries());
        window.show();
        signIn(bench);
        window.openPage(QStringLiteral("settings"));
        bench.language.use(QStringLiteral("en"));
        QTRY_VERIFY(visible<ui::SettingsPage>(window) &&
                    visible<ui::SettingsPage>(window)->title() == QStringLiteral("Settings"));
        bench.language.use(QStringLiteral("fr"));
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
        ui::MainWindow window(bench.services, entries());
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
