// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// Naming a delegate and taking the invitation up, through the desk's own routes.
class DelegationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DelegationBench>(); }

    void propose_director_invitesByMailWithoutLink()
    {
        const auto answer = m_desk->propose(m_desk->claire, m_desk->proposal());
        QCOMPARE(answer.status, 201);
        const Delegation made = DelegationBench::delegationIn(answer);
        QCOMPARE(made.state, DelegationState::Proposed);
        QCOMPARE(made.delegator, QStringLiteral("Claire Fabre"));
        QCOMPARE(made.answerBy, m_desk->bench.clock.now().addDays(14));
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        const Mail mail = m_desk->mailer.mails[0];
        QCOMPARE(mail.to, QStringLiteral("nadia@fabre-filles.example"));
        QVERIFY(mail.subject.size() <= 200);
        for (const char16_t* part :
             {u"Claire Fabre", u"30/06/2027", u"Consulter les comptes, Répondre aux demandes",
              u"See accounts, Answer requests", u"FranceConnect"}) {
            QVERIFY2(mail.body.contains(QString::fromUtf16(part)), qPrintable(QString::fromUtf16(part)));
        }
        QVERIFY(!mail.body.contains(QStringLiteral("http")) && !mail.body.contains(u'%'));
        QCOMPARE(m_desk->codeSent().size(), 19);
        QCOMPARE(m_desk->evidenceLinks(), 1);
        QVERIFY(m_desk->chainIsWhole());
    }

    void propose_anything_leavesNoNameAndNoCodeInClear()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QByteArray written = m_desk->bench.place.writtenBytes(*m_desk->bench.database);
        for (const QByteArray& secret :
             {QByteArray("nadia@"), QByteArray("Ferrand"), m_desk->codeSent().toUtf8()}) {
            QVERIFY2(!written.contains(secret), secret.constData());
        }
    }

    void propose_sentTwice_isMadeOnce()
    {
        const auto terms = m_desk->proposal();
        QCOMPARE(m_desk->propose(m_desk->claire, terms).status, 201);
        QCOMPARE(m_desk->propose(m_desk->claire, terms).status, 200);
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        auto other = terms;
        other.ceiling = DelegationCeiling::None;
        QCOMPARE(m_desk->propose(m_desk->claire, other).status, 409);
        QCOMPARE(m_desk->delegations(m_desk->claire).size(), 1);
    }

    void propose_wrong_isRefused_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<DelegationProposal>("terms");
        const auto row = [](const char* name, const char* code, auto change) {
            DelegationProposal terms = DelegationBench().proposal();
            change(terms);
            QTest::newRow(name) << QString::fromLatin1(code) << terms;
        };
        const char* invalid = "invalid-request";
        row("no powers", invalid, [](auto& terms) { terms.powers.clear(); });
        row("no portals", invalid, [](auto& terms) { terms.portals.clear(); });
        row("unknown portal", invalid, [](auto& terms) { terms.portals = {QStringLiteral("ailleurs")}; });
        row("another company's place", invalid,
            [](auto& terms) { terms.sirets = {QStringLiteral("00007491400011")}; });
        row("no SIRET", invalid, [](auto& terms) { terms.sirets = {QStringLiteral("00005826300014")}; });
        row("over", invalid, [](auto& terms) { terms.end = QDate(2026, 11, 23); });
        row("beyond a year", invalid, [](auto& terms) { terms.end = QDate(2027, 11, 24); });
        row("ends before it begins", invalid, [](auto& terms) { terms.start = QDate(2027, 7, 1); });
        row("no letters", invalid, [](auto& terms) { terms.givenName = QStringLiteral("42"); });
        row("control character", invalid,
            [](auto& terms) { terms.familyName = QStringLiteral("Ferrand\nBcc: a@b.example"); });
        row("right-to-left mark", invalid, [](auto& terms) { terms.familyName += QChar(0x202E); });
        row("no address", "email-invalid", [](auto& terms) { terms.email = QStringLiteral("nadia"); });
        row("no UUID", invalid, [](auto& terms) { terms.id = QStringLiteral("1"); });
        row("another company", invalid, [](auto& terms) { terms.siren = QStringLiteral("000041376"); });
    }
    void propose_wrong_isRefused()
    {
        QFETCH(DelegationProposal, terms);
        const auto answer = m_desk->propose(m_desk->claire, terms);
        QTEST(DelegationBench::json(answer)[u"code"].toString(), "code");
        QVERIFY(m_desk->mailer.mails.isEmpty());
        QVERIFY(m_desk->delegations(m_desk->claire).isEmpty());
    }

    void propose_weakSignIn_needsAStrongOne()
    {
        m_desk->guard.strong = false;
        const auto answer = m_desk->propose(m_desk->claire, m_desk->proposal());
        QCOMPARE(DelegationBench::json(answer)[u"code"].toString(), QStringLiteral("strong-sign-in-needed"));
        QCOMPARE(answer.status, 401);
    }

    void propose_signedByAnotherDeviceOrForAnotherUse_isUnauthorized()
    {
        const QString path = QStringLiteral("/v1/companies/000058263/delegations");
        const QJsonObject terms = toJson(m_desk->proposal());
        const auto send = [&](const QByteArray& body) {
            return m_desk->as(m_desk->claire, "POST", path, body, "application/jose").status;
        };
        QCOMPARE(send(m_desk->nadia.sign(terms, QStringLiteral("delegation+jwt"))), 401);
        QCOMPARE(send(m_desk->claire.sign(terms, QStringLiteral("decision+jwt"))), 401);
        QCOMPARE(m_desk->as(m_desk->claire, "POST", path, QJsonDocument(terms).toJson()).status, 400);
    }

    void propose_twentyInADay_isEnough()
    {
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(m_desk->propose(m_desk->claire, m_desk->proposal()).status, 201);
        }
        QCOMPARE(m_desk->propose(m_desk->claire, m_desk->proposal()).status, 429);
    }

    void answer_accepted_opensTheDelegation()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const auto taken = m_desk->answer(m_desk->nadia, m_desk->codeSent());
        QCOMPARE(taken.status, 200);
        QCOMPARE(DelegationBench::delegationIn(taken).state, DelegationState::Active);
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].takenUpAt, m_desk->bench.clock.now());
        QCOMPARE(m_desk->evidenceLinks(), 2);
        QVERIFY(m_desk->chainIsWhole());
        // The code is worth nothing any more.
        QCOMPARE(m_desk->answer(m_desk->nadia, m_desk->codeSent()).status, 404);
    }

    void answer_matched_erasesTheIdentity()
    {
        for (const TestDirector* person : {&m_desk->claire, &m_desk->nadia}) {
            QVERIFY(m_desk->bench.sql(
                QStringLiteral(
                    "INSERT INTO sessions (id, subject, name_sealed, device_key, device_thumbprint, "
                    "signed_in_at, assurance, created_at, last_used_at, expires_at, pivot_sealed) "
                    "VALUES (?, ?, '', '', '', '', 2, '', '', '', 'sealed')"),
                {person->person.sessionId, person->person.subject}));
        }
        const auto kept = [this] {
            return m_desk->bench
                .value(QStringLiteral("SELECT COUNT(*) FROM sessions WHERE pivot_sealed IS NOT NULL"))
                .toInt();
        };
        m_desk->propose(m_desk->claire, m_desk->proposal());
        QCOMPARE(m_desk->answer(m_desk->nadia, QStringLiteral("wrong")).status, 404);
        QCOMPARE(kept(), 2);
        QCOMPARE(m_desk->answer(m_desk->nadia, m_desk->codeSent()).status, 200);
        QCOMPARE(kept(), 1);
    }

    void answer_codeTypedLoosely_isTheSame()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QString code = QStringLiteral(" ") + m_desk->codeSent().toLower().replace(u'-', u' ');
        QCOMPARE(m_desk->answer(m_desk->nadia, code).status, 200);
    }

    void answer_declined_givesNothing()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const auto declined = m_desk->answer(m_desk->nadia, m_desk->codeSent(), DelegationReply::Decline);
        QCOMPARE(DelegationBench::delegationIn(declined).state, DelegationState::Declined);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        QCOMPARE(m_desk->answer(m_desk->nadia, m_desk->codeSent()).status, 404);
    }

    void answer_beforeTheFirstDay_waitsForIt()
    {
        auto terms = m_desk->proposal();
        terms.start = QDate(2026, 11, 25);
        QCOMPARE(m_desk->takenUp(terms).state, DelegationState::Scheduled);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 403);
        m_desk->bench.clock.advance(2LL * 86'400);
        QCOMPARE(m_desk->snapshotOf(m_desk->nadia).status, 200);
        QCOMPARE(m_desk->evidenceLinks(), 2);
        m_desk->runTerms();
        QCOMPARE(m_desk->evidenceLinks(), 3);
        QCOMPARE(m_desk->mailer.mails.size(), 1);
    }

    void answer_strangerWithTheCode_learnsNothingAndEndsIt()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QString code = m_desk->codeSent();
        TestDirector thief(QStringLiteral("Paul Voleur"));
        m_desk->letIn(thief);
        m_desk->know(thief, QStringLiteral("Voleur"), {QStringLiteral("Paul")});
        const auto wrong = m_desk->answer(thief, QStringLiteral("0000-0000-0000-0000"));
        const auto stolen = m_desk->answer(thief, code);
        QCOMPARE(stolen.status, 404);
        QCOMPARE(stolen.body, wrong.body);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(m_desk->answer(thief, code).status, 404);
        }
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Proposed);
        QCOMPARE(m_desk->answer(thief, code).status, 404);
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Lapsed);
        QCOMPARE(m_desk->answer(m_desk->nadia, code).status, 404);
        QCOMPARE(m_desk->snapshot().journal[1].kind, QStringLiteral("delegation.stranger"));
        QCOMPARE(m_desk->evidenceLinks(), 2);
        QCOMPARE(m_desk->bench.value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE kind = 'stranger'"))
                     .toInt(),
                 5);
        QVERIFY(m_desk->chainIsWhole());
    }

    void answer_directorThemselves_isNotADelegate()
    {
        auto terms = m_desk->proposal();
        terms.givenName = QStringLiteral("Claire");
        terms.familyName = QStringLiteral("Fabre");
        m_desk->know(m_desk->claire, QStringLiteral("Fabre"), {QStringLiteral("Claire")});
        m_desk->propose(m_desk->claire, terms);
        QCOMPARE(m_desk->answer(m_desk->claire, m_desk->codeSent()).status, 404);
    }

    void answer_identityForgotten_asksForASignIn()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        m_desk->guard.identities.clear();
        QCOMPARE(m_desk->answer(m_desk->nadia, m_desk->codeSent()).status, 401);
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Proposed);
    }

    void answer_afterFourteenDays_isTooLate()
    {
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QString code = m_desk->codeSent();
        m_desk->bench.clock.advance(14LL * 86'400);
        QCOMPARE(m_desk->answer(m_desk->nadia, code).status, 404);
        QCOMPARE(m_desk->delegations(m_desk->claire)[0].state, DelegationState::Lapsed);
        m_desk->runTerms();
        QCOMPARE(m_desk->evidenceLinks(), 2);
        m_desk->runTerms();
        QCOMPARE(m_desk->evidenceLinks(), 2);
        QVERIFY(m_desk->mailer.mails.constLast().body.contains(QStringLiteral("caduque")));
    }

    void rows_written_appointNobody_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("delegate") << QStringLiteral("UPDATE delegation SET delegate = 'subject-Paul Voleur'");
        QTest::newRow("delegator") << QStringLiteral(
            "UPDATE delegation SET delegator = 'subject-Paul Voleur'");
        QTest::newRow("company") << QStringLiteral("UPDATE delegation SET siren = '000041376'");
        QTest::newRow("identifier") << QStringLiteral("UPDATE delegation SET id = 'another'");
        QTest::newRow("version") << QStringLiteral("UPDATE delegation SET version = 7");
    }
    void rows_written_appointNobody()
    {
        QFETCH(QString, statement);
        m_desk->takenUp();
        TestDirector thief(QStringLiteral("Paul Voleur"));
        m_desk->letIn(thief);
        QVERIFY(m_desk->bench.sql(statement));
        QVERIFY(m_desk->snapshotOf(thief).status >= 400);
        QVERIFY(m_desk->snapshotOf(m_desk->nadia).status >= 400);
    }

    void evidence_changeWithoutLink_isFound()
    {
        m_desk->takenUp();
        QVERIFY(m_desk->chainIsWhole());
        QVERIFY(m_desk->bench.sql(QStringLiteral("UPDATE delegation SET version = 1")));
        const auto report = m_desk->bench.write(
            [&](QSqlDatabase& connection) { return EvidenceCheck(*m_desk->bench.keys).all(connection); });
        QCOMPARE(report.value().faults.size(), 1);
        QCOMPARE(report.value().faults[0].kind, EvidenceFault::Kind::DelegationWithoutLink);
    }

    void decision_ofADelegate_namesTheDelegationInTheEvidence()
    {
        const Delegation delegation = m_desk->takenUp();
        const QString reference = m_desk->deposited();
        const Decision accepted = m_desk->decision(DecisionKind::AcceptRequest, reference, 1);
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(accepted)).status, 201);
        QCOMPARE(m_desk->snapshot().requests[0].decidedBy, QStringLiteral("Nadia Ferrand"));
        const auto links = m_desk->bench.write([&](QSqlDatabase& connection) {
            return EvidenceChain(*m_desk->bench.keys).linksOf(connection, m_desk->company.siren, accepted.id);
        });
        const QJsonObject quality = links.value().constFirst().content[u"quality"].toObject();
        QCOMPARE(quality[u"delegation"].toString(), delegation.terms.id);
        QCOMPARE(quality[u"ceiling"].toString(), QStringLiteral("noAdministratorNorPayment"));
        QCOMPARE(quality[u"function"].toString(), QStringLiteral("Présidente de SAS"));
        QCOMPARE(quality[u"delegator"].toString(), m_desk->claire.person.subject);
        QVERIFY(m_desk->chainIsWhole());
    }

    void decision_onTheDelegatesOwnRequest_isNotAllowed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("their address")
            << QStringLiteral("email") << QStringLiteral("Nadia@Fabre-Filles.example");
        QTest::newRow("their name") << QStringLiteral("name") << QStringLiteral("FERRAND Nadia");
    }
    void decision_onTheDelegatesOwnRequest_isNotAllowed()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        m_desk->takenUp();
        QJsonObject body = DeskBench::depositBody();
        if (member == u"email") {
            body[u"email"] = value;
        } else {
            body[u"familyName"] = value.section(u' ', 0, 0);
            body[u"givenName"] = value.section(u' ', 1);
        }
        const QString reference = DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
        const Decision accepted = m_desk->decision(DecisionKind::AcceptRequest, reference, 1);
        QCOMPARE(m_desk->send(m_desk->nadia, m_desk->nadia.sign(accepted)).status, 403);
    }

private:
    std::unique_ptr<DelegationBench> m_desk;
};

QTEST_GUILESS_MAIN(DelegationsTest)
#include "DelegationsTest.moc"
