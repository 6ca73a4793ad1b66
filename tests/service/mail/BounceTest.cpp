// SPDX-License-Identifier: MIT
#include "service/mail/DeliveryReport.h"

#include <QTest>

using namespace proconnect::service;

/// What refusals and reports say of an address.
class BounceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounceOf_replies_tellTheAddressFromTheRest_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Bounce>("bounce");
        const auto row = [](int code, const char* text, Bounce bounce) {
            QTest::addRow("%d %s", code, text) << code << QByteArray(text) << bounce;
        };
        row(550, "5.1.1 no such mailbox", Bounce::Hard);
        row(550, "5.1.2 no such domain", Bounce::Hard);
        row(553, "5.1.10 null MX", Bounce::Hard);
        row(550, "5.2.1 mailbox disabled", Bounce::Hard);
        row(552, "5.2.2 mailbox full", Bounce::Soft);
        row(452, "4.2.2 mailbox full", Bounce::Soft);
        row(450, "4.1.1 unknown for now", Bounce::Soft);
        row(451, "4.4.1 no answer from the host", Bounce::Soft);
        row(550, "no status: it may be our own relay's refusal", Bounce::Soft);
        row(550, "5.7.1 relaying denied", Bounce::None);
        row(554, "5.7.1 looks like spam", Bounce::None);
        row(550, "5.1.8 sender's domain does not exist", Bounce::None);
        row(452, "4.3.1 no disk left", Bounce::None);
        row(554, "transaction failed", Bounce::None);
        row(530, "5.7.0 sign in first", Bounce::None);
    }
    void bounceOf_replies_tellTheAddressFromTheRest()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, text);
        QFETCH(Bounce, bounce);
        QCOMPARE(bounceOf(code, text), bounce);
    }

    void report_ofAServer_isRead_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Bounce>("bounce");
        QTest::newRow("no such address") << QByteArray("failed") << QByteArray("5.1.1") << Bounce::Hard;
        QTest::newRow("full") << QByteArray("failed") << QByteArray("5.2.2 (full)") << Bounce::Soft;
        QTest::newRow("given up") << QByteArray("Failed") << QByteArray("4.4.7") << Bounce::Soft;
        QTest::newRow("unspecified") << QByteArray("failed") << QByteArray("5.0.0") << Bounce::Soft;
        QTest::newRow("policy") << QByteArray("failed") << QByteArray("5.7.1") << Bounce::None;
        QTest::newRow("late") << QByteArray("delayed") << QByteArray("4.2.2") << Bounce::None;
        QTest::newRow("delivered") << QByteArray("delivered") << QByteArray("2.0.0") << Bounce::None;
    }
    void report_ofAServer_isRead()
    {
        QFETCH(QByteArray, action);
        QFETCH(QByteArray, status);
        QFETCH(Bounce, bounce);
        QByteArray source = reportText(action, status);
        for (int pass = 0; pass < 2; ++pass) {
            const auto report = DeliveryReport::read(source);
            QVERIFY(report);
            QCOMPARE(report->message, QStringLiteral("6a204bd8-9f3a-4f0c-8d0e-2f4b8c9d0e1f"));
            QCOMPARE(report->bounce, bounce);
            source.replace("\n", "\r\n");
        }
    }

    void report_otherMessages_areNone_data()
    {
        QTest::addColumn<QByteArray>("source");
        const QByteArray whole = reportText("failed", "5.1.1");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("plain mail") << QByteArray("Subject: hello\n\nAction: failed\n");
        QTest::newRow("about a message of others")
            << QByteArray(whole).replace("<6a204bd8-9f3a-4f0c-8d0e-2f4b8c9d0e1f@", "<1@");
        QTest::newRow("without the message") << QByteArray(whole).replace("Message-ID", "X-ID");
        QTest::newRow("without a status part")
            << QByteArray(whole).replace("message/delivery-status", "text/plain");
        QTest::newRow("without a boundary") << QByteArray(whole).replace("boundary", "limit");
        for (const int length : {20, 200, 400}) {
            QTest::addRow("cut at %d", length) << whole.left(length);
        }
    }
    void report_otherMessages_areNone()
    {
        QFETCH(QByteArray, source);
        QVERIFY(!DeliveryReport::read(source));
    }

private:
    static QByteArray reportText(const QByteArray& action, const QByteArray& status)
    {
        return "From: MAILER-DAEMON@mx.example\n"
               "Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"b=1\"\n\n"
               "Preface\n--b=1\nContent-Type: text/plain\n\nSorry\n"
               "--b=1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
               "Final-Recipient: rfc822; x@example.org\nAction: " +
               action + "\nStatus: " + status +
               "\n\n--b=1\nContent-Type: message/rfc822\n\nReceived: from a\n\tby b\nMessage-ID: "
               "<6a204bd8-9f3a-4f0c-8d0e-2f4b8c9d0e1f@proconnect.example>\n\nBody\n--b=1--\n";
    }
};

QTEST_APPLESS_MAIN(BounceTest)
#include "BounceTest.moc"
