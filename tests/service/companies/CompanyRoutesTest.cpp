// SPDX-License-Identifier: MIT
#include "service/companies/CompanyRoutes.h"

#include "service/http/Router.h"
#include "service/quotas/CallQuota.h"
#include "tests/service/support/Neighbours.h"
// After its neighbours: its names would otherwise be hidden by theirs.
#include "tests/service/companies/CompaniesBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QString checks = u"/v1/company-checks"_s;
const QString companies = u"/v1/companies"_s;

using Change = std::function<void(Desk&)>;

OfficerRecord& inOffice(Desk& desk)
{
    return desk.rne.answer.value().officers[0];
}

/// The routes before the desk, for two people of whom the register knows neither.
struct Gate
{
    Desk desk;
    OpenGuard guard;
    CallQuota quota{*desk.bench.database, desk.bench.clock, u"company-checks"_s, std::chrono::hours(1)};
    Router router;
    TestDirector claire{u"Claire Fabre"_s};
    TestDirector karim{u"Karim Messaoudi"_s};

    Gate()
    {
        desk.rne.answer = rneAnswer({successor()});
        for (const TestDirector& person : {claire, karim}) {
            guard.people.append(person.person);
            guard.identities.insert(person.person.subject, service::claire());
        }
        addCompanyRoutes(router, guard, desk.checker, quota, [](const QString&) {});
    }
    [[nodiscard]] HttpResponse call(const TestDirector& person, const QString& path,
                                    const QString& company = siren)
    {
        HttpRequest request;
        request.method = "POST";
        request.path = path;
        request.headers = {{"test-subject", person.person.subject.toUtf8()},
                           {"content-type", "application/json"}};
        request.body = QJsonDocument(QJsonObject{{u"siren"_s, company}}).toJson();
        return router.dispatch(request);
    }
};

} // namespace

Q_DECLARE_METATYPE(Change)

class CompanyRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_beyondThePersonsQuota_areRefusedUntilTheNextHour()
    {
        Gate gate;
        for (int i = 0; i < checksAnHour; ++i) {
            QCOMPARE(gate.call(gate.claire, checks).status, 200);
        }
        const int before = gate.desk.rne.lookups;
        const HttpResponse refused = gate.call(gate.claire, checks);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.contains({"Retry-After", "1800"}));
        QCOMPARE(gate.call(gate.claire, companies).status, 429);
        QCOMPARE(gate.desk.rne.lookups, before);
        QCOMPARE(gate.call(gate.karim, checks).status, 200);
        gate.desk.bench.clock.advance(1800);
        QCOMPARE(gate.call(gate.claire, checks).status, 200);
    }

    void attaching_consultsTheRegisters_countsToo()
    {
        Gate gate;
        for (int i = 0; i < checksAnHour; ++i) {
            QCOMPARE(gate.call(gate.claire, companies).status, 403);
        }
        QCOMPARE(gate.call(gate.claire, checks).status, 429);
    }

    void checks_mistypedSiren_countNothing()
    {
        Gate gate;
        for (int i = 0; i <= checksAnHour; ++i) {
            QCOMPARE(gate.call(gate.claire, checks, u"000058264"_s).status, 422);
        }
        QCOMPARE(gate.call(gate.claire, checks).status, 200);
    }

    void checks_doubtsOfEveryKind_areOneAnswer_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
        row("family name", [](Desk& desk) { inOffice(desk).familyName = u"FABER"_s; });
        row("use name", [](Desk& desk) {
            inOffice(desk).familyName = u"MARCHAND"_s;
            inOffice(desk).usageName = u"FABRE"_s;
        });
        row("given names", [](Desk& desk) { inOffice(desk).givenNames = {u"HELENE"_s}; });
        row("given names unknown", [](Desk& desk) { inOffice(desk).givenNames.clear(); });
        row("birth date", [](Desk& desk) { inOffice(desk).birthDate = {1982, 3, 11}; });
        row("birth date of a public account", [](Desk& desk) { inOffice(desk).birthDate.day = 0; });
        row("gender", [](Desk& desk) { inOffice(desk).gender = RegisteredGender::Male; });
        row("birth place", [](Desk& desk) { inOffice(desk).birthCommune = u"31555"_s; });
        row("birth place unknown", [](Desk& desk) { inOffice(desk).birthCommune.clear(); });
        row("role", [](Desk& desk) { inOffice(desk).standing = RoleStanding::Ambiguous; });
        row("everything but one", [](Desk& desk) {
            inOffice(desk).birthDate.day = 0;
            inOffice(desk).gender = RegisteredGender::Unreadable;
            inOffice(desk).birthCommune.clear();
            inOffice(desk).standing = RoleStanding::Ambiguous;
        });
        row("a second officer", [](Desk& desk) {
            inOffice(desk).givenNames = {u"HELENE"_s};
            desk.rne.answer.value().officers.append(successor());
        });
        row("registers disagree",
            [](Desk& desk) { desk.rne.answer.value().company.state = RegisteredCompany::State::Closed; });
    }

    /// What an impostor could compare: status, headers, every byte, and how many calls it took.
    void checks_doubtsOfEveryKind_areOneAnswer()
    {
        QFETCH(Change, change);
        Gate known;
        known.desk.rne.answer = rneAnswer({claireInRne()});
        inOffice(known.desk).familyName = u"FABRES"_s;
        Gate gate;
        gate.desk.rne.answer = rneAnswer({claireInRne()});
        change(gate.desk);
        for (const QString& path : {checks, companies, checks}) {
            const HttpResponse expected = known.call(known.claire, path);
            const HttpResponse answer = gate.call(gate.claire, path);
            QVERIFY(expected.body.contains("EX-"));
            QCOMPARE(answer.status, expected.status);
            QCOMPARE(answer.headers, expected.headers);
            QCOMPARE(answer.body, expected.body);
            QCOMPARE(gate.desk.sirene.lookups, known.desk.sirene.lookups);
            QCOMPARE(gate.desk.rne.lookups, known.desk.rne.lookups);
            QCOMPARE(gate.desk.rcs.lookups, known.desk.rcs.lookups);
        }
    }
};

QTEST_GUILESS_MAIN(CompanyRoutesTest)
#include "CompanyRoutesTest.moc"
