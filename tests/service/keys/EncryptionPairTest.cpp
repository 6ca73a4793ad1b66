// SPDX-License-Identifier: MIT
#include "service/keys/EncryptionPair.h"

#include "service/keys/FileServiceKeys.h"
#include "tests/service/support/TestDatabase.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace proconnect;
using namespace proconnect::service;

class EncryptionPairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = FileServiceKeys::loadOrMake(m_folder->filePath(QStringLiteral("keys.json"))).value();
        m_place = std::make_unique<TestDatabase>();
        m_database = Database::open(m_place->url()).value();
    }
    void cleanup() { m_database.reset(); }

    void encryptionPair_eachKind_isMadeOnceAndKept_data()
    {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<QString>("algorithm");
        QTest::newRow("P-256") << false << QStringLiteral("ECDH-ES");
        QTest::newRow("RSA") << true << QStringLiteral("RSA-OAEP");
    }

    void encryptionPair_eachKind_isMadeOnceAndKept()
    {
        QFETCH(bool, rsa);
        QFETCH(QString, algorithm);
        const auto kind = rsa ? Jwk::Kind::Rsa : Jwk::Kind::EcP256;
        const auto made = encryptionPair(*m_database, *m_keys, kind);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.failure().detail));
        QVERIFY(made.value().isPrivate());
        QCOMPARE(made.value().algorithm(), algorithm);
        QCOMPARE(made.value().use(), QStringLiteral("enc"));
        QCOMPARE(made.value().keyId(), made.value().thumbprint());
        QVERIFY(Jwk::fromPublicJson(made.value().publicJson()).ok());

        const auto again = encryptionPair(*m_database, *m_keys, kind);
        QVERIFY(again.ok());
        QVERIFY(again.value() == made.value());
    }

    void encryptionPair_inTheDatabase_isNotReadable()
    {
        const auto made = encryptionPair(*m_database, *m_keys, Jwk::Kind::EcP256);
        const QString secret = made.value().privateJson().value(QStringLiteral("d")).toString();
        QVERIFY(!secret.isEmpty());
        const QByteArray written = m_place->writtenBytes(*m_database);
        QVERIFY2(written.contains("encryption_pair"), "the table is looked at");
        QVERIFY(!written.contains(secret.toLatin1()));
        QVERIFY(!written.contains(secret.toLatin1().toBase64().left(40)));
    }

    void encryptionPair_instancesThatStartTogether_shareOne()
    {
        const auto second = Database::open(m_place->url()).value();
        const auto make = [this](Database& database) {
            return encryptionPair(database, *m_keys, Jwk::Kind::EcP256);
        };
        auto there = std::async(std::launch::async, [&] { return make(*second); });
        const auto here = make(*m_database);
        const auto other = there.get();
        QVERIFY(here.ok() && other.ok());
        QVERIFY(here.value() == other.value());
    }

    void encryptionPair_otherKeysFile_isUnreadable()
    {
        QVERIFY(encryptionPair(*m_database, *m_keys, Jwk::Kind::EcP256).ok());
        const auto others =
            FileServiceKeys::loadOrMake(m_folder->filePath(QStringLiteral("others.json"))).value();
        const auto refused = encryptionPair(*m_database, *others, Jwk::Kind::EcP256);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.failure().code, FailureCode::StorageUnreadable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FileServiceKeys> m_keys;
    std::unique_ptr<TestDatabase> m_place;
    std::shared_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(EncryptionPairTest)
#include "EncryptionPairTest.moc"
