// SPDX-License-Identifier: MIT
#include "service/retention/Retention.h"

#include "service/jobs/JobRunner.h"
#include "service/log/Log.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <array>

namespace proconnect::service {
namespace {

constexpr std::chrono::hours period{24};
/// Few enough that nobody who writes meanwhile notices.
constexpr int rowsOfOneTransaction = 500;

} // namespace

Retention::Retention(Database& database, const Clock& clock, const Log& log, JobRunner& jobs)
    : m_database(database), m_clock(clock), m_log(log)
{
    jobs.every(period, "retention", [this] { forget(); });
}

void Retention::forget()
{
    static const std::array rules{
        Rule{QStringLiteral("access_request"), QStringLiteral("reference"),
             QStringLiteral("state IN ('expired', 'withdrawn') AND decided_at < ?"), 6},
        Rule{QStringLiteral("access_request"), QStringLiteral("reference"),
             QStringLiteral("state = 'refused' AND decided_at < ?"), 12},
        Rule{QStringLiteral("requester_block"), QStringLiteral("address"), QStringLiteral("blocked_at < ?"),
             12},
        Rule{QStringLiteral("delivery"), QStringLiteral("id"), QStringLiteral("settled_at < ?"), 12},
        // Their text is erased as soon as their fate is known.
        Rule{QStringLiteral("mail_outbox"), QStringLiteral("id"),
             QStringLiteral("state <> 'waiting' AND created_at < ?"), 12},
        Rule{QStringLiteral("email_verification"), QStringLiteral("id"), QStringLiteral("created_at < ?"), 3},
        Rule{QStringLiteral("email_order"), QStringLiteral("id"),
             QStringLiteral("state NOT IN ('waiting', 'taken') AND created_at < ?"), 3},
    };
    for (const Rule& rule : rules) {
        const auto erased = apply(rule);
        if (!erased) {
            m_log.error("retention", Log::fields(erased.failure()));
        } else if (erased.value() > 0) {
            m_log.info("retention",
                       {{QStringLiteral("table"), rule.table}, {QStringLiteral("rows"), erased.value()}});
        }
    }
}

Outcome<int> Retention::apply(const Rule& rule)
{
    const QString oldest = toSql(m_clock.now().addMonths(-rule.months));
    const QString statement =
        QStringLiteral("DELETE FROM %1 WHERE %2 IN (SELECT %2 FROM %1 WHERE %3 LIMIT %4)")
            .arg(rule.table, rule.key, rule.when)
            .arg(rowsOfOneTransaction);
    int erased = 0;
    while (true) {
        const auto some = m_database.write<int>([&](QSqlDatabase& connection) -> Outcome<int> {
            const auto query = runQuery(connection, statement, {oldest});
            return query ? Outcome<int>(query.value().numRowsAffected()) : Outcome<int>(query.failure());
        });
        if (!some) {
            return some.failure();
        }
        erased += some.value();
        if (some.value() < rowsOfOneTransaction) {
            return erased;
        }
    }
}

} // namespace proconnect::service
