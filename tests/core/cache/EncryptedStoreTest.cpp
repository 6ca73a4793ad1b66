// SPDX-License-Identifier: MIT
#include "core/cache/EncryptedStore.h"

#include "tests/tools/FullDisk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace proconnect;

namespace {

const QByteArray key(32, 'k');
const QString name = QStringLiteral("snapshot");

} // namespace

class EncryptedStoreTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_path;

    [[nodiscard]] QStringList files() const { return QDir(m_path).entryList(QDir::Files | QDir::Hidden); }
    [[nodiscard]] QByteArray content(const QString& file) const
    {
        QFile opened(m_path + u'/' + file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void replace(const QString& file, const QByteArray& bytes) const
    {
        QFile opened(m_path + u'/' + file);
        QVERIFY(opened.open(QIODevice::WriteOnly));
        opened.write(bytes);
    }

private Q_SLOTS:
    void init()
    {
        static int round = 0;
        m_path = m_directory.filePath(QStringLiteral("copy%1").arg(++round));
    }

    void write_thenReadByAnotherInstance_givesTheDocumentBack()
    {
        for (const QByteArray& document : {QByteArray(), QByteArray("{}"), QByteArray(3'000'000, 'x')}) {
            EncryptedStore writer(m_path);
            writer.setKey(key);
            QVERIFY(writer.write(name, document).ok());
            EncryptedStore reader(m_path);
            reader.setKey(key);
            QCOMPARE(reader.read(name).value(), document);
        }
        QCOMPARE(files().size(), 1);
    }

    void write_anyDocument_leavesNothingReadable()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(QStringLiteral("company-000058263"), "anne.petit@ventadour.example").ok());
        for (const QString& file : files()) {
            QVERIFY(!file.contains(QLatin1String("000058263")));
            QVERIFY(!content(file).contains("ventadour"));
            QVERIFY(!content(file).contains(key));
            QCOMPARE(QFile::permissions(m_path + u'/' + file) & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        }
        QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }

    void read_absentOrClosed_isNotFound()
    {
        EncryptedStore store(m_path);
        QCOMPARE(store.read(name).failure().code, FailureCode::NotFound);
        QCOMPARE(store.write(name, "x").failure().code, FailureCode::StorageFull);
        store.setKey(key);
        QCOMPARE(store.read(name).failure().code, FailureCode::NotFound);
    }

    void read_damagedFile_isUnreadableOnceAndMovedAside_data()
    {
        QTest::addColumn<int>("damage");
        for (int damage = 0; damage < 7; ++damage) {
            QTest::addRow("%d", damage) << damage;
        }
    }

    void read_damagedFile_isUnreadableOnceAndMovedAside()
    {
        QFETCH(int, damage);
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(name, "document").ok());
        const QString file = files().constFirst();
        QByteArray bytes = content(file);
        switch (damage) {
        case 0:
            bytes.clear();
            break;
        case 1:
            bytes[0] = 'X'; // magic
            break;
        case 2:
            bytes[4] = '\x02'; // version
            break;
        case 3:
            bytes[8] = static_cast<char>(bytes[8] ^ 1); // nonce
            break;
        case 4:
            bytes[20] = static_cast<char>(bytes[20] ^ 1); // content
            break;
        case 5:
            bytes.back() = static_cast<char>(bytes.back() ^ 1); // tag
            break;
        default:
            bytes.chop(10);
        }
        replace(file, bytes);
        QCOMPARE(store.read(name).failure().code, FailureCode::StorageUnreadable);
        QCOMPARE(store.read(name).failure().code, FailureCode::NotFound);
        QCOMPARE(files(), QStringList{file + QStringLiteral(".unreadable")});
        QVERIFY(store.write(name, "again").ok());
        QCOMPARE(store.read(name).value(), QByteArray("again"));
    }

    void read_tooManyOpenFiles_losesNothing()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(name, "document").ok());
        const QStringList before = files();
        rlimit former{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &former), 0);
        const rlimit none{0, former.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const auto read = store.read(name);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &former), 0);
        QCOMPARE(read.failure().code, FailureCode::StorageUnreadable);
        QCOMPARE(files(), before);
        QCOMPARE(store.read(name).value(), QByteArray("document"));
    }

    void read_fileOfAnotherDocument_isRefused()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(QStringLiteral("a"), "first").ok());
        const QString first = files().constFirst();
        const QByteArray bytes = content(first);
        QVERIFY(store.write(QStringLiteral("b"), "second").ok());
        for (const QString& file : files()) {
            replace(file, bytes);
        }
        QCOMPARE(store.read(QStringLiteral("b")).failure().code, FailureCode::StorageUnreadable);
        QCOMPARE(store.read(QStringLiteral("a")).value(), QByteArray("first"));
    }

    void read_otherKey_findsNothing()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(name, "document").ok());
        store.setKey(QByteArray(32, 'o'));
        QVERIFY(!store.read(name).ok());
    }

    void write_fullDisk_failsAndKeepsTheFormerDocument()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(name, "former").ok());
        {
            const FullDisk full(1000);
            QCOMPARE(store.write(name, QByteArray(100'000, 'x')).failure().code, FailureCode::StorageFull);
        }
        QCOMPARE(store.read(name).value(), QByteArray("former"));
        QCOMPARE(files().size(), 1);
    }

    void isEmpty_withoutKey_tellsWhetherAnythingIsKept()
    {
        EncryptedStore store(m_path);
        QVERIFY(store.isEmpty());
        store.setKey(key);
        QVERIFY(store.write(QStringLiteral("a"), "x").ok());
        QVERIFY(!EncryptedStore(m_path).isEmpty());
        store.remove(QStringLiteral("a"));
        QVERIFY(store.isEmpty());
    }

    void wipe_everything_leavesAnEmptyDirectory()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QVERIFY(store.write(QStringLiteral("a"), "x").ok());
        QVERIFY(store.write(QStringLiteral("b"), "x").ok());
        replace(files().constFirst(), "damaged");
        for (const QString& document : {QStringLiteral("a"), QStringLiteral("b")}) {
            (void)store.read(document);
        }
        replace(QStringLiteral("abc.pced.Xy12Z"), "left by a crash while saving");
        store.wipe();
        QCOMPARE(files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(EncryptedStoreTest)
#include "EncryptedStoreTest.moc"
