// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// Requests of whom the portal identified as the company's director.
class DirectorRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-7"), QStringLiteral("FABRE Claire"),
                                                 QStringLiteral("claire@fabre-filles.example"))};
        m_desk->sync();
        m_desk->decide(m_desk->decision(DecisionKind::CertifyAccount, QStringLiteral("impots:IMP-7"),
                                        m_desk->snapshot().accounts.value(0).version));
        m_desk->deliver();
        QCOMPARE(m_desk->snapshot().accounts.value(0).certification, AccountCertification::Certified);
        m_desk->mailer.mails.clear();
    }

    void deposit_recognisedDirector_isAcceptedAtOnce()
    {
        const AccessRequest accepted = request(deposit(herOwn()));
        QCOMPARE(accepted.state, RequestState::Accepted);
        QVERIFY(accepted.decidedBy.isEmpty());
        QVERIFY(accepted.decidedAt.has_value());
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        QVERIFY(m_desk->mailer.mails.last().body.contains(QStringLiteral("acceptée d’office")));
        m_desk->deliver();
        const QByteArray event =
            QByteArray::fromBase64(m_desk->portal.events.last().split('.')[1], QByteArray::Base64UrlEncoding);
        QVERIFY(event.contains("\"decision\":\"accepted\""));
        QVERIFY(event.contains("\"rights\":[\"DECLARER_TVA\"]"));
        QCOMPARE(request(accepted.id).handBack, HandBack::Acknowledged);
        QVERIFY(chainIsWhole());
    }

    void deposit_acceptedAtOnce_evidenceSaysWhatWasGrantedToWhom()
    {
        QCOMPARE(request(deposit(herOwn())).state, RequestState::Accepted);
        const QJsonObject link = lastLink();
        QCOMPARE(link[u"event"].toString(), QStringLiteral("acceptedAtOnce"));
        const QJsonObject facts = link[u"facts"].toObject();
        QCOMPARE(facts[u"director"].toString(), m_desk->claire.person.subject);
        QCOMPARE(facts[u"function"].toString(), QStringLiteral("Présidente de SAS"));
        QCOMPARE(facts[u"person"].toString(), QStringLiteral("Claire Fabre"));
        QCOMPARE(facts[u"email"].toString(), QStringLiteral("Claire@fabre-filles.example"));
        QCOMPARE(facts[u"role"].toString(), QStringLiteral("DELEGATAIRE"));
        QCOMPARE(facts[u"rights"].toArray(), QJsonArray{QStringLiteral("DECLARER_TVA")});
        QCOMPARE(facts[u"until"].toString(), QStringLiteral("2027-12-31"));
    }

    void deposit_beyondWhatTheAccountProves_waits_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* why :
             {"another name", "another address", "administrator", "payment", "no account",
              "account not certified", "account of nobody", "mandate ended", "register unavailable"}) {
            QTest::newRow(why) << QString::fromLatin1(why);
        }
    }
    void deposit_beyondWhatTheAccountProves_waits()
    {
        QFETCH(QString, why);
        QJsonObject body = herOwn();
        if (why == u"another name") {
            body[u"familyName"] = QStringLiteral("Haddad");
        } else if (why == u"another address") {
            body[u"email"] = QStringLiteral("claire.fabre@elsewhere.example");
        } else if (why == u"administrator") {
            body = administrator();
        } else if (why == u"payment") {
            QJsonObject right = body[u"rights"].toArray().first().toObject();
            right[u"payment"] = true;
            body[u"rights"] = QJsonArray{right};
        } else if (why == u"no account") {
            body.remove(QStringLiteral("requesterAccountId"));
        } else if (why == u"account not certified") {
            m_desk->portal.users.append(ScimPortal::user(QStringLiteral("IMP-8"),
                                                         QStringLiteral("FABRE Claire"),
                                                         QStringLiteral("claire@fabre-filles.example")));
            m_desk->sync();
            body[u"requesterAccountId"] = QStringLiteral("IMP-8");
        } else if (why == u"account of nobody") {
            body[u"requesterAccountId"] = QStringLiteral("IMP-9");
        } else if (why == u"mandate ended") {
            m_desk->company.mandateEnded = true;
        } else {
            m_desk->company.registerAnswers = false;
        }
        const QString reference = deposit(body);
        m_desk->company.mandateEnded = false;
        m_desk->company.registerAnswers = true;
        QCOMPARE(request(reference).state, RequestState::Waiting);
        QCOMPARE(lastLink()[u"event"].toString(), QStringLiteral("received"));
        m_desk->deliver();
        QVERIFY(m_desk->portal.events.isEmpty());
    }

    /// The register's word is asked for before the transaction: the mandate may end in between.
    void deposit_mandateEndsMeanwhile_waits()
    {
        m_desk->company.endsAfterRequire = true;
        const QString reference = deposit(herOwn());
        m_desk->company.mandateEnded = false;
        QCOMPARE(request(reference).state, RequestState::Waiting);
    }

    void decide_recognisedDirectorsOwn_needsTheStrongSignIn_data()
    {
        QTest::addColumn<bool>("ofHighEffect");
        QTest::newRow("administrator") << true;
        QTest::newRow("another address") << false;
    }
    void decide_recognisedDirectorsOwn_needsTheStrongSignIn()
    {
        QFETCH(bool, ofHighEffect);
        QJsonObject body = ofHighEffect ? administrator() : herOwn();
        body[u"email"] = QStringLiteral("claire.fabre@elsewhere.example");
        const QString reference = deposit(body);
        const Decision yes = m_desk->decision(DecisionKind::AcceptRequest, reference, 1);
        m_desk->guard.strong = false;
        QCOMPARE(DeskBench::json(m_desk->decide(yes))[u"code"].toString(),
                 QStringLiteral("strong-sign-in-needed"));
        m_desk->guard.strong = true;
        QCOMPARE(m_desk->decide(yes).status, 201);
        QCOMPARE(request(reference).state, RequestState::Accepted);
        QVERIFY(chainIsWhole());
    }

    void decide_recognisedDirectorsOwn_canBeRefusedAndNothingElse()
    {
        const QString reference = deposit(administrator());
        Decision question = m_desk->decision(DecisionKind::AskComplement, reference, 1);
        question.comment = QStringLiteral("?");
        QCOMPARE(m_desk->decide(question).status, 403);
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::RefuseRequest, reference, 1)).status, 201);
    }

    void decide_ownWithoutRecognition_isNotAllowed()
    {
        QJsonObject body = administrator();
        body.remove(QStringLiteral("requesterAccountId"));
        const QString reference = deposit(body);
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1)).status, 403);
    }

    void deposit_repeat_isAnsweredWithoutTheRegister()
    {
        const QString reference = deposit(herOwn());
        const int asked = m_desk->company.asked;
        m_desk->company.broken = true;
        QCOMPARE(deposit(herOwn()), reference);
        QCOMPARE(m_desk->company.asked, asked);
    }

