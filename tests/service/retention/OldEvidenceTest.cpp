// SPDX-License-Identifier: MIT
#include "service/retention/OldEvidence.h"

#include "service/accounts/AccountStore.h"
#include "service/evidence/EvidenceChain.h"
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QString siren = u"000058263"_s;

} // namespace

/// What is left of evidence once it was kept long enough, and what nobody can pass off for it.
class OldEvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_begun = m_bench->clock.now();
        append(u"decision"_s, {{u"receipt"_s, QJsonObject{{u"takenAt"_s, now()}}}});
        append(u"acknowledgement"_s, {{u"at"_s, now()}});
        append(u"mandateEnd"_s, {{u"seenAt"_s, now()}});
        QCOMPARE(forget(), 0);
    }

    void forget_afterFiveYears_erasesAndLeavesTheChainWhole()
    {
        moveTo(m_begun.addYears(5));
        QCOMPARE(forget(), 0);
        m_bench->clock.advance(1);
        append(u"decision"_s, {{u"receipt"_s, QJsonObject{{u"takenAt"_s, now()}}}});
        QCOMPARE(forget(), 3);
        QCOMPARE(contents(), 1);
        QVERIFY(faults().isEmpty());
        QCOMPARE(forget(), 0);
        append(u"acknowledgement"_s, {{u"at"_s, now()}});
        QVERIFY(faults().isEmpty());
    }

    void check_erasureThatIsNone_isFound_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("nothing but empty") << u"content = ''"_s;
        QTest::newRow("that of another link")
            << u"content = '', erasure = (SELECT erasure FROM evidence WHERE sequence = 1)"_s;
        QTest::newRow("its own seal") << u"content = '', erasure = seal"_s;
        QTest::newRow("nothing") << u"content = '', erasure = 'x'"_s;
        QTest::newRow("something said beside it")
            << u"erasure = (SELECT erasure FROM evidence WHERE sequence = 1)"_s;
    }
    void check_erasureThatIsNone_isFound()
    {
        QFETCH(QString, change);
        moveTo(m_begun.addYears(5).addSecs(1));
        append(u"decision"_s, {{u"receipt"_s, QJsonObject{{u"takenAt"_s, now()}}}});
        QCOMPARE(forget(), 3);
        QVERIFY(m_bench->sql(u"UPDATE evidence SET %1 WHERE sequence = 4"_s.arg(change)));
        QCOMPARE(faults(), QStringList{u"4 changed"_s});
    }

    void check_erasedLinkChanged_isFound_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("fault");
        QTest::newRow("hash") << u"hash = 'ab'"_s << u"2 changed"_s;
        QTest::newRow("seal") << u"seal = ''"_s << u"2 changed"_s;
        QTest::newRow("erasure") << u"erasure = ''"_s << u"2 changed"_s;
        QTest::newRow("content") << u"content = (SELECT content FROM evidence WHERE sequence = 4)"_s
                                 << u"2 changed"_s;
        QTest::newRow("sequence") << u"sequence = 9"_s << u"3 gap"_s;
    }
    void check_erasedLinkChanged_isFound()
    {
        QFETCH(QString, change);
        QFETCH(QString, fault);
        moveTo(m_begun.addYears(5).addSecs(1));
        append(u"acknowledgement"_s, {{u"at"_s, now()}});
        QCOMPARE(forget(), 3);
        QVERIFY(m_bench->sql(u"UPDATE evidence SET %1 WHERE sequence = 2"_s.arg(change)));
        QVERIFY2(faults().contains(fault), qPrintable(faults().join(u", "_s)));
    }

    /// Whoever may write in the database, and has no key, gets nothing erased before its time.
    void forget_datesMovedBack_erasesNothing()
    {
        QVERIFY(m_bench->sql(u"UPDATE evidence SET written_at = '2020-01-01T00:00:00.000Z'"_s));
        QCOMPARE(forget(), 0);
        QCOMPARE(m_doubtful, (QStringList{siren + u" 1"_s, siren + u" 2"_s, siren + u" 3"_s}));
        QCOMPARE(contents(), 3);
    }

    void forget_linkThatWasChanged_isLeftForTheAudit()
    {
        QVERIFY(m_bench->sql(u"UPDATE evidence SET kind = 'refusal' WHERE sequence = 2"_s));
        moveTo(m_begun.addYears(6));
        QCOMPARE(forget(), 2);
        QCOMPARE(m_doubtful, QStringList{siren + u" 2"_s});
        QCOMPARE(faults(), QStringList{u"2 changed"_s});
    }

    void forget_decisionInUse_isKeptAsLongAsTheAccount_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("used");
        QTest::newRow("accepted request, account on its portal") << u"PC-2026-000001"_s << true;
        QTest::newRow("the account itself") << u"impots:A"_s << true;
        QTest::newRow("another portal's account") << u"urssaf:A"_s << false;
    }
    void forget_decisionInUse_isKeptAsLongAsTheAccount()
    {
        QFETCH(QString, target);
        QFETCH(bool, used);
        decide(target);
        QVERIFY(account(AccountState::Active));
        moveTo(m_begun.addYears(6));
        // What belongs to the decision goes with it; the end of a mandate does not.
        QCOMPARE(forget(), used ? 1 : 3);
        QCOMPARE(count(u"decision"_s), used ? 1 : 0);
        QVERIFY(account(AccountState::Closed));
        QCOMPARE(forget(), used ? 2 : 0);
        QCOMPARE(count(u"decision"_s), 0);
        QCOMPARE(count(u"access_request"_s), target.startsWith(u"PC") ? 0 : 1);
        QVERIFY(faults().isEmpty());
    }

