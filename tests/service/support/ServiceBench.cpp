// SPDX-License-Identifier: MIT
#include "tests/service/support/ServiceBench.h"

namespace proconnect::service {

int HandCrankedJobs::wakes(const std::string& name) const
{
    const auto it = m_wakes.find(name);
    return it == m_wakes.end() ? 0 : it->second;
}

Outcome<Done> RecordingMailer::enqueue(QSqlDatabase&, const Mail& mail)
{
    const std::lock_guard lock(m_mutex);
    mails.append(mail);
    return Done{};
}

ServiceBench::ServiceBench() = default;
ServiceBench::~ServiceBench() = default;

bool ServiceBench::sql(const QString& statement, const QVariantList& values)
{
    return database
        ->write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
            const auto query = runQuery(connection, statement, values);
            return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
        })
        .ok();
}

QVariant ServiceBench::value(const QString& statement, const QVariantList& values)
{
    return database
        ->read<QVariant>([&](QSqlDatabase& connection) -> Outcome<QVariant> {
            auto query = runQuery(connection, statement, values);
            if (!query) {
                return query.failure();
            }
            return query.value().next() ? query.value().value(0) : QVariant();
        })
        .value();
}

} // namespace proconnect::service
