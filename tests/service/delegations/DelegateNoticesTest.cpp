// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What delegates are told of requests by e-mail, beside the company (DESIGN.md, 9).
class DelegateNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DelegationBench>(); }

    void tell_requestInScope_reachesCompanyAndDelegate()
    {
        appoint(m_desk->proposal());
        const QString reference = deposit(u"IMP-1"_s);
        tell();
        QCOMPARE(told(), (QStringList{company, nadia}));
        const Mail& mail = m_desk->mailer.mails.last();
        QVERIFY(mail.siren.isEmpty());
        QVERIFY(mail.body.contains(reference));
        QVERIFY(!mail.body.contains(u"Haddad"_s));
    }

    void tell_requestThatTheyCannotAnswer_reachesTheCompanyAlone_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* why :
             {"other portal", "other place", "no power", "ceiling", "not begun", "suspended", "to confirm",
              "expired", "own address", "own name", "mandate ended"}) {
            QTest::newRow(why) << QString::fromLatin1(why);
        }
    }
    void tell_requestThatTheyCannotAnswer_reachesTheCompanyAlone()
    {
        QFETCH(QString, why);
        StoredDelegation stored = delegation(m_desk->proposal());
        DelegationProposal& terms = stored.delegation.terms;
        QJsonObject body = DeskBench::depositBody();
        if (why == u"other portal") {
            terms.portals = {u"urssaf"_s};
        } else if (why == u"other place") {
            terms.sirets = {u"00005826300021"_s};
        } else if (why == u"no power") {
            terms.powers = {DelegationPower::SeeAccounts};
        } else if (why == u"ceiling") {
            terms.ceiling = DelegationCeiling::ReadOnly;
        } else if (why == u"not begun") {
            stored.delegation.state = DelegationState::Scheduled;
            terms.start = QDate(2026, 11, 24);
        } else if (why == u"suspended") {
            stored.delegation.state = DelegationState::Suspended;
            stored.delegation.suspendedAt = m_desk->bench.clock.now();
        } else if (why == u"to confirm") {
            stored.delegation.state = DelegationState::ToConfirm;
            stored.delegation.answerBy = m_desk->bench.clock.now().addDays(30);
        } else if (why == u"expired") {
            terms.start = QDate(2026, 10, 1);
            terms.end = QDate(2026, 11, 22); // nobody took note of it yet
        } else if (why == u"own address") {
            terms.email = u"Karim.Haddad@delorme-associes.example"_s;
        } else if (why == u"own name") {
            body[u"givenName"] = u"NADIA"_s;
            body[u"familyName"] = u"Ferrand"_s;
        } else {
            stored.delegatorSubject = u"somebody who leads nothing"_s;
        }
        QVERIFY(insert(stored));
        QCOMPARE(m_desk->deposit(body).status, 202);
        tell();
        QCOMPARE(told(), QStringList{company});
    }

    void tell_severalRequests_countsThoseInScope()
    {
        appoint(m_desk->proposal());
        deposit(u"IMP-1"_s);
        deposit(u"IMP-2"_s);
        QJsonObject elsewhere = DeskBench::depositBody(u"IMP-3"_s);
        elsewhere[u"sirets"] = QJsonArray{u"00005826300021"_s};
        QCOMPARE(m_desk->deposit(elsewhere, "IMP-3").status, 202);
        tell();
        QCOMPARE(told(), (QStringList{company, nadia}));
        QVERIFY(m_desk->mailer.mails[0].body.contains(u"3 access requests"_s));
        QVERIFY(m_desk->mailer.mails[1].body.contains(u"2 access requests"_s));
    }

    void tell_severalDelegationsOfOnePerson_isOneMessage()
    {
        appoint(m_desk->proposal());
        DelegationProposal second = m_desk->proposal();
        second.email = u"second@fabre-filles.example"_s;
        StoredDelegation newer = delegation(second);
        newer.delegation.proposedAt = m_desk->bench.clock.now();
        QVERIFY(insert(newer));
        deposit(u"IMP-1"_s);
        tell();
        QCOMPARE(told(), (QStringList{company, u"second@fabre-filles.example"_s}));
    }

    void tell_delegateAtTheContactAddress_isOneMessage()
    {
        DelegationProposal terms = m_desk->proposal();
        terms.email = u"Direction@fabre-filles.example"_s;
        appoint(terms);
        deposit(u"IMP-1"_s);
        tell();
        QCOMPARE(told(), QStringList{company});
    }

    void tell_companyWithoutAUsableAddress_reachesTheDelegateOnceADay()
    {
        appoint(m_desk->proposal());
        m_desk->company.contact.state = EmailState::Unreachable;
        deposit(u"IMP-1"_s);
        tell();
        deposit(u"IMP-2"_s);
        tell();
        QCOMPARE(told(), QStringList{nadia});
        m_desk->bench.clock.advance(86'400);
        tell();
        QCOMPARE(told(), (QStringList{nadia, nadia}));
    }

    void tell_decision_reachesTheCompanyAlone()
    {
        appoint(m_desk->proposal());
        const QString reference = deposit(u"IMP-1"_s);
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::RefuseRequest, reference, 1)).status, 201);
        m_desk->mailer.mails.clear();
        tell();
        QCOMPARE(told(), QStringList{company});
    }

    void tell_alteredDelegation_keepsNothingFromTheCompany()
    {
        appoint(m_desk->proposal());
        QVERIFY(m_desk->bench.sql(u"UPDATE delegation SET version = 9"_s));
        deposit(u"IMP-1"_s);
        tell();
        QCOMPARE(told(), QStringList{company});
        QVERIFY(m_desk->logged.contains("requests.notices"));
    }

    void remind_delegate_ofThoseInScope()
    {
        appoint(m_desk->proposal());
        const QString reference = deposit(u"IMP-1"_s);
        QJsonObject elsewhere = DeskBench::depositBody(u"IMP-2"_s);
        elsewhere[u"sirets"] = QJsonArray{u"00005826300021"_s};
        const QString other = DeskBench::json(m_desk->deposit(elsewhere, "IMP-2"))[u"reference"].toString();
        m_desk->bench.clock.advance(3LL * 86'400);
        m_desk->mailer.mails.clear();
        m_desk->bench.jobs.run("request-reminders");
        QCOMPARE(told(), (QStringList{company, nadia}));
        QVERIFY(m_desk->mailer.mails[0].body.contains(other));
        QVERIFY(m_desk->mailer.mails[1].body.contains(reference));
        QVERIFY(!m_desk->mailer.mails[1].body.contains(other));
    }

private:
    StoredDelegation delegation(const DelegationProposal& terms)
    {
        StoredDelegation stored;
        stored.delegation.terms = terms;
        stored.delegation.state = DelegationState::Active;
        stored.delegation.proposedAt = m_desk->bench.clock.now().addDays(-40);
        stored.delegatorSubject = m_desk->claire.person.subject;
        stored.delegateSubject = m_desk->nadia.person.subject;
        return stored;
    }
    bool insert(const StoredDelegation& stored)
    {
        return m_desk->bench
            .write([&](QSqlDatabase& connection) {
                return DelegationStore(*m_desk->bench.keys).insert(connection, stored);
            })
            .ok();
    }
    void appoint(const DelegationProposal& terms) { QVERIFY(insert(delegation(terms))); }
    QString deposit(const QString& portalReference)
    {
        return DeskBench::json(m_desk->deposit(DeskBench::depositBody(portalReference),
                                               portalReference.toLatin1()))[u"reference"]
            .toString();
    }
    void tell() { m_desk->tell(); }
    /// To whom messages went, in their order.
    [[nodiscard]] QStringList told() const
    {
        QStringList all;
        for (const Mail& mail : m_desk->mailer.mails) {
            all.append(mail.to);
        }
        return all;
    }

    const QString company = u"direction@fabre-filles.example"_s;
    const QString nadia = u"nadia@fabre-filles.example"_s;
    std::unique_ptr<DelegationBench> m_desk;
};

QTEST_GUILESS_MAIN(DelegateNoticesTest)
#include "DelegateNoticesTest.moc"