private:
    [[nodiscard]] static QJsonObject herOwn()
    {
        QJsonObject body = DeskBench::depositBody();
        body[u"givenName"] = QStringLiteral("Claire");
        body[u"familyName"] = QStringLiteral("Fabre");
        body[u"email"] = QStringLiteral("Claire@fabre-filles.example");
        body.insert(QStringLiteral("requesterAccountId"), QStringLiteral("IMP-7"));
        return body;
    }
    [[nodiscard]] static QJsonObject administrator()
    {
        QJsonObject body = herOwn();
        QJsonObject role = body[u"role"].toObject();
        role[u"administrator"] = true;
        body[u"role"] = role;
        return body;
    }
    QString deposit(const QJsonObject& body)
    {
        return DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
    }
    AccessRequest request(const QString& reference)
    {
        const auto requests = m_desk->snapshot().requests;
        const auto found = std::find_if(requests.cbegin(), requests.cend(),
                                        [&](const AccessRequest& each) { return each.id == reference; });
        return found == requests.cend() ? AccessRequest() : *found;
    }
    QJsonObject lastLink()
    {
        const auto links = m_desk->bench.write([&](QSqlDatabase& connection) {
            return EvidenceChain(*m_desk->bench.keys).links(connection, m_desk->company.siren);
        });
        QJsonObject content;
        for (const EvidenceLink& link : links.value()) {
            content = link.kind == u"request" ? link.content : content;
        }
        return content;
    }
    bool chainIsWhole()
    {
        const auto report = m_desk->bench.write(
            [&](QSqlDatabase& connection) { return EvidenceCheck(*m_desk->bench.keys).all(connection); });
        return report.ok() && report.value().links > 0 && report.value().faults.isEmpty();
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(DirectorRequestsTest)
#include "DirectorRequestsTest.moc"
