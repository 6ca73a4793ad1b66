// SPDX-License-Identifier: MIT
#include "tests/ui/shell/ProbePages.h"
#include "tests/ui/support/Shown.h"
#include "ui/former/FormerDirectorView.h"
#include "ui/shell/MainWindow.h"
#include "ui/text/RegisterText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/TextLabel.h"

#include <QTest>

namespace proconnect::tests {
namespace {

UserProfile formerDirector(bool closed = false)
{
    UserProfile profile = demonstrationProfile();
    profile.companies[0].mandateEnded = true;
    profile.companies[0].mandateEndedAt = QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC);
    profile.companies[0].companyClosed = closed;
    return profile;
}

OwnReceipts receipts()
{
    OwnReceipts own;
    own.siren = demonstrationSnapshot().company.siren;
    OwnReceipt closing;
    closing.receipt = {QStringLiteral("id"), QDateTime(QDate(2026, 11, 19), QTime(9, 0), Qt::UTC),
                       QStringLiteral("RC-2026-000123"), QStringLiteral("K7PM-2W4X-9RTC-QQ3Z")};
    closing.kind = DecisionKind::CloseAccount;
    closing.shown = QStringLiteral("<b>Cette personne</b> ne pourra plus l’utiliser.");
    closing.acknowledgedAt = QDateTime(QDate(2026, 11, 19), QTime(9, 1), Qt::UTC);
    own.receipts = {closing};
    return own;
}

} // namespace

class FormerDirectorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mandateEnded_showsWhatHappenedInsteadOfThePages()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        open(bench, window);
        QVERIFY(visible<ProbePage>(window));
        const QString office = ui::officeText(demonstrationProfile().companies[0].function);
        QVERIFY(!office.isEmpty() && shownText(window).contains(office));
        bench.session.setProfile(formerDirector());
        auto* former = visible<ui::FormerDirectorView>(window);
        QVERIFY(former);
        QVERIFY(!shownText(window).contains(office));
        QVERIFY(!visible<ProbePage>(window));
        const QString text = shownText(*former);
        QVERIFY2(text.contains(QStringLiteral("20\u00A0novembre\u00A02026")) ||
                     text.contains(QStringLiteral("20 novembre 2026")),
                 qUtf8Printable(text));
        QVERIFY(text.contains(demonstrationProfile().companies[0].name));
        QCOMPARE(former->findChild<ui::ScreenCode*>()->code(), QStringLiteral("X-98"));
        QCOMPARE(bench.companies.receiptsAsked(), QStringList{demonstrationSnapshot().company.siren});
    }

    void serviceRefuses_showsItBeforeTheProfileKnows()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        open(bench, window);
        bench.workspace.setTrouble(Failure{FailureCode::MandateEnded, {}, QStringLiteral("20/11/2026")});
        QVERIFY(visible<ui::FormerDirectorView>(window));
        QVERIFY(!shownText(window).contains(ui::officeText(demonstrationProfile().companies[0].function)));
        bench.session.setProfile(formerDirector());
        QCOMPARE(bench.companies.receiptsAsked().size(), 1);
    }

    void receipts_areThePersonsOwnAndPlainText()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        open(bench, window);
        bench.session.setProfile(formerDirector());
        auto* former = visible<ui::FormerDirectorView>(window);
        bench.companies.answerReceipts(receipts());
        settle();
        const QString text = shownText(*former);
        for (const char* part : {"RC-2026-000123", "K7PM-2W4X-9RTC-QQ3Z", "Fermeture de compte", "<b>"}) {
            QVERIFY2(text.contains(QLatin1String(part)), qUtf8Printable(text));
        }
        QCOMPARE(clippedTexts(*former), QByteArray());
        QCOMPARE(namelessControls(*former), QByteArray());
        for (const auto* label : former->findChild<ui::Card*>()->findChildren<ui::TextLabel*>()) {
            if (label->isVisible() && label->wordWrap()) {
                QVERIFY2(label->height() <= label->heightForWidth(label->width()),
                         qUtf8Printable(label->text()));
            }
        }
        keepPicture(window, QStringLiteral("former-director"));
    }

    void receipts_noneOrNoAnswer_isSaid()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        open(bench, window);
        bench.session.setProfile(formerDirector(true));
        auto* former = visible<ui::FormerDirectorView>(window);
        QVERIFY(shownText(*former).contains(QStringLiteral("est fermée au registre")));
        bench.companies.answerReceipts(Failure{FailureCode::Offline, {}, {}});
        auto* retry = buttonNamed(*former, QStringLiteral("Réessayer"));
        QVERIFY(retry);
        retry->click();
        QCOMPARE(bench.companies.receiptsAsked().size(), 2);
        bench.companies.answerReceipts(OwnReceipts{});
        QVERIFY(shownText(*former).contains(QStringLiteral("aucune décision")));
    }

    void settings_stayWithinReach()
    {
        UiBench bench;
        ui::MainWindow window(bench.services, probeEntries());
        open(bench, window);
        bench.session.setProfile(formerDirector());
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(!visible<ui::FormerDirectorView>(window));
        window.openPage(QStringLiteral("home"));
        QVERIFY(visible<ui::FormerDirectorView>(window));
    }

private:
    static void open(UiBench& bench, ui::MainWindow& window)
    {
        window.showWhereItWas();
        bench.workspace.show(demonstrationSnapshot());
        bench.session.signIn(demonstrationProfile());
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    template <typename T>
    static T* visible(const QWidget& window)
    {
        for (T* widget : window.findChildren<T*>()) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::FormerDirectorTest)
#include "FormerDirectorTest.moc"
