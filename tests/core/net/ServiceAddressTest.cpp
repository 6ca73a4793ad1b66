// SPDX-License-Identifier: MIT
#include "core/net/ServiceAddress.h"

#include "core/net/RetryPolicy.h"

#include <QTest>

using namespace proconnect;

class ServiceAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_address_isAcceptedOnlyWhereItIsSafe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("inDemonstration");
        QTest::addColumn<bool>("inEarnest");
        const auto row = [](const char* text, bool demonstration, bool earnest) {
            QTest::newRow(text) << QString::fromLatin1(text) << demonstration << earnest;
        };
        row("https://proconnect.example", false, true);
        row("https://proconnect.example/base/", false, true);
        row("http://127.0.0.1:8800", true, false);
        row("http://localhost:8800", true, false);
        row("http://[::1]:8800", true, false);
        row("https://127.0.0.1:8800", true, true);
        row("http://proconnect.example", false, false);
        row("http://127.0.0.1.attacker.example", false, false);
        row("http://localhost.attacker.example", false, false);
        row("https://user@proconnect.example", false, false);
        row("https://proconnect.example/?a=b", false, false);
        row("https://proconnect.example/#a", false, false);
        row("file:///etc/passwd", false, false);
        row("ftp://127.0.0.1", false, false);
        row("https://", false, false);
        row("proconnect.example", false, false);
        row("", false, false);
    }

    void parse_address_isAcceptedOnlyWhereItIsSafe()
    {
        QFETCH(QString, text);
        QFETCH(bool, inDemonstration);
        QFETCH(bool, inEarnest);
        QCOMPARE(parseServiceAddress(text, true).ok(), inDemonstration);
        QCOMPARE(parseServiceAddress(text, false).ok(), inEarnest);
    }

    void parse_slashAtTheEnd_isDropped()
    {
        QCOMPARE(parseServiceAddress(QStringLiteral("https://a.example/b/"), false).value(),
                 QUrl(QStringLiteral("https://a.example/b")));
    }

    void pauseBefore_manyAttempts_growsToOneMinute()
    {
        using namespace std::chrono_literals;
        QCOMPARE(pauseBefore(1, 2s), 2000ms);
        QCOMPARE(pauseBefore(3, 2s), 8000ms);
        QCOMPARE(pauseBefore(100, 2s), 60'000ms);
        QVERIFY(repeatsByItself(FailureCode::Offline));
        QVERIFY(!repeatsByItself(FailureCode::AlreadyDecided));
    }
};

QTEST_GUILESS_MAIN(ServiceAddressTest)
#include "ServiceAddressTest.moc"
