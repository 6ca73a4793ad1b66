// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInPolicy.h"

#include <QTest>

using proconnect::SignInPage;
using proconnect::ui::judgeNavigation;
using proconnect::ui::mayFetch;
using proconnect::ui::NavigationVerdict;

class SignInPolicyTest final : public QObject
{
    Q_OBJECT

private:
    static SignInPage page()
    {
        SignInPage page;
        page.start = QUrl(QStringLiteral("https://connect.example/sign-in/start/abc"));
        page.completion = QUrl(QStringLiteral("https://connect.example/sign-in/complete"));
        page.allowedHosts = {QStringLiteral("connect.example"), QStringLiteral("app.franceconnect.gouv.fr"),
                             QStringLiteral("127.0.0.1:8810")};
        return page;
    }

private Q_SLOTS:
    void judge_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("demonstration");
        QTest::addColumn<NavigationVerdict>("verdict");
        const auto row = [](const char* name, const char* url, bool demonstration,
                            NavigationVerdict verdict) {
            QTest::newRow(name) << QString::fromLatin1(url) << demonstration << verdict;
        };
        using V = NavigationVerdict;
        row("recognised host", "https://app.franceconnect.gouv.fr/api/v2/authorize?x=1", false, V::Allowed);
        row("its default port", "https://app.franceconnect.gouv.fr:443/", false, V::Allowed);
        row("another port", "https://app.franceconnect.gouv.fr:8443/", false, V::UnknownAddress);
        row("subdomain", "https://evil.app.franceconnect.gouv.fr/", false, V::UnknownAddress);
        row("suffix", "https://app.franceconnect.gouv.fr.evil.example/", false, V::UnknownAddress);
        row("user part", "https://app.franceconnect.gouv.fr@evil.example/", false, V::Refused);
        row("user part of a recognised host", "https://u:p@app.franceconnect.gouv.fr/", false, V::Refused);
        row("not encrypted", "http://app.franceconnect.gouv.fr/", false, V::UnknownAddress);
        row("not encrypted, demonstration", "http://app.franceconnect.gouv.fr/", true, V::UnknownAddress);
        row("loopback, demonstration", "http://127.0.0.1:8810/api/v2", true, V::Allowed);
        row("loopback, not demonstration", "http://127.0.0.1:8810/api/v2", false, V::UnknownAddress);
        row("other loopback port", "http://127.0.0.1:8811/", true, V::UnknownAddress);
        row("completion", "https://connect.example/sign-in/complete?transaction=t&code=c", false,
            V::Completion);
        row("completion, explicit port", "https://connect.example:443/sign-in/complete", false,
            V::Completion);
        row("longer path", "https://connect.example/sign-in/complete/x", false, V::Allowed);
        row("encoded path", "https://connect.example/sign-in%2Fcomplete", false, V::Allowed);
        row("completion over http", "http://connect.example/sign-in/complete", false, V::UnknownAddress);
        row("completion path elsewhere", "https://evil.example/sign-in/complete?code=c", false,
            V::UnknownAddress);
        row("file", "file:///etc/passwd", true, V::Refused);
        row("script", "javascript:alert(1)", true, V::Refused);
        row("data", "data:text/html,x", true, V::Refused);
        row("application scheme", "proconnect://callback?code=c", true, V::Refused);
        row("homograph", "https://xn--franceconnct-qvb.gouv.fr/", false, V::UnknownAddress);
        row("empty", "", true, V::Refused);
    }

    void judge()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, demonstration);
        QFETCH(const NavigationVerdict, verdict);
        QCOMPARE(judgeNavigation(QUrl(url), page(), demonstration), verdict);
    }

    void fetch_onlyEncryptedOrLoopbackInDemonstration()
    {
        QVERIFY(mayFetch(QUrl(QStringLiteral("https://cdn.example/a.css")), false));
        QVERIFY(mayFetch(QUrl(QStringLiteral("data:image/png;base64,AAAA")), false));
        QVERIFY(mayFetch(QUrl(QStringLiteral("http://127.0.0.1:1/a.css")), true));
        QVERIFY(!mayFetch(QUrl(QStringLiteral("http://127.0.0.1:1/a.css")), false));
        QVERIFY(!mayFetch(QUrl(QStringLiteral("http://cdn.example/a.css")), true));
        QVERIFY(!mayFetch(QUrl(QStringLiteral("file:///etc/passwd")), true));
    }
};

QTEST_GUILESS_MAIN(SignInPolicyTest)
#include "SignInPolicyTest.moc"
