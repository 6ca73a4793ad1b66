// SPDX-License-Identifier: MIT
#include "service/metrics/PartReadings.h"

#include "service/http/Server.h"
#include "service/jobs/ThreadJobRunner.h"
#include "service/metrics/Reading.h"
#include "service/storage/Database.h"

#include <chrono>

namespace proconnect::service {
namespace {

template <typename T>
double number(T value)
{
    return static_cast<double>(value);
}

} // namespace

std::vector<prometheus::MetricFamily> serverReadings(const Server& server)
{
    const ServerLoad load = server.load();
    std::vector<prometheus::MetricFamily> families;
    families.push_back(
        gauge("proconnect_http_connections", "Open connections.").add(number(load.connections)).family());
    families.push_back(gauge("proconnect_http_requests_waiting", "Whole requests that wait for a thread.")
                           .add(number(load.waiting))
                           .family());
    families.push_back(counter("proconnect_http_turned_away_total",
                               "What was taken no further: unreadable requests, requests and connections "
                               "beyond the limit.")
                           .add(number(load.unreadable), {{"why", "unreadable"}})
                           .add(number(load.requestsTurnedAway), {{"why", "too_many_requests"}})
                           .add(number(load.connectionsTurnedAway), {{"why", "too_many_connections"}})
                           .family());
    return families;
}

std::vector<prometheus::MetricFamily> databaseReadings(const Database& database)
{
    const DatabaseCounts counts = database.counts();
    std::vector<prometheus::MetricFamily> families;
    families.push_back(gauge("proconnect_database_connections", "Connections that threads hold.")
                           .add(number(counts.connections))
                           .family());
    families.push_back(counter("proconnect_database_transactions_total",
                               "Writing transactions by their end: committed, undone by what they found, "
                               "failed.")
                           .add(number(counts.committed), {{"end", "committed"}})
                           .add(number(counts.undone), {{"end", "undone"}})
                           .add(number(counts.failed), {{"end", "failed"}})
                           .family());
    families.push_back(counter("proconnect_database_repeated_total",
                               "Runs of a transaction that another one disturbed or that lost its "
                               "connection.")
                           .add(number(counts.repeated))
                           .family());
    return families;
}

std::vector<prometheus::MetricFamily> jobReadings(const std::vector<const ThreadJobRunner*>& runners)
{
    Reading runs = counter("proconnect_job_runs_total", "Runs of a periodic job by their end.");
    Reading age = gauge("proconnect_job_last_success_age_seconds",
                        "How long ago the job last went through; absent before the first time.");
    Reading running =
        gauge("proconnect_job_running_seconds", "How long it has been at it; 0 while it rests.");
    using Seconds = std::chrono::duration<double>;
    for (const ThreadJobRunner* runner : runners) {
        for (const JobState& job : runner->states()) {
            runs.add(number(job.succeeded), {{"job", job.name}, {"end", "succeeded"}});
            runs.add(number(job.failed), {{"job", job.name}, {"end", "failed"}});
            running.add(Seconds(job.running).count(), {{"job", job.name}});
            if (job.sinceSuccess) {
                age.add(Seconds(*job.sinceSuccess).count(), {{"job", job.name}});
            }
        }
    }
    std::vector<prometheus::MetricFamily> families;
    families.push_back(runs.family());
    families.push_back(age.family());
    families.push_back(running.family());
    return families;
}

} // namespace proconnect::service
