// SPDX-License-Identifier: MIT
#include "service/evidence/ReceiptFile.h"

#include "service/decisions/ReceiptCheck.h"
#include "service/evidence/EvidenceChain.h"
#include "service/keys/SigningKeyRotation.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// The file that proves a decision to anyone, with public keys alone.
class ReceiptFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        m_receipt = taken(QStringLiteral("IMP-1"));
        m_desk->deliver();
        m_file = download(m_desk->claire, m_receipt.decisionId).body;
    }

    void check_untouchedFile_provesWhoDecidedWhat()
    {
        const auto proven = check(m_file);
        QVERIFY2(proven.ok(), proven.ok() ? "" : qPrintable(proven.failure().detail));
        QCOMPARE(proven.value().receipt, m_receipt);
        QCOMPARE(proven.value().person, QStringLiteral("Claire Fabre"));
        QCOMPARE(proven.value().decision.shown, QStringLiteral("Accepter"));
        QCOMPARE(proven.value().key, m_desk->bench.keys->evidenceKeys().first().thumbprint());
        QCOMPARE(proven.value().device, m_desk->claire.key.thumbprint());
        QCOMPARE(proven.value().additions.size(), 1);
        QCOMPARE(proven.value().additions.first().kind, QStringLiteral("acknowledgement"));
        QVERIFY(proven.value().additions.first().at.isValid());
    }

    void check_decisionThatThePortalRefused_saysSo()
    {
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Laurent Petit"),
                                                 QStringLiteral("l.petit@fabre-filles.example"))};
        m_desk->sync();
        const PortalAccount account = m_desk->snapshot().accounts.first();
        m_desk->portal.patchReply =
            HttpReply{403, {}, QByteArray(R"({"detail":"Demander la substitution"})")};
        const auto answer =
            m_desk->decide(m_desk->decision(DecisionKind::CloseAccount, account.id, account.version));
        QCOMPARE(answer.status, 201);
        m_desk->deliver();
        const QString decision = DeskBench::json(answer)[u"decisionId"].toString();
        const auto proven = check(download(m_desk->claire, decision).body);
        QVERIFY2(proven.ok(), proven.ok() ? "" : qPrintable(proven.failure().detail));
        QCOMPARE(proven.value().additions.size(), 1);
        QCOMPARE(proven.value().additions.first().kind, QStringLiteral("refusal"));
        QCOMPARE(proven.value().additions.first().message, QStringLiteral("Demander la substitution"));
    }

    void check_anyByteChanged_provesNothing_data()
    {
        QTest::addColumn<char>("mask");
        QTest::newRow("lowest bit") << '\x01';
        QTest::newRow("case of a letter") << '\x20';
        QTest::newRow("highest bit") << '\x80';
    }
    void check_anyByteChanged_provesNothing()
    {
        QFETCH(char, mask);
        QVERIFY(m_file.size() > 1000);
        for (qsizetype place = 0; place < m_file.size(); ++place) {
            QByteArray changed = m_file;
            changed[place] = static_cast<char>(changed[place] ^ mask);
            QVERIFY2(!check(changed).ok(), changed.mid(std::max<qsizetype>(place - 20, 0), 40).constData());
        }
    }

    void check_anyByteMissingOrDoubled_provesNothing()
    {
        for (qsizetype place = 0; place < m_file.size(); ++place) {
            QByteArray shorter = m_file;
            shorter.remove(place, 1);
            QVERIFY2(!check(shorter).ok(), shorter.mid(std::max<qsizetype>(place - 20, 0), 40).constData());
            QByteArray longer = m_file;
            longer.insert(place, m_file[place]);
            QVERIFY2(!check(longer).ok(), longer.mid(std::max<qsizetype>(place - 20, 0), 40).constData());
        }
    }

    void check_linksOfAnotherShape_proveNothing_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no links") << QByteArray(R"({"format":1,"links":[]})");
        QTest::newRow("another format") << QByteArray(R"({"format":2,"links":[{}]})");
        QTest::newRow("links of nothing") << QByteArray(R"({"format":1,"links":[{}]})");
        QTest::newRow("deep") << QByteArray(R"({"format":1,"links":)" + QByteArray(1000, '['));
        QTest::newRow("large") << QByteArray(qsizetype{2} * 1024 * 1024, ' ');
    }
    void check_linksOfAnotherShape_proveNothing()
    {
        QFETCH(QByteArray, file);
        QCOMPARE(check(file).failure().code, FailureCode::InvalidRequest);
    }

    void check_linksMovedAround_provesNothing()
    {
        const auto links = readReceiptFile(m_file).value();
        QVERIFY(links.size() >= 2);
        const auto other = taken(QStringLiteral("IMP-2"));
        const auto others = readReceiptFile(download(m_desk->claire, other.decisionId).body).value();
        const auto refused = [this](const QList<EvidenceLink>& given) {
            const auto proven = check(QJsonDocument(toReceiptFile(given)).toJson());
            return !proven && proven.failure().code == FailureCode::Unauthorized;
        };
        QVERIFY(refused(links.mid(1)));
        QVERIFY(refused({links[1], links[0]}));
        QVERIFY(refused({links[0], links[0]}));
        QVERIFY(refused({links[0], others[0]}));
        EvidenceLink mixed = links[0];
        mixed.content = others[0].content;
        QVERIFY(refused({mixed}));
        QVERIFY(!refused({links[0]}));
    }

    void check_sealedByOtherKeys_provesNothing()
    {
        const auto proven = checkReceipt(m_file, {Jwk::generateP256().value()});
        QCOMPARE(proven.failure().code, FailureCode::Unauthorized);
        QVERIFY(!checkReceipt(m_file, {}).ok());
    }

    void check_sentenceThatTheDeviceDidNotSign_provesNothing()
    {
        EvidenceLink link = readReceiptFile(m_file).value().first();
        QJsonObject decision = link.content[u"decision"].toObject();
        decision[u"shown"] = QStringLiteral("Refuser");
        link.content[u"decision"] = decision;
        const auto proven = check(sealed(link));
        QVERIFY(!proven);
        QVERIFY2(proven.failure().detail.contains(u"device"), qPrintable(proven.failure().detail));
    }

    void check_serviceMadeItUpWithADeviceOfItsOwn_showsInTheDeviceAlone()
    {
        const TestDirector nobody(QStringLiteral("Claire Fabre"));
        EvidenceLink link = readReceiptFile(m_file).value().first();
        QJsonObject decision = link.content[u"decision"].toObject();
        decision[u"shown"] = QStringLiteral("Refuser");
        link.content[u"decision"] = decision;
        link.content[u"device"] = nobody.key.publicJson();
        link.content[u"signed"] = QString::fromLatin1(nobody.sign(decision, QStringLiteral("decision+jwt")));
        const auto proven = check(sealed(link));
        QVERIFY2(proven.ok(), proven.ok() ? "" : qPrintable(proven.failure().detail));
        QCOMPARE(proven.value().person, QStringLiteral("Claire Fabre"));
        QCOMPARE(proven.value().device, nobody.key.thumbprint());
        QVERIFY(proven.value().device != check(m_file).value().device);
    }

    void check_afterTheKeyWasReplaced_stillProves()
    {
        const QString path = m_desk->bench.folder.filePath(QStringLiteral("keys.json"));
        QVERIFY(rotateSigningKey(path).ok());
        const auto keys = FileServiceKeys::load(path).value()->evidenceKeys();
        QCOMPARE(keys.size(), 2);
        QVERIFY(checkReceipt(m_file, keys).ok());
        QVERIFY(!checkReceipt(m_file, {keys.first()}).ok());
    }

    void download_othersReceipt_isNotFound()
    {
        const TestDirector other(QStringLiteral("Marc Delorme"));
        m_desk->guard.people.append(other.person);
        QCOMPARE(download(other, m_receipt.decisionId).status, 404);
        QCOMPARE(download(m_desk->claire, QStringLiteral("00000000-0000-0000-0000-000000000000")).status,
                 404);
        QCOMPARE(
            m_desk->call("GET", QStringLiteral("/v1/companies/000058263/receipts/") + m_receipt.decisionId)
                .status,
            401);
        QCOMPARE(m_desk
                     ->call("GET", QStringLiteral("/v1/companies/000041376/receipts/") + m_receipt.decisionId,
                            {}, {{"test-subject", m_desk->claire.person.subject.toUtf8()}})
                     .status,
                 404);
    }

    void download_directorOfTheCompany_getsAnothersToo()
    {
        const TestDirector other(QStringLiteral("Marc Delorme"));
        m_desk->guard.people.append(other.person);
        m_desk->company.directors.append(other.person.subject);
        const auto answer = download(other, m_receipt.decisionId);
        QCOMPARE(answer.status, 200);
        QCOMPARE(check(answer.body).value().receipt, m_receipt);
        // What one signed stays one's own, whoever leads the company now.
        m_desk->company.directors = {other.person.subject};
        QCOMPARE(download(m_desk->claire, m_receipt.decisionId).status, 200);
        m_desk->company.directors = {m_desk->claire.person.subject};
        QCOMPARE(download(other, m_receipt.decisionId).status, 404);
    }

    void download_linkThatIsNoDecision_isNotFound()
    {
        QVERIFY(m_desk->bench.sql(QStringLiteral("UPDATE evidence SET decision = 'act' WHERE sequence = 1")));
        QCOMPARE(download(m_desk->claire, QStringLiteral("act")).status, 404);
    }

