// SPDX-License-Identifier: MIT
#include "service/mail/OutboxMailer.h"

#include "service/jobs/JobRunner.h"
#include "service/keys/ServiceKeys.h"
#include "service/log/Log.h"
#include "service/mail/BounceBook.h"
#include "service/mail/MailMessage.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <string>

namespace proconnect::service {
namespace {

const std::string jobName = "mail";
const QByteArray context = QByteArrayLiteral("mail_outbox");
constexpr std::chrono::milliseconds period{1000};
constexpr int batch = 20;
constexpr qint64 leaseSeconds = 120;
constexpr qint64 firstPauseSeconds = 10;
constexpr qint64 longestPauseSeconds = 3600;
constexpr qint64 unreadableSeconds = 3600;
constexpr qint64 patienceSeconds = 3LL * 24 * 3600;

qint64 pauseAfter(int attempts)
{
    return std::min(longestPauseSeconds, firstPauseSeconds << std::min(attempts, 20));
}

} // namespace

OutboxMailer::OutboxMailer(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                           const Log& log, SmtpSender sender, BounceListener bounced, Claimant claimant)
    : m_database(database), m_keys(keys), m_clock(clock), m_jobs(jobs), m_log(log),
      m_sender(std::move(sender)), m_bounced(std::move(bounced)), m_claimant(std::move(claimant))
{
    m_jobs.every(period, jobName, [this] { sendDue(); });
}

Outcome<Done> OutboxMailer::enqueue(QSqlDatabase& connection, const Mail& mail)
{
    if (!isMailAddress(mail.to)) {
        return Failure{FailureCode::EmailInvalid, QStringLiteral("recipient is not an address"), {}};
    }
    const QString now = toSql(m_clock.now());
    const QJsonObject content{{QStringLiteral("to"), mail.to},
                              {QStringLiteral("subject"), mail.subject},
                              {QStringLiteral("body"), mail.body}};
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO mail_outbox (id, state, attempts, created_at, next_attempt_at, recipient, "
            "content, server_reply, siren) VALUES (?, 'waiting', 0, ?, ?, ?, ?, '', ?)"),
        {QUuid::createUuid().toString(QUuid::WithoutBraces), now, now, recipientPrint(m_keys, mail.to),
         sealedJson(m_keys, content, context), mail.siren.isNull() ? QStringLiteral("") : mail.siren});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

void OutboxMailer::wake()
{
    m_jobs.wake(jobName);
}

void OutboxMailer::sendDue()
{
    const auto turn = due();
    if (!turn) {
        m_log.error("mail.outbox", Log::fields(turn.failure()));
        return;
    }
    for (const QString& id : turn.value().unreadable) {
        postpone(id);
    }
    for (const DueMail& message : turn.value().messages) {
        if (m_jobs.stopping()) {
            return;
        }
        const auto mine = claim(message);
        if (mine && mine.value()) {
            // A mark that cannot be written is written after the lease, with the same Message-ID.
            std::ignore = settle(message, m_sender.send(message.mail, message.id, m_clock.now()));
        }
    }
}

Outcome<OutboxMailer::Turn> OutboxMailer::due()
{
    return m_database.read<Turn>([this](QSqlDatabase& connection) -> Outcome<Turn> {
        auto query =
            runQuery(connection,
                     QStringLiteral("SELECT id, attempts, created_at, content FROM mail_outbox WHERE "
                                    "state = 'waiting' AND next_attempt_at <= ? "
                                    "ORDER BY next_attempt_at LIMIT ?"),
                     {toSql(m_clock.now()), batch});
        if (!query) {
            return query.failure();
        }
        Turn turn;
        while (query.value().next()) {
            const auto content = openedJson(m_keys, query.value().value(3).toString(), context);
            if (!content) {
                turn.unreadable.append(query.value().value(0).toString());
                continue;
            }
            const QJsonObject& json = content.value();
            turn.messages.append(
                {query.value().value(0).toString(), query.value().value(1).toInt(),
                 instantFromSql(query.value().value(2).toString()),
                 Mail{json[QStringLiteral("to")].toString(), json[QStringLiteral("subject")].toString(),
                      json[QStringLiteral("body")].toString()}});
        }
        return turn;
    });
}

void OutboxMailer::postpone(const QString& unreadable)
{
    // The row is kept: a restored keys file may open it again.
    const auto later = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto query = runQuery(
            connection,
            QStringLiteral("UPDATE mail_outbox SET next_attempt_at = ? WHERE id = ? AND state = 'waiting'"),
            {toSql(m_clock.now().addSecs(unreadableSeconds)), unreadable});
        return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
    });
    m_log.error("mail.unreadable", {{QStringLiteral("id"), unreadable}});
    if (!later) {
        m_log.error("mail.postpone", Log::fields(later.failure()));
    }
}

