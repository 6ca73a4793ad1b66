// SPDX-License-Identifier: MIT
#include "core/sync/DefaultAccountNoteDesk.h"
#include "core/sync/DefaultCompanyDesk.h"
#include "core/sync/DefaultContactEmailDesk.h"
#include "core/sync/DefaultDepartureDesk.h"
#include "core/sync/DefaultDeviceDesk.h"
#include "tests/core/protocol/Samples.h"
#include "tests/tools/AnswerProbe.h"
#include "tests/tools/ClientRig.h"

#include <QTemporaryDir>

using namespace proconnect;

namespace {

class AnyToken final : public AccessTokens
{
public:
    void withToken(QObject*, std::function<void(Outcome<AccessToken>)> done) override
    {
        done(AccessToken{"token", m_key});
    }
    void discard(const QByteArray&) override {}
    void endSession(const Failure&) override {}

private:
    Jwk m_key = Jwk::generateP256().value();
};

} // namespace

class DesksTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    AnyToken m_tokens;
    SirenNumber m_siren = *SirenNumber::parse(u"000058263");
    // No sign-in happens in these tests.
    MemorySecretStore m_secrets;
    QTemporaryDir m_directory;
    ClientRig m_rig{QUrl(QStringLiteral("http://127.0.0.1:1")), m_secrets, m_directory.path(), m_clock};
    SignInRenewal m_renewal{m_rig.session};

