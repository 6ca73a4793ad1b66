// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceChain.h"

#include "service/evidence/CanonicalJson.h"
#include "service/evidence/EvidenceCheck.h"
#include "service/evidence/HeadSealing.h"
#include "service/evidence/ReceiptCode.h"
#include "service/keys/SigningKeyRotation.h"
#include "tests/service/support/ServiceBench.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;

namespace {

const QString siren = QStringLiteral("000058263");

} // namespace

class EvidenceChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(append(siren, QStringLiteral("d%1").arg(i), i).ok());
        }
        QVERIFY(append(QStringLiteral("000041376"), QStringLiteral("other"), 1).ok());
    }

    void check_untouchedChain_findsNothing()
    {
        const auto report = check();
        QVERIFY(report.faults.isEmpty());
        QCOMPARE(report.links, 6);
        QCOMPARE(report.companies, 2);
    }

    void append_byManyAtOnce_losesNone()
    {
        std::atomic<int> appended{0};
        constexpr int threads = 4;
        std::vector<std::thread> writers;
        writers.reserve(threads);
        for (int writer = 0; writer < threads; ++writer) {
            writers.emplace_back([&, writer] {
                for (int i = 0; i < 15; ++i) {
                    appended += append(siren, QStringLiteral("w%1-%2").arg(writer).arg(i), i).ok() ? 1 : 0;
                }
            });
        }
        for (auto& writer : writers) {
            writer.join();
        }
        QCOMPARE(appended.load(), 60);
        QVERIFY(check().faults.isEmpty());
        QCOMPARE(check().links, 66);
    }

    void check_tamperedRow_findsIt_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("changed decision") << QStringList{
            QStringLiteral("UPDATE evidence SET decision = 'd9' WHERE siren = '000058263' AND sequence = 3")};
        // Every column of a link, and of the head.
        const auto changed = [](const char* table, const char* column, const char* value) {
            QTest::addRow("changed %s.%s", table, column) << QStringList{
                QStringLiteral("UPDATE %1 SET %2 = %3 WHERE siren = '000058263' AND sequence = "
                               "(SELECT max(sequence) FROM evidence WHERE siren = '000058263')")
                    .arg(QLatin1String(table), QLatin1String(column), QLatin1String(value))};
        };
        changed("evidence", "siren", "'000074914'");
        changed("evidence", "sequence", "7");
        changed("evidence", "kind", "'refusal'");
        changed("evidence", "decision", "'d9'");
        changed("evidence", "content", "''");
        changed("evidence", "previous_hash", "hash");
        changed("evidence", "hash", "'ab'");
        changed("evidence", "seal", "''");
        changed("evidence_head", "siren", "'000074914'");
        changed("evidence_head", "sequence", "4");
        changed("evidence_head", "hash", "'ab'");
        changed("evidence_head", "seal", "''");
        QTest::newRow("seal of another link") << QStringList{QStringLiteral(
            "UPDATE evidence SET seal = (SELECT seal FROM evidence WHERE siren = '000058263' AND "
            "sequence = 2) WHERE siren = '000058263' AND sequence = 3")};
        QTest::newRow("swapped contents") << QStringList{QStringLiteral(
            "UPDATE evidence SET content = (SELECT content FROM evidence WHERE siren = '000058263' "
            "AND sequence = 3) WHERE siren = '000058263' AND sequence = 2")};
        QTest::newRow("dropped at the beginning")
            << QStringList{QStringLiteral("DELETE FROM evidence WHERE siren = '000058263' AND sequence = 1")};
        QTest::newRow("dropped whole with its head")
            << QStringList{QStringLiteral("INSERT INTO decision (id, siren, target, taken_at, decided_by, "
                                          "signed_hash, receipt_number, verification_code) VALUES ('d1', "
                                          "'000058263', 't', 'now', 's', 'h', 'n', 'c')"),
                           QStringLiteral("DELETE FROM evidence WHERE siren = '000058263'"),
                           QStringLiteral("DELETE FROM evidence_head WHERE siren = '000058263'")};
        QTest::newRow("inserted in the middle") << QStringList{
            QStringLiteral("UPDATE evidence SET sequence = 6 WHERE siren = '000058263' AND sequence = 5"),
            QStringLiteral(
                "INSERT INTO evidence SELECT siren, 5, kind, 'd6', content, hash, 'ab', seal, '', '' FROM "
                "evidence WHERE siren = '000058263' AND sequence = 4")};
        QTest::newRow("another company's link in its place") << QStringList{
            QStringLiteral("DELETE FROM evidence WHERE siren = '000058263' AND sequence = 1"),
            QStringLiteral("UPDATE evidence SET siren = '000058263' WHERE siren = '000041376'")};
        QTest::newRow("head taken away")
            << QStringList{QStringLiteral("DELETE FROM evidence_head WHERE siren = '000058263'")};
        QTest::newRow("changed content") << QStringList{QStringLiteral(
            "UPDATE evidence SET content = (SELECT content FROM evidence WHERE siren = '000058263' AND "
            "sequence = 2) WHERE siren = '000058263' AND sequence = 3")};
        QTest::newRow("dropped in the middle")
            << QStringList{QStringLiteral("DELETE FROM evidence WHERE siren = '000058263' AND sequence = 3")};
        QTest::newRow("dropped at the end")
            << QStringList{QStringLiteral("DELETE FROM evidence WHERE siren = '000058263' AND sequence = 5")};
        QTest::newRow("dropped at the end with its head") << QStringList{
            QStringLiteral("DELETE FROM evidence WHERE siren = '000058263' AND sequence = 5"),
            QStringLiteral(
                "UPDATE evidence_head SET sequence = 4, hash = (SELECT hash FROM evidence WHERE siren = "
                "'000058263' AND sequence = 4), seal = (SELECT seal FROM evidence WHERE siren = "
                "'000058263' AND sequence = 4) WHERE siren = '000058263'")};
        QTest::newRow("dropped whole")
            << QStringList{QStringLiteral("DELETE FROM evidence WHERE siren = '000058263'")};
        QTest::newRow("swapped") << QStringList{
            QStringLiteral("UPDATE evidence SET sequence = 99 WHERE siren = '000058263' AND sequence = 2"),
            QStringLiteral("UPDATE evidence SET sequence = 2 WHERE siren = '000058263' AND sequence = 3"),
            QStringLiteral("UPDATE evidence SET sequence = 3 WHERE siren = '000058263' AND sequence = 99")};
        QTest::newRow("inserted at the end")
            << QStringList{QStringLiteral("INSERT INTO evidence SELECT siren, 6, kind, 'd6', content, hash, "
                                          "'ab', seal, '', '' FROM evidence "
                                          "WHERE siren = '000058263' AND sequence = 5")};
        QTest::newRow("moved to another company") << QStringList{
            QStringLiteral("UPDATE evidence SET siren = '000074914' WHERE siren = '000058263'"),
            QStringLiteral("UPDATE evidence_head SET siren = '000074914' WHERE siren = '000058263'")};
    }
    void check_tamperedRow_findsIt()
    {
        QFETCH(QStringList, statements);
        for (const QString& statement : statements) {
            QVERIFY(m_bench->sql(statement));
        }
        QVERIFY(!check().faults.isEmpty());
    }

    void check_decisionWithoutLink_findsIt()
    {
        QVERIFY(m_bench->sql(
            QStringLiteral("INSERT INTO decision (id, siren, target, taken_at, decided_by, signed_hash, "
                           "receipt_number, verification_code) VALUES ('d7', '000058263', 't', 'now', "
                           "'s', 'h', 'n', 'c')")));
        QCOMPARE(check().faults.size(), 1);
        QCOMPARE(check().faults.first().kind, EvidenceFault::Kind::DecisionWithoutLink);
    }

    void append_otherKeys_areFound()
    {
        const QString file = m_bench->folder.filePath(QStringLiteral("other.json"));
        const auto forger = FileServiceKeys::loadOrMake(file).value();
        const EvidenceChain chain(*forger);
        QVERIFY(m_bench
                    ->write([&](QSqlDatabase& connection) {
                        return chain.append(connection, siren, QStringLiteral("decision"),
                                            QStringLiteral("x"), {});
                    })
                    .ok());
        QVERIFY(!check().faults.isEmpty());
    }

    void check_keyThatSignedBefore_isGoodUntilTheNewOneHasSealed()
    {
        const auto old = m_bench->keys;
        QVERIFY(rotate());
        QVERIFY(check().faults.isEmpty());
        QVERIFY(append(siren, QStringLiteral("new"), 6).ok());
        QVERIFY(check().faults.isEmpty());
        // As somebody does who kept the file of before.
        const auto rotated = std::exchange(m_bench->keys, old);
        QVERIFY(append(siren, QStringLiteral("forged"), 7).ok());
        m_bench->keys = rotated;
        const auto faults = check().faults;
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().kind, EvidenceFault::Kind::SealWrong);
        QCOMPARE(faults.first().sequence, 7);
    }

    void check_headSealedWithTheKeyOfBefore_isFound()
    {
        const auto old = m_bench->keys;
        QVERIFY(rotate());
        QVERIFY(append(siren, QStringLiteral("new"), 6).ok());
        const QString head = QStringLiteral("SELECT hash FROM evidence_head WHERE siren = '000058263'");
        const auto seal =
            old->sign(sealClaims(siren, 6, m_bench->value(head).toString()), "evidence-head+jwt");
        QVERIFY(m_bench->sql(QStringLiteral("UPDATE evidence_head SET seal = ? WHERE siren = '000058263'"),
                             {QString::fromLatin1(seal)}));
        const auto faults = check().faults;
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().kind, EvidenceFault::Kind::HeadWrong);
    }

    /// A chain that the new key has added nothing to, sealed again from its first link by whoever kept the
    /// old one.
    void sealHeads_chainForgedWithTheOldKey_isFound()
    {
        const auto old = m_bench->keys;
        QVERIFY(rotate());
        QVERIFY(sealHeads().faulty.isEmpty());
        QVERIFY(check().faults.isEmpty());
        forge(old);
        const auto faults = check().faults;
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().kind, EvidenceFault::Kind::HeadWrong);
        // Nor does the new key vouch for it by going on from there.
        const auto appended = append(siren, QStringLiteral("next"), 9);
        QVERIFY(!appended);
        QCOMPARE(appended.failure().code, FailureCode::StorageUnreadable);
        QVERIFY(append(QStringLiteral("000041376"), QStringLiteral("next"), 2).ok());
    }

    void sealHeads_everyChain_goesOnUnderTheNewKey()
    {
        QVERIFY(rotate());
        QCOMPARE(sealHeads().sealed, 2);
        QVERIFY(append(siren, QStringLiteral("new"), 6).ok());
        QVERIFY(rotate());
        QCOMPARE(sealHeads().sealed, 2);
        QVERIFY(append(siren, QStringLiteral("newer"), 7).ok());
        QVERIFY(check().faults.isEmpty());
        QCOMPARE(check().links, 8);
    }

    void sealHeads_interrupted_isDoneAgain()
    {
        QVERIFY(rotate());
        QCOMPARE(m_bench->keys->headKeys().size(), 2);
        // Heads are sealed, and the file does not say so yet.
        QVERIFY(HeadSealing(*m_bench->database, *m_bench->keys).run().ok());
        QVERIFY(check().faults.isEmpty());
        QVERIFY(append(siren, QStringLiteral("between"), 6).ok());
        QVERIFY(sealHeads().faulty.isEmpty());
        QCOMPARE(m_bench->keys->headKeys().size(), 1);
        QVERIFY(check().faults.isEmpty());
    }

    void sealHeads_chainThatIsNotWhole_isNotVouchedFor()
    {
        QVERIFY(rotate());
        QVERIFY(
            m_bench->sql(QStringLiteral("DELETE FROM evidence WHERE siren = '000058263' AND sequence = 3")));
        const auto report = sealHeads();
        QCOMPARE(report.faulty, QStringList{siren});
        QCOMPARE(report.sealed, 1);
    }

    void canonicalJson_anyOrderAndScript_hasOneSpelling()
    {
        const QJsonObject object{{QStringLiteral("b"), 1},
                                 {QStringLiteral("a"), QString::fromUtf8("é\"\\\n\u20ac")},
                                 {QStringLiteral("\u00e9"), true}};
        QCOMPARE(canonicalJson(object),
                 QByteArray("{\"a\":\"\xc3\xa9\\\"\\\\\\n\xe2\x82\xac\",\"b\":1,\"\xc3\xa9\":true}"));
    }

    void newReceiptCode_eachTime_differsAndReadsWell()
    {
        static const QRegularExpression form(
            QStringLiteral("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$"));
        const QString code = newReceiptCode();
        QVERIFY(form.match(code).hasMatch());
        QVERIFY(code != newReceiptCode());
    }

