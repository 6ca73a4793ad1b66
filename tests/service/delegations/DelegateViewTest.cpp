// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// Which names a delegate reads in a request of their scope.
class DelegateViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DelegationBench>();
        QJsonObject paul = ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Paul Durand"),
                                            QStringLiteral("paul@fabre-filles.example"));
        QJsonObject extension = paul[accountSchema()].toObject();
        extension.insert(QStringLiteral("siret"), QJsonArray{QStringLiteral("00005826300013")});
        paul.insert(accountSchema(), extension);
        m_desk->portal.users = {paul};
        m_desk->sync();
        QJsonObject body = DeskBench::depositBody();
        body[u"givenName"] = QStringLiteral("Paule");
        body[u"familyName"] = QStringLiteral("Durand");
        m_reference = DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
    }

    void replacedAccount_isNotTold_norClosedByADelegate()
    {
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-9"));
        body.insert(QStringLiteral("replacesAccountId"), QStringLiteral("IMP-1"));
        body.remove(QStringLiteral("requestedAt")); // the latest, so the first that is shown
        m_reference = DeskBench::json(m_desk->deposit(body, "key-9"))[u"reference"].toString();
        takenUpWith({DelegationPower::AnswerRequests, DelegationPower::SeeAccounts});
        QCOMPARE(requestFor(m_desk->claire).replaces, QStringLiteral("IMP-1"));
        QCOMPARE(requestFor(m_desk->nadia).replaces, QString());

        Decision decision =
            m_desk->decision(DecisionKind::AcceptRequest, m_reference, requestFor(m_desk->nadia).version);
        const PortalAccount replaced = m_desk->snapshot().accounts.first();
        decision.departure = DepartureTerms{
            replaced.holderName, {{replaced.id, replaced.version, {}, false}}, std::nullopt, {}};
        const HttpResponse refused = m_desk->send(m_desk->nadia, m_desk->nadia.sign(decision));
        QCOMPARE(DeskBench::json(refused)[u"code"].toString(), QStringLiteral("not-allowed"));
        QVERIFY(requestFor(m_desk->claire).open());
        QCOMPARE(m_desk->bench.value(QStringLiteral("SELECT COUNT(*) FROM departure")).toInt(), 0);
        decision.departure.reset();
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(decision)).status, 201);
    }

    void snapshot_whoSeesNoAccounts_isNotToldWhomItResembles()
    {
        takenUpWith({DelegationPower::AnswerRequests});
        const AccessRequest shown = requestFor(m_desk->nadia);
        QVERIFY(shown.risks.contains(RiskFact::NearCopyOfName));
        QCOMPARE(shown.resembles, QString());
        QCOMPARE(requestFor(m_desk->claire).resembles, QStringLiteral("Paul Durand"));
    }

    void snapshot_whoSeesTheAccount_isToldWhomItResembles()
    {
        takenUpWith({DelegationPower::AnswerRequests, DelegationPower::SeeAccounts});
        QCOMPARE(requestFor(m_desk->nadia).resembles, QStringLiteral("Paul Durand"));
    }

    void snapshot_otherDelegate_isNotNamed()
    {
        const Delegation hers = takenUpWith({DelegationPower::AnswerRequests});
        TestDirector marc(QStringLiteral("Marc Petit"));
        marc.person.signedInAt = m_desk->bench.clock.now();
        m_desk->letIn(marc);
        m_desk->know(marc, QStringLiteral("PETIT"), {QStringLiteral("Marc")});
        DelegationProposal terms = m_desk->proposal();
        terms.givenName = QStringLiteral("Marc");
        terms.familyName = QStringLiteral("Petit");
        m_desk->propose(m_desk->claire, terms);
        const Delegation his = DelegationBench::delegationIn(m_desk->answer(marc, m_desk->codeSent()));

        forward(his);
        QCOMPARE(requestFor(m_desk->claire).forwardedTo, QStringLiteral("Marc Petit"));
        QCOMPARE(requestFor(marc).forwardedTo, QStringLiteral("Marc Petit"));
        QCOMPARE(requestFor(m_desk->nadia).state, RequestState::Forwarded);
        QCOMPARE(requestFor(m_desk->nadia).forwardedTo, QString());
        forward(hers);
        QCOMPARE(requestFor(m_desk->nadia).forwardedTo, QStringLiteral("Nadia Ferrand"));
        QCOMPARE(requestFor(marc).forwardedTo, QString());
    }

    void substitution_isTheDirectorsBusiness()
    {
        takenUpWith({DelegationPower::SeeAccounts});
        QVERIFY(m_desk->bench
                    .write([&](QSqlDatabase& connection) {
                        const AccountStore store(*m_desk->bench.keys);
                        StoredAccount stored =
                            *store.find(connection, m_desk->company.siren, QStringLiteral("impots:IMP-1"))
                                 .value();
                        stored.account.substitution =
                            Substitution{QStringLiteral("urssaf:1"), QStringLiteral("ADMIN"),
                                         QStringLiteral("Claire Fabre"), m_desk->bench.clock.now(),
                                         SubstitutionState::Failed};
                        stored.account.portalMessage = QStringLiteral("Mme Blanc est inconnue.");
                        return store.save(connection, stored);
                    })
                    .ok());
        QVERIFY(snapshotFor(m_desk->claire).accounts.value(0).substitution);
        QCOMPARE(snapshotFor(m_desk->nadia).accounts.size(), 1);
        const PortalAccount seen = snapshotFor(m_desk->nadia).accounts.value(0);
        QVERIFY(!seen.substitution);
        QCOMPARE(seen.portalMessage, QString());
    }

    void departure_ofTheDirector_isNeitherSeenNorStartedByADelegate()
    {
        takenUpWith({DelegationPower::AnswerRequests, DelegationPower::SeeAccounts});
        const PortalAccount account = snapshotFor(m_desk->nadia).accounts.value(0);
        Decision decision = m_desk->decision(DecisionKind::StartDeparture,
                                             QUuid::createUuid().toString(QUuid::WithoutBraces), 0);
        decision.departure =
            DepartureTerms{QStringLiteral("Paul Durand"), {{account.id, account.version, {}, false}}, {}};
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(decision)).status, 403);
        QCOMPARE(m_desk->decide(decision).status, 201);
        QCOMPARE(snapshotFor(m_desk->claire).departures.size(), 1);
        QVERIFY(snapshotFor(m_desk->nadia).departures.isEmpty());
    }

private:
    Delegation takenUpWith(const QList<DelegationPower>& powers)
    {
        DelegationProposal terms = m_desk->proposal();
        terms.powers = powers;
        return m_desk->takenUp(terms);
    }
    CompanySnapshot snapshotFor(const TestDirector& who)
    {
        return fromJson<CompanySnapshot>(DeskBench::json(m_desk->snapshotOf(who))).value();
    }
    AccessRequest requestFor(const TestDirector& who) { return snapshotFor(who).requests.value(0); }
    void forward(const Delegation& to)
    {
        Decision decision =
            m_desk->decision(DecisionKind::ForwardRequest, m_reference, requestFor(m_desk->claire).version);
        decision.delegation = to.terms.id;
        QCOMPARE(m_desk->decide(decision).status, 201);
    }

    std::unique_ptr<DelegationBench> m_desk;
    QString m_reference;
};

QTEST_GUILESS_MAIN(DelegateViewTest)
#include "DelegateViewTest.moc"