private Q_SLOTS:
    void devices_listAndEnd_areTheServicesWord()
    {
        const DeviceSessions both{{{QStringLiteral("one"), QStringLiteral("bureau"), samples::instant(),
                                    samples::instant(), true}}};
        ScriptedServer server([&](const auto&) { return ScriptedServer::json(200, toJson(both)); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultDeviceDesk desk(api);
        AnswerProbe<Outcome<DeviceSessions>> listed;
        desk.list(&listed, listed.callback());
        QVERIFY(listed.arrived());
        QCOMPARE(listed.answer().value(), both);
        AnswerProbe<Outcome<DeviceSessions>> ended;
        desk.end(QStringLiteral("one"), &ended, ended.callback());
        QVERIFY(ended.arrived());
        QCOMPARE(server.requests()[0].path, QByteArray("/v1/sessions"));
        QCOMPARE(server.requests()[1].method, QByteArray("POST"));
        QCOMPARE(server.requests()[1].path, QByteArray("/v1/sessions/one/end"));
    }

    void notes_ofAccounts_goToTheirCompany()
    {
        const SetAside aside = samples::snapshot().setAside.first();
        const PersonLink link = samples::snapshot().personLinks.first();
        ScriptedServer server([&](const auto& request) {
            return ScriptedServer::json(200,
                                        request.path.endsWith("person-links") ? toJson(link) : toJson(aside));
        });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultAccountNoteDesk desk(api, m_renewal);
        AnswerProbe<Outcome<SetAside>> kept;
        desk.setAside(m_siren.digits(), {aside.account, aside.kind, aside.reason, aside.until}, &kept,
                      kept.callback());
        QVERIFY(kept.arrived());
        QCOMPARE(kept.answer().value(), aside);
        AnswerProbe<Outcome<PersonLink>> linked;
        desk.link(m_siren.digits(), {link.addresses, link.same}, &linked, linked.callback());
        QVERIFY(linked.arrived());
        QCOMPARE(linked.answer().value(), link);
        QCOMPARE(server.requests()[0].method, QByteArray("POST"));
        QCOMPARE(server.requests()[0].path,
                 "/v1/companies/" + m_siren.digits().toLatin1() + "/findings-set-aside");
        QCOMPARE(server.requests()[1].path, "/v1/companies/" + m_siren.digits().toLatin1() + "/person-links");
    }

    void accountFile_inPages_goesPageByPage()
    {
        int calls = 0;
        ScriptedServer server([&calls](const auto&) {
            ++calls;
            return ScriptedServer::json(200, toJson(AccountFileTaken{calls, calls == 1, 2 - calls}));
        });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultAccountNoteDesk desk(api, m_renewal);
        const QDateTime asOf(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
        const AccountFileOrder order{QStringLiteral("asp"), asOf, QStringLiteral("s1"), {"one", "two"}};
        AnswerProbe<Outcome<AccountFileTaken>> taken;
        desk.handIn(m_siren.digits(), order, &taken, taken.callback());
        QVERIFY(taken.arrived());
        QCOMPARE(taken.answer().value(), (AccountFileTaken{3, true, 0}));
        QCOMPARE(server.requests().size(), 2);
        const QByteArray path = "/v1/companies/000058263/account-files/asp?asOf=2026-11-22T10:00:00Z";
        QCOMPARE(server.requests()[0].path, path + "&series=s1&number=1&of=2");
        QCOMPARE(server.requests()[0].headers.value("content-type"), QByteArray("text/csv; charset=utf-8"));
        QCOMPARE(server.requests()[0].body, QByteArray("one"));
        QCOMPARE(server.requests()[1].path, path + "&series=s1&number=2&of=2");
        QCOMPARE(server.requests()[1].body, QByteArray("two"));
        AnswerProbe<Outcome<AccountFileTaken>> alone;
        desk.handIn(m_siren.digits(), {order.portal, asOf, order.series, {"one"}}, &alone, alone.callback());
        QVERIFY(alone.arrived());
        QCOMPARE(server.requests()[2].path, path);
        AnswerProbe<Outcome<AccountFileTaken>> instead;
        const AccountFileOrder older{order.portal, asOf, order.series, {"one"}, asOf.addMSecs(3'600'250)};
        desk.handIn(m_siren.digits(), older, &instead, instead.callback());
        QVERIFY(instead.arrived());
        QCOMPARE(server.requests()[3].path, path + "&replaces=2026-11-22T11:00:00.250Z");
    }

    void accountFile_pagesPushedOut_areSentOnceMore_data()
    {
        QTest::addColumn<int>("leftOnceMore");
        QTest::addColumn<bool>("taken");
        QTest::newRow("all are there then") << 0 << true;
        QTest::newRow("not then either") << 1 << false;
    }

    void accountFile_pagesPushedOut_areSentOnceMore()
    {
        QFETCH(int, leftOnceMore);
        QFETCH(bool, taken);
        int calls = 0;
        ScriptedServer server([&](const auto&) {
            return ScriptedServer::json(200,
                                        toJson(AccountFileTaken{1, true, ++calls < 4 ? 1 : leftOnceMore}));
        });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultAccountNoteDesk desk(api, m_renewal);
        AnswerProbe<Outcome<AccountFileTaken>> answer;
        desk.handIn(m_siren.digits(),
                    {QStringLiteral("asp"), samples::instant(), QStringLiteral("s1"), {"one", "two"}},
                    &answer, answer.callback());
        QVERIFY(answer.arrived());
        QCOMPARE(answer.answer().ok(), taken);
        QCOMPARE(server.requests().size(), 4);
        QCOMPARE(server.requests()[2].body, QByteArray("one"));
    }

    void accountFile_refusedPage_endsIt()
    {
        ScriptedServer server([](const auto&) {
            return ScriptedServer::problem(409, "conflict", QStringLiteral("2026-11-22T11:00:00Z"));
        });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultAccountNoteDesk desk(api, m_renewal);
        AnswerProbe<Outcome<AccountFileTaken>> taken;
        desk.handIn(m_siren.digits(), {QStringLiteral("asp"), samples::instant(), {}, {"one", "two"}}, &taken,
                    taken.callback());
        QVERIFY(taken.arrived());
        QCOMPARE(taken.answer().failure().code, FailureCode::Conflict);
        QCOMPARE(taken.answer().failure().argument, QStringLiteral("2026-11-22T11:00:00Z"));
        QCOMPARE(server.requests().size(), 1);
    }

    void departures_reasonAndPapers_goToTheirCompany()
    {
        ScriptedServer server([](const auto& request) -> QByteArray {
            if (request.method == "PUT") {
                return ScriptedServer::json(200, toJson(DepartureReason{LeavingReason::Retirement}));
            }
            return ScriptedServer::answer(200, "%PDF-1.4 paper", "application/pdf");
        });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultDepartureDesk desk(api);
        const QString id = QStringLiteral("5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10");
        AnswerProbe<Outcome<Done>> told;
        desk.tellReason(m_siren.digits(), id, LeavingReason::Retirement, &told, told.callback());
        QVERIFY(told.arrived());
        QVERIFY(told.answer().ok());
        AnswerProbe<Outcome<QByteArray>> receipt;
        desk.receipt(m_siren.digits(), id, DepartureDesk::Form::Pdf, &receipt, receipt.callback());
        QVERIFY(receipt.arrived());
        QCOMPARE(receipt.answer().value(), QByteArray("%PDF-1.4 paper"));
        AnswerProbe<Outcome<QByteArray>> letter;
        desk.closureLetter(m_siren.digits(), QStringLiteral("asp:A&B"), &letter, letter.callback());
        QVERIFY(letter.arrived());
        QVERIFY(letter.answer().ok());
        AnswerProbe<Outcome<QByteArray>> json; // the same answer is no JSON
        desk.receipt(m_siren.digits(), id, DepartureDesk::Form::Json, &json, json.callback());
        QVERIFY(json.arrived());
        QCOMPARE(json.answer().failure().code, FailureCode::BadReply);
        const QByteArray departure = "/v1/companies/000058263/departures/" + id.toLatin1();
        QCOMPARE(server.requests()[0].path, departure + "/reason");
        QCOMPARE(server.requests()[0].json()[QLatin1String("reason")].toString(),
                 QStringLiteral("retirement"));
        QCOMPARE(server.requests()[1].path, departure + "/receipt");
        QVERIFY(server.requests()[1].headers.value("accept").startsWith("application/pdf"));
        QCOMPARE(server.requests()[2].path,
                 QByteArray("/v1/companies/000058263/closure-letter?account=asp%3AA%26B"));
    }

    void check_answer_isTheRegistersWord()
    {
        CompanyCheck check;
        check.siren = m_siren.digits();
        check.result = CheckResult::NotDirector;
        check.checkedAt = samples::instant();
        ScriptedServer server([&](const auto&) { return ScriptedServer::json(200, toJson(check)); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultCompanyDesk desk(api, m_renewal);
        AnswerProbe<Outcome<CompanyCheck>> probe;
        desk.check(m_siren, &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().value(), check);
        QCOMPARE(server.requests()[0].path, QByteArray("/v1/company-checks"));
        QCOMPARE(server.requests()[0].json()[QLatin1String("siren")].toString(), m_siren.digits());
    }

    void sendReview_answer_isTheTransmission()
    {
        const ReviewTransmission sent{QStringLiteral("EX-2026-000123"), QStringLiteral("a@b.example"),
                                      samples::instant()};
        ScriptedServer server([&](const auto&) { return ScriptedServer::json(200, toJson(sent)); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultCompanyDesk desk(api, m_renewal);
        AnswerProbe<Outcome<ReviewTransmission>> probe;
        desk.sendReview(sent.reference, sent.replyTo, &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().value(), sent);
        QCOMPARE(server.requests()[0].path, QByteArray("/v1/review-cases/EX-2026-000123/transmission"));
        QCOMPARE(server.requests()[0].json()[QLatin1String("replyTo")].toString(), sent.replyTo);
    }

    void readReceipts_answer_isThePersonsOwn()
    {
        ScriptedServer server(
            [](const auto&) { return ScriptedServer::json(200, toJson(samples::ownReceipts())); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultCompanyDesk desk(api, m_renewal);
        AnswerProbe<Outcome<OwnReceipts>> probe;
        desk.readReceipts(m_siren, &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().value(), samples::ownReceipts());
        QCOMPARE(server.requests()[0].path, QByteArray("/v1/companies/000058263/receipts"));
    }

    void readReceiptFile_answer_isKeptByteByByte()
    {
        const QByteArray file = "{\"links\" : [ 1.0 ]}\n";
        ScriptedServer server(
            [&](const auto&) { return ScriptedServer::json(200, QJsonDocument::fromJson(file).object()); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultCompanyDesk desk(api, m_renewal);
        AnswerProbe<Outcome<QByteArray>> probe;
        desk.readReceiptFile(m_siren, QStringLiteral("0f8fad5b"), &probe, probe.callback());
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(QJsonDocument::fromJson(probe.answer().value()), QJsonDocument::fromJson(file));
        QCOMPARE(server.requests()[0].path, QByteArray("/v1/companies/000058263/receipts/0f8fad5b"));
    }

    void attach_success_isTold()
    {
        ScriptedServer server(
            [](const auto&) { return ScriptedServer::json(201, toJson(samples::company())); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultCompanyDesk desk(api, m_renewal);
        QSignalSpy attached(&desk, &DefaultCompanyDesk::attached);
        AnswerProbe<Outcome<Company>> probe;
        desk.attach(m_siren, &probe, probe.callback());
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(attached.size(), 1);
    }

    void attach_refused_isNotTold()
    {
        ScriptedServer server([](const auto&) { return ScriptedServer::problem(403, "not-director"); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultCompanyDesk desk(api, m_renewal);
        QSignalSpy attached(&desk, &DefaultCompanyDesk::attached);
        AnswerProbe<Outcome<Company>> probe;
        desk.attach(m_siren, &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().failure().code, FailureCode::NotDirector);
        QCOMPARE(attached.size(), 0);
    }

    void confirm_wrongCode_tellsTheTriesLeft()
    {
        ScriptedServer server(
            [](const auto&) { return ScriptedServer::problem(422, "code-wrong", QStringLiteral("3")); });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultContactEmailDesk desk(api, m_renewal);
        AnswerProbe<Outcome<Done>> probe;
        const EmailVerification verification{QStringLiteral("v/1"), QStringLiteral("a@b.example"),
                                             samples::instant(), 4};
        desk.confirm(m_siren.digits(), verification, QStringLiteral("123456"), &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().failure().code, FailureCode::CodeWrong);
        QCOMPARE(probe.answer().failure().argument, QStringLiteral("3"));
    }

    void sendCode_thenConfirm_usesTheServicesIds()
    {
        const EmailVerification verification{QStringLiteral("v1"), QStringLiteral("a@b.example"),
                                             samples::instant(), 5};
        ScriptedServer server([&](const ScriptedServer::Request& request) {
            return request.json().contains(QLatin1String("address"))
                       ? ScriptedServer::json(201, toJson(verification))
                       : ScriptedServer::json(200, toJson(samples::snapshot().contactEmail));
        });
        HttpChannel channel(server.url(), m_clock);
        ApiClient api(channel, m_tokens);
        DefaultContactEmailDesk desk(api, m_renewal);
        QSignalSpy confirmed(&desk, &DefaultContactEmailDesk::confirmed);
        AnswerProbe<Outcome<EmailVerification>> sent;
        desk.sendCode(m_siren.digits(), verification.address, &sent, sent.callback());
        QVERIFY(sent.arrived());
        QCOMPARE(sent.answer().value(), verification);
        AnswerProbe<Outcome<Done>> done;
        desk.confirm(m_siren.digits(), sent.answer().value(), QStringLiteral("123456"), &done,
                     done.callback());
        QVERIFY(done.arrived());
        QVERIFY(done.answer().ok());
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(server.requests()[1].path,
                 QByteArray("/v1/companies/000058263/contact-email/verifications/v1"));
    }
};

QTEST_GUILESS_MAIN(DesksTest)
#include "DesksTest.moc"
