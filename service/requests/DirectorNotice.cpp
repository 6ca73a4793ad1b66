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

DirectorNotice::DirectorNotice(Parts parts, MailTexts texts, RequestStore requests,
                               RequestDelegates delegates)
    : m_parts(parts), m_texts(std::move(texts)), m_requests(requests), m_delegates(delegates)
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
    const auto name = nameOf(connection, siren);
    if (!name || !name.value()) {
        return name ? Outcome<Done>(Done{}) : Outcome<Done>(name.failure());
    }
    const auto address = addressOf(connection, siren);
    if (!address) {
        return address.failure();
    }
    QList<AccessRequest> requests;
    QHash<QString, MailTexts::WaitingRequest> waiting;
    for (const Reminder& each : reminders) {
        const AccessRequest& request = each.request;
        const bool due = each.kind == ReminderKind::Deadline && request.deadline;
        requests.append(request);
        waiting.insert(request.id, {request.id, daysWaiting(each.waitsSince, now), request.expiresAt,
                                    due ? std::optional{request.deadline->date} : std::nullopt});
    }
    const auto mails = toEach(connection, siren, address.value(), requests,
                              [&](const QString& to, const QStringList& references) {
                                  QList<MailTexts::WaitingRequest> told;
                                  for (const QString& reference : references) {
                                      told.append(waiting.value(reference));
                                  }
                                  return m_texts.requestsWaiting(to, *name.value(), told);
                              });
    return mails ? send(connection, mails.value()) : Outcome<Done>(mails.failure());
}

Outcome<bool> DirectorNotice::somebodyLeads(QSqlDatabase& connection, const QString& siren) const
{
    const auto directors = m_parts.companies.directorsOf(connection, siren);
    return directors ? Outcome<bool>(!directors.value().isEmpty()) : Outcome<bool>(directors.failure());
}

Outcome<bool> DirectorNotice::reachesSomebody(QSqlDatabase& connection, const QString& siren,
                                              const AccessRequest& request) const
{
    auto led = somebodyLeads(connection, siren);
    if (!led || !led.value()) {
        return led;
    }
    const auto address = addressOf(connection, siren);
    if (!address || !address.value().isEmpty()) {
        return address ? Outcome<bool>(true) : Outcome<bool>(address.failure());
    }
    const auto delegates = m_delegates.of(connection, siren, {request}, m_parts.clock.now());
    return delegates ? Outcome<bool>(!delegates.value().isEmpty()) : Outcome<bool>(delegates.failure());
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
    const auto name = nameOf(connection, due.siren);
    if (!references || !name) {
        return references ? name.failure() : references.failure();
    }
    if (!name.value()) {
        return Done{};
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
    const auto mails = written(connection, due, *name.value(), requests);
    if (!mails || mails.value().isEmpty()) {
        return mails ? Outcome<Done>(Done{}) : Outcome<Done>(mails.failure());
    }
    const auto sent = send(connection, mails.value());
    return sent ? NoticeQueue::told(connection, due, now) : sent;
}

Outcome<QList<Mail>> DirectorNotice::written(QSqlDatabase& connection, const NoticeQueue::Due& due,
                                             const QString& name, const QList<AccessRequest>& requests) const
{
    const auto address = addressOf(connection, due.siren);
    if (!address) {
        return address.failure();
    }
    if (due.topic == NoticeTopic::Decisions) {
        auto mail = address.value().isEmpty() ? std::nullopt : decisions(address.value(), name, requests);
        if (mail) {
            mail->siren = due.siren;
        }
        return mail ? QList<Mail>{*mail} : QList<Mail>();
    }
    QList<AccessRequest> open = requests;
    open.removeIf([](const AccessRequest& request) { return !request.open(); });
    return toEach(connection, due.siren, address.value(), open,
                  [&](const QString& to, const QStringList& references) {
                      return m_texts.newRequests(to, name, references);
                  });
}

std::optional<Mail> DirectorNotice::decisions(const QString& to, const QString& name,
                                              const QList<AccessRequest>& requests) const
{
    QList<MailTexts::DecidedRequest> decided;
    for (const AccessRequest& request : requests) {
        if (const QString sentence = decisionKey(request); !sentence.isEmpty()) {
            decided.append(
                {sentence, request.decidedBy, request.displayName(), m_parts.portals.nameOf(request.portal)});
        }
    }
    return decided.isEmpty() ? std::nullopt : std::optional{m_texts.requestsDecided(to, name, decided)};
}

Outcome<QList<Mail>> DirectorNotice::toEach(QSqlDatabase& connection, const QString& siren,
                                            const QString& address, const QList<AccessRequest>& requests,
                                            const Write& write) const
{
    QList<Mail> mails;
    if (requests.isEmpty()) {
        return mails;
    }
    if (!address.isEmpty()) {
        QStringList all;
        for (const AccessRequest& request : requests) {
            all.append(request.id);
        }
        mails.append(write(address, all));
        mails.last().siren = siren;
    }
    const auto delegates = m_delegates.of(connection, siren, requests, m_parts.clock.now());
    if (!delegates && delegates.failure().code != FailureCode::StorageUnreadable) {
        return delegates.failure();
    }
    if (!delegates) {
        // A delegation that somebody altered keeps nothing from the company.
        m_parts.log.error("requests.notices", Log::fields(delegates.failure()));
        return mails;
    }
    for (const RequestDelegates::Told& told : delegates.value()) {
        if (told.address.compare(address, Qt::CaseInsensitive) != 0) {
            mails.append(write(told.address, told.references));
        }
    }
    return mails;
}

Outcome<Done> DirectorNotice::send(QSqlDatabase& connection, const QList<Mail>& mails) const
{
    for (const Mail& mail : mails) {
        if (auto queued = m_parts.mailer.enqueue(connection, mail); !queued) {
            return queued;
        }
    }
    return Done{};
}

Outcome<std::optional<QString>> DirectorNotice::nameOf(QSqlDatabase& connection, const QString& siren) const
{
    using Found = std::optional<QString>;
    const auto directors = m_parts.companies.directorsOf(connection, siren);
    if (!directors) {
        return directors.failure();
    }
    if (directors.value().isEmpty()) {
        return Found();
    }
    const auto company = m_parts.companies.company(connection, directors.value().first(), siren);
    if (!company) {
        return company.failure();
    }
    return company.value().name.isEmpty() ? Found() : Found(company.value().name);
}

Outcome<QString> DirectorNotice::addressOf(QSqlDatabase& connection, const QString& siren) const
{
    const auto contact = m_parts.addresses.of(connection, siren);
    if (!contact) {
        return contact.failure();
    }
    return canBeWrittenTo(contact.value()) ? contact.value().address : QString();
}

} // namespace proconnect::service
