// SPDX-License-Identifier: MIT
#include "service/contact_email/EmailVerifier.h"
#include "service/contact_email/SireneCourier.h"
#include "service/registries/InseeClient.h"
#include "tests/service/registries/ScriptedHttpClient.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QString subject = u"subject-1"_s;
const QString siren = u"000058263"_s;
const QString address = u"direction@fabre-filles.example"_s;
const std::string job = "sirene-contact-email";

/// The verifier and the courier, before an Insee whose answers the test decides.
struct Desk
{
    ServiceBench bench;
    RecordingMailer mailer;
    int putStatus = 200;
    int getStatus = 200;
    QByteArray held =
        R"({"adresse":"bernard@fabre-filles.example","dateEnregistrement":"2022-02-19T01:00:00Z"})";
    ScriptedHttpClient http{[this](const OutgoingRequest& request) -> Outcome<HttpReply> {
        if (request.method == "POST") {
            return HttpReply{200, {}, R"({"access_token":"t","expires_in":3600})"};
        }
        return HttpReply{request.method == "PUT" ? putStatus : getStatus, {}, held};
    }};
    InseeClient insee{http, bench.clock, RegistryConfig{}};
    SireneMailbox mailbox{insee};
    SireneCourier courier{*bench.database,           *bench.keys, bench.clock, bench.jobs, mailer,
                          MailTexts::load().value(), mailbox};
    EmailVerifier verifier{*bench.database,
                           *bench.keys,
                           bench.clock,
                           mailer,
                           MailTexts::load().value(),
                           ContactAddressRules::load().value(),
                           [] { return u"123456"_s; }};

    [[nodiscard]] ContactEmail stored()
    {
        ContactEmailStore store(*bench.keys);
        return bench.database
            ->read<ContactEmail>([&](QSqlDatabase& connection) { return store.of(connection, siren); })
            .value();
    }
    [[nodiscard]] QString started(const QString& wanted = address)
    {
        return verifier.start(subject, siren, wanted).value().id;
    }
    [[nodiscard]] QList<JournalLine> journal()
    {
        return bench.database
            ->read<QList<JournalLine>>([this](QSqlDatabase& connection) {
                return Journal(*bench.keys).latest(connection, siren, 20);
            })
            .value();
    }
    [[nodiscard]] Outcome<ContactEmail> confirm(const QString& id, const QString& code = u"123456"_s)
    {
        return verifier.confirm({subject, u"Claire Fabre"_s}, siren, id, code);
    }
};

} // namespace

class ContactEmailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_eachAddress_isJudged_data();
    void accepted_eachAddress_isJudged();
    void start_goodAddress_sendsTheCodeOnlyThere();
    void start_sixthCodeWithinTheHour_isRefused();
    void start_again_makesTheFirstCodeUseless();
    void confirm_rightCode_ordersTheChange();
    void confirm_wrongCode_countsDownAndThenCloses();
    void confirm_afterThirtyMinutes_isExpired();
    void confirm_someoneElse_findsNothing();
    void confirm_twice_ordersOnce();
    void courier_recorded_tellsOldAndNewAddress();
    void courier_sireneUnavailable_triesAgainLater();
    void courier_rejected_keepsTheOldAddress();
    void courier_takenForLater_waitsUntilItIsRead();
    void start_whileAProvenOneIsOnItsWay_doesNotDropIt();
    void confirm_anotherAddress_takesTheOlderOrdersPlace();
    void courier_recorded_isInTheJournalWithWhoAsked();
    void readCurrent_unavailable_changesNothing();
    void secureCode_isSixDigits();
};

