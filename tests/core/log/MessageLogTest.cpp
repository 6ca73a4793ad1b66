// SPDX-License-Identifier: MIT
#include "core/log/MessageLog.h"

#include "core/jose/Dpop.h"
#include "core/jose/Jws.h"

#include <QTest>

using namespace proconnect;

class MessageLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logLine_secretInAnySentence_isRemoved_data()
    {
        QTest::addColumn<QString>("secret");
        const Jwk key = Jwk::generateP256().value();
        const QUrl url(QStringLiteral("https://a.example/"));
        const QByteArray jws = Jws::sign("{}", key, QStringLiteral("decision+jwt")).value();
        const QByteArray proof = Dpop::create(key, "GET", url, QDateTime::currentDateTimeUtc()).value();
        QTest::newRow("JWS") << QString::fromLatin1(jws);
        QTest::newRow("DPoP proof") << QString::fromLatin1(proof);
        QTest::newRow("opaque token") << QStringLiteral("k3Jd92LsPq0aZx81Mnb7Vc65");
        QTest::newRow("e-mail") << QStringLiteral("anne.petit@ventadour.example");
        QTest::newRow("one-time code") << QStringLiteral("?transaction=t&code=abc");
    }

    void logLine_secretInAnySentence_isRemoved()
    {
        QFETCH(QString, secret);
        for (const QString& sentence :
             {QStringLiteral("%1"), QStringLiteral("sent %1 to the service"),
              QStringLiteral("Authorization: DPoP %1"), QStringLiteral("{\"token\":\"%1\"}"),
              QStringLiteral("GET https://a.example/r%1 HTTP/1.1")}) {
            const QByteArray line = logLine(QtWarningMsg, "proconnect.net", sentence.arg(secret));
            QVERIFY2(!line.contains(secret.toUtf8()), line.constData());
            QVERIFY(line.startsWith("warning proconnect.net: "));
        }
    }

    void logLine_lineFeeds_cannotForgeASecondLine()
    {
        const QByteArray line = logLine(QtInfoMsg, nullptr, QStringLiteral("a\nfatal forged\r\nb"));
        QVERIFY(!line.contains('\n'));
        QVERIFY(!line.contains('\r'));
    }

    void logLine_hugeText_isCut()
    {
        QVERIFY(logLine(QtInfoMsg, nullptr, QString(100'000, u' ')).size() < 3000);
    }

    void logLine_ordinaryWords_stay()
    {
        QCOMPARE(logLine(QtWarningMsg, "proconnect.net", QStringLiteral("no answer in time, attempt 3")),
                 QByteArray("warning proconnect.net: no answer in time, attempt 3"));
    }
};

QTEST_GUILESS_MAIN(MessageLogTest)
#include "MessageLogTest.moc"