private:
    /// A new key signs from now on.
    bool rotate()
    {
        const QString file = m_bench->folder.filePath(QStringLiteral("keys.json"));
        const bool rotated = rotateSigningKey(file).ok();
        m_bench->keys = FileServiceKeys::load(file).value();
        return rotated;
    }
    HeadSealing::Report sealHeads()
    {
        const QString file = m_bench->folder.filePath(QStringLiteral("keys.json"));
        const auto report = HeadSealing(*m_bench->database, *m_bench->keys).run().value();
        if (!retireSealsOfHeads(file)) {
            qFatal("the keys file was not changed");
        }
        m_bench->keys = FileServiceKeys::load(file).value();
        return report;
    }
    /// Writes the company's chain anew, with another past.
    void forge(const std::shared_ptr<FileServiceKeys>& old)
    {
        QVERIFY(m_bench->sql(QStringLiteral("DELETE FROM evidence WHERE siren = '000058263'")));
        QVERIFY(m_bench->sql(QStringLiteral("DELETE FROM evidence_head WHERE siren = '000058263'")));
        const auto rotated = std::exchange(m_bench->keys, old);
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(append(siren, QStringLiteral("d%1").arg(i), 100 + i).ok());
        }
        m_bench->keys = rotated;
    }
    Outcome<EvidenceLink> append(const QString& company, const QString& decision, int number)
    {
        const EvidenceChain chain(*m_bench->keys);
        return m_bench->write([&](QSqlDatabase& connection) {
            return chain.append(connection, company, QStringLiteral("decision"), decision,
                                {{QStringLiteral("number"), number}});
        });
    }
    EvidenceReport check()
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) { return EvidenceCheck(*m_bench->keys).all(connection); })
            .value();
    }

    std::unique_ptr<ServiceBench> m_bench;
};

QTEST_GUILESS_MAIN(EvidenceChainTest)
#include "EvidenceChainTest.moc"
