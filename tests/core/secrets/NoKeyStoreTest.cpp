// SPDX-License-Identifier: MIT
#include "core/secrets/KeychainSecretStore.h"
#include "tests/tools/AnswerProbe.h"

#include <QTest>

using namespace proconnect;

class NoKeyStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAndWrite_noKeyStoreOnTheBus_sayNoStore()
    {
        KeyStoreThread thread;
        KeychainSecretStore store(QStringLiteral("proconnect-test"), thread);
        AnswerProbe<SecretReading> read;
        store.read(QStringLiteral("a"), &read, read.callback());
        QVERIFY(read.arrived());
        QCOMPARE(read.answer().status, SecretStatus::NoStore);
        AnswerProbe<SecretStatus> written;
        store.write(QStringLiteral("a"), "x", &written, written.callback());
        QVERIFY(written.arrived());
        QCOMPARE(written.answer(), SecretStatus::NoStore);
    }
};

QTEST_GUILESS_MAIN(NoKeyStoreTest)
#include "NoKeyStoreTest.moc"
