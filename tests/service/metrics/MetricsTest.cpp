// SPDX-License-Identifier: MIT
#include "service/metrics/Metrics.h"

#include "service/http/Router.h"
#include "service/jobs/ThreadJobRunner.h"
#include "service/metrics/CallTargets.h"
#include "service/metrics/EventMetrics.h"
#include "service/metrics/MeasuredHttpClient.h"
#include "service/metrics/MeasuredKeys.h"
#include "service/metrics/PartReadings.h"
#include "service/metrics/QueueReadings.h"
#include "service/metrics/RequestMetrics.h"
#include "service/storage/SqlInstant.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

#include <stdexcept>
#include <thread>

using namespace proconnect;
using namespace proconnect::service;

namespace {

/// Answers every call with what it was given last.
class FixedReply final : public HttpClient
{
public:
    [[nodiscard]] Outcome<HttpReply> send(const OutgoingRequest&) override { return reply; }

    Outcome<HttpReply> reply = HttpReply{200, {}, {}};
};

HttpRequest requestTo(const QByteArray& method, const QString& path)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    return request;
}

OutgoingRequest callTo(const char* url)
{
    OutgoingRequest request;
    request.url = QUrl(QString::fromLatin1(url));
    return request;
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void note_knownRoute_isToldByItsPattern()
    {
        Metrics metrics;
        Router router;
        router.add("GET", QStringLiteral("/v1/companies/{siren}/snapshot"), {});
        RequestMetrics requests(metrics);
        const HttpRequest request = requestTo("GET", QStringLiteral("/v1/companies/000058263/snapshot"));
        requests.note(request, router.find(request.method, request.path).pattern(), 304,
                      std::chrono::milliseconds(3));
        const QByteArray text = metrics.text();
        QVERIFY2(text.contains("proconnect_http_requests_total{method=\"GET\",route=\"/v1/companies/{siren}/"
                               "snapshot\",status=\"304\"} 1\n"),
                 text.constData());
        QVERIFY(text.contains(
            "_bucket{method=\"GET\",route=\"/v1/companies/{siren}/snapshot\",le=\"0.0025\"} 0\n"));
        QVERIFY(text.contains(
            "_bucket{method=\"GET\",route=\"/v1/companies/{siren}/snapshot\",le=\"0.005\"} 1\n"));
        QVERIFY(!text.contains("000058263"));
    }

    void note_thousandUnknownPathsAndMethods_makeOneSeries()
    {
        Metrics metrics;
        Router router;
        router.add("GET", QStringLiteral("/healthz"), {});
        RequestMetrics requests(metrics);
        const auto ask = [&](int number) {
            const HttpRequest request =
                requestTo("M" + QByteArray::number(number), QStringLiteral("/%1").arg(number));
            requests.note(request, router.find(request.method, request.path).pattern(), 404, {});
        };
        ask(0);
        const auto lines = metrics.text().count('\n');
        for (int number = 1; number < 1000; ++number) {
            ask(number);
        }
        QCOMPARE(metrics.text().count('\n'), lines);
        QVERIFY(metrics.text().contains("{method=\"other\",route=\"none\",status=\"404\"} 1000\n"));
    }

    void send_eachOutcome_isCountedByTarget()
    {
        Metrics metrics;
        FixedReply world;
        ServiceConfig config;
        config.insee.baseUrl = QUrl(QStringLiteral("https://api.example/sirene"));
        config.rne.baseUrl = QUrl(QStringLiteral("https://api.example/sirene/rne"));
        config.portals.append(
            {QStringLiteral("impots"),
             {{QStringLiteral("scim_url"), QStringLiteral("https://portal.example/scim/v2")}}});
        MeasuredHttpClient client(world, callTargets(config), metrics);
        (void)client.send(callTo("https://api.example/sirene/siren/000058263"));
        (void)client.send(callTo("https://api.example/sirene/rne/companies/000058263"));
        (void)client.send(callTo("https://api.example/elsewhere"));
        (void)client.send(callTo("https://unknown.example/000058263"));
        world.reply = HttpReply{503, {}, {}};
        (void)client.send(callTo("https://portal.example/scim/v2/Users"));
        world.reply = Failure{FailureCode::TimedOut, {}, {}};
        (void)client.send(callTo("https://portal.example/scim/v2/Users"));
        const QByteArray text = metrics.text();
        for (const char* line :
             {"{outcome=\"2xx\",target=\"insee\"} 1\n", "{outcome=\"2xx\",target=\"rne\"} 2\n",
              "{outcome=\"2xx\",target=\"other\"} 1\n", "{outcome=\"5xx\",target=\"scim.impots\"} 1\n",
              "{outcome=\"timed-out\",target=\"scim.impots\"} 1\n",
              "proconnect_call_duration_seconds_count{target=\"scim.impots\"} 2\n"}) {
            QVERIFY2(text.contains(line), text.constData());
        }
        QVERIFY(!text.contains("000058263"));
    }

    void note_event_isCountedEvenWhenNotLogged()
    {
        Metrics metrics;
        EventMetrics events(metrics);
        StandingClock clock;
        int written = 0;
        const Log log(
            Log::Level::Error, clock, [&](const QByteArray&) { ++written; },
            [&](Log::Level level, const char* event, const QJsonObject& fields) {
                events.note(level, event, fields);
            });
        log.info("sign-in.proven");
        log.warning("sign-in.failed",
                    Log::fields({FailureCode::SignInRefused, QStringLiteral("Claire"), {}}));
        const QByteArray text = metrics.text();
        QCOMPARE(written, 0);
        QVERIFY2(text.contains("{event=\"sign-in.proven\",failure=\"\",level=\"info\"} 1\n"),
                 text.constData());
        QVERIFY2(
            text.contains("{event=\"sign-in.failed\",failure=\"sign-in-refused\",level=\"warning\"} 1\n"),
            text.constData());
        QVERIFY(!text.contains("Claire"));
    }

    void sign_seal_isMeasuredByItsType()
    {
        ServiceBench bench;
        Metrics metrics;
        const MeasuredKeys keys(*bench.keys, metrics);
        QVERIFY(!keys.sign({}, "evidence+jwt").isEmpty());
        QVERIFY(metrics.text().contains(
            "proconnect_signature_duration_seconds_count{type=\"evidence+jwt\"} 1\n"));
    }

    void read_waitingOrders_tellsHowManyAndHowOld()
    {
        ServiceBench bench;
        const QString then = toSql(bench.clock.now());
        for (const char* id : {"first", "second"}) {
            QVERIFY(bench.sql(
                QStringLiteral("INSERT INTO delivery (id, siren, portal, decision, kind, target, state, "
                               "attempts, created_at, next_attempt_at, content) VALUES (?, '000058263', "
                               "'impots', '', 'closeAccount', 'A1', ?, 0, ?, ?, '')"),
                {QString::fromLatin1(id), QStringLiteral("waiting"), then, then}));
        }
        QVERIFY(bench.sql(QStringLiteral("UPDATE delivery SET state = 'acknowledged' WHERE id = 'first'")));
        bench.clock.advance(90);
        Metrics metrics;
        const QueueReadings queues(*bench.database, bench.clock,
                                   {QStringLiteral("impots"), QStringLiteral("urssaf")});
        metrics.ask([&queues] { return queues.read(); });
        const QByteArray text = metrics.text();
        for (const char* line :
             {"proconnect_database_up 1\n",
              "proconnect_queue_waiting{queue=\"deliveries\",portal=\"impots\"} 1\n",
              "proconnect_queue_oldest_age_seconds{queue=\"deliveries\",portal=\"impots\"} 90\n",
              "proconnect_queue_waiting{queue=\"deliveries\",portal=\"urssaf\"} 0\n",
              "proconnect_queue_waiting{queue=\"mail\",portal=\"\"} 0\n"}) {
            QVERIFY2(text.contains(line), text.constData());
        }
    }

    void read_databaseThatFails_saysSoAndNoNumbers()
    {
        ServiceBench bench;
        QVERIFY(bench.sql(QStringLiteral("DROP TABLE delivery")));
        Metrics metrics;
        const QueueReadings queues(*bench.database, bench.clock, {QStringLiteral("impots")});
        metrics.ask([&queues] { return queues.read(); });
        QVERIFY(metrics.text().contains("proconnect_database_up 0\n"));
        QVERIFY(!metrics.text().contains("proconnect_queue_waiting{"));
    }

    void counts_everyEndOfATransaction_isToldApart()
    {
        ServiceBench bench;
        const DatabaseCounts before = bench.database->counts();
        QVERIFY(bench.sql(QStringLiteral("DELETE FROM counter")));
        const auto undone = bench.database->write<Done>([](QSqlDatabase&) -> Outcome<Done> {
            return Failure{FailureCode::Conflict, {}, {}};
        });
        QVERIFY(!undone.ok());
        const DatabaseCounts after = bench.database->counts();
        QCOMPARE(after.committed, before.committed + 1);
        QCOMPARE(after.undone, before.undone + 1);
        QCOMPARE(after.failed, before.failed);
        QCOMPARE(after.connections, 1);
        std::thread([&] { QVERIFY(bench.value(QStringLiteral("SELECT 1")).toInt() == 1); }).join();
        QCOMPARE(bench.database->counts().connections, 1);
    }

    void states_jobThatFails_neverSucceeded()
    {
        ThreadJobRunner jobs([](const std::string&, const std::string&) {});
        jobs.every(std::chrono::hours(1), "good", [] {});
        jobs.every(std::chrono::hours(1), "bad", [] { throw std::runtime_error("trouble"); });
        Metrics metrics;
        metrics.ask([&jobs] { return jobReadings({&jobs}); });
        jobs.start();
        QTRY_VERIFY(metrics.text().contains("proconnect_job_runs_total{job=\"bad\",end=\"failed\"} 1\n"));
        QTRY_VERIFY(metrics.text().contains("proconnect_job_runs_total{job=\"good\",end=\"succeeded\"} 1\n"));
        QVERIFY(metrics.text().contains("proconnect_job_last_success_age_seconds{job=\"good\"} "));
        QVERIFY(!metrics.text().contains("proconnect_job_last_success_age_seconds{job=\"bad\"} "));
        jobs.stop();
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "MetricsTest.moc"
