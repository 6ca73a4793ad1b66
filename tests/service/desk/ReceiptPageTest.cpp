// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What anyone learns from the code of a receipt.
class ReceiptPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        const QString reference = m_desk->deposited();
        const auto answer = m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1));
        QCOMPARE(answer.status, 201);
        m_receipt = fromJson<DecisionReceipt>(DeskBench::json(answer)).value();
    }

    void ask_codeOfAReceipt_isGenuineAndNamesNobody()
    {
        const auto answer = ask(m_receipt.verificationCode.toLower() + QStringLiteral(" "));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains(m_receipt.receiptNumber.toUtf8()));
        QVERIFY(answer.body.contains("000058263"));
        const QByteArray hash =
            m_desk->bench.value(QStringLiteral("SELECT hash FROM evidence WHERE kind = 'decision'"))
                .toByteArray();
        QVERIFY(!hash.isEmpty() && answer.body.contains(hash));
        for (const char* name : {"Claire", "Fabre", "Haddad", "delorme"}) {
            QVERIFY2(!answer.body.contains(name), name);
        }
    }

    void ask_otherCode_isUnknownAndNotRepeated_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("no receipt's") << QStringLiteral("0000-0000-0000-0000") << 404;
        QTest::newRow("short") << QStringLiteral("0000") << 400;
        QTest::newRow("script") << QStringLiteral("<script>alert(1)</sc") << 400;
        QTest::newRow("script of a code's length") << QStringLiteral("<script>x</script>1") << 404;
        QTest::newRow("none") << QString() << 400;
    }
    void ask_otherCode_isUnknownAndNotRepeated()
    {
        QFETCH(QString, code);
        QFETCH(int, status);
        const auto answer = ask(code);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.body.contains("script"));
        QVERIFY(code.isEmpty() || !answer.body.contains(code.toUtf8()));
    }

    void ask_tamperedEvidence_isSaid_data()
    {
        QTest::addColumn<QString>("statement");
        const auto row = [](const char* statement) {
            QTest::newRow(statement) << QString::fromLatin1(statement);
        };
        row("DELETE FROM evidence WHERE kind = 'decision'");
        row("UPDATE evidence SET content = '' WHERE kind = 'decision'");
        row("UPDATE evidence SET hash = 'ab' WHERE kind = 'decision'");
        row("UPDATE evidence SET seal = '' WHERE kind = 'decision'");
        row("UPDATE decision SET receipt_number = 'RC-2026-999999'");
        row("UPDATE decision SET siren = '000041376'");
        row("UPDATE decision SET taken_at = '2025-01-01T00:00:00.000Z'");
        row("UPDATE decision SET taken_at = ''");
    }
    void ask_tamperedEvidence_isSaid()
    {
        QFETCH(QString, statement);
        QVERIFY(m_desk->bench.sql(statement));
        QCOMPARE(ask(m_receipt.verificationCode).status, 409);
    }

    void form_anyone_isShownWithoutScript()
    {
        const auto answer = m_desk->call("GET", QStringLiteral("/verify"));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("<form method=\"post\" action=\"/verify\">"));
    }

private:
    HttpResponse ask(const QString& code)
    {
        QUrlQuery form;
        form.addQueryItem(QStringLiteral("code"), QString::fromLatin1(QUrl::toPercentEncoding(code)));
        return m_desk->call("POST", QStringLiteral("/verify"), form.toString(QUrl::FullyEncoded).toLatin1(),
                            {{"content-type", "application/x-www-form-urlencoded"}});
    }

    std::unique_ptr<DeskBench> m_desk;
    DecisionReceipt m_receipt;
};

QTEST_GUILESS_MAIN(ReceiptPageTest)
#include "ReceiptPageTest.moc"
