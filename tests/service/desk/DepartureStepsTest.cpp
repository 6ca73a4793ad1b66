// SPDX-License-Identifier: MIT
#include "core/jose/Base64Url.h"
#include "service/decisions/ReceiptCheck.h"
#include "tests/service/desk/DepartureBench.h"

#include <QProcess>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

/// What a reader of the PDF would find in it.
QString textOf(const QByteArray& pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
    reader.write(pdf);
    reader.closeWriteChannel();
    return reader.waitForFinished() && reader.exitCode() == 0
               ? QString::fromUtf8(reader.readAllStandardOutput()).simplified()
               : QString();
}

} // namespace

/// What becomes of each account of a departure, whatever its portal does.
class DepartureStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }

    void refused_keepsTheWordsAndIsAskedAgain()
    {
        start({u"impots"_s, u"urssaf"_s});
        portal().patchReply = HttpReply{403, {}, R"({"detail":"Contactez le service."})"};
        m_bench->desk.deliver();
        portal().patchReply.reset();
        m_bench->desk.deliver("urssaf");
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Failed);
        QCOMPARE(m_bench->step(u"impots:LP"_s).portalMessage, u"Contactez le service."_s);
        QCOMPARE(m_bench->departure().state, DepartureState::Running);

        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:LP"_s).status, 201);
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Requested);
        QVERIFY(m_bench->step(u"impots:LP"_s).portalMessage.isEmpty());
        m_bench->desk.deliver();
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
        const QJsonArray steps = receipt()[u"steps"].toArray();
        QCOMPARE(steps.size(), 2);
        for (const QJsonValue step : steps) {
            QVERIFY(!step[u"acknowledgedAt"].toString().isEmpty());
        }
    }

    void silent_isLateAndThenAnswersAfterAll()
    {
        start({u"impots"_s});
        portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.deliver();
        m_bench->turn();
        QVERIFY(!m_bench->step(u"impots:LP"_s).late);
        const qint64 before = m_bench->desk.snapshot().cursor;
        m_bench->desk.bench.clock.advance(3 * 3600 + 1);
        m_bench->turn();
        QVERIFY(m_bench->step(u"impots:LP"_s).late);
        QVERIFY(m_bench->desk.snapshot().cursor > before);
        const qint64 late = m_bench->desk.snapshot().cursor;
        m_bench->turn();
        QCOMPARE(m_bench->desk.snapshot().cursor, late);
        portal().trouble.reset();
        m_bench->desk.deliver();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        QVERIFY(!m_bench->step(u"impots:LP"_s).late);
    }

    void silentForSevenDays_fails()
    {
        start({u"impots"_s});
        portal().trouble = Failure{FailureCode::TimedOut, {}, {}};
        m_bench->desk.bench.clock.advance(8LL * 24 * 3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Failed);
    }

    void gone_beforeThePortalAnswers_isConfirmedByItsData()
    {
        start({u"impots"_s});
        portal().users.removeFirst();
        m_bench->desk.sync();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
        // The answer that comes late changes nothing.
        m_bench->desk.deliver();
        QCOMPARE(m_bench->step(u"impots:LP"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->journalled(u"departure.closed"_s), 1);
    }

    void eventPortal_eachAccountHasItsOwnWord()
    {
        declare({u"P1"_s, u"P2"_s});
        Decision decision = m_bench->start({u"impots"_s});
        decision.departure->items = {m_bench->item(u"prodouane:P1"_s), m_bench->item(u"prodouane:P2"_s)};
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.deliver("prodouane");
        QCOMPARE(portal().events.size(), 2);
        QCOMPARE(m_bench->step(u"prodouane:P1"_s).state, DepartureStepState::Requested);
        QCOMPARE(acknowledge(u"prodouane:P1"_s).status, 200);
        QCOMPARE(acknowledge(u"prodouane:P1"_s).status, 200); // the portal answers twice
        QCOMPARE(m_bench->step(u"prodouane:P1"_s).state, DepartureStepState::Confirmed);

        m_bench->desk.bench.clock.advance(8LL * 24 * 3600);
        m_bench->desk.bench.jobs.run("closures");
        QCOMPARE(m_bench->step(u"prodouane:P1"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->step(u"prodouane:P2"_s).state, DepartureStepState::Failed);
        m_bench->desk.bench.jobs.run("closures");
        QCOMPARE(m_bench->journalled(u"account.closureFailed"_s), 1);
        // Its word comes after all, seven days late.
        m_bench->desk.tokens.clear();
        QCOMPARE(acknowledge(u"prodouane:P2"_s).status, 200);
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void eventPortal_declaredClosedInItsSilence_provesItAfterAll()
    {
        declare({u"P1"_s});
        Decision decision = m_bench->start({u"impots"_s});
        decision.departure->items = {m_bench->item(u"prodouane:P1"_s)};
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.deliver("prodouane");
        m_bench->desk.bench.clock.advance(8LL * 24 * 3600);
        m_bench->desk.bench.jobs.run("closures");
        QCOMPARE(m_bench->decideOn(DecisionKind::DeclareClosed, u"prodouane:P1"_s).status, 201);
        QCOMPARE(m_bench->step(u"prodouane:P1"_s).state, DepartureStepState::DeclaredDone);
        m_bench->desk.tokens.clear();
        QCOMPARE(acknowledge(u"prodouane:P1"_s).status, 200);
        QCOMPARE(m_bench->step(u"prodouane:P1"_s).state, DepartureStepState::Confirmed);
        QCOMPARE(m_bench->account(u"prodouane:P1"_s).state, AccountState::Closed);
    }

    void receipt_ordersWereErased_knowsThePortalsWordsAllTheSame()
    {
        start({u"impots"_s, u"urssaf"_s, u"asp"_s});
        m_bench->desk.deliver();
        m_bench->desk.deliver("urssaf");
        QVERIFY(m_bench->desk.bench.sql(u"DELETE FROM delivery"_s));
        const QJsonArray steps = receipt()[u"steps"].toArray();
        QCOMPARE(steps[0][u"evidence"].toString().size(), 64);
        QCOMPARE(steps[1][u"evidence"].toString().size(), 64);
        QVERIFY(steps[0][u"evidence"].toString() != steps[1][u"evidence"].toString());
    }

    void reason_staysInTheCompanyUntilTheEnd()
    {
        const QString id = start({u"impots"_s, u"asp"_s});
        QCOMPARE(m_bench->tellReason(id, "dismissal").status, 200);
        QCOMPARE(m_bench->departure().reason, LeavingReason::Dismissal);
        QVERIFY(!m_bench->get(receiptPath()).body.contains("dismissal"));
        m_bench->desk.deliver();
        QVERIFY(!m_bench->desk.http.last().body.contains("dismissal"));
        const auto links = m_bench->desk.bench.write([&](QSqlDatabase& connection) {
            return EvidenceChain(*m_bench->desk.bench.keys).links(connection, u"000058263"_s);
        });
        for (const EvidenceLink& link : links.value()) {
            const auto token = link.content[u"signed"].toString().section(u'.', 1, 1).toLatin1();
            QVERIFY(!QJsonDocument(link.content).toJson().contains("dismissal"));
            QVERIFY(!base64url::decode(token).value_or(QByteArray()).contains("dismissal"));
        }
        QVERIFY(!m_bench->desk.logged.contains("dismissal"));
        QCOMPARE(m_bench->decideOn(DecisionKind::DeclareClosed, u"asp:LP"_s).status, 201);
        QCOMPARE(m_bench->departure().state, DepartureState::Closed);
        QCOMPARE(m_bench->departure().reason, LeavingReason::NotSaid);
        QCOMPARE(DepartureBench::problem(m_bench->tellReason(id, "conflict")), u"conflict"_s);
        QCOMPARE(DepartureBench::problem(m_bench->tellReason(id, "boredom")), u"invalid-request"_s);
        QCOMPARE(DepartureBench::problem(m_bench->tellReason(u"nobody"_s, "conflict")), u"not-found"_s);
    }

    void receipt_isForTheDirectorsOfTheCompany()
    {
        start({u"impots"_s, u"asp"_s});
        m_bench->desk.deliver();
        const QJsonObject json = receipt();
        QCOMPARE(json[u"person"].toString(), u"Laurent Petit"_s);
        QCOMPARE(json[u"company"].toString(), u"MENUISERIE FABRE ET FILLES"_s);
        QCOMPARE(json[u"receiptNumber"].toString(), m_bench->departure().receiptNumber);
        QCOMPARE(json[u"evidence"].toString().size(), 64);
        QCOMPARE(json[u"steps"][0][u"state"].toString(), u"confirmed"_s);
        QCOMPARE(json[u"steps"][0][u"evidence"].toString().size(), 64);
        QVERIFY(json[u"steps"][1][u"evidence"].isUndefined());
        const auto pdf = m_bench->get(receiptPath(), {{"accept", "application/pdf"}});
        QVERIFY(pdf.headers.contains({QByteArray("Content-Type"), QByteArray("application/pdf")}));
        const QString text = textOf(pdf.body);
        for (const QString& part :
             {u"Récépissé de départ "_s + m_bench->departure().receiptNumber,
              u"Fermeture des comptes de Laurent Petit, décidée par Claire Fabre le 23/11/2026"_s,
              u"Fermé : confirmé par le portail le 23/11/2026"_s, u"À demander au portail par courrier."_s,
              m_bench->departure().verificationCode}) {
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        }
        QCOMPARE(m_bench->get(u"departures/nobody/receipt"_s).status, 404);
        TestDirector stranger(u"Paul Roux"_s);
        m_bench->desk.guard.people.append(stranger.person);
        QCOMPARE(m_bench->get(receiptPath(), {{"test-subject", stranger.person.subject.toUtf8()}}).status,
                 403);
    }

    void receipt_ofAnAccountOpenedAgain_saysBoth()
    {
        start({u"impots"_s});
        m_bench->desk.deliver();
        QCOMPARE(m_bench->decideOn(DecisionKind::RestoreAccount, u"impots:LP"_s).status, 201);
        m_bench->desk.deliver();
        const QString text = textOf(m_bench->get(receiptPath(), {{"accept", "application/pdf"}}).body);
        QVERIFY2(text.contains(u"puis rouvert le 23/11/2026"_s), qPrintable(text));
    }

    void file_ofTheDecision_provesTheWordsOfEveryPortal()
    {
        const Decision decision = m_bench->start({u"impots"_s, u"urssaf"_s});
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        m_bench->desk.deliver();
        m_bench->desk.deliver("urssaf");
        const auto file = m_bench->get(u"receipts/"_s + decision.id);
        QCOMPARE(file.status, 200);
        const auto proven = checkReceipt(file.body, m_bench->desk.bench.keys->evidenceKeys());
        QVERIFY2(proven.ok(), proven ? "" : qPrintable(proven.failure().detail));
        QCOMPARE(proven.value().decision.departure, decision.departure);
        QCOMPARE(proven.value().additions.size(), 2);
    }

    void database_departure_holdsNoNameInClear()
    {
        const QString id = start({u"impots"_s});
        QCOMPARE(m_bench->tellReason(id, "retirement").status, 200);
        const QByteArray bytes = m_bench->desk.bench.place.writtenBytes(*m_bench->desk.bench.database);
        QVERIFY(!bytes.contains("Laurent"));
        QVERIFY(!bytes.contains("retirement"));
    }

private:
    [[nodiscard]] ScimPortal& portal() { return m_bench->desk.portal; }
    /// The departure of Laurent Petit from these portals, started.
    QString start(const QStringList& portals)
    {
        const Decision decision = m_bench->start(portals);
        return m_bench->desk.decide(decision).status == 201 ? decision.target : QString();
    }
    [[nodiscard]] QString receiptPath() { return u"departures/%1/receipt"_s.arg(m_bench->departure().id); }
    [[nodiscard]] QJsonObject receipt() { return DeskBench::json(m_bench->get(receiptPath())); }
    /// "prodouane" tells its accounts.
    void declare(const QStringList& names)
    {
        QJsonArray accounts;
        for (const QString& name : names) {
            accounts.append(DepartureBench::user(name, u"Laurent Petit"_s));
        }
        const QJsonObject body{{u"siren"_s, u"000058263"_s},
                               {u"kind"_s, u"full"_s},
                               {u"asOf"_s, m_bench->desk.bench.clock.now().toString(Qt::ISODate)},
                               {u"accounts"_s, accounts}};
        const auto answer = m_bench->desk.call(
            "POST", u"/portal/v1/account-declarations"_s, QJsonDocument(body).toJson(),
            {{"authorization", m_bench->desk.token(u"prodouane"_s)}, {"content-type", "application/json"}});
        QCOMPARE(answer.status, 200);
    }
    [[nodiscard]] HttpResponse acknowledge(const QString& account)
    {
        const QString order =
            m_bench->desk.bench.value(u"SELECT id FROM delivery WHERE target = ?"_s, {account}).toString();
        return m_bench->desk.call(
            "POST", u"/portal/v1/closures/%1/acknowledgement"_s.arg(order), R"({"outcome":"closed"})",
            {{"authorization", m_bench->desk.token(u"prodouane"_s)}, {"content-type", "application/json"}});
    }

    std::unique_ptr<DepartureBench> m_bench;
};

QTEST_GUILESS_MAIN(DepartureStepsTest)
#include "DepartureStepsTest.moc"