void ContactEmailTest::accepted_eachAddress_isJudged_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<FailureCode>("failure");
    const auto good = [](const char* name, const QString& text, const QString& kept) {
        QTest::newRow(name) << text << kept << FailureCode::Internal;
    };
    const auto bad = [](const char* name, const QString& text, FailureCode code = FailureCode::EmailInvalid) {
        QTest::newRow(name) << text << QString() << code;
    };
    good("plain", u"direction@fabre-filles.example"_s, u"direction@fabre-filles.example"_s);
    good("spaces around, capital domain", u" Jean.Petit+x@Fabre.FR "_s, u"Jean.Petit+x@fabre.fr"_s);
    good("exactly 110", QString(60, u'a') + u'@' + QString(45, u'b') + u".fr"_s + u"x"_s,
         QString(60, u'a') + u'@' + QString(45, u'b') + u".frx"_s);
    bad("111 characters", QString(61, u'a') + u'@' + QString(45, u'b') + u".frx"_s,
        FailureCode::EmailTooLong);
    bad("a million characters", QString(1'000'000, u'a'), FailureCode::EmailTooLong);
    bad("empty", QString());
    bad("no at sign", u"direction.example"_s);
    bad("two at signs", u"a@b@c.fr"_s);
    bad("no dot in the domain", u"a@localhost"_s);
    bad("local part of 64", QString(64, u'a') + u"@b.fr"_s);
    bad("double dot", u"a..b@c.fr"_s);
    bad("trailing dot", u"a@c.fr."_s);
    bad("hyphen at the end of a label", u"a@c-.fr"_s);
    bad("address literal", u"a@[127.0.0.1]"_s);
    bad("numeric top level", u"a@127.0.0.1"_s);
    bad("line end", u"a@c.fr\r\nBcc: x@y.fr"_s);
    bad("name and brackets", u"X <a@c.fr>"_s);
    bad("quoted local part", u"\"a b\"@c.fr"_s);
    bad("invisible character", u"a\u200B@c.fr"_s);
    bad("disposable", u"a@yopmail.com"_s, FailureCode::EmailDisposable);
    bad("disposable sub-domain", u"a@x.Mailinator.com"_s, FailureCode::EmailDisposable);
    good("ends like a disposable domain", u"a@notyopmail.com"_s, u"a@notyopmail.com"_s);
}

void ContactEmailTest::accepted_eachAddress_isJudged()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(FailureCode, failure);
    const auto result = ContactAddressRules::load().value().accepted(text);
    QCOMPARE(result.ok(), !address.isEmpty());
    if (result) {
        QCOMPARE(result.value(), address);
    } else {
        QCOMPARE(result.failure().code, failure);
    }
}

void ContactEmailTest::start_goodAddress_sendsTheCodeOnlyThere()
{
    Desk desk;
    const auto verification = desk.verifier.start(subject, siren, address);
    QCOMPARE(verification.value().triesLeft, 5);
    QCOMPARE(verification.value().expiresAt, desk.bench.clock.now().addSecs(1800));
    QCOMPARE(desk.mailer.mails.size(), 1);
    QCOMPARE(desk.mailer.mails[0].to, address);
    QVERIFY(desk.mailer.mails[0].body.contains(u"123456"_s));
    QVERIFY(!desk.mailer.mails[0].subject.contains(u"123456"_s));
    QCOMPARE(desk.stored().pendingState, EmailState::DeclaredNotVerified);
    QCOMPARE(desk.stored().pendingAddress, address);
    const QString row = desk.bench.value(u"SELECT code_hash || content FROM email_verification"_s).toString();
    QVERIFY(!row.contains(u"123456"_s) && !row.contains(u"fabre"_s));
}

void ContactEmailTest::start_sixthCodeWithinTheHour_isRefused()
{
    Desk desk;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(desk.verifier.start(subject, siren, address).ok());
    }
    QCOMPARE(desk.verifier.start(subject, siren, address).failure().code, FailureCode::TooManyRequests);
    QCOMPARE(desk.mailer.mails.size(), 5);
    desk.bench.clock.advance(3601);
    QVERIFY(desk.verifier.start(subject, siren, address).ok());
}

void ContactEmailTest::start_again_makesTheFirstCodeUseless()
{
    Desk desk;
    const QString first = desk.started();
    const QString second = desk.started();
    QCOMPARE(desk.confirm(first).failure().code, FailureCode::CodeExpired);
    QVERIFY(desk.confirm(second).ok());
}

