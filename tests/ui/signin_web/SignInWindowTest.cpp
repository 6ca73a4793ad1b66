// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInWindow.h"

#include "tests/ui/signin_web/PageServer.h"
#include "tests/ui/support/LayoutFaults.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/OriginBar.h"

#include <QApplication>
#include <QTest>

namespace proconnect::tests {
namespace {

SignInPage pageOf(const PageServer& server)
{
    SignInPage page;
    page.start = server.url(QStringLiteral("/start"));
    page.completion = server.url(QStringLiteral("/sign-in/complete"));
    page.allowedHosts = {server.host()};
    return page;
}

} // namespace

/// The window around the real web engine: its keys and its sizes.
class SignInWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window_f6_goesFromThePageToTheBarAndBack_eitherWay()
    {
        UiBench bench;
        bench.services.demonstration = true;
        PageServer server;
        server.page(QStringLiteral("/start"), "<!doctype html><meta charset=utf-8><input autofocus>");
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(600);
        ui::SignInWindow window(bench.services, page, std::nullopt, nullptr);
        window.openStartPage();
        QTRY_VERIFY_WITH_TIMEOUT(server.asked().contains(QStringLiteral("/start")), 20000);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto* bar = window.findChild<ui::OriginBar*>();
        const auto inBar = [bar] { return bar->isAncestorOf(QApplication::focusWidget()); };
        for (const auto modifiers : {Qt::NoModifier, Qt::ShiftModifier}) {
            QVERIFY(!inBar());
            QTest::keyClick(&window, Qt::Key_F6, modifiers);
            QTRY_VERIFY(inBar());
            QTest::keyClick(&window, Qt::Key_F6, modifiers);
            QTRY_VERIFY(!inBar());
        }
    }

    void window_largeTextInASmallWindow_isWhole()
    {
        UiBench bench;
        bench.services.demonstration = true;
        bench.theme.setTextScale(2.0);
        PageServer server;
        server.page(QStringLiteral("/start"), "<!doctype html><meta charset=utf-8><p>Connexion");
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(600);
        for (const auto reason : {std::optional<SignInReason>(), std::optional(SignInReason::ContactEmail)}) {
            ui::SignInWindow window(bench.services, page, reason, nullptr);
            window.resize(1024, 640);
            window.openStartPage();
            settle();
            keepPicture(window, QStringLiteral("web-window-large"));
            const QByteArray faults = layoutFaults(window);
            QVERIFY2(faults.isEmpty(), faults.constData());
            QCOMPARE(window.size(), QSize(1024, 640));
        }
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::SignInWindowTest)
#include "SignInWindowTest.moc"
