// SPDX-License-Identifier: MIT
#include "service/accounts/ScimAccount.h"

#include "tests/service/support/ScimPortal.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// One account as a portal's SCIM server shows it.
class ScimAccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readScimAccount_wholeResource_isMapped()
    {
        QJsonObject user = isabelle();
        QJsonObject extension = user[accountSchema()].toObject();
        extension[QStringLiteral("lastLogin")] = QStringLiteral("2025-10-01T08:00:00+02:00");
        extension[QStringLiteral("holderLeftOn")] = QStringLiteral("2025-09-30");
        extension[QStringLiteral("siret")] =
            QJsonArray{QStringLiteral("00005826300013"), QStringLiteral("00007491400011")};
        extension[QStringLiteral("signals")] =
            QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("severalOrigins")},
                                   {QStringLiteral("count"), 3}},
                       QJsonObject{{QStringLiteral("value"), QStringLiteral("unheardOf")}}};
        extension[QStringLiteral("emailUnreachable")] = true;
        extension[QStringLiteral("role")] =
            QJsonObject{{QStringLiteral("value"), QStringLiteral("TITULAIRE")},
                        {QStringLiteral("administrator"), true},
                        {QStringLiteral("sole"), true}};
        extension[QStringLiteral("mandate")] =
            QJsonObject{{QStringLiteral("reference"), QStringLiteral("MT1")},
                        {QStringLiteral("until"), QStringLiteral("2026-12-31")},
                        {QStringLiteral("siret"), QJsonArray{QStringLiteral("00005826300013")}}};
        user[accountSchema()] = extension;
        const auto read = readScimAccount(user, scimPortalConfiguration().portal, now);
        QVERIFY(read.ok());
        const PortalAccount& account = read.value().account;
        QCOMPARE(account.id, QStringLiteral("impots:IMP-1"));
        QCOMPARE(account.sirets, QStringList{QStringLiteral("00005826300013")});
        QCOMPARE(account.originCount, 3);
        QVERIFY(account.soleRole);
        QVERIFY(account.addressUnreachable);
        const AccountMandate mandate{
            QStringLiteral("MT1"), QDate(2026, 12, 31), {QStringLiteral("00005826300013")}};
        QCOMPARE(account.mandate, mandate);
        QCOMPARE(account.signalList, (QList<AccountSignal>{AccountSignal::SeveralOrigins, AccountSignal::Idle,
                                                           AccountSignal::UsedAfterDeparture}));
    }

    void readScimAccount_hiddenCharacters_areTakenOut()
    {
        const QJsonObject user =
            ScimPortal::user(QStringLiteral("IMP-1"), QString::fromUtf8("Isabelle\u202e\nRoche"),
                             QStringLiteral("a@b.example"));
        const auto read = readScimAccount(user, scimPortalConfiguration().portal, now);
        QCOMPARE(read.value().account.holderName, QStringLiteral("Isabelle Roche"));
    }

    void readScimAccount_mandateWithoutADay_isNone()
    {
        QJsonObject user = isabelle();
        QJsonObject extension = user[accountSchema()].toObject();
        extension[QStringLiteral("mandate")] =
            QJsonObject{{QStringLiteral("reference"), QStringLiteral("MT1")}};
        user[accountSchema()] = extension;
        const auto read = readScimAccount(user, scimPortalConfiguration().portal, now);
        QVERIFY(!read.value().account.mandate);
        QVERIFY(!read.value().account.addressUnreachable);
    }

private:
    static QJsonObject isabelle()
    {
        return ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Isabelle Roche"),
                                QStringLiteral("isabelle.roche@fabre-filles.example"));
    }

    static inline const QDateTime now = QDateTime(QDate(2026, 11, 23), QTime(7, 30), Qt::UTC);
};

QTEST_GUILESS_MAIN(ScimAccountTest)
#include "ScimAccountTest.moc"
