// SPDX-License-Identifier: MIT
#include "service/contact_email/ContactEmailRoutes.h"

#include "service/contact_email/EmailVerifier.h"
#include "service/contact_email/SireneCourier.h"
#include "service/http/Router.h"
#include "service/registries/InseeClient.h"
#include "tests/service/registries/ScriptedHttpClient.h"
#include "tests/service/support/Neighbours.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Who may change the contact e-mail; ContactEmailTest is about what follows.
class ContactEmailRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_weakSignIn_sendsNoCode()
    {
        ServiceBench bench;
        RecordingMailer mailer;
        ScriptedHttpClient http{[](const OutgoingRequest&) { return HttpReply{503, {}, {}}; }};
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
        OpenGuard guard;
        OneCompany company;
        const TestDirector claire{u"Claire Fabre"_s};
        guard.people = {claire.person};
        company.directors = {claire.person.subject};
        Router router;
        addContactEmailRoutes(router, guard, company, verifier, courier);
        HttpRequest request;
        request.method = "POST";
        request.path = u"/v1/companies/000058263/contact-email/verifications"_s;
        request.headers = {{"test-subject", claire.person.subject.toUtf8()},
                           {"content-type", "application/json"}};
        request.body = R"({"address":"direction@fabre-filles.example"})";
        guard.strong = false;
        const HttpResponse weak = router.dispatch(request);
        QCOMPARE(weak.status, 401);
        QVERIFY(weak.body.contains("strong-sign-in-needed"));
        QVERIFY(mailer.mails.isEmpty());
        guard.strong = true;
        QCOMPARE(router.dispatch(request).status, 201);
        QCOMPARE(mailer.mails.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ContactEmailRoutesTest)
#include "ContactEmailRoutesTest.moc"
