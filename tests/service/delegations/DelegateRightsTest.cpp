// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

/// Who calls.
enum class Caller {
    Director,
    InScope,
    OtherPortal,
    OtherPlace,
    NoPowerToAnswer,
    NoPowerToSee,
    ReadOnly,
    NotBegun,
    Suspended,
    ToConfirm,
    Expired,
    Revoked,
    OfAnotherCompany, ///< a delegate there
    Nobody,           ///< signed in, but neither director nor delegate
};

const QHash<Caller, QByteArray> names{
    {Caller::Director, "director"},
    {Caller::InScope, "delegate in scope"},
    {Caller::OtherPortal, "delegate of another portal"},
    {Caller::OtherPlace, "delegate of another establishment"},
    {Caller::NoPowerToAnswer, "delegate who only sees accounts"},
    {Caller::NoPowerToSee, "delegate who only answers"},
    {Caller::ReadOnly, "delegate who may only read"},
    {Caller::NotBegun, "delegate from tomorrow"},
    {Caller::Suspended, "suspended delegate"},
    {Caller::ToConfirm, "delegate of a former director"},
    {Caller::Expired, "expired delegate"},
    {Caller::Revoked, "revoked delegate"},
    {Caller::OfAnotherCompany, "another company's delegate"},
    {Caller::Nobody, "somebody else"},
};

} // namespace

