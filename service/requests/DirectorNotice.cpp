// SPDX-License-Identifier: MIT
#include "service/requests/DirectorNotice.h"

#include "service/companies/CompanyDirectory.h"
#include "service/contact_email/ContactEmails.h"
#include "service/jobs/JobRunner.h"
#include "service/mail/Mailer.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{60'000};
constexpr const char* jobName = "company-notices";

/// The key of the sentence that says what became of the request; empty while nobody has answered it.
QString decisionKey(const AccessRequest& request)
{
    switch (request.state) {
    case RequestState::Accepted:
        return request.decidedBy.isEmpty() ? QStringLiteral("ntf.N04.atOnce")
                                           : QStringLiteral("ntf.N04.accepted");
    case RequestState::AcceptedWithLimits:
        return QStringLiteral("ntf.N04.limited");
    case RequestState::Refused:
        return QStringLiteral("ntf.N04.refused");
    default:
        return {};
    }
}

} // namespace

DirectorNotice::DirectorNotice(Parts parts, MailTexts texts, RequestStore requests)
    : m_parts(parts), m_texts(std::move(texts)), m_requests(requests)
{
    m_parts.jobs.every(period, jobName, [this] { tellDue(); });
}

Outcome<Done> DirectorNotice::newRequest(QSqlDatabase& connection, const QString& siren,
                                         const QString& reference) const
{
    return NoticeQueue::add(connection, siren, NoticeTopic::NewRequests, reference, m_parts.clock.now());
}

Outcome<Done> DirectorNotice::decided(QSqlDatabase& connection, const QString& siren,
                                      const QString& reference) const
{
    return NoticeQueue::add(connection, siren, NoticeTopic::Decisions, reference, m_parts.clock.now());
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
        waiting.append({request.id, daysWaiting(each.waitsSince, now), request.expiresAt,
                        due ? std::optional{request.deadline->date} : std::nullopt});
    }
    return send(connection, siren,
                m_texts.requestsWaiting(to.value()->address, to.value()->companyName, waiting));
}

Outcome<bool> DirectorNotice::somebodyLeads(QSqlDatabase& connection, const QString& siren) const
{
    const auto directors = m_parts.companies.directorsOf(connection, siren);
    return directors ? Outcome<bool>(!directors.value().isEmpty()) : Outcome<bool>(directors.failure());
}

void DirectorNotice::committed() const
{
    m_parts.jobs.wake(jobName);
}

void DirectorNotice::tellDue() const
{
    const auto all = m_parts.database.read<QList<NoticeQueue::Due>>(
        [this](QSqlDatabase& connection) { return NoticeQueue::due(connection, m_parts.clock.now()); });
    if (!all) {
        m_parts.log.error("requests.notices", Log::fields(all.failure()));
        return;
    }
    for (const NoticeQueue::Due& due : all.value()) {
        const auto told =
            m_parts.database.write<Done>([&](QSqlDatabase& connection) { return tell(connection, due); });
        if (!told) {
            m_parts.log.error("requests.notices", Log::fields(told.failure()));
        }
    }
    m_parts.mailer.wake();
}

Outcome<Done> DirectorNotice::tell(QSqlDatabase& connection, const NoticeQueue::Due& due) const
{
    const QDateTime now = m_parts.clock.now();
    const auto references = NoticeQueue::take(connection, due, now);
    const auto to = addressee(connection, due.siren);
    if (!references || !to) {
        return references ? to.failure() : references.failure();
    }
    QList<AccessRequest> requests;
    for (const QString& reference : references.value()) {
        const auto found = m_requests.find(connection, reference);
        if (!found && found.failure().code != FailureCode::StorageUnreadable) {
            return found.failure();
        }
        if (found && found.value()) {
            requests.append(found.value()->request);
        }
    }
    const auto mail = to.value() ? written(due, *to.value(), requests) : std::nullopt;
    if (!mail) {
        return Done{};
    }
    const auto sent = send(connection, due.siren, *mail);
    return sent ? NoticeQueue::told(connection, due, now) : sent;
}

std::optional<Mail> DirectorNotice::written(const NoticeQueue::Due& due, const Addressee& to,
                                            const QList<AccessRequest>& requests) const
{
    if (due.topic == NoticeTopic::NewRequests) {
        QStringList references;
        for (const AccessRequest& request : requests) {
            if (request.open()) {
                references.append(request.id);
            }
        }
        return references.isEmpty()
                   ? std::nullopt
                   : std::optional{m_texts.newRequests(to.address, to.companyName, references)};
    }
    QList<MailTexts::DecidedRequest> decided;
    for (const AccessRequest& request : requests) {
        if (const QString sentence = decisionKey(request); !sentence.isEmpty()) {
            decided.append(
                {sentence, request.decidedBy, request.displayName(), m_parts.portals.nameOf(request.portal)});
        }
    }
    return decided.isEmpty() ? std::nullopt
                             : std::optional{m_texts.requestsDecided(to.address, to.companyName, decided)};
}

Outcome<Done> DirectorNotice::send(QSqlDatabase& connection, const QString& siren, Mail mail) const
{
    mail.siren = siren;
    return m_parts.mailer.enqueue(connection, mail);
}

Outcome<std::optional<DirectorNotice::Addressee>> DirectorNotice::addressee(QSqlDatabase& connection,
                                                                            const QString& siren) const
{
    using Found = std::optional<Addressee>;
    const auto contact = m_parts.addresses.of(connection, siren);
    if (!contact) {
        return contact.failure();
    }
    const auto directors = m_parts.companies.directorsOf(connection, siren);
    if (!directors) {
        return directors.failure();
    }
    if (directors.value().isEmpty() || !canBeWrittenTo(contact.value())) {
        return Found();
    }
    const auto company = m_parts.companies.company(connection, directors.value().first(), siren);
    if (!company) {
        return company.failure();
    }
    return company.value().name.isEmpty() ? Found() : Found({contact.value().address, company.value().name});
}

} // namespace proconnect::service