void ContactEmailTest::confirm_rightCode_ordersTheChange()
{
    Desk desk;
    const auto email = desk.confirm(desk.started(), u" 123456 "_s);
    QCOMPARE(email.value().pendingState, EmailState::Verified);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM email_order"_s).toInt(), 1);
}

void ContactEmailTest::confirm_wrongCode_countsDownAndThenCloses()
{
    Desk desk;
    const QString id = desk.started();
    for (int left = 4; left >= 1; --left) {
        const auto wrong = desk.confirm(id, u"000000"_s);
        QCOMPARE(wrong.failure().code, FailureCode::CodeWrong);
        QCOMPARE(wrong.failure().argument, QString::number(left));
    }
    QCOMPARE(desk.confirm(id, u"000000"_s).failure().code, FailureCode::CodeTriesExhausted);
    QCOMPARE(desk.confirm(id).failure().code, FailureCode::CodeTriesExhausted);
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM email_order"_s).toInt(), 0);
}

void ContactEmailTest::confirm_afterThirtyMinutes_isExpired()
{
    Desk desk;
    const QString id = desk.started();
    desk.bench.clock.advance(1800);
    QCOMPARE(desk.confirm(id).failure().code, FailureCode::CodeExpired);
}

void ContactEmailTest::confirm_someoneElse_findsNothing()
{
    Desk desk;
    const QString id = desk.started();
    QCOMPARE(desk.verifier.confirm({u"subject-2"_s, {}}, siren, id, u"123456"_s).failure().code,
             FailureCode::NotFound);
    QCOMPARE(desk.verifier.confirm({subject, {}}, u"000041376"_s, id, u"123456"_s).failure().code,
             FailureCode::NotFound);
}

void ContactEmailTest::confirm_twice_ordersOnce()
{
    Desk desk;
    const QString id = desk.started();
    QVERIFY(desk.confirm(id).ok());
    QVERIFY(desk.confirm(id).ok());
    QCOMPARE(desk.bench.value(u"SELECT count(*) FROM email_order"_s).toInt(), 1);
}

void ContactEmailTest::courier_recorded_tellsOldAndNewAddress()
{
    Desk desk;
    desk.courier.readCurrent(siren);
    QCOMPARE(desk.stored().address, u"bernard@fabre-filles.example"_s);
    QCOMPARE(desk.stored().state, EmailState::RecordedInSirene);
    QVERIFY(desk.confirm(desk.started()).ok());
    desk.mailer.mails.clear();

    desk.bench.jobs.run(job);

    QCOMPARE(desk.http.last().method, QByteArray("PUT"));
    QVERIFY(desk.http.last().body.contains(address.toUtf8()));
    QCOMPARE(desk.stored().address, address);
    QCOMPARE(desk.stored().state, EmailState::RecordedInSirene);
    QVERIFY(desk.stored().pendingAddress.isEmpty());
    QCOMPARE(desk.mailer.mails.size(), 2);
    QCOMPARE(desk.mailer.mails[0].to, u"bernard@fabre-filles.example"_s);
    QVERIFY(desk.mailer.mails[0].body.contains(address));
    QCOMPARE(desk.mailer.mails[1].to, address);
    desk.bench.clock.advance(3600);
    desk.bench.jobs.run(job);
    QCOMPARE(desk.mailer.mails.size(), 2);
}

void ContactEmailTest::courier_sireneUnavailable_triesAgainLater()
{
    Desk desk;
    desk.putStatus = 500;
    QVERIFY(desk.confirm(desk.started()).ok());
    desk.bench.jobs.run(job);
    desk.bench.jobs.run(job);
    QCOMPARE(desk.http.count(u"/mel"_s), 1);
    QCOMPARE(desk.stored().pendingState, EmailState::Verified);
    desk.putStatus = 204;
    desk.bench.clock.advance(10);
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().address, address);
}

void ContactEmailTest::courier_rejected_keepsTheOldAddress()
{
    Desk desk;
    desk.courier.readCurrent(siren);
    desk.putStatus = 422;
    QVERIFY(desk.confirm(desk.started()).ok());
    desk.mailer.mails.clear();
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().address, u"bernard@fabre-filles.example"_s);
    QCOMPARE(desk.stored().pendingState, EmailState::RejectedBySirene);
    QVERIFY(desk.mailer.mails.isEmpty());
}

