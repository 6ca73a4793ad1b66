// SPDX-License-Identifier: MIT
#include "service/sessions/ProofReplays.h"
#include "tests/service/support/TestDatabase.h"

#include <QTest>

namespace proconnect::service {

class ProofReplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TestDatabase>(TestDatabase::Holds::EmptyTables);
        m_database = Database::open(m_place->url()).value();
        m_replays = std::make_unique<ProofReplays>(*m_database);
    }
    void cleanup()
    {
        m_replays.reset();
        m_database.reset();
        m_place.reset();
    }

    /// A proof is accepted on both sides of its instant, so that it must be remembered for twice that long,
    /// whatever else comes meanwhile.
    void takeOnce_sameProof_isRefusedAsLongAsItCouldBeAccepted_data()
    {
        QTest::addColumn<bool>("changesSomething");
        QTest::newRow("reading") << false;
        QTest::newRow("changing") << true;
    }
    void takeOnce_sameProof_isRefusedAsLongAsItCouldBeAccepted()
    {
        QFETCH(bool, changesSomething);
        for (int second = 0; second < 400; second += 2 * Dpop::toleranceSeconds + 10) {
            const QString id = QString::number(second);
            QVERIFY(take(id, second, changesSomething));
            for (int later = second; later <= second + 2 * Dpop::toleranceSeconds; later += 30) {
                QVERIFY2(!take(id, later, changesSomething), qPrintable(id));
            }
        }
    }

    void takeOnce_otherProofOrKey_isTaken()
    {
        QVERIFY(take(QStringLiteral("one"), 0, false));
        QVERIFY(take(QStringLiteral("two"), 0, false));
        QVERIFY(take(QStringLiteral("one"), 0, false, QStringLiteral("another key")));
        QVERIFY(!take(QStringLiteral("two"), 1, false));
    }

private:
    bool take(const QString& id, int second, bool changesSomething,
              const QString& key = QStringLiteral("a key"))
    {
        const DpopProof proof{m_key, key, id, {}, {}};
        const QDateTime now({2026, 11, 23}, {9, 0}, Qt::UTC);
        const auto taken = m_replays->takeOnce(proof, changesSomething, now.addSecs(second));
        Q_ASSERT(taken || taken.failure().code == FailureCode::Unauthorized);
        return taken.ok();
    }

    const Jwk m_key = Jwk::generateP256().value();
    std::unique_ptr<TestDatabase> m_place;
    std::shared_ptr<Database> m_database;
    std::unique_ptr<ProofReplays> m_replays;
};

} // namespace proconnect::service

QTEST_GUILESS_MAIN(proconnect::service::ProofReplayTest)
#include "ProofReplayTest.moc"
