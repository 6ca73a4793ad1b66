// SPDX-License-Identifier: MIT
#include "service/review/ReviewCourier.h"

#include "core/protocol/ModelJson.h"
#include "service/jobs/JobRunner.h"
#include "service/mail/MailMessage.h"
#include "service/mail/Mailer.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr qint64 quietSeconds = 86'400;
constexpr qint64 keptDays = 180;

Failure notFound()
{
    return {FailureCode::NotFound, QStringLiteral("no such case of this person"), {}};
}

} // namespace

ReviewCourier::ReviewCourier(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                             Mailer& mailer, MailTexts texts, QString support)
    : m_database(database), m_clock(clock), m_mailer(mailer), m_texts(std::move(texts)),
      m_support(std::move(support)), m_cases(keys)
{
    jobs.every(std::chrono::hours(1), "review.forget", [this] { forgetOld(); });
}

Outcome<ReviewTransmission> ReviewCourier::send(const QString& subject, const QString& reference,
                                                const QString& replyTo)
{
    if (!isMailAddress(replyTo)) {
        return Failure{FailureCode::EmailInvalid, QStringLiteral("replyTo"), {}};
    }
    auto sent = m_database.write<ReviewTransmission>(
        [&](QSqlDatabase& connection) { return write(connection, subject, reference, replyTo); });
    if (sent) {
        m_mailer.wake();
    }
    return sent;
}

Outcome<ReviewTransmission> ReviewCourier::write(QSqlDatabase& connection, const QString& subject,
                                                 const QString& reference, const QString& replyTo)
{
    auto found = m_cases.find(connection, reference);
    if (!found) {
        return found.failure();
    }
    if (!found.value() || found.value()->subject != subject) {
        return notFound();
    }
    ReviewCase& file = *found.value();
    const QDateTime now = m_clock.now();
    if (file.sentAt.isValid() && file.sentAt.secsTo(now) < quietSeconds) {
        return ReviewTransmission{file.reference, file.replyTo, file.sentAt};
    }
    file.sentAt = now;
    file.replyTo = replyTo;
    if (const auto noted = m_cases.noteSent(connection, file); !noted) {
        return noted.failure();
    }
    const auto queued = m_mailer.enqueue(
        connection,
        m_texts.reviewCase(m_support, {file.reference, file.siren, wireName(file.source).toUpper(),
                                       file.seenAt.toUTC().toString(Qt::ISODate),
                                       file.reasons.join(QStringLiteral(", ")), replyTo}));
    return queued ? Outcome<ReviewTransmission>(ReviewTransmission{file.reference, replyTo, now})
                  : Outcome<ReviewTransmission>(queued.failure());
}

void ReviewCourier::forgetOld()
{
    // Left for the next hour when the database has trouble.
    static_cast<void>(m_database.write<Done>([&](QSqlDatabase& connection) {
        return ReviewCaseStore::removeSeenBefore(connection, m_clock.now().addDays(-keptDays));
    }));
}

} // namespace proconnect::service
