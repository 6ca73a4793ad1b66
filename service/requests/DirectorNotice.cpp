// SPDX-License-Identifier: MIT
#include "service/requests/DirectorNotice.h"

#include "service/companies/CompanyDirectory.h"
#include "service/contact_email/ContactEmails.h"
#include "service/mail/Mailer.h"

namespace proconnect::service {

Outcome<Done> DirectorNotice::newRequest(QSqlDatabase& connection, const QString& siren,
                                         const QString& reference) const
{
    const auto to = addressee(connection, siren);
    if (!to || !to.value()) {
        return to ? Outcome<Done>(Done{}) : Outcome<Done>(to.failure());
    }
    return m_mailer.enqueue(connection,
                            m_texts.newRequest(to.value()->address, to.value()->companyName, reference));
}

Outcome<Done> DirectorNotice::stillWaiting(QSqlDatabase& connection, const QString& siren,
                                           const QList<Reminder>& reminders, const QDateTime& now) const
{
    const auto to = addressee(connection, siren);
    if (!to || !to.value()) {
        return to ? Outcome<Done>(Done{}) : Outcome<Done>(to.failure());
    }
    QList<MailTexts::WaitingRequest> waiting;
    for (const Reminder& each : reminders) {
        const AccessRequest& request = each.request;
        const bool due = each.kind == ReminderKind::Deadline && request.deadline;
        waiting.append({request.id, daysWaiting(request, now), request.expiresAt,
                        due ? std::optional{request.deadline->date} : std::nullopt});
    }
    return m_mailer.enqueue(connection,
                            m_texts.requestsWaiting(to.value()->address, to.value()->companyName, waiting));
}

Outcome<Done> DirectorNotice::acceptedAtOnce(QSqlDatabase& connection, const QString& siren,
                                             const AccessRequest& request) const
{
    return decided(connection, siren, request, QStringLiteral("ntf.N04.atOnce"));
}

Outcome<Done> DirectorNotice::decided(QSqlDatabase& connection, const QString& siren,
                                      const AccessRequest& request) const
{
    switch (request.state) {
    case RequestState::Accepted:
        return decided(connection, siren, request, QStringLiteral("ntf.N04.accepted"));
    case RequestState::AcceptedWithLimits:
        return decided(connection, siren, request, QStringLiteral("ntf.N04.limited"));
    case RequestState::Refused:
        return decided(connection, siren, request, QStringLiteral("ntf.N04.refused"));
    default:
        return Done{};
    }
}

Outcome<Done> DirectorNotice::decided(QSqlDatabase& connection, const QString& siren,
                                      const AccessRequest& request, const QString& sentence) const
{
    const auto to = addressee(connection, siren);
    if (!to || !to.value()) {
        return to ? Outcome<Done>(Done{}) : Outcome<Done>(to.failure());
    }
    return m_mailer.enqueue(connection,
                            m_texts.requestDecided(to.value()->address, to.value()->companyName,
                                                   {sentence, request.decidedBy, request.displayName(),
                                                    m_portals.nameOf(request.portal)}));
}

Outcome<bool> DirectorNotice::somebodyLeads(QSqlDatabase& connection, const QString& siren) const
{
    const auto directors = m_companies.directorsOf(connection, siren);
    return directors ? Outcome<bool>(!directors.value().isEmpty()) : Outcome<bool>(directors.failure());
}

void DirectorNotice::committed() const
{
    m_mailer.wake();
}

Outcome<std::optional<DirectorNotice::Addressee>> DirectorNotice::addressee(QSqlDatabase& connection,
                                                                            const QString& siren) const
{
    using Found = std::optional<Addressee>;
    const auto contact = m_addresses.of(connection, siren);
    if (!contact) {
        return contact.failure();
    }
    const auto directors = m_companies.directorsOf(connection, siren);
    if (!directors) {
        return directors.failure();
    }
    if (directors.value().isEmpty() || !canBeWrittenTo(contact.value())) {
        return Found();
    }
    const auto company = m_companies.company(connection, directors.value().first(), siren);
    if (!company) {
        return company.failure();
    }
    return company.value().name.isEmpty() ? Found() : Found({contact.value().address, company.value().name});
}

} // namespace proconnect::service
