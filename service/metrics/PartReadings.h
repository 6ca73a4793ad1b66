// SPDX-License-Identifier: MIT
#pragma once

#include <prometheus/metric_family.h>
#include <vector>

namespace proconnect::service {

class Database;
class Server;
class ThreadJobRunner;

/// Connections and requests that the server holds, and those that it took no further.
[[nodiscard]] std::vector<prometheus::MetricFamily> serverReadings(const Server& server);
/// Connections of this instance to its database, transactions and how often one had to be run again.
[[nodiscard]] std::vector<prometheus::MetricFamily> databaseReadings(const Database& database);
/// Each periodic job: runs, failures, how long ago it last went through, how long it has been at it now.
[[nodiscard]] std::vector<prometheus::MetricFamily>
jobReadings(const std::vector<const ThreadJobRunner*>& runners);

} // namespace proconnect::service
