// SPDX-License-Identifier: MIT
#include "core/crypto/AesGcm.h"

#include <QTest>

using namespace proconnect;

class AesGcmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seal_sameTextTwice_neverLooksTheSame()
    {
        QVERIFY(aesgcm::seal(key, "text", "context") != aesgcm::seal(key, "text", "context"));
    }

    void open_whatWasSealed_givesItBack()
    {
        for (const QByteArray& plain : {QByteArray(), QByteArray("x"), QByteArray(100'000, 'x')}) {
            QCOMPARE(aesgcm::open(key, aesgcm::seal(key, plain, "context"), "context"), std::optional(plain));
        }
    }

    void open_anyBitAltered_givesNothing()
    {
        const QByteArray sealed = aesgcm::seal(key, "text", "context");
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray altered = sealed;
            altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!aesgcm::open(key, altered, "context"));
        }
        for (qsizetype size = 0; size < sealed.size(); ++size) {
            QVERIFY(!aesgcm::open(key, sealed.first(size), "context"));
        }
    }

    void open_otherKeyOrContext_givesNothing()
    {
        const QByteArray sealed = aesgcm::seal(key, "text", "context");
        QVERIFY(!aesgcm::open(QByteArray(aesgcm::keyBytes, 'j'), sealed, "context"));
        QVERIFY(!aesgcm::open(key.first(16), sealed, "context"));
        QVERIFY(!aesgcm::open(key, sealed, "contexT"));
        QVERIFY(!aesgcm::open(key, sealed, {}));
    }

private:
    const QByteArray key = QByteArray(aesgcm::keyBytes, 'k');
};

QTEST_GUILESS_MAIN(AesGcmTest)
#include "AesGcmTest.moc"