Outcome<bool> OutboxMailer::claim(const DueMail& mail)
{
    if (!m_claimant.mayClaim()) {
        return false;
    }
    return m_database.write<bool>([&](QSqlDatabase& connection) -> Outcome<bool> {
        const auto query =
            runQuery(connection,
                     QStringLiteral("UPDATE mail_outbox SET attempts = attempts + 1, next_attempt_at = ?, "
                                    "claimed_by = ? WHERE id = ? AND state = 'waiting' AND attempts = ?"),
                     {toSql(m_clock.now().addSecs(leaseSeconds)), m_claimant.name(), mail.id, mail.attempts});
        if (!query) {
            return query.failure();
        }
        return query.value().numRowsAffected() == 1;
    });
}

Outcome<Done> OutboxMailer::settle(const DueMail& mail, const SmtpResult& result)
{
    const bool patient = mail.createdAt.secsTo(m_clock.now()) < patienceSeconds;
    const bool again = result.kind == SmtpResult::Kind::TryLater && patient;
    if (result.kind != SmtpResult::Kind::Accepted) {
        m_log.warning("mail.failed", {{QStringLiteral("id"), mail.id},
                                      {QStringLiteral("reply"), result.reply},
                                      {QStringLiteral("again"), again}});
    }
    return m_database.write<Done>([&](QSqlDatabase& connection) {
        return again ? giveBack(connection, mail, result) : end(connection, mail, result);
    });
}

Outcome<Done> OutboxMailer::end(QSqlDatabase& connection, const DueMail& mail, const SmtpResult& result)
{
    const QString state = result.kind == SmtpResult::Kind::Accepted  ? QStringLiteral("sent")
                          : result.kind == SmtpResult::Kind::Refused ? QStringLiteral("refused")
                                                                     : QStringLiteral("abandoned");
    const auto ended =
        runQuery(connection,
                 QStringLiteral("UPDATE mail_outbox SET state = ?, content = '', server_reply = "
                                "?, claimed_by = '' WHERE id = ? AND state = 'waiting'"),
                 {state, result.reply, mail.id});
    if (!ended || ended.value().numRowsAffected() != 1 || result.bounce == Bounce::None) {
        return ended ? Outcome<Done>(Done{}) : Outcome<Done>(ended.failure());
    }
    const auto bounced = m_bounced(connection, mail.id, result.bounce);
    return bounced ? Outcome<Done>(Done{}) : Outcome<Done>(bounced.failure());
}

Outcome<Done> OutboxMailer::giveBack(QSqlDatabase& connection, const DueMail& mail,
                                     const SmtpResult& result) const
{
    const auto query = runQuery(
        connection,
        QStringLiteral("UPDATE mail_outbox SET next_attempt_at = ?, server_reply = ?, claimed_by = '' "
                       "WHERE id = ? AND state = 'waiting' AND claimed_by IN ('', ?)"),
        {toSql(m_clock.now().addSecs(pauseAfter(mail.attempts))), result.reply, mail.id, m_claimant.name()});
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

} // namespace proconnect::service