/// Every route of the desk, called by directors, delegates in every position, and others.
class DelegateRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DelegationBench>();
        m_desk->portal.users = {account(QStringLiteral("IMP-1"), QStringLiteral("Paul Durand")),
                                account(QStringLiteral("IMP-2"), QStringLiteral("FABRE Claire"))};
        m_desk->sync();
        m_request = m_desk->deposited();
    }

    void route_eachCaller_data()
    {
        QTest::addColumn<QString>("route");
        QTest::addColumn<int>("caller");
        QTest::addColumn<int>("status");
        const auto row = [](const char* route, int others, const QHash<Caller, int>& exceptions) {
            for (auto it = names.cbegin(); it != names.cend(); ++it) {
                QTest::addRow("%s: %s", route, it.value().constData())
                    << QString::fromLatin1(route) << static_cast<int>(it.key())
                    << exceptions.value(it.key(), others);
            }
        };
        const QHash<Caller, int> readers{{Caller::Director, 200},        {Caller::InScope, 200},
                                         {Caller::OtherPortal, 200},     {Caller::OtherPlace, 200},
                                         {Caller::NoPowerToAnswer, 200}, {Caller::NoPowerToSee, 200},
                                         {Caller::ReadOnly, 200},        {Caller::ToConfirm, 200}};
        const QHash<Caller, int> deciders{
            {Caller::Director, 201}, {Caller::InScope, 201}, {Caller::NoPowerToSee, 201}};
        const QHash<Caller, int> director{{Caller::Director, 201}};
        row("snapshot", 403, readers);
        row("accept", 403, deciders);
        row("refuse", 403, deciders);
        row("close an account", 403, director);
        row("name an administrator", 403, {{Caller::Director, 409}}); // its holder has not left
        row("certify an account", 403, director);
        row("accept an administrator", 403, director);
        row("accept payment rights", 403, director);
        row("accept for the whole company", 403, director);
        row("propose", 403, director);
        row("revoke", 403, {{Caller::Director, 200}});
        row("confirm", 403, {{Caller::Director, 409}}); // there is nothing to confirm in an active one
        row("delegations", 200, {{Caller::OfAnotherCompany, 403}, {Caller::Nobody, 403}});
        row("receipts", 200, {});
        row("own delegations", 200, {});
        row("answer", 404, {});
        row("somebody's renunciation", 404, {});
        row("a portal's request", 401, {});
        row("a portal's question", 401, {});
    }
    void route_eachCaller()
    {
        QFETCH(QString, route);
        QFETCH(int, caller);
        QFETCH(int, status);
        const TestDirector who = given(static_cast<Caller>(caller));
        const auto answer = call(route, who);
        QVERIFY2(answer.status == status,
                 qPrintable(QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromUtf8(answer.body))));
        if (status >= 400) {
            QVERIFY(!answer.body.contains("Haddad"));
            const auto snapshot = m_desk->snapshot();
            QCOMPARE(snapshot.requests.constLast().state, RequestState::Waiting);
            QCOMPARE(snapshot.accounts[0].state, AccountState::Active);
        }
    }

    void snapshot_delegate_holdsTheirScopeOnly_data()
    {
        QTest::addColumn<int>("caller");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("accounts");
        const auto row = [](Caller caller, int requests, int accounts) {
            QTest::addRow("%s", names[caller].constData())
                << static_cast<int>(caller) << requests << accounts;
        };
        row(Caller::Director, 1, 2);
        row(Caller::InScope, 1, 2);
        row(Caller::OtherPortal, 0, 0);
        row(Caller::OtherPlace, 0, 0);
        row(Caller::NoPowerToAnswer, 0, 2);
        row(Caller::NoPowerToSee, 1, 0);
        row(Caller::ReadOnly, 1, 2);
        row(Caller::ToConfirm, 1, 2);
    }
    void snapshot_delegate_holdsTheirScopeOnly()
    {
        QFETCH(int, caller);
        const TestDirector who = given(static_cast<Caller>(caller));
        const auto seen = fromJson<CompanySnapshot>(DeskBench::json(m_desk->snapshotOf(who))).value();
        QTEST(static_cast<int>(seen.requests.size()), "requests");
        QTEST(static_cast<int>(seen.accounts.size()), "accounts");
        QCOMPARE(seen.company.pendingRequests, seen.requests.size());
        for (const AccessRequest& request : seen.requests) {
            // Who could file instead is known from accounts.
            QCOMPARE(request.deadline->whoElseCan.size(), seen.accounts.size());
        }
        QCOMPARE(seen.company.name, QStringLiteral("MENUISERIE FABRE ET FILLES"));
        const bool director = static_cast<Caller>(caller) == Caller::Director;
        QCOMPARE(seen.journal.isEmpty(), !director);
        QCOMPARE(seen.contactEmail.address.isEmpty(), !director);
        QCOMPARE(seen.company.function.isEmpty(), !director);
        QCOMPARE(seen.portals.size(), director ? 2 : 1);
        QCOMPARE(seen.sources.size(), director ? 2 : 1);
    }

    void companies_delegate_areThoseThatMayBeRead()
    {
        for (auto it = names.cbegin(); it != names.cend(); ++it) {
            const QSet<Caller> out{Caller::Director,        Caller::NotBegun, Caller::Suspended,
                                   Caller::Expired,         Caller::Revoked,  Caller::Nobody,
                                   Caller::OfAnotherCompany};
            init();
            const TestDirector who = given(it.key());
            const auto all = m_desk->bench.database->read<QList<Company>>([&](QSqlDatabase& connection) {
                return m_desk->desk->companies().companiesOf(connection, who.person.subject);
            });
            QVERIFY(all.ok());
            const auto delegated =
                std::count_if(all.value().begin(), all.value().end(), [this](const Company& one) {
                    return one.siren == m_desk->company.siren && one.function.isEmpty() &&
                           !one.mandateEnded && !one.name.isEmpty();
                });
            QVERIFY2(delegated == (out.contains(it.key()) ? 0 : 1), it.value().constData());
        }
    }

    void snapshot_rightsChange_isNotAnsweredAsUnchanged()
    {
        const TestDirector who = given(Caller::InScope);
        const auto first = m_desk->snapshotOf(who);
        QByteArray etag;
        for (const auto& [name, value] : first.headers) {
            etag = name == "ETag" ? value : etag;
        }
        const auto again = [&] {
            return m_desk
                ->call("GET", QStringLiteral("/v1/companies/000058263/snapshot"), {},
                       {{"test-subject", who.person.subject.toUtf8()}, {"if-none-match", etag}})
                .status;
        };
        QCOMPARE(again(), 304);
        given(Caller::OtherPortal);
        QCOMPARE(again(), 200);
    }

    void delegations_delegate_seesTheirOwnLineOnly()
    {
        QCOMPARE(m_desk->propose(m_desk->claire, m_desk->proposal()).status, 201);
        const TestDirector who = given(Caller::InScope);
        QCOMPARE(m_desk->delegations(m_desk->claire).size(), 2);
        QCOMPARE(m_desk->delegations(who).size(), 1);
        QCOMPARE(m_desk->delegations(who)[0].terms.id, m_own);
    }

