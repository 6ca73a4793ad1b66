// SPDX-License-Identifier: MIT
#include "service/delegations/DelegationTerms.h"

#include "service/jobs/JobRunner.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{60'000};

} // namespace

DelegationTerms::DelegationTerms(Database& database, const Clock& clock, DelegationStore store,
                                 DelegationLedger ledger, Mailer& mailer, JobRunner& jobs)
    : m_database(database), m_clock(clock), m_store(store), m_ledger(std::move(ledger)), m_mailer(mailer)
{
    jobs.every(period, "delegations", [this] { noteDue(); });
}

void DelegationTerms::noteDue()
{
    const auto ids = m_database.read<QStringList>(
        [this](QSqlDatabase& connection) { return m_store.due(connection, m_clock.now()); });
    if (!ids || ids.value().isEmpty()) {
        return;
    }
    for (const QString& id : ids.value()) {
        // What could not be written is due again at the next turn; rights are judged by the clock meanwhile.
        static_cast<void>(
            m_database.write<Done>([&](QSqlDatabase& connection) { return note(connection, id); }));
    }
    m_mailer.wake();
}

Outcome<Done> DelegationTerms::note(QSqlDatabase& connection, const QString& id) const
{
    auto stored = m_store.find(connection, id);
    if (!stored) {
        return stored.failure();
    }
    const QDateTime now = m_clock.now();
    while (stored.value()) {
        const auto event = dueEvent(stored.value()->delegation, now);
        if (!event) {
            break;
        }
        auto recorded = m_ledger.record(connection, *stored.value(), *event, {{}, {}, now});
        if (!recorded) {
            return recorded.failure();
        }
        stored.value() = std::move(recorded).value();
    }
    return Done{};
}

Outcome<Done> DelegationTerms::mandateEnded(QSqlDatabase& connection, const MandateRecord& ended) const
{
    const auto ids = m_store.underMandate(connection, ended.mandate.subject, ended.mandate.siren);
    if (!ids) {
        return ids.failure();
    }
    for (const QString& id : ids.value()) {
        const auto found = m_store.find(connection, id);
        if (!found && found.failure().code == FailureCode::StorageUnreadable) {
            continue; // gives nobody any right, and must not keep a mandate from ending
        }
        if (!found) {
            return found.failure();
        }
        const StoredDelegation& stored = *found.value();
        const auto due = dueEvent(stored.delegation, ended.endedAt);
        const DelegationEvent event =
            due && *due != DelegationEvent::Started ? *due : DelegationEvent::MandateEnded;
        if (!stateAfter(stored.delegation, event, ended.endedAt)) {
            continue; // waits for a successor already
        }
        if (const auto recorded = m_ledger.record(connection, stored, event, {{}, {}, ended.endedAt});
            !recorded) {
            return recorded.failure();
        }
    }
    return Done{};
}

} // namespace proconnect::service
