// SPDX-License-Identifier: MIT
#include "core/protocol/PackedSnapshot.h"

#include "tests/core/protocol/Samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace proconnect;

namespace {

/// What many accounts share, and what some leave out.
CompanySnapshot manyAccounts()
{
    CompanySnapshot company = samples::snapshot();
    const PortalAccount full = company.accounts.constFirst();
    for (int i = 0; i < 40; ++i) {
        PortalAccount account = i % 3 == 0 ? PortalAccount() : full;
        account.id = QStringLiteral("impots:%1").arg(i);
        account.holderName = i % 2 == 0 ? QString() : QStringLiteral("Zoé %1").arg(i % 5);
        account.sirets = QStringList(i % 7, QStringLiteral("00005826300019"));
        company.accounts += account;
    }
    return company;
}

} // namespace

class PackedSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_everyFieldFilled_losesNothing()
    {
        const auto read = unpacked(packedBytes(samples::snapshot()));
        QVERIFY(read);
        QVERIFY(*read == samples::snapshot());
    }

    void roundTrip_nothingFilled_losesNothing()
    {
        const auto read = unpacked(packedBytes({}));
        QVERIFY(read);
        QVERIFY(*read == CompanySnapshot());
    }

    void roundTrip_anyText_isTheSame()
    {
        CompanySnapshot company;
        company.company.name = QString(500, QChar(0xD83D)) + QChar(u'\0') + QStringLiteral("\n😀");
        const auto read = unpacked(packedBytes(company));
        QVERIFY(read);
        QCOMPARE(read->company.name, company.company.name);
    }

    void manyAccounts_whatTheyShare_isKeptOnce()
    {
        const CompanySnapshot company = manyAccounts();
        const auto read = unpacked(packedBytes(company));
        QVERIFY(read);
        QVERIFY(*read == company);
        const AccountList& accounts = read->accounts;
        const qsizetype last = accounts.size() - 2; // not of those that leave everything out
        QVERIFY(!accounts.at(last - 1).rights.isEmpty());
        QCOMPARE(accounts.at(last - 1).rights.constData(), accounts.at(last).rights.constData());
        QCOMPARE(accounts.at(last - 1).roleLabel.constData(), accounts.at(last).roleLabel.constData());
    }

    void bytesOfAnotherLayout_areNotRead()
    {
        QByteArray bytes = packedBytes(samples::snapshot());
        bytes[0] = static_cast<char>(bytes.at(0) ^ 1);
        QVERIFY(!unpacked(bytes));
        QVERIFY(!unpacked(QByteArray("{\"cursor\":1}")));
        QVERIFY(!unpacked(QByteArray()));
    }

    void bytesCutAnywhere_areNotRead()
    {
        const QByteArray bytes = packedBytes(manyAccounts());
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            QVERIFY2(!unpacked(QByteArrayView(bytes).first(length)), QByteArray::number(length).constData());
        }
        QVERIFY(!unpacked(bytes + 'x'));
    }

    void bytesDamagedAnywhere_endWithinTheirLimits()
    {
        // Under the address sanitizer a read beyond the bytes would end the test.
        const QByteArray bytes = packedBytes(manyAccounts());
        QRandomGenerator random(7);
        int read = 0;
        for (int turn = 0; turn < 4'000; ++turn) {
            QByteArray damaged = bytes;
            const int places = random.bounded(1, 4);
            for (int i = 0; i < places; ++i) {
                damaged[random.bounded(16, static_cast<int>(damaged.size()))] =
                    static_cast<char>(random.bounded(256));
            }
            read += unpacked(damaged) ? 1 : 0;
        }
        QVERIFY(read < 4'000);
    }
};

QTEST_GUILESS_MAIN(PackedSnapshotTest)
#include "PackedSnapshotTest.moc"
