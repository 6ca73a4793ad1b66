// SPDX-License-Identifier: MIT
#include "app/AppLink.h"

#include "app/PageList.h"

#include <QTest>

using namespace proconnect::app;

class AppLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_everyPageOfTheMenu_isNamed()
    {
        for (const auto& entry : pageList()) {
            const AppLink wanted{entry.id, {}};
            QCOMPARE(parseAppLink(QStringLiteral("proconnect:") + entry.id), wanted);
            QCOMPARE(parseAppLink(QStringLiteral("proconnect://") + entry.id + u'/'), wanted);
        }
    }

    void parse_requestByItsReference_isNamed()
    {
        const AppLink wanted{QStringLiteral("requests"), QStringLiteral("PC-2026-001021")};
        QCOMPARE(parseAppLink(QStringLiteral("proconnect://requests/PC-2026-001021")), wanted);
    }

    void parse_nothingNamed_isTheWindow()
    {
        QCOMPARE(parseAppLink(QStringLiteral("proconnect:")), AppLink{});
        QCOMPARE(parseAppLink(QStringLiteral("PROCONNECT://")), AppLink{});
    }

    void parse_anythingElse_isIgnored_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "proconnect", "https://requests", "proconnect:moon", "proconnect://requests/PC-2026-1",
              "proconnect://requests/PC-2026-001021/accept", "proconnect://requests?accept=PC-2026-001021",
              "proconnect://requests#x", "proconnect://user@requests", "proconnect://requests:80",
              "proconnect://../settings", "proconnect://home/PC-2026-001021", "proconnect:home\n",
              "proconnect:home --service=http://attacker.example", " proconnect:home", "proconnect:HOME",
              "proconnect:///home", "proconnect:h%6fme", "javascript:alert(1)"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
        QTest::newRow("digits of another script") << QStringLiteral("proconnect://requests/PC-٢٠٢٦-٠٠١٠٢١");
        QTest::newRow("very long") << QStringLiteral("proconnect:") + QString(100'000, u'/');
    }

    void parse_anythingElse_isIgnored()
    {
        QFETCH(const QString, text);
        QVERIFY(!parseAppLink(text));
    }
};

QTEST_APPLESS_MAIN(AppLinkTest)
#include "AppLinkTest.moc"
