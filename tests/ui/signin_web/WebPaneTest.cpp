// SPDX-License-Identifier: MIT
#include "tests/ui/signin_web/PageServer.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/OriginBar.h"
#include "ui/sign_in/SignInWindow.h"
#include "ui/sign_in/SignOutVisit.h"
#include "ui/sign_in/WebPaneLoader.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace proconnect::tests {
namespace {

/// Everything that a pane told.
struct Told
{
    QList<QUrl> addresses;
    QList<QUrl> completions;
    QList<Failure> failures;
    bool loading = false;

    [[nodiscard]] ui::WebPaneEvents events()
    {
        return {[this](const QUrl& address) { addresses.append(address); },
                [this](int percent) { loading = percent < 100; },
                [this](const QUrl& reached) { completions.append(reached); },
                [this](const Failure& failure) { failures.append(failure); }};
    }
};

SignInPage pageOf(const PageServer& server)
{
    SignInPage page;
    page.start = server.url(QStringLiteral("/start"));
    page.completion = server.url(QStringLiteral("/sign-in/complete"));
    page.allowedHosts = {server.host()};
    return page;
}

/// A web server of loopback whose certificate nobody vouches for.
class UntrustedServer
{
public:
    UntrustedServer()
    {
        const QTemporaryDir directory;
        QFile key(directory.filePath(QStringLiteral("key.pem")));
        QFile certificate(directory.filePath(QStringLiteral("certificate.pem")));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                       QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                       QStringLiteral("-keyout"), key.fileName(), QStringLiteral("-out"),
                       certificate.fileName(), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                       QStringLiteral("-days"), QStringLiteral("2")});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0 || !key.open(QIODevice::ReadOnly) ||
            !certificate.open(QIODevice::ReadOnly)) {
            return;
        }
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setLocalCertificate(QSslCertificate(&certificate));
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] bool listens() const { return m_server.isListening(); }
    [[nodiscard]] QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }
    [[nodiscard]] QUrl url(const QString& path) const
    {
        return QUrl(QStringLiteral("https://") + host() + path);
    }

private:
    QSslServer m_server;
};

QByteArray going(const QUrl& target)
{
    return "<!doctype html><title>t</title><p>page</p><script>location.href='" + target.toEncoded() +
           "'</script>";
}

} // namespace

class WebPaneTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::WebPane> openedPane(const SignInPage& page, Told& told)
    {
        auto pane = ui::loadWebPane(page, true, told.events());
        if (pane) {
            pane->widget()->resize(800, 600);
            pane->widget()->show();
            pane->open(page.start);
        }
        return pane;
    }

