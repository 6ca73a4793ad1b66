// SPDX-License-Identifier: MIT
#include "core/secrets/KeychainSecretStore.h"

#include "tests/tools/AnswerProbe.h"
#include "tests/tools/MemorySecretStore.h"

#include <QTest>

using namespace proconnect;

class KeychainSecretStoreTest : public QObject
{
    Q_OBJECT

    MemorySecretStore m_memory;
    KeyStoreThread m_thread;
    KeychainSecretStore m_keychain{QStringLiteral("proconnect-test"), m_thread};

private Q_SLOTS:
    void store_writeReadRemove_behavesAlike_data()
    {
        QTest::addColumn<bool>("real");
        QTest::newRow("key store") << true;
        QTest::newRow("memory") << false;
    }

    void store_writeReadRemove_behavesAlike()
    {
        QFETCH(bool, real);
        SecretStore& store = real ? static_cast<SecretStore&>(m_keychain) : m_memory;
        const QByteArray secret("\0binary\xff", 8);
        AnswerProbe<SecretReading> nothing;
        store.read(QStringLiteral("a"), &nothing, nothing.callback());
        QVERIFY(nothing.arrived());
        QCOMPARE(nothing.answer().status, SecretStatus::NotFound);

        AnswerProbe<SecretStatus> written;
        store.write(QStringLiteral("a"), secret, &written, written.callback());
        QVERIFY(written.arrived());
        QCOMPARE(written.answer(), SecretStatus::Ok);

        AnswerProbe<SecretReading> found;
        store.read(QStringLiteral("a"), &found, found.callback());
        QVERIFY(found.arrived());
        QCOMPARE(found.answer().status, SecretStatus::Ok);
        QCOMPARE(found.answer().value, secret);

        for (int round = 0; round < 2; ++round) {
            AnswerProbe<SecretStatus> removed;
            store.remove(QStringLiteral("a"), &removed, removed.callback());
            QVERIFY(removed.arrived());
            QCOMPARE(removed.answer(), SecretStatus::Ok);
        }
        AnswerProbe<SecretReading> gone;
        store.read(QStringLiteral("a"), &gone, gone.callback());
        QVERIFY(gone.arrived());
        QCOMPARE(gone.answer().status, SecretStatus::NotFound);
    }

    void write_largestAndLarger_onlyTheFirstIsKept()
    {
        AnswerProbe<SecretStatus> largest;
        m_keychain.write(QStringLiteral("b"), QByteArray(SecretStore::largest, 'x'), &largest,
                         largest.callback());
        QVERIFY(largest.arrived());
        QCOMPARE(largest.answer(), SecretStatus::Ok);
        AnswerProbe<SecretStatus> larger;
        m_keychain.write(QStringLiteral("b"), QByteArray(SecretStore::largest + 1, 'y'), &larger,
                         larger.callback());
        QVERIFY(larger.arrived());
        QCOMPARE(larger.answer(), SecretStatus::TooLarge);
        AnswerProbe<SecretReading> kept;
        m_keychain.read(QStringLiteral("b"), &kept, kept.callback());
        QVERIFY(kept.arrived());
        QCOMPARE(kept.answer().value, QByteArray(SecretStore::largest, 'x'));
    }

    void read_deadlinePassed_answersOnceAndIgnoresTheLateAnswer()
    {
        KeychainSecretStore hurried(QStringLiteral("proconnect-test"), m_thread,
                                    std::chrono::milliseconds(0));
        AnswerProbe<SecretReading> probe;
        hurried.read(QStringLiteral("b"), &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().status, SecretStatus::TimedOut);
        AnswerProbe<SecretReading> later;
        m_keychain.read(QStringLiteral("b"), &later, later.callback());
        QVERIFY(later.arrived());
        QCOMPARE(probe.count(), 1);
    }

    void read_contextDead_answersNobody()
    {
        bool called = false;
        {
            QObject context;
            m_keychain.read(QStringLiteral("b"), &context,
                            [&called](const SecretReading&) { called = true; });
        }
        AnswerProbe<SecretReading> later;
        m_keychain.read(QStringLiteral("b"), &later, later.callback());
        QVERIFY(later.arrived());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(KeychainSecretStoreTest)
#include "KeychainSecretStoreTest.moc"
