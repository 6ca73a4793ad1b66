// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInWindow.h"

#include "tests/ui/signin_web/PageServer.h"
#include "tests/ui/support/LayoutFaults.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/OriginBar.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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

bool says(const QWidget& window, const QString& text)
{
    const auto labels = window.findChildren<ui::TextLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&text](const auto* label) {
        return label->isVisible() && label->text().contains(text);
    });
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

    void serverError_back_goesToThePageBeforeAndNeverToTheRawAnswer()
    {
        UiBench bench;
        bench.services.demonstration = true;
        PageServer server;
        server.redirect(QStringLiteral("/start"), server.url(QStringLiteral("/choose")));
        server.page(QStringLiteral("/choose"),
                    "<!doctype html><style>a{position:fixed;inset:0}</style>"
                    "<a href='/broken'>Continue</a>",
                    "Cache-Control: no-store\r\n");
        server.fail(QStringLiteral("/broken"), "<h1>Internal error of a server</h1>");
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(600);
        ui::SignInWindow window(bench.services, page, std::nullopt, nullptr);
        window.resize(1024, 640);
        window.openStartPage();
        auto* bar = window.findChild<ui::OriginBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(server.asked().contains(QStringLiteral("/choose")), 20000);
        // A page that is not painted yet drops a click. One that is slow must not take a second one for the
        // first.
        QDeadlineTimer nextClick(0);
        const auto clicked = [&window, &server, &nextClick] {
            if (nextClick.hasExpired()) {
                QWidget* pane = window.childAt(window.rect().center());
                QTest::mouseClick(pane, Qt::LeftButton, {}, pane->rect().center());
                nextClick.setRemainingTime(3000);
            }
            return server.asked().contains(QStringLiteral("/broken"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(clicked(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(says(window, QStringLiteral("identity-provider-unavailable")), 20000);
        keepPicture(window, QStringLiteral("web-window-server-error"));

        QSignalSpy abandoned(&window, &ui::SignInWindow::abandoned);
        bar->backClicked();
        QTRY_COMPARE_WITH_TIMEOUT(server.asked().count(QStringLiteral("/choose")), 2, 20000);
        QVERIFY(abandoned.isEmpty());
        QVERIFY(!says(window, QStringLiteral("identity-provider-unavailable")));
    }

    void serverError_onTheFirstPage_backEndsTheSignInWithItsReason()
    {
        UiBench bench;
        bench.services.demonstration = true;
        PageServer server;
        server.redirect(QStringLiteral("/start"), server.url(QStringLiteral("/broken")));
        server.fail(QStringLiteral("/broken"), "<h1>Internal error of a server</h1>");
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(600);
        ui::SignInWindow window(bench.services, page, std::nullopt, nullptr);
        window.resize(1024, 640);
        window.openStartPage();
        QTRY_VERIFY_WITH_TIMEOUT(says(window, QStringLiteral("identity-provider-unavailable")), 20000);
        QSignalSpy abandoned(&window, &ui::SignInWindow::abandoned);
        window.findChild<ui::OriginBar*>()->backClicked();
        QCOMPARE(abandoned.size(), 1);
        QCOMPARE(abandoned.constFirst().constFirst().value<Failure>().code,
                 FailureCode::IdentityProviderUnavailable);
        QVERIFY(says(window, QStringLiteral("identity-provider-unavailable")));
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::SignInWindowTest)
#include "SignInWindowTest.moc"