private Q_SLOTS:
    void completion_byRedirect_isToldOnceAndNeverLoaded()
    {
        PageServer server;
        const SignInPage page = pageOf(server);
        server.page(QStringLiteral("/start"), going(server.url(QStringLiteral("/callback"))));
        QUrl completion = page.completion;
        completion.setQuery(QStringLiteral("transaction=t1&code=c1"));
        server.redirect(QStringLiteral("/callback"), completion);
        Told told;
        const auto pane = openedPane(page, told);
        QVERIFY(pane);
        QTRY_COMPARE_WITH_TIMEOUT(told.completions, QList{completion}, 20000);
        QTest::qWait(100);
        QCOMPARE(told.completions.size(), 1);
        QVERIFY(told.failures.isEmpty());
        QVERIFY(!server.asked().contains(QStringLiteral("/sign-in/complete")));
        QVERIFY(std::none_of(told.addresses.begin(), told.addresses.end(),
                             [](const QUrl& address) { return address.hasQuery(); }));
    }

    void unknownHost_isBlockedBeforeAnyRequest()
    {
        PageServer server;
        PageServer other;
        other.page(QStringLiteral("/trap"), "<p>trap</p>");
        server.page(QStringLiteral("/start"), going(other.url(QStringLiteral("/trap"))));
        Told told;
        const auto pane = openedPane(pageOf(server), told);
        QVERIFY(pane);
        QTRY_COMPARE_WITH_TIMEOUT(told.failures.size(), 1, 20000);
        QCOMPARE(told.failures.constFirst().code, FailureCode::UnknownAddress);
        QCOMPARE(told.failures.constFirst().argument, other.host());
        QVERIFY(!other.asked().contains(QStringLiteral("/trap")));
    }

    void formThatItsPageForbids_endsInAFailureInsteadOfSilence()
    {
        PageServer server;
        PageServer other;
        server.page(QStringLiteral("/start"),
                    "<!doctype html><form id=f method=post action='" +
                        other.url(QStringLiteral("/x")).toEncoded() +
                        "'></form><script>setTimeout(()=>f.submit(),50)</script>",
                    "Content-Security-Policy: form-action 'self'\r\n");
        Told told;
        const auto pane = openedPane(pageOf(server), told);
        QVERIFY(pane);
        QTRY_VERIFY_WITH_TIMEOUT(server.asked().contains(QStringLiteral("/start")), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(!told.failures.isEmpty(), 20000);
        QVERIFY(other.asked().isEmpty());
    }

    void deadServer_isAnIdentityProviderFailure()
    {
        PageServer server;
        server.drop(QStringLiteral("/start"));
        Told told;
        const auto pane = openedPane(pageOf(server), told);
        QVERIFY(pane);
        QTRY_VERIFY_WITH_TIMEOUT(!told.failures.isEmpty(), 20000);
        QCOMPARE(told.failures.constFirst().code, FailureCode::IdentityProviderUnavailable);
    }

    void windowsAndOtherSchemes_areRefused()
    {
        PageServer server;
        server.page(QStringLiteral("/start"), "<!doctype html><p>page</p><script>window.open('/popup');"
                                              "location.href='file:///etc/hostname';</script>");
        server.page(QStringLiteral("/popup"), "<p>popup</p>");
        Told told;
        const auto pane = openedPane(pageOf(server), told);
        QVERIFY(pane);
        QTRY_VERIFY_WITH_TIMEOUT(server.asked().contains(QStringLiteral("/start")) && !told.loading, 20000);
        QTest::qWait(300);
        QVERIFY(!server.asked().contains(QStringLiteral("/popup")));
        QVERIFY(std::none_of(told.addresses.begin(), told.addresses.end(),
                             [](const QUrl& address) { return address.isLocalFile(); }));
    }

    void cookies_doNotOutliveThePane()
    {
        PageServer server;
        server.page(QStringLiteral("/start"), "<p>page</p>", "Set-Cookie: who=claire; Path=/\r\n");
        for (int sitting = 0; sitting < 2; ++sitting) {
            Told told;
            const auto pane = openedPane(pageOf(server), told);
            QVERIFY(pane);
            QTRY_COMPARE_WITH_TIMEOUT(server.asked().count(QStringLiteral("/start")), sitting + 1, 20000);
            QTRY_VERIFY_WITH_TIMEOUT(!told.loading, 20000);
        }
        QVERIFY(server.cookies(QStringLiteral("/start")).isEmpty());
    }

    void untrustedCertificate_isRejectedForGood()
    {
        const UntrustedServer untrusted;
        QVERIFY(untrusted.listens());
        SignInPage page;
        page.start = untrusted.url(QStringLiteral("/start"));
        page.completion = untrusted.url(QStringLiteral("/sign-in/complete"));
        page.allowedHosts = {untrusted.host()};
        Told told;
        const auto pane = openedPane(page, told);
        QVERIFY(pane);
        QTRY_VERIFY_WITH_TIMEOUT(!told.failures.isEmpty(), 20000);
        QCOMPARE(told.failures.constFirst().code, FailureCode::CertificateInvalid);
        QTest::qWait(200);
        QCOMPARE(told.failures.size(), 1);
    }

    /// As FranceConnect does with an identity provider whose certificate has gone bad.
    void untrustedCertificate_ofARecognisedHostAfterARedirect_isSaidWithItsPort()
    {
        UiBench bench;
        bench.services.demonstration = true;
        const UntrustedServer untrusted;
        QVERIFY(untrusted.listens());
        PageServer server;
        server.redirect(QStringLiteral("/start"), untrusted.url(QStringLiteral("/")));
        SignInPage page = pageOf(server);
        page.allowedHosts.append(untrusted.host());
        page.expiresAt = bench.clock.now().addSecs(600);
        ui::SignInWindow window(bench.services, page, std::nullopt, nullptr);
        window.resize(1024, 640);
        window.openStartPage();
        const auto says = [&window](const QString& text) {
            const auto labels = window.findChildren<ui::TextLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&text](const auto* label) {
                return label->isVisible() && label->text().contains(text);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("certificate-invalid")), 20000);
        const auto widgets = window.findChildren<QWidget*>();
        QVERIFY(std::any_of(widgets.begin(), widgets.end(), [&untrusted](const QWidget* widget) {
            return widget->isVisible() && widget->accessibleName().contains(untrusted.host());
        }));
        QVERIFY(std::none_of(widgets.begin(), widgets.end(), [](const QWidget* widget) {
            return widget->isVisible() && widget->accessibleName().contains(qtTrId("fc.blocked"));
        }));
        QVERIFY(!says(qtTrId("fc.note")));
        settle();
        keepPicture(window, QStringLiteral("web-window-certificate"));
        QCOMPARE(clippedTexts(window), QByteArray());
        // No page was reached that one could go back to.
        QSignalSpy abandoned(&window, &ui::SignInWindow::abandoned);
        window.findChild<ui::OriginBar*>()->backClicked();
        QCOMPARE(abandoned.constFirst().constFirst().value<Failure>().code, FailureCode::CertificateInvalid);
    }

    void window_showsTheAddress_thenBlocksInRed_andClosingAbandons()
    {
        UiBench bench;
        bench.services.demonstration = true;
        PageServer server;
        PageServer other;
        server.page(QStringLiteral("/start"),
                    "<!doctype html><meta charset=utf-8><body style='font:16px sans-serif;margin:60px'>"
                    "<h1>Se connecter à ProConnect</h1><p>Choisissez un compte que vous avez déjà :</p>");
        server.page(QStringLiteral("/leave"), going(other.url(QStringLiteral("/trap"))));
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(600);
        ui::SignInWindow window(bench.services, page, std::nullopt, nullptr);
        QVERIFY(window.usable());
        window.resize(1440, 900);
        window.openStartPage();
        QTRY_VERIFY_WITH_TIMEOUT(server.asked().contains(QStringLiteral("/start")), 20000);
        QTest::qWait(500);
        keepPicture(window, QStringLiteral("web-window"));
        QCOMPARE(clippedTexts(window), QByteArray());

        SignInPage leaving = page;
        leaving.start = server.url(QStringLiteral("/leave"));
        ui::SignInWindow blocked(bench.services, leaving, std::nullopt, nullptr);
        blocked.resize(1440, 900);
        blocked.openStartPage();
        const auto saysBlocked = [&blocked] {
            const auto labels = blocked.findChildren<ui::TextLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](const auto* label) {
                return label->isVisible() && label->text().contains(QStringLiteral("unknown-address"));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(saysBlocked(), 20000);
        settle();
        QCOMPARE(clippedTexts(blocked), QByteArray());
        keepPicture(blocked, QStringLiteral("web-window-blocked"));
        QSignalSpy browser(&blocked, &ui::SignInWindow::browserRequested);
        const auto buttons = blocked.findChildren<ui::Button*>();
        const auto outside = std::find_if(buttons.begin(), buttons.end(), [](const ui::Button* one) {
            return one->isVisible() && one->text() == qtTrId("fc.external");
        });
        QVERIFY(outside != buttons.end());
        (*outside)->click();
        QCOMPARE(browser.count(), 1);
        QSignalSpy abandoned(&blocked, &ui::SignInWindow::abandoned);
        blocked.close();
        QCOMPARE(abandoned.count(), 1);
    }

    void newerSignIn_saysWhatItIsFor()
    {
        UiBench bench;
        bench.services.demonstration = true;
        PageServer server;
        server.page(QStringLiteral("/start"), "<p>page</p>");
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(600);
        ui::SignInWindow window(bench.services, page, SignInReason::ContactEmail, nullptr);
        window.resize(1024, 640);
        window.openStartPage();
        const auto labels = window.findChildren<ui::TextLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const auto* label) {
            return label->isVisible() && label->text() == qtTrId("fc.why.email");
        }));
        settle();
        keepPicture(window, QStringLiteral("web-window-again"));
        QCOMPARE(clippedTexts(window), QByteArray());
    }

    void signOut_inTheView_visitsThePageAndEnds()
    {
        PageServer server;
        QUrl completion = server.url(QStringLiteral("/sign-out/complete"));
        server.redirect(QStringLiteral("/sign-out/ticket"), server.url(QStringLiteral("/session/end")));
        server.page(QStringLiteral("/session/end"), going(completion));
        SignOutReport report;
        report.leaving = {server.url(QStringLiteral("/sign-out/ticket")), completion, {server.host()}, {}};
        QObject window;
        const QPointer<ui::SignOutVisit> visit(new ui::SignOutVisit(report, true, &window));
        QTRY_VERIFY_WITH_TIMEOUT(!visit, 20000);
        QCOMPARE(server.asked(),
                 (QStringList{QStringLiteral("/sign-out/ticket"), QStringLiteral("/session/end")}));
    }

    void window_afterItsTime_expires()
    {
        UiBench bench;
        bench.services.demonstration = true;
        PageServer server;
        server.page(QStringLiteral("/start"), "<p>page</p>");
        SignInPage page = pageOf(server);
        page.expiresAt = bench.clock.now().addSecs(-1);
        ui::SignInWindow window(bench.services, page, std::nullopt, nullptr);
        QSignalSpy abandoned(&window, &ui::SignInWindow::abandoned);
        QTRY_COMPARE(abandoned.count(), 1);
        QCOMPARE(abandoned.constFirst().constFirst().value<Failure>().code, FailureCode::SignInExpired);
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::WebPaneTest)
#include "WebPaneTest.moc"