private:
    [[nodiscard]] static QJsonObject account(const QString& id, const QString& holder)
    {
        QJsonObject user =
            ScimPortal::user(id, holder, id.toLower() + QStringLiteral("@fabre-filles.example"));
        QJsonObject extension = user[accountSchema()].toObject();
        extension.insert(QStringLiteral("siret"), QJsonArray{QStringLiteral("00005826300013")});
        user.insert(accountSchema(), extension);
        return user;
    }

    /// Somebody in that position; a delegation is written as it would be stored.
    TestDirector given(Caller caller)
    {
        if (caller == Caller::Director) {
            return m_desk->claire;
        }
        const TestDirector& who = m_desk->nadia;
        if (caller == Caller::Nobody) {
            return who;
        }
        StoredDelegation stored;
        Delegation& delegation = stored.delegation;
        delegation.terms = m_desk->proposal();
        delegation.state = DelegationState::Active;
        delegation.proposedAt = m_desk->bench.clock.now().addDays(-40);
        stored.delegatorSubject = m_desk->claire.person.subject;
        stored.delegateSubject = who.person.subject;
        place(caller, delegation);
        m_own = delegation.terms.id;
        if (!m_desk->bench.write([&](QSqlDatabase& connection) {
                return DelegationStore(*m_desk->bench.keys).insert(connection, stored);
            })) {
            qFatal("the delegation could not be written");
        }
        return who;
    }

    void place(Caller caller, Delegation& delegation) const
    {
        const QDateTime now = m_desk->bench.clock.now();
        switch (caller) {
        case Caller::OtherPortal:
            delegation.terms.portals = {QStringLiteral("urssaf")};
            break;
        case Caller::OtherPlace:
            delegation.terms.sirets = {QStringLiteral("00005826300021")};
            break;
        case Caller::NoPowerToAnswer:
            delegation.terms.powers = {DelegationPower::SeeAccounts};
            break;
        case Caller::NoPowerToSee:
            delegation.terms.powers = {DelegationPower::AnswerRequests};
            break;
        case Caller::ReadOnly:
            delegation.terms.ceiling = DelegationCeiling::ReadOnly;
            break;
        case Caller::NotBegun:
            delegation.state = DelegationState::Scheduled;
            delegation.terms.start = QDate(2026, 11, 24);
            break;
        case Caller::Suspended:
            delegation.state = DelegationState::Suspended;
            delegation.suspendedAt = now;
            break;
        case Caller::ToConfirm:
            delegation.state = DelegationState::ToConfirm;
            delegation.answerBy = now.addDays(30);
            break;
        case Caller::Expired:
            // Nobody took note of it yet.
            delegation.terms.start = QDate(2026, 10, 1);
            delegation.terms.end = QDate(2026, 11, 22);
            break;
        case Caller::Revoked:
            delegation.state = DelegationState::Revoked;
            break;
        case Caller::OfAnotherCompany:
            delegation.terms.siren = QStringLiteral("000041376");
            break;
        case Caller::Director:
        case Caller::InScope:
        case Caller::Nobody:
            break;
        }
    }

    HttpResponse call(const QString& route, const TestDirector& who)
    {
        const QString company = QStringLiteral("/v1/companies/000058263");
        if (route == u"snapshot") {
            return m_desk->snapshotOf(who);
        }
        if (route == u"accept" || route == u"refuse") {
            return decide(who, route == u"accept" ? DecisionKind::AcceptRequest : DecisionKind::RefuseRequest,
                          m_request);
        }
        const QHash<QString, std::pair<DecisionKind, const char*>> onAccounts{
            {QStringLiteral("close an account"), {DecisionKind::CloseAccount, "impots:IMP-1"}},
            {QStringLiteral("name an administrator"), {DecisionKind::NameAdministrator, "impots:IMP-1"}},
            {QStringLiteral("certify an account"), {DecisionKind::CertifyAccount, "impots:IMP-2"}}};
        if (const auto act = onAccounts.constFind(route); act != onAccounts.cend()) {
            return decide(who, act->first, QString::fromLatin1(act->second));
        }
        if (route.startsWith(u"accept ")) {
            return decide(who, DecisionKind::AcceptRequest, largerRequest(route));
        }
        if (route == u"propose") {
            return m_desk->propose(who, m_desk->proposal());
        }
        if (route == u"revoke" || route == u"confirm") {
            return m_desk->act(who, route == u"revoke" ? DelegationOrder::Revoke : DelegationOrder::Confirm,
                               anActiveDelegation());
        }
        if (route == u"delegations" || route == u"receipts") {
            return m_desk->as(who, "GET", company + u'/' + route);
        }
        if (route == u"own delegations") {
            return m_desk->as(who, "GET", QStringLiteral("/v1/delegations"));
        }
        if (route == u"answer") {
            m_desk->know(m_desk->claire, QStringLiteral("Fabre"), {QStringLiteral("Claire")});
            return m_desk->answer(who, QStringLiteral("0000-0000-0000-0000"));
        }
        if (route == u"somebody's renunciation") {
            return m_desk->renounce(who, anActiveDelegation().terms.id);
        }
        return m_desk->as(who, "POST",
                          route == u"a portal's request"
                              ? QStringLiteral("/portal/v1/requests")
                              : QStringLiteral("/portal/v1/director-verifications"),
                          "{}");
    }

    HttpResponse decide(const TestDirector& who, DecisionKind kind, const QString& target)
    {
        Decision decision = m_desk->decision(kind, target, versionOf(target));
        if (kind == DecisionKind::NameAdministrator) {
            decision.successor = QStringLiteral("impots:IMP-2");
            decision.successorVersion = versionOf(decision.successor);
        }
        return m_desk->send(who, who.sign(decision));
    }
    int versionOf(const QString& target)
    {
        const AccountList accounts = m_desk->snapshot().accounts;
        const auto found = std::find_if(accounts.cbegin(), accounts.cend(),
                                        [&](const PortalAccount& one) { return one.id == target; });
        return found == accounts.cend() ? 1 : found->version;
    }

    /// A request beyond the ceiling, or beyond the establishment.
    QString largerRequest(const QString& route)
    {
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-2"));
        if (route.endsWith(u"administrator")) {
            body[u"role"] = QJsonObject{{QStringLiteral("value"), QStringLiteral("ADMIN")},
                                        {QStringLiteral("display"), QStringLiteral("Administrateur")},
                                        {QStringLiteral("administrator"), true}};
        } else if (route.endsWith(u"payment rights")) {
            body[u"rights"] = QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("PAYER")},
                                                     {QStringLiteral("display"), QStringLiteral("Payer")},
                                                     {QStringLiteral("payment"), true}}};
        } else {
            body.remove(QStringLiteral("sirets"));
        }
        return DeskBench::json(m_desk->deposit(body, "key-2"))[u"reference"].toString();
    }

    /// Somebody else's, of this company.
    Delegation anActiveDelegation()
    {
        StoredDelegation stored;
        stored.delegation.terms = m_desk->proposal();
        stored.delegation.state = DelegationState::Active;
        stored.delegation.proposedAt = m_desk->bench.clock.now();
        stored.delegatorSubject = m_desk->claire.person.subject;
        stored.delegateSubject = QStringLiteral("subject-of-another");
        if (!m_desk->bench.write([&](QSqlDatabase& connection) {
                return DelegationStore(*m_desk->bench.keys).insert(connection, stored);
            })) {
            qFatal("the delegation could not be written");
        }
        return stored.delegation;
    }

    std::unique_ptr<DelegationBench> m_desk;
    QString m_request;
    QString m_own;
};

QTEST_GUILESS_MAIN(DelegateRightsTest)
#include "DelegateRightsTest.moc"
