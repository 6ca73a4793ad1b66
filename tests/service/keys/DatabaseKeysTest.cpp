// SPDX-License-Identifier: MIT
#include "service/keys/DatabaseKeys.h"

#include "service/companies/CompanyStore.h"
#include "tests/service/support/TestDatabase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

class DatabaseKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("keys.json"));
        m_place = std::make_unique<TestDatabase>();
        m_database = Database::open(m_place->url()).value();
    }
    void cleanup() { m_database.reset(); }

    void keysToServe_firstStart_makesTheFileAndFindsItAgain()
    {
        QVERIFY(keysToServe(m_path, *m_database).ok());
        QVERIFY(QFile::exists(m_path));
        QVERIFY(keysToServe(m_path, *m_database).ok());
        QVERIFY(keysToRead(m_path, *m_database).ok());
    }

    void keysToServe_freshDatabaseBesideGivenKeys_takesThem()
    {
        const auto given = FileServiceKeys::loadOrMake(m_path).value();
        const auto taken = keysToServe(m_path, *m_database);
        QVERIFY(taken.ok());
        QCOMPARE(taken.value()->fingerprint("a", "b"), given->fingerprint("a", "b"));
    }

    void keysToServe_fileGoneFromADatabaseInUse_isRefusedAndMakesNone()
    {
        QVERIFY(keysToServe(m_path, *m_database).ok());
        const QString backup = m_folder->filePath(QStringLiteral("backup"));
        QVERIFY(QFile::rename(m_path, backup));

        expectRefusal(keysToServe(m_path, *m_database));
        QVERIFY(!QFile::exists(m_path));

        QVERIFY(QFile::rename(backup, m_path));
        QVERIFY(keysToServe(m_path, *m_database).ok());
    }

    void keysToServe_databaseOfBeforeTheMark_isKnownByWhatItHolds()
    {
        RegisteredCompany company;
        company.siren = QStringLiteral("000058263");
        const QString kept = m_folder->filePath(QStringLiteral("kept"));
        const auto theirs = FileServiceKeys::loadOrMake(kept).value();
        QVERIFY(m_database
                    ->write<Done>([&](QSqlDatabase& connection) {
                        return CompanyStore(*theirs).save(connection, company,
                                                          QDateTime::currentDateTimeUtc());
                    })
                    .ok());
        expectRefusal(keysToServe(m_path, *m_database));
        QVERIFY(!QFile::exists(m_path));
        // Somebody else's keys lie there: their mark would shut out the right ones for good.
        QVERIFY(FileServiceKeys::loadOrMake(m_path).ok());
        expectRefusal(keysToServe(m_path, *m_database));
        expectRefusal(keysToRead(m_path, *m_database));
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(kept, m_path));
        QVERIFY(keysToServe(m_path, *m_database).ok());
        QVERIFY(keysToRead(m_path, *m_database).ok());
    }

    /// Either master key alone makes rows unreadable or people unknown.
    void keys_otherThanTheDatabases_areRefused_data()
    {
        QTest::addColumn<QByteArray>("replaced");
        QTest::newRow("sealing") << QByteArray("sealing");
        QTest::newRow("hashing") << QByteArray("hashing");
    }
    void keys_otherThanTheDatabases_areRefused()
    {
        QFETCH(QByteArray, replaced);
        QVERIFY(keysToServe(m_path, *m_database).ok());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QJsonObject keys = QJsonDocument::fromJson(file.readAll()).object();
        keys.insert(QString::fromLatin1(replaced), QString::fromLatin1(QByteArray(32, 'x').toBase64()));
        const QByteArray other = QJsonDocument(keys).toJson();
        QVERIFY(file.resize(0));
        file.write(other);
        file.close();

        expectRefusal(keysToServe(m_path, *m_database));
        expectRefusal(keysToRead(m_path, *m_database));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), other);
    }

    void keysToServe_newSigningKeyInFront_staysAccepted()
    {
        QVERIFY(keysToServe(m_path, *m_database).ok());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QJsonObject keys = QJsonDocument::fromJson(file.readAll()).object();
        QJsonArray signing = keys.value(QStringLiteral("signing")).toArray();
        signing.prepend(Jwk::generateP256().value().privateJson());
        keys.insert(QStringLiteral("signing"), signing);
        QVERIFY(file.resize(0));
        file.write(QJsonDocument(keys).toJson());
        file.close();
        QVERIFY(keysToServe(m_path, *m_database).ok());
    }

    void keysToRead_noFile_isRefusedAndMakesNone()
    {
        QCOMPARE(keysToRead(m_path, *m_database).failure().code, FailureCode::StorageUnreadable);
        QVERIFY(!QFile::exists(m_path));
    }

private:
    static void expectRefusal(const Outcome<std::shared_ptr<FileServiceKeys>>& keys)
    {
        QVERIFY(!keys.ok());
        QCOMPARE(keys.failure().code, FailureCode::StorageUnreadable);
        QVERIFY2(keys.failure().detail.contains(QLatin1String("backup")), qPrintable(keys.failure().detail));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<TestDatabase> m_place;
    std::shared_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(DatabaseKeysTest)
#include "DatabaseKeysTest.moc"