private:
    [[nodiscard]] QString now() const { return m_bench->clock.now().toString(Qt::ISODate); }
    void moveTo(const QDateTime& instant) { m_bench->clock.advance(m_bench->clock.now().secsTo(instant)); }
    void append(const QString& kind, const QJsonObject& content)
    {
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return EvidenceChain(*m_bench->keys)
                            .append(connection, siren, kind, kind == u"mandateEnd" ? u"m1"_s : u"d1"_s,
                                    content);
                    })
                    .ok());
    }
    int forget()
    {
        OldEvidence evidence(*m_bench->database, *m_bench->keys);
        const auto erased = evidence.forget(m_bench->clock.now());
        m_doubtful = evidence.doubtful();
        return erased ? erased.value() : -1;
    }
    int count(const QString& table) { return m_bench->value(u"SELECT count(*) FROM "_s + table).toInt(); }
    /// How many links still say something.
    int contents() { return m_bench->value(u"SELECT count(*) FROM evidence WHERE content <> ''"_s).toInt(); }
    QStringList faults()
    {
        const auto report = m_bench->write(
            [&](QSqlDatabase& connection) { return EvidenceCheck(*m_bench->keys).all(connection); });
        QStringList faults;
        for (const EvidenceFault& fault : report.value().faults) {
            faults.append(QString::number(fault.sequence) + u' ' + evidenceFaultName(fault.kind));
        }
        return faults;
    }
    /// The decision d1, and an accepted request on "impots".
    void decide(const QString& target)
    {
        const QString at = now();
        QVERIFY(m_bench->sql(
            u"INSERT INTO decision (id, siren, target, taken_at, decided_by, signed_hash, receipt_number, "
            "verification_code) VALUES ('d1', ?, ?, ?, '', '', 'R1', 'C1')"_s,
            {siren, target, at}));
        QVERIFY(m_bench->sql(
            u"INSERT INTO access_request (reference, siren, portal, portal_reference, state, version, "
            "received_at, expires_at, decided_at, content) VALUES ('PC-2026-000001', ?, 'impots', 'I1', "
            "'accepted', 2, ?, ?, ?, '')"_s,
            {siren, at, at, at}));
    }
    bool account(AccountState state)
    {
        StoredAccount stored{siren, {}, {}, {}, {}};
        stored.account.id = u"impots:A"_s;
        stored.account.portal = u"impots"_s;
        stored.account.state = state;
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return AccountStore(*m_bench->keys).save(connection, stored);
            })
            .ok();
    }

    std::unique_ptr<ServiceBench> m_bench;
    QDateTime m_begun;
    QStringList m_doubtful;
};

QTEST_GUILESS_MAIN(OldEvidenceTest)
#include "OldEvidenceTest.moc"
