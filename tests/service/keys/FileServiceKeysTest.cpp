// SPDX-License-Identifier: MIT
#include "service/keys/FileServiceKeys.h"

#include "core/jose/Jws.h"
#include "service/keys/SigningKeyRotation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <future>
#include <latch>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;

class FileServiceKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("keys.json"));
    }

    void loadOrMake_firstStart_makesAPrivateFile()
    {
        QVERIFY(FileServiceKeys::loadOrMake(m_path).ok());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(m_path) & others, QFileDevice::Permissions());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void loadOrMake_secondStart_opensWhatTheFirstSealed()
    {
        const auto first = FileServiceKeys::loadOrMake(m_path);
        const QByteArray sealed = first.value()->seal("pivot", "session:1");
        const auto second = FileServiceKeys::loadOrMake(m_path);
        QCOMPARE(second.value()->open(sealed, "session:1").value(), QByteArray("pivot"));
        QCOMPARE(second.value()->fingerprint("sub", "subject"), first.value()->fingerprint("sub", "subject"));
    }

    void loadOrMake_severalFirstStartsAtOnce_agreeOnOneFile()
    {
        constexpr int instances = 8;
        for (int round = 0; round < 10; ++round) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("keys.json"));
            std::latch ready(instances);
            std::vector<std::future<Outcome<std::shared_ptr<FileServiceKeys>>>> starts;
            starts.reserve(instances);
            for (int i = 0; i < instances; ++i) {
                starts.push_back(std::async(std::launch::async, [&] {
                    ready.arrive_and_wait();
                    return FileServiceKeys::loadOrMake(path);
                }));
            }
            QSet<QByteArray> prints;
            for (auto& start : starts) {
                const auto keys = start.get();
                QVERIFY2(keys.ok(), keys.ok() ? "" : qPrintable(keys.failure().detail));
                prints.insert(keys.value()->fingerprint("sub", "subject"));
            }
            QCOMPARE(prints.size(), 1);
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("keys.json")});
        }
    }

    void load_fileReadableByOthers_isRefused()
    {
        QVERIFY(FileServiceKeys::loadOrMake(m_path).ok());
        QFile::setPermissions(m_path,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup);
        QCOMPARE(FileServiceKeys::load(m_path).failure().code, FailureCode::StorageUnreadable);
    }

    void load_noFile_isRefusedAndMakesNone()
    {
        QCOMPARE(FileServiceKeys::load(m_path).failure().code, FailureCode::StorageUnreadable);
        QVERIFY(!QFile::exists(m_path));
    }

    void load_damagedFile_isRefused()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.close();
        QCOMPARE(FileServiceKeys::load(m_path).failure().code, FailureCode::StorageUnreadable);
    }

    void open_alteredOrOtherContext_fails()
    {
        const auto keys = FileServiceKeys::loadOrMake(m_path);
        const QByteArray sealed = keys.value()->seal("pivot", "session:1");
        QVERIFY(!keys.value()->open(sealed, "session:2").ok());
        QVERIFY(!keys.value()->open(QByteArray(), "session:1").ok());
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray altered = sealed;
            altered[i] = static_cast<char>(altered[i] ^ 1);
            QVERIFY(!keys.value()->open(altered, "session:1").ok());
        }
        QVERIFY(keys.value()->seal("pivot", "session:1") != sealed);
    }

    void fingerprint_otherContext_differs()
    {
        const auto keys = FileServiceKeys::loadOrMake(m_path);
        QVERIFY(keys.value()->fingerprint("sub", "subject") != keys.value()->fingerprint("sub", "token"));
        QCOMPARE(keys.value()->fingerprint("sub", "subject").size(), 64);
    }

    void sign_claims_verifyWithThePublishedKey()
    {
        const auto keys = FileServiceKeys::loadOrMake(m_path);
        const QByteArray token =
            keys.value()->sign({{QStringLiteral("jti"), QStringLiteral("1")}}, "secevent+jwt");
        const auto published = parseJwkSet(keys.value()->publicKeys());
        QVERIFY(published.ok());
        JwsRules rules;
        rules.type = QStringLiteral("secevent+jwt");
        const auto verified = Jws::verify(token, published.value().first(), rules);
        QVERIFY(verified.ok());
        QCOMPARE(verified.value().header.keyId, published.value().first().keyId());
        const QJsonObject first =
            keys.value()->publicKeys().value(QStringLiteral("keys")).toArray().first().toObject();
        QVERIFY(!first.contains(QStringLiteral("d")));
    }

    void rotateSigningKey_again_signsAnewAndKeepsTheKeysOfEvidence()
    {
        const auto before = FileServiceKeys::loadOrMake(m_path).value();
        const QByteArray token = before->sign({{QStringLiteral("jti"), QStringLiteral("1")}}, "secevent+jwt");
        const QByteArray sealed = before->seal("pivot", "session:1");
        const auto second = rotateSigningKey(m_path);
        const auto third = rotateSigningKey(m_path);
        QVERIFY(second.ok() && third.ok());

        const auto after = FileServiceKeys::load(m_path).value();
        const auto published = parseJwkSet(after->publicKeys()).value();
        // Events are no longer believed from the keys of before.
        QCOMPARE(published.size(), 1);
        QCOMPARE(published[0].keyId(), third.value());
        const QList<Jwk> kept = after->evidenceKeys();
        QCOMPARE(kept.size(), 3);
        QCOMPARE(kept[0].thumbprint(), third.value());
        QCOMPARE(kept[1].thumbprint(), second.value());
        const JwsRules rules{{JwsAlgorithm::Es256}, QStringLiteral("secevent+jwt")};
        QVERIFY(Jws::verify(token, kept[2], rules).ok());
        QVERIFY(Jws::verify(after->sign({}, "secevent+jwt"), published[0], rules).ok());
        QCOMPARE(after->open(sealed, "session:1").value(), QByteArray("pivot"));
        // One secret part is left, that of the key that signs.
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\"d\""), 1);
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void headKeys_rotation_areOfOldUntilTheHeadsAreSealed()
    {
        const auto before = FileServiceKeys::loadOrMake(m_path).value();
        QCOMPARE(before->headKeys().size(), 1);
        QVERIFY(rotateSigningKey(m_path).ok());
        QCOMPARE(FileServiceKeys::load(m_path).value()->headKeys().size(), 2);
        QVERIFY(rotateSigningKey(m_path).ok());
        QCOMPARE(FileServiceKeys::load(m_path).value()->headKeys().size(), 3);
        QVERIFY(retireSealsOfHeads(m_path).ok());
        const auto after = FileServiceKeys::load(m_path).value();
        QCOMPARE(after->headKeys().size(), 1);
        QCOMPARE(after->headKeys().first().thumbprint(), after->evidenceKeys().first().thumbprint());
        QCOMPARE(after->evidenceKeys().size(), 3);
    }

    /// By a version that did not seal heads: all of them may still bear any of the seals.
    void headKeys_fileThatWasRotatedBefore_areAll()
    {
        QVERIFY(FileServiceKeys::loadOrMake(m_path).ok());
        QVERIFY(rotateSigningKey(m_path).ok());
        edit([](QJsonObject& file) { file.remove(QStringLiteral("heads")); });
        QVERIFY(rotateSigningKey(m_path).ok());
        QCOMPARE(FileServiceKeys::load(m_path).value()->headKeys().size(), 3);
    }

    void load_headsOfAKeyThatIsNotThere_isDamaged()
    {
        QVERIFY(FileServiceKeys::loadOrMake(m_path).ok());
        edit([](QJsonObject& file) { file.insert(QStringLiteral("heads"), QStringLiteral("other")); });
        QVERIFY(!FileServiceKeys::load(m_path).ok());
    }

    void rotateSigningKey_fileThatIsNotOurs_isLeftAsItIs()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(!rotateSigningKey(m_path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{}"));
    }

private:
    void edit(const std::function<void(QJsonObject&)>& change) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
        change(content);
        QVERIFY(file.resize(0) && file.seek(0));
        QVERIFY(file.write(QJsonDocument(content).toJson()) > 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_APPLESS_MAIN(FileServiceKeysTest)
#include "FileServiceKeysTest.moc"
