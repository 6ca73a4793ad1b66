// SPDX-License-Identifier: MIT
#include "tests/app/screens/ScreenStage.h"
#include "tests/ui/support/Shown.h"
#include "ui/shell/SideMenu.h"
#include "ui/text/FailureText.h"
#include "ui/widgets/NavigationItem.h"

#include <QTabBar>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {
namespace {

const QSize window(1280, 800);
const QString siren = QStringLiteral("000058263");

ui::NavigationItem& requestsEntry(const ScreenStage& stage)
{
    const auto entries = stage.window().findChildren<ui::NavigationItem*>();
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [](const auto* entry) {
        return entry->id() == QLatin1String("requests");
    });
    return **found;
}

int waiting(const ScreenStage& stage)
{
    return static_cast<int>(std::count_if(stage.bench.workspace.snapshot()->requests.cbegin(),
                                          stage.bench.workspace.snapshot()->requests.cend(),
                                          [](const AccessRequest& one) { return one.open(); }));
}

} // namespace

/// What screens say in states that are easily forgotten.
class ScreenTextsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptance_countingDown_isCountedNowhere()
    {
        ScreenStage stage(window);
        stage.open(QStringLiteral("home"));
        const int before = waiting(stage);
        QVERIFY(requestsEntry(stage).accessibleName().contains(QString::number(before)));
        stage.click(qtTrId("req.accept"));
        const QString left = QString::number(before - 1);
        QVERIFY2(requestsEntry(stage).accessibleName().contains(left),
                 qPrintable(requestsEntry(stage).accessibleName()));
        stage.window().openPage(QStringLiteral("requests"));
        settle();
        QCOMPARE(stage.bench.decisions.pending().size(), 1);
        QVERIFY(stage.bench.decisions.undo(stage.bench.decisions.pending().constFirst().decision.id));
        QVERIFY(requestsEntry(stage).accessibleName().contains(QString::number(before)));
    }

    void noCompany_statusBar_saysSoRatherThanConnecting()
    {
        ScreenStage stage(window);
        stage.bench.workspace.setConnection(Workspace::Connection::Unknown);
        stage.attach({});
        const QString text = shownText(stage.window());
        QVERIFY2(text.contains(qtTrId("status.nocompany")), qPrintable(text));
        QVERIFY(!text.contains(qtTrId("status.connecting")));
        stage.bench.workspace.setConnection(Workspace::Connection::Offline);
        QVERIFY(shownText(stage.window()).contains(qtTrId("status.offline")));
    }

    void memoryOnly_beforeACompanyIsAttached_isSaid()
    {
        ScreenStage stage(window);
        stage.attach({});
        const QString title = ui::failureText({FailureCode::KeyStoreUnavailable, {}, {}}).title;
        QVERIFY(!shownText(stage.window()).contains(title));
        stage.bench.session.setKeeping(SecretKeeping::MemoryOnly);
        QVERIFY(shownText(stage.window()).contains(title));
        stage.click(qtTrId("common.understood"));
        QVERIFY(!shownText(stage.window()).contains(title));
    }

    void tradeRegisterAnswer_isShownInWordsThatPeopleRead()
    {
        ScreenStage stage(window);
        CompanyCheck check;
        check.siren = siren;
        check.result = CheckResult::Certified;
        check.name = QStringLiteral("MENUISERIE FABRE ET FILLES");
        check.address = QStringLiteral("12 RUE DES TILLEULS 69009 LYON");
        check.activity = QStringLiteral("16.23Z");
        check.function = QStringLiteral("PRESIDENT");
        check.source = RegistrySource::Rcs;
        stage.attach(check);
        const QString text = shownText(stage.window());
        QVERIFY2(text.contains(QString::fromUtf8("Fonction confirmée\u00A0: président\n")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("12 rue des Tilleuls, 69009 Lyon")));
        QVERIFY(!text.contains(QStringLiteral("16.23Z")));
        QVERIFY(!text.contains(QStringLiteral("PRESIDENT")));
    }

    void oneAccountOfOnePortal_isSaidInTheSingular()
    {
        ScreenStage stage(window);
        CompanySnapshot snapshot = longNamedSnapshot();
        snapshot.accounts = AccountList{snapshot.accounts.constFirst()};
        snapshot.accounts.first().state = AccountState::Active;
        snapshot.portals = snapshot.portals.first(1);
        stage.bench.workspace.show(snapshot);
        stage.open(QStringLiteral("accounts"));
        const QString text = shownText(stage.window());
        QVERIFY2(text.contains(QStringLiteral("1 compte ouvert sur 1 portail, ")), qPrintable(text));
    }

    void failureTexts_neverSayToCall_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("fr") << QStringLiteral("fr");
        QTest::newRow("en") << QStringLiteral("en");
    }

    /// No helpline may be configured, and the texts do not know.
    void failureTexts_neverSayToCall()
    {
        QFETCH(const QString, language);
        ScreenStage stage(window, 1.0, language);
        for (int code = 0; code <= static_cast<int>(FailureCode::Internal); ++code) {
            for (const QString& argument : {QString(), QStringLiteral("x|y|z")}) {
                const QString text =
                    ui::failureText({static_cast<FailureCode>(code), {}, argument}).sentence();
                QVERIFY2(!text.contains(QStringLiteral("ppele")) &&
                             !text.contains(QStringLiteral("all the help")) &&
                             !text.contains(QStringLiteral("all an adviser")),
                         qPrintable(text));
            }
        }
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::ScreenTextsTest)
#include "ScreenTextsTest.moc"