void ContactEmailTest::courier_takenForLater_waitsUntilItIsRead()
{
    Desk desk;
    desk.putStatus = 202;
    QVERIFY(desk.confirm(desk.started()).ok());
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().pendingState, EmailState::SentToSirene);
    desk.bench.clock.advance(10);
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().pendingState, EmailState::SentToSirene);
    desk.held = "{\"adresse\":\"" + address.toUtf8() + "\"}";
    desk.bench.clock.advance(20);
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().address, address);
    QCOMPARE(desk.stored().state, EmailState::RecordedInSirene);
}

void ContactEmailTest::start_whileAProvenOneIsOnItsWay_doesNotDropIt()
{
    Desk desk;
    desk.putStatus = 500;
    QVERIFY(desk.confirm(desk.started()).ok());
    desk.bench.jobs.run(job);
    const QString typed = desk.started(u"autre@fabre-filles.example"_s);
    QCOMPARE(desk.stored().pendingAddress, address);
    QCOMPARE(desk.stored().pendingState, EmailState::Verified);
    desk.putStatus = 422;
    desk.bench.clock.advance(10);
    desk.bench.jobs.run(job); // a refusal of it is still told
    QCOMPARE(desk.stored().pendingAddress, address);
    QCOMPARE(desk.stored().pendingState, EmailState::RejectedBySirene);
    desk.putStatus = 200;
    QVERIFY(desk.confirm(typed).ok());
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().address, u"autre@fabre-filles.example"_s);
}

void ContactEmailTest::confirm_anotherAddress_takesTheOlderOrdersPlace()
{
    Desk desk;
    desk.putStatus = 500;
    QVERIFY(desk.confirm(desk.started()).ok());
    for (int attempt = 0; attempt < 4; ++attempt) { // the next one is more than a minute away
        desk.bench.jobs.run(job);
        desk.bench.clock.advance(10 << attempt);
    }
    const auto puts = desk.http.count(u"/mel"_s);
    desk.putStatus = 200;
    QVERIFY(desk.confirm(desk.started(u"autre@fabre-filles.example"_s)).ok());
    desk.bench.jobs.run(job);
    desk.bench.clock.advance(7200);
    desk.bench.jobs.run(job);
    QCOMPARE(desk.stored().address, u"autre@fabre-filles.example"_s);
    QCOMPARE(desk.http.count(u"/mel"_s), puts + 1);
    QVERIFY(!desk.http.last().body.contains(address.toUtf8()));
}

void ContactEmailTest::courier_recorded_isInTheJournalWithWhoAsked()
{
    Desk desk;
    QVERIFY(desk.confirm(desk.started()).ok());
    QVERIFY(desk.journal().isEmpty()); // SIRENE has not recorded it yet
    desk.bench.jobs.run(job);
    QCOMPARE(desk.journal().size(), 1);
    QCOMPARE(desk.journal().constFirst().kind, u"contactEmail.recorded"_s);
    QCOMPARE(desk.journal().constFirst().actor, u"Claire Fabre"_s);
    QCOMPARE(desk.journal().constFirst().at, desk.bench.clock.now());
}

void ContactEmailTest::readCurrent_unavailable_changesNothing()
{
    Desk desk;
    desk.courier.readCurrent(siren);
    desk.getStatus = 500;
    desk.courier.readCurrent(siren);
    QCOMPARE(desk.stored().address, u"bernard@fabre-filles.example"_s);
    desk.getStatus = 404;
    desk.courier.readCurrent(siren);
    QCOMPARE(desk.stored().state, EmailState::Absent);
}

void ContactEmailTest::secureCode_isSixDigits()
{
    for (int i = 0; i < 1000; ++i) {
        const QString code = EmailVerifier::secureCode();
        QCOMPARE(code.size(), 6);
        QVERIFY(std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }));
    }
}

QTEST_GUILESS_MAIN(ContactEmailTest)
#include "ContactEmailTest.moc"
