// SPDX-License-Identifier: MIT
#include "core/cache/EncryptedStore.h"

#include "tests/tools/FullDisk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <latch>
#include <memory>
#include <optional>
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

    void later(EncryptedStore& store, const QByteArray& document)
    {
        store.writeLater(
            name,
            [document] {
                QThread::msleep(20);
                return document;
            },
            this, [](bool) {});
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

    void writeLater_isDoneApart_andToldHere()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        QList<std::pair<StoreEvent, QString>> events;
        store.setWatch([&events](StoreEvent event, const QString& of) { events.append({event, of}); });
        std::latch gate(1);
        QThread* made = nullptr;
        std::optional<bool> told;
        store.writeLater(
            name,
            [&] {
                gate.wait(); // for ever, if the caller waited
                made = QThread::currentThread();
                return QByteArray("document");
            },
            this, [&told](bool written) { told = written; });
        QVERIFY(events.isEmpty());
        gate.count_down();
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QVERIFY(made != QThread::currentThread());
        QCOMPARE(events, (QList<std::pair<StoreEvent, QString>>{{StoreEvent::Written, name}}));
        QCOMPARE(store.read(name).value(), QByteArray("document"));
    }

    void writeLater_versionsThatWait_theLastIsWritten_andToldOnce()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        std::latch begun(1);
        std::latch gate(1);
        QByteArrayList made;
        QByteArrayList told;
        const auto put = [&](const QString& document, const QByteArray& text) {
            store.writeLater(
                document,
                [&made, &begun, &gate, text] {
                    if (text == "a1") {
                        begun.count_down();
                        gate.wait();
                    }
                    made.append(text);
                    return text;
                },
                this, [&told, text](bool) { told.append(text); });
        };
        put(QStringLiteral("a"), "a1");
        begun.wait();
        put(name, "1");
        put(QStringLiteral("b"), "b1");
        put(name, "2");
        put(name, "3");
        put(QStringLiteral("a"), "a2");
        gate.count_down();
        QTRY_COMPARE(told, (QByteArrayList{"3", "b1", "a2"}));
        QCOMPARE(made, (QByteArrayList{"a1", "3", "b1", "a2"}));
        QCOMPARE(store.read(name).value(), QByteArray("3"));
        QCOMPARE(store.read(QStringLiteral("a")).value(), QByteArray("a2"));
    }

    void writeLater_readOrHeldAtOnce_isThere()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        later(store, "document");
        QCOMPARE(store.read(name).value(), QByteArray("document"));
        later(store, "next");
        QVERIFY(store.holds(name));
        QVERIFY(!store.isEmpty());
    }

    void writeLater_storeEndsOrLocks_isOnDiskBefore()
    {
        {
            EncryptedStore store(m_path);
            store.setKey(key);
            later(store, "first");
        }
        EncryptedStore store(m_path);
        store.setKey(key);
        QCOMPARE(store.read(name).value(), QByteArray("first"));
        later(store, "second");
        store.setKey({});
        store.setKey(key);
        QCOMPARE(store.read(name).value(), QByteArray("second"));
    }

    void writeLater_writtenOrRemovedSince_isNeitherWrittenNorTold()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        int told = 0;
        const auto put = [&] {
            store.writeLater(
                name,
                [] {
                    QThread::msleep(20);
                    return QByteArray("former");
                },
                this, [&told](bool) { ++told; });
        };
        put();
        QVERIFY(store.write(name, "newer").ok());
        QCOMPARE(store.read(name).value(), QByteArray("newer"));
        put();
        QVERIFY(store.remove(name));
        QVERIFY(files().isEmpty());
        put();
        put();
        store.wipe();
        QVERIFY(files().isEmpty());
        put();
        store.wipe({name});
        QCOMPARE(store.read(name).value(), QByteArray("former"));
        QTRY_COMPARE(told, 1); // of the one that was kept
        QVERIFY(store.remove(name));
        QCoreApplication::processEvents();
        QCOMPARE(told, 1);
    }

    void writeLater_fullDiskOrClosed_isToldAndKeepsTheFormerDocument()
    {
        EncryptedStore store(m_path);
        QList<StoreEvent> events;
        store.setWatch([&events](StoreEvent event, const QString&) { events.append(event); });
        std::optional<bool> told;
        const auto put = [&] {
            told.reset();
            store.writeLater(
                name, [] { return QByteArray(100'000, 'x'); }, this, [&](bool written) { told = written; });
        };
        put();
        QTRY_COMPARE(told, std::optional(false));
        store.setKey(key);
        QVERIFY(store.write(name, "former").ok());
        {
            const FullDisk full(1000);
            put();
            QTRY_COMPARE(told, std::optional(false));
        }
        QCOMPARE(store.read(name).value(), QByteArray("former"));
        QCOMPARE(files().size(), 1);
        QCOMPARE(events, (QList{StoreEvent::NotWritten, StoreEvent::Written, StoreEvent::NotWritten}));
    }

    void writeLater_askerGone_isWrittenAndNotTold()
    {
        EncryptedStore store(m_path);
        store.setKey(key);
        bool told = false;
        auto asker = std::make_unique<QObject>();
        store.writeLater(
            name, [] { return QByteArray("document"); }, asker.get(), [&told](bool) { told = true; });
        asker.reset();
        QCOMPARE(store.read(name).value(), QByteArray("document"));
        QCoreApplication::processEvents();
        QVERIFY(!told);
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
