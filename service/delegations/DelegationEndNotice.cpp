// SPDX-License-Identifier: MIT
#include "service/delegations/DelegationEndNotice.h"

#include "core/model/DelegationStates.h"
#include "service/contact_email/ContactEmails.h"
#include "service/jobs/JobRunner.h"
#include "service/log/Log.h"
#include "service/storage/Database.h"

#include <QTimeZone>

namespace proconnect::service {
namespace {

constexpr std::chrono::hours period{1};
constexpr int firstHour = 8;
constexpr int lastHour = 19;
constexpr qint64 daySeconds = 86'400;

/// Whether this message is worth sending: somebody may act until then, and was not named for less time
/// anyway.
bool isToldOf(const Delegation& delegation, int days)
{
    const bool held =
        delegation.state == DelegationState::Active || delegation.state == DelegationState::Suspended;
    return held && delegation.terms.start.daysTo(delegation.terms.end) > days;
}

} // namespace

DelegationEndNotice::DelegationEndNotice(const Parts& parts, DelegationStore store, const MailTexts& texts,
                                         CompanyStore companies)
    : m_parts(parts), m_store(store), m_texts(texts), m_companies(companies)
{
    m_parts.jobs.every(period, "delegations.ending", [this] { tellDue(); });
}

void DelegationEndNotice::tellDue()
{
    const QDateTime now = m_parts.clock.now();
    const int hour = now.toTimeZone(QTimeZone("Europe/Paris")).time().hour();
    if (hour < firstHour || hour > lastHour) {
        return;
    }
    const auto companies = m_parts.database.read<QList<QStringList>>(
        [&](QSqlDatabase& connection) { return m_store.ending(connection, now); });
    if (!companies) {
        m_parts.log.error("delegations.ending", Log::fields(companies.failure()));
        return;
    }
    for (const QStringList& ids : companies.value()) {
        const auto told =
            m_parts.database.write<Done>([&](QSqlDatabase& connection) { return tell(connection, ids); });
        if (!told) {
            m_parts.log.error("delegations.ending", Log::fields(told.failure()));
        }
    }
    m_parts.mailer.wake();
}

Outcome<Done> DelegationEndNotice::tell(QSqlDatabase& connection, const QStringList& ids) const
{
    QList<Delegation> ending;
    for (const QString& id : ids) {
        const auto stored = m_store.find(connection, id);
        if (!stored) {
            return stored.failure();
        }
        const auto term = stored.value() ? nextTerm(stored.value()->delegation) : std::nullopt;
        if (!term) {
            continue;
        }
        const bool soon = m_parts.clock.now().secsTo(*term) <= delegationLastNoticeDays * daySeconds;
        const int days = soon ? delegationLastNoticeDays : delegationFirstNoticeDays;
        if (auto noted = m_store.saveNotice(connection, id, days); !noted) {
            return noted;
        }
        if (isToldOf(stored.value()->delegation, days)) {
            ending.append(stored.value()->delegation);
        }
    }
    return ending.isEmpty() ? Outcome<Done>(Done{}) : send(connection, ending);
}

Outcome<Done> DelegationEndNotice::send(QSqlDatabase& connection, const QList<Delegation>& ending) const
{
    const QString siren = ending.first().terms.siren;
    const auto company = m_companies.find(connection, siren);
    const auto contact = m_parts.addresses.of(connection, siren);
    if (!company || !contact) {
        return company ? contact.failure() : company.failure();
    }
    const QString name = company.value() ? company.value()->name : siren;
    for (const Delegation& delegation : ending) {
        auto told = m_parts.mailer.enqueue(
            connection, m_texts.delegationsEnd(delegation.terms.email, name, {delegation}));
        if (!told) {
            return told;
        }
    }
    if (!canBeWrittenTo(contact.value())) {
        return Done{};
    }
    Mail mail = m_texts.delegationsEnd(contact.value().address, name, ending);
    mail.siren = siren;
    return m_parts.mailer.enqueue(connection, mail);
}

} // namespace proconnect::service
