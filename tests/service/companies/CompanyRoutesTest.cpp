// SPDX-License-Identifier: MIT
#include "service/companies/CompanyRoutes.h"

#include "service/companies/CheckQuota.h"
#include "service/http/Router.h"
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

/// The routes before the desk, for two people of whom the register knows neither.
struct Gate
{
    Desk desk;
    OpenGuard guard;
    CheckQuota quota{desk.bench.clock};
    Router router;
    TestDirector claire{u"Claire Fabre"_s};
    TestDirector karim{u"Karim Messaoudi"_s};

    Gate()
    {
        desk.rne.answer = rneAnswer({});
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

class CompanyRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_beyondThePersonsQuota_areRefusedUntilTheNextHour()
    {
        Gate gate;
        for (int i = 0; i < CheckQuota::callsAnHour; ++i) {
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
        for (int i = 0; i < CheckQuota::callsAnHour; ++i) {
            QCOMPARE(gate.call(gate.claire, companies).status, 403);
        }
        QCOMPARE(gate.call(gate.claire, checks).status, 429);
    }

    void checks_mistypedSiren_countNothing()
    {
        Gate gate;
        for (int i = 0; i <= CheckQuota::callsAnHour; ++i) {
            QCOMPARE(gate.call(gate.claire, checks, u"000058264"_s).status, 422);
        }
        QCOMPARE(gate.call(gate.claire, checks).status, 200);
    }
};

QTEST_GUILESS_MAIN(CompanyRoutesTest)
#include "CompanyRoutesTest.moc"