private:
    DecisionReceipt taken(const QString& portalReference)
    {
        const auto deposited =
            m_desk->deposit(DeskBench::depositBody(portalReference), portalReference.toLatin1());
        const QString reference = DeskBench::json(deposited)[u"reference"].toString();
        const auto answer = m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1));
        return fromJson<DecisionReceipt>(DeskBench::json(answer)).value();
    }

    HttpResponse download(const TestDirector& director, const QString& decision)
    {
        return m_desk->call("GET", QStringLiteral("/v1/companies/000058263/receipts/") + decision, {},
                            {{"test-subject", director.person.subject.toUtf8()}});
    }

    [[nodiscard]] Outcome<ProvenReceipt> check(const QByteArray& file) const
    {
        return checkReceipt(file, m_desk->bench.keys->evidenceKeys());
    }

    /// The file of `link` alone, as somebody with the service's keys could make it.
    [[nodiscard]] QByteArray sealed(EvidenceLink link) const
    {
        link.hash = evidenceHash(link);
        link.seal = QString::fromLatin1(
            m_desk->bench.keys->sign(sealClaims(link.siren, link.sequence, link.hash), "evidence+jwt"));
        return QJsonDocument(toReceiptFile({link})).toJson();
    }

    std::unique_ptr<DeskBench> m_desk;
    DecisionReceipt m_receipt;
    QByteArray m_file;
};

QTEST_GUILESS_MAIN(ReceiptFileTest)
#include "ReceiptFileTest.moc"
