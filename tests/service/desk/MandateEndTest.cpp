// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What the end of a mandate does to accounts, portals, evidence and receipts, through the desk's own parts.
class MandateEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        m_desk->portal.users = {ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Paul Durand"),
                                                 QStringLiteral("paul.durand@fabre-filles.example")),
                                ScimPortal::user(QStringLiteral("IMP-2"), QStringLiteral("FABRE Claire"),
                                                 QStringLiteral("claire.fabre@fabre-filles.example"))};
        m_desk->sync();
    }

    void end_certifiedAccount_isWithdrawnAndThePortalTold()
    {
        certify();
        endMandate();
        QCOMPARE(account().certification, AccountCertification::ToWithdraw);
        m_desk->deliver();
        QCOMPARE(account().certification, AccountCertification::NotCertified);
        QVERIFY(!account().certifiedAt);
        const QJsonObject extension = m_desk->portal.users[1][accountSchema()].toObject();
        QCOMPARE(extension[u"certification"].toString(), QStringLiteral("none"));
        QCOMPARE(extension[u"certifiedSubject"].toString(), QString());
        m_desk->sync();
        QCOMPARE(account().certification, AccountCertification::NotCertified);
    }

    void end_certifiedAccount_sendsOneSignedEvent()
    {
        certify();
        endMandate(MandateEnd::CompanyClosed);
        m_desk->deliver();
        m_desk->deliver();
        QCOMPARE(m_desk->portal.events.size(), 1);
        const QJsonObject claims = claimsOf(m_desk->portal.events[0]);
        QCOMPARE(claims[u"sub_id"][u"id"].toString(), m_desk->claire.person.subject);
        const QJsonObject event =
            claims[u"events"][QStringLiteral("https://proconnect.gouv.fr/secevent/fin-de-mandat")].toObject();
        QCOMPARE(event[u"siren"].toString(), m_desk->company.siren);
        QCOMPARE(event[u"portalAccountIds"].toArray(), QJsonArray{QStringLiteral("IMP-2")});
        QCOMPARE(event[u"reason"].toString(), QStringLiteral("companyClosed"));
        QCOMPARE(event[u"seenAt"].toString(), QStringLiteral("2026-11-23T07:30:00Z"));
    }

    void end_anything_isInTheEvidence()
    {
        certify();
        endMandate();
        m_desk->deliver();
        QCOMPARE(links(QStringLiteral("mandateEnd")), 1);
        // One acknowledgement of the certification, one of its withdrawal, one of the event.
        QCOMPARE(links(QStringLiteral("acknowledgement")), 3);
        const auto report = m_desk->bench.write(
            [&](QSqlDatabase& connection) { return EvidenceCheck(*m_desk->bench.keys).all(connection); });
        QVERIFY(report.ok() && report.value().faults.isEmpty());
    }

    void end_nothingCertified_tellsNobody()
    {
        endMandate();
        m_desk->deliver();
        QVERIFY(m_desk->portal.events.isEmpty());
        QCOMPARE(links(QStringLiteral("mandateEnd")), 1);
        QCOMPARE(account().certification, AccountCertification::NotCertified);
    }

    void end_notListed_writesOnceToTheCompanysAddress()
    {
        endMandate();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        const Mail mail = m_desk->mailer.mails[0];
        QCOMPARE(mail.to, m_desk->company.contact.address);
        QVERIFY(mail.subject.contains(QStringLiteral("MENUISERIE FABRE")));
        QVERIFY(mail.body.contains(QStringLiteral("Le registre indique un changement de dirigeant")));
        QVERIFY(mail.body.contains(QStringLiteral("The register shows a change of director")));
        for (const char* named : {"Claire", "Fabre,", "http"}) {
            QVERIFY2(!mail.body.contains(QLatin1String(named)), named);
        }
    }

    void end_twoOnOneDay_writesOnce()
    {
        endMandate();
        endMandate(MandateEnd::NotListed, QStringLiteral("another-director"));
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        m_desk->bench.clock.advance(86'401);
        endMandate(MandateEnd::NotListed, QStringLiteral("a-third-director"));
        QCOMPARE(m_desk->mailer.mails.size(), 2);
    }

    void end_companyClosedOrNoAddress_writesNothing()
    {
        endMandate(MandateEnd::CompanyClosed);
        m_desk->company.contact.state = EmailState::Unreachable;
        endMandate(MandateEnd::NotListed, QStringLiteral("another-director"));
        QVERIFY(m_desk->mailer.mails.isEmpty());
    }

    void end_certificationOnItsWay_isStopped()
    {
        askCertification();
        endMandate();
        m_desk->deliver();
        m_desk->deliver();
        QCOMPARE(account().certification, AccountCertification::NotCertified);
        QCOMPARE(m_desk->portal.users[1][accountSchema()][u"certification"].toString(),
                 QStringLiteral("none"));
        QCOMPARE(m_desk->portal.events.size(), 1);
    }

    void end_portalDown_withdrawsLater()
    {
        certify();
        m_desk->portal.trouble = Failure{FailureCode::TimedOut, {}, {}};
        endMandate();
        m_desk->deliver();
        QCOMPARE(account().certification, AccountCertification::ToWithdraw);
        QCOMPARE(certification(), QStringLiteral("toWithdraw"));
        m_desk->portal.trouble.reset();
        m_desk->bench.clock.advance(60);
        m_desk->sync();
        QCOMPARE(account().certification, AccountCertification::ToWithdraw);
        m_desk->deliver();
        QCOMPARE(account().certification, AccountCertification::NotCertified);
    }

    void end_portalRefuses_keepsItsWords()
    {
        certify();
        m_desk->portal.patchReply = HttpReply{403, {}, R"({"detail":"Au guichet seulement"})"};
        endMandate();
        m_desk->deliver();
        QCOMPARE(account().certification, AccountCertification::ToWithdraw);
        QCOMPARE(account().portalMessage, QStringLiteral("Au guichet seulement"));
    }

    void certify_mandateEndedWhileThePortalFails_saysNothingOfThePortal()
    {
        m_desk->portal.patchReply = HttpReply{500, {}, {}};
        askCertification();
        m_desk->deliver();
        QCOMPARE(m_desk->line(QStringLiteral("orders")).failuresInARow, 1);
        endMandate();
        m_desk->bench.clock.advance(60);
        m_desk->deliver();
        // The withdrawal failed too; the certification ended without a call.
        QCOMPARE(m_desk->line(QStringLiteral("orders")).failuresInARow, 2);
    }

    void certify_whileWithdrawing_isNotAllowed()
    {
        certify();
        m_desk->portal.trouble = Failure{FailureCode::TimedOut, {}, {}};
        endMandate();
        QCOMPARE(
            m_desk->decide(m_desk->decision(DecisionKind::CertifyAccount, account().id, account().version))
                .status,
            403);
    }

    void receipts_formerDirector_readsOnlyTheirOwn()
    {
        certify();
        m_desk->company.mandateEnded = true;
        const auto own = receiptsOf(m_desk->claire);
        QCOMPARE(own.receipts.size(), 1);
        QCOMPARE(own.receipts[0].kind, DecisionKind::CertifyAccount);
        QCOMPARE(own.receipts[0].shown, QStringLiteral("Accepter"));
        QVERIFY(own.receipts[0].receipt.receiptNumber.startsWith(QStringLiteral("RC-2026-")));
        QVERIFY(own.receipts[0].acknowledgedAt.has_value());
        TestDirector other(QStringLiteral("Paul Durand"));
        m_desk->guard.people.append(other.person);
        QVERIFY(receiptsOf(other).receipts.isEmpty());
        QCOMPARE(m_desk->call("GET", QStringLiteral("/v1/companies/000058263/receipts")).status, 401);
    }

private:
    PortalAccount account() { return m_desk->snapshot().accounts[1]; }
    QString certification()
    {
        return m_desk->bench
            .value(QStringLiteral("SELECT certification FROM portal_account WHERE id = 'impots:IMP-2'"))
            .toString();
    }
    void askCertification()
    {
        const auto answer =
            m_desk->decide(m_desk->decision(DecisionKind::CertifyAccount, account().id, account().version));
        QCOMPARE(answer.status, 201);
    }
    void certify()
    {
        askCertification();
        m_desk->deliver();
        QCOMPARE(account().certification, AccountCertification::Certified);
    }
    /// As MandateChecks does: the record is stored, then followed, in one transaction.
    void endMandate(MandateEnd why = MandateEnd::NotListed, const QString& subject = {})
    {
        const QDateTime now = m_desk->bench.clock.now();
        MandateRecord record;
        record.mandate = {subject.isEmpty() ? m_desk->claire.person.subject : subject, m_desk->company.siren,
                          QStringLiteral("Présidente"), RegistrySource::Rne, now};
        record.state = MandateState::Ended;
        record.attachedAt = now;
        record.endedAt = now;
        record.end = why;
        record.prints = {
            QStringLiteral("entry"), QStringLiteral("name"), QStringLiteral("birth"), {}, {}, {}};
        RegisteredCompany company;
        company.siren = m_desk->company.siren;
        company.name = QStringLiteral("MENUISERIE FABRE ET FILLES");
        QVERIFY(m_desk->bench
                    .write([&](QSqlDatabase& connection) -> Outcome<Done> {
                        const auto kept = CompanyStore(*m_desk->bench.keys).save(connection, company, now);
                        const auto saved = MandateStore(*m_desk->bench.keys).save(connection, record);
                        return kept && saved ? m_desk->desk->mandateEnded(connection, record) : saved;
                    })
                    .ok());
    }
    int links(const QString& kind)
    {
        return m_desk->bench.value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE kind = ?"), {kind})
            .toInt();
    }
    OwnReceipts receiptsOf(const TestDirector& director)
    {
        const auto answer = m_desk->call("GET", QStringLiteral("/v1/companies/000058263/receipts"), {},
                                         {{"test-subject", director.person.subject.toUtf8()}});
        return fromJson<OwnReceipts>(DeskBench::json(answer)).value();
    }
    static QJsonObject claimsOf(const QByteArray& token)
    {
        return QJsonDocument::fromJson(
                   QByteArray::fromBase64(token.split('.')[1], QByteArray::Base64UrlEncoding))
            .object();
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(MandateEndTest)
#include "MandateEndTest.moc"
