// SPDX-License-Identifier: MIT
#include "service/requests/NearNames.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What a director is told about a request before they answer.
class RequestFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void facts_firstFromPortalAndNearCopy_areTold()
    {
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-9"), QStringLiteral("Isabelle Roche"),
                                                 QStringLiteral("isabelle.roche@fabre-filles.example"))};
        m_desk->sync();
        QJsonObject body = DeskBench::depositBody();
        body[u"givenName"] = QStringLiteral("Isabele");
        body[u"familyName"] = QStringLiteral("ROCHE");
        body[u"email"] = QStringLiteral("isabele@fabre-filles.example");
        const QString reference = DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
        QVERIFY(request(reference).risks.contains(RiskFact::NearCopyOfName));
        QCOMPARE(request(reference).resembles, QStringLiteral("Isabelle Roche"));
        QVERIFY(!request(reference).risks.contains(RiskFact::FirstFromPortal));

        const QString elsewhere =
            DeskBench::json(m_desk->deposit(body, "key-1", QStringLiteral("urssaf")))[u"reference"]
                .toString();
        QVERIFY(request(elsewhere).risks.contains(RiskFact::FirstFromPortal));
        body[u"portalReference"] = QStringLiteral("IMP-2");
        body[u"requestedAt"] = QStringLiteral("2026-11-21T10:00:00Z");
        const QString later =
            DeskBench::json(m_desk->deposit(body, "key-2", QStringLiteral("urssaf")))[u"reference"]
                .toString();
        QVERIFY(!request(later).risks.contains(RiskFact::FirstFromPortal));
    }

    void facts_olderThanWhatIsShown_areFrozenAsTheyWereShown()
    {
        const QString old = m_desk->deposited();
        QCOMPARE(m_desk->decide(about(old, DecisionKind::RefuseRequest)).status, 201);
        m_desk->deliver();
        m_desk->bench.clock.advance(400LL * 86'400);
        m_desk->tokens.clear();
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-2"));
        body.remove(QStringLiteral("until"));
        body.remove(QStringLiteral("requestedAt"));
        const QString reference = DeskBench::json(m_desk->deposit(body, "key-2"))[u"reference"].toString();
        const auto shown = request(reference).risks;
        QVERIFY(shown.contains(RiskFact::FirstFromPortal));
        QCOMPARE(m_desk->decide(about(reference, DecisionKind::AcceptRequest)).status, 201);
        QCOMPARE(request(reference).risks, shown);
    }

    /// Whoever knows a collaborator's name is not known by it.
    void facts_knownNameFromAStrangeAddress_isNoKnownPerson()
    {
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-9"), QStringLiteral("Isabelle Roche"),
                                                 QStringLiteral("isabelle.roche@fabre-filles.example"))};
        m_desk->sync();
        QJsonObject body = DeskBench::depositBody();
        body[u"givenName"] = QStringLiteral("Isabelle");
        body[u"familyName"] = QStringLiteral("Roche");
        body[u"email"] = QStringLiteral("isabelle.roche@courriel.example");
        const AccessRequest strange =
            request(DeskBench::json(m_desk->deposit(body))[u"reference"].toString());
        QVERIFY(strange.risks.contains(RiskFact::UnknownRequester));
        QVERIFY(strange.risks.contains(RiskFact::NearCopyOfName));
        QCOMPARE(strange.resembles, QStringLiteral("Isabelle Roche"));
        QVERIFY(strange.existingPortals.isEmpty());

        body[u"portalReference"] = QStringLiteral("IMP-2");
        body[u"email"] = QStringLiteral("i.roche@fabre-filles.example");
        const AccessRequest own =
            request(DeskBench::json(m_desk->deposit(body, "key-2"))[u"reference"].toString());
        QVERIFY(!own.risks.contains(RiskFact::UnknownRequester));
        QCOMPARE(own.existingPortals, QStringList{QStringLiteral("impots")});
    }

    void facts_strangerWhoAskedBefore_staysUnknownUntilAccepted()
    {
        const QString first = m_desk->deposited();
        m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/withdrawal").arg(first), {},
                     {{"authorization", m_desk->token()}});
        const auto again = [this](const char* number, const char* at) {
            QJsonObject body = DeskBench::depositBody(QString::fromLatin1(number));
            body[u"requestedAt"] = QString::fromLatin1(at);
            return DeskBench::json(m_desk->deposit(body, number))[u"reference"].toString();
        };
        const QString second = again("IMP-2", "2026-11-21T10:00:00Z");
        QVERIFY(request(second).risks.contains(RiskFact::UnknownRequester));
        QCOMPARE(m_desk->decide(about(second, DecisionKind::AcceptRequest)).status, 201);
        const QString third = again("IMP-3", "2026-11-22T10:00:00Z");
        QVERIFY(!request(third).risks.contains(RiskFact::UnknownRequester));
    }

    void facts_whoElseCan_holdsForTheEstablishmentToo()
    {
        QJsonObject elsewhere = ScimPortal::user(QStringLiteral("IMP-8"), QStringLiteral("Paul Petit"),
                                                 QStringLiteral("paul.petit@fabre-filles.example"));
        QJsonObject extension = elsewhere[accountSchema()].toObject();
        extension[u"siret"] = QJsonArray{QStringLiteral("00005826300021")};
        elsewhere[accountSchema()] = extension;
        m_desk->portal.users = {elsewhere,
                                ScimPortal::user(QStringLiteral("IMP-9"), QStringLiteral("Isabelle Roche"),
                                                 QStringLiteral("isabelle.roche@fabre-filles.example"))};
        m_desk->sync();
        QCOMPARE(request(m_desk->deposited()).deadline->whoElseCan,
                 QStringList{QStringLiteral("Isabelle Roche")});
    }

    void isNearCopy_names_countsLettersOnly()
    {
        const auto near = [](const char* a, const char* b) {
            return isNearCopy(QString::fromUtf8(a), QString::fromUtf8(b)) &&
                   isNearCopy(QString::fromUtf8(b), QString::fromUtf8(a));
        };
        QVERIFY(near("fabre claire", "fabre clare"));
        QVERIFY(near("fabre claire", "farbe claire"));
        QVERIFY(near("isabelle roche", "isabele rocche"));
        QVERIFY(near("marie", "maria"));
        QVERIFY(!near("fabre claire", "fabre claire"));
        QVERIFY(!near("luc", "lucy"));
        QVERIFY(!near("petit paul", "petit saule"));
        QVERIFY(!near("fabre claire", "fabre bernard"));
        QVERIFY(!near("", "marie"));
    }

private:
    Decision about(const QString& reference, DecisionKind kind)
    {
        return m_desk->decision(kind, reference, request(reference).version);
    }
    AccessRequest request(const QString& reference)
    {
        const auto requests = m_desk->snapshot().requests;
        const auto found = std::find_if(requests.cbegin(), requests.cend(),
                                        [&](const AccessRequest& each) { return each.id == reference; });
        return found == requests.cend() ? AccessRequest() : *found;
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(RequestFactsTest)
#include "RequestFactsTest.moc"
