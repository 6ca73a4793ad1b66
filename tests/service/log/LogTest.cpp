// SPDX-License-Identifier: MIT
#include "service/log/Log.h"

#include "service/log/QtMessages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

class LogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void write_secretInAnyPlace_isRemoved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char* name, const char* text, const char* secret) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(secret);
        };
        row("e-mail", "mail to marie.durand@exemple.fr failed", "marie.durand");
        row("e-mail in brackets", "RCPT TO:<marie@exemple.fr>", "marie@");
        row("bearer", "Authorization: Bearer abc", "abc");
        row("DPoP", "authorization: DPoP xyz.1", "xyz");
        row("JWS", "got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln here", "eyJ");
        row("hex", "sub 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08v1", "9f86d081");
        row("base64url", "code=Zm9vYmFyYmF6cXV4MTIzNDU2", "Zm9v");
        row("query", "GET /sign-in/callback?code=1&state=2", "state=2");
        row("userinfo", "postgresql://service:hunter@db/name", "hunter");
    }
    void write_secretInAnyPlace_isRemoved()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        m_log.error("test", {{QStringLiteral("detail"), text}});
        m_log.error("test",
                    {{QStringLiteral("list"), QJsonArray{QJsonObject{{QStringLiteral("deep"), text}}}}});
        QVERIFY2(!m_written.contains(secret.toUtf8()), m_written.constData());
    }

    void write_memberNamedAfterASecret_isRemoved_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"access_token", "client_secret", "Password", "code", "state", "familyName",
                                 "given_name", "emailAddress", "birthdate", "cookie", "sub"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void write_memberNamedAfterASecret_isRemoved()
    {
        QFETCH(QString, name);
        m_log.info("test",
                   {{name, QStringLiteral("Zoé")}, {QStringLiteral("in"), QJsonObject{{name, 123456}}}});
        QVERIFY(!m_written.contains("Zoé"));
        QVERIFY(!m_written.contains("123456"));
    }

    void write_plainFacts_stay()
    {
        const QJsonObject facts{
            {QStringLiteral("siren"), QStringLiteral("000058263")},
            {QStringLiteral("path"), QStringLiteral("/v1/companies/{siren}/snapshot")},
            {QStringLiteral("session"), QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e")},
            {QStringLiteral("status"), 200}};
        m_log.info("request", facts);
        auto line = QJsonDocument::fromJson(m_written).object();
        QCOMPARE(line.take(QStringLiteral("event")), QJsonValue(QStringLiteral("request")));
        QCOMPARE(line.take(QStringLiteral("level")), QJsonValue(QStringLiteral("info")));
        QVERIFY(line.take(QStringLiteral("at")).toString().endsWith(u'Z'));
        QCOMPARE(line, facts);
    }

    void write_belowTheLeastLevel_isSilent()
    {
        m_log.debug("test");
        QCOMPARE(m_written, QByteArray());
    }

    void write_lineFeedInAValue_staysOneLine()
    {
        m_log.info("test", {{QStringLiteral("detail"), QStringLiteral("a\n{\"level\":\"forged\"}")}});
        QCOMPARE(m_written.count('\n'), 1);
    }

    void qtMessages_whileInstalled_areLoggedAndRedacted()
    {
        {
            const QtMessages messages(m_log);
            qWarning("cannot reach marie@exemple.fr");
        }
        QVERIFY(m_written.contains("cannot reach"));
        QVERIFY(!m_written.contains("marie"));
    }

    void cleanup() { m_written.clear(); }

private:
    SystemClock m_clock;
    QByteArray m_written;
    Log m_log{Log::Level::Info, m_clock, [this](const QByteArray& line) { m_written += line; }};
};

QTEST_APPLESS_MAIN(LogTest)
#include "LogTest.moc"
