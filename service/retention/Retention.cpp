// SPDX-License-Identifier: MIT
#include "service/retention/Retention.h"

#include "service/jobs/JobRunner.h"
#include "service/log/Log.h"
#include "service/retention/ClosedAccounts.h"
#include "service/retention/InPortions.h"
#include "service/retention/OldEvidence.h"
#include "service/retention/OldJournal.h"
#include "service/storage/SqlInstant.h"

#include <array>

namespace proconnect::service {
namespace {

constexpr std::chrono::hours period{24};

} // namespace

Retention::Retention(Database& database, const ServiceKeys& keys, const Clock& clock, const Log& log,
                     JobRunner& jobs)
    : m_database(database), m_keys(keys), m_clock(clock), m_log(log)
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
        // Abandoned by the portal: it declares anew.
        Rule{QStringLiteral("declaration_series"), QStringLiteral("series"), QStringLiteral("began_at < ?"),
             1},
        Rule{QStringLiteral("person_objection"), QStringLiteral("print"), QStringLiteral("seen_at < ?"), 12},
        Rule{QStringLiteral("company_objection"), QStringLiteral("siren"), QStringLiteral("seen_at < ?"), 12},
        Rule{QStringLiteral("delivery"), QStringLiteral("id"), QStringLiteral("settled_at < ?"), 12},
        // Their text is erased as soon as their fate is known.
        Rule{QStringLiteral("mail_outbox"), QStringLiteral("id"),
             QStringLiteral("state <> 'waiting' AND created_at < ?"), 12},
        Rule{QStringLiteral("finding_set_aside"), QStringLiteral("print"), QStringLiteral("until_day < ?"),
             3},
        // The steps first: a departure tells them by its end.
        Rule{QStringLiteral("departure_step"), QStringLiteral("departure"),
             QStringLiteral("departure IN (SELECT id FROM departure WHERE ended_at < ?)"), 12},
        Rule{QStringLiteral("departure"), QStringLiteral("id"),
             QStringLiteral("ended_at < ? AND NOT EXISTS (SELECT 1 FROM departure_step s WHERE "
                            "s.departure = departure.id)"),
             12},
        Rule{QStringLiteral("delegation"), QStringLiteral("id"),
             QStringLiteral("due_at IS NULL AND over_since < ?"), 12},
        Rule{QStringLiteral("email_verification"), QStringLiteral("id"), QStringLiteral("created_at < ?"), 3},
        Rule{QStringLiteral("email_order"), QStringLiteral("id"),
             QStringLiteral("state NOT IN ('waiting', 'taken') AND created_at < ?"), 3},
    };
    static const Dating overDelegations{QStringLiteral("delegation"), QStringLiteral("id"),
                                        QStringLiteral("over_since"),
                                        QStringLiteral("due_at IS NULL AND over_since IS NULL")};
    if (const auto dated = date(m_database, overDelegations, m_clock.now()); !dated) {
        tell(overDelegations.table, dated);
    }
    for (const Rule& rule : rules) {
        tell(rule.table, apply(rule));
    }
    tell(QStringLiteral("portal_account"), ClosedAccounts(m_database).forget(m_clock.now()));
    tell(QStringLiteral("journal_line"), OldJournal(m_database).forget(m_clock.now()));
    OldEvidence evidence(m_database, m_keys);
    tell(QStringLiteral("evidence"), evidence.forget(m_clock.now()));
    for (const QString& link : evidence.doubtful()) {
        m_log.error("retention.evidence", {{QStringLiteral("link"), link}});
    }
}

void Retention::tell(const QString& table, const Outcome<int>& rows) const
{
    if (!rows) {
        m_log.error("retention", Log::fields(rows.failure()));
    } else if (rows.value() > 0) {
        m_log.info("retention", {{QStringLiteral("table"), table}, {QStringLiteral("rows"), rows.value()}});
    }
}

Outcome<int> Retention::apply(const Rule& rule)
{
    const QString oldest = toSql(m_clock.now().addMonths(-rule.months));
    const QString statement =
        QStringLiteral("DELETE FROM %1 WHERE %2 IN (SELECT %2 FROM %1 WHERE %3 LIMIT %4)")
            .arg(rule.table, rule.key, rule.when)
            .arg(rowsOfOnePortion);
    return inPortions(m_database, [&](QSqlDatabase& connection) -> Outcome<int> {
        const auto query = runQuery(connection, statement, {oldest});
        return query ? Outcome<int>(query.value().numRowsAffected()) : Outcome<int>(query.failure());
    });
}

} // namespace proconnect::service
