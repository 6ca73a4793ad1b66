// SPDX-License-Identifier: MIT
#include "service/contact_email/SireneCourier.h"

#include "service/jobs/JobRunner.h"
#include "service/mail/Mailer.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonObject>

#include <algorithm>

namespace proconnect::service {
namespace {

using Answer = SireneMailbox::Answer;

constexpr std::chrono::seconds period{10};
constexpr qint64 firstDelay = 10;
constexpr qint64 longestDelay = 3600;
constexpr qint64 claimLifetime = 60;

const std::string jobName = "sirene-contact-email";
const QByteArray orderContext = QByteArrayLiteral("email_order");

qint64 delayAfter(int attempts)
{
    return std::min(longestDelay, firstDelay << std::clamp(attempts - 1, 0, 16));
}

Outcome<Done> setState(QSqlDatabase& connection, const QString& id, const char* state)
{
    const auto query =
        runQuery(connection, QStringLiteral("UPDATE email_order SET state = ?, claimed_by = '' WHERE id = ?"),
                 {QString::fromLatin1(state), id});
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

} // namespace

SireneCourier::SireneCourier(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                             Mailer& mailer, MailTexts texts, SireneMailbox& mailbox, Claimant claimant,
                             Follower follower)
    : m_database(database), m_keys(keys), m_clock(clock), m_jobs(jobs), m_mailer(mailer),
      m_texts(std::move(texts)), m_mailbox(mailbox), m_follower(std::move(follower)),
      m_claimant(std::move(claimant)), m_companies(keys), m_emails(keys), m_journal(keys)
{
    m_jobs.every(period, jobName, [this] { carryDue(); });
}

void SireneCourier::wake()
{
    m_jobs.wake(jobName);
}

void SireneCourier::carryDue()
{
    const auto orders = due();
    if (!orders) {
        return;
    }
    for (const Order& order : orders.value()) {
        if (m_jobs.stopping()) {
            return;
        }
        const auto claimed = claim(order);
        if (claimed && claimed.value()) {
            // A failure here leaves the order claimed for a minute, then due again.
            static_cast<void>(settle(order, carry(order)));
        }
    }
}

void SireneCourier::readCurrent(const QString& siren)
{
    const auto number = SirenNumber::parse(siren);
    const auto recorded =
        number ? m_mailbox.read(*number)
               : Outcome<std::optional<SireneMailbox::Recorded>>(Failure{FailureCode::SirenInvalid, {}, {}});
    if (!recorded) {
        return;
    }
    // Not stored: the next attach or change reads it again.
    static_cast<void>(m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        auto email = m_emails.of(connection, siren);
        if (!email) {
            return email.failure();
        }
        ContactEmail current = email.value();
        const auto& held = recorded.value();
        current.address = held ? held->address : QString();
        // The register does not know that messages come back from there.
        const bool dead = held && email.value().state == EmailState::Unreachable &&
                          held->address.compare(email.value().address, Qt::CaseInsensitive) == 0;
        current.state = !held  ? EmailState::Absent
                        : dead ? EmailState::Unreachable
                               : EmailState::RecordedInSirene;
        current.changedAt = held && held->since.isValid() ? std::optional(held->since) : std::nullopt;
        return current == email.value() ? Outcome<Done>(Done{}) : m_emails.save(connection, siren, current);
    }));
}

Outcome<QList<SireneCourier::Order>> SireneCourier::due()
{
    return m_database.read<QList<Order>>([this](QSqlDatabase& connection) -> Outcome<QList<Order>> {
        auto rows =
            runQuery(connection,
                     QStringLiteral("SELECT id, siren, state, attempts, next_attempt_at, content FROM "
                                    "email_order WHERE state IN ('waiting', 'taken') AND "
                                    "next_attempt_at <= ? ORDER BY created_at LIMIT 50"),
                     {toSql(m_clock.now())});
        if (!rows) {
            return rows.failure();
        }
        QList<Order> orders;
        QSqlQuery& row = rows.value();
        while (row.next()) {
            const auto content = openedJson(m_keys, row.value(5).toString(), orderContext);
            if (content) {
                orders.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                               row.value(3).toInt(), row.value(4).toString(),
                               content.value().value(QLatin1String("address")).toString(),
                               content.value().value(QLatin1String("actor")).toString()});
            }
        }
        return orders;
    });
}

Outcome<bool> SireneCourier::claim(const Order& order)
{
    if (!m_claimant.mayClaim()) {
        return false;
    }
    return m_database.write<bool>([&](QSqlDatabase& connection) -> Outcome<bool> {
        const auto query = runQuery(
            connection,
            QStringLiteral("UPDATE email_order SET next_attempt_at = ?, claimed_by = ? WHERE id = ? AND "
                           "next_attempt_at = ? AND state IN ('waiting', 'taken')"),
            {toSql(m_clock.now().addSecs(claimLifetime)), m_claimant.name(), order.id, order.nextAttemptAt});
        return query ? Outcome<bool>(query.value().numRowsAffected() == 1) : Outcome<bool>(query.failure());
    });
}

Outcome<Answer> SireneCourier::carry(const Order& order)
{
    const auto siren = SirenNumber::parse(order.siren);
    if (!siren) {
        return Answer::Rejected;
    }
    if (order.state == u"waiting") {
        return m_mailbox.write(*siren, order.address);
    }
    const auto recorded = m_mailbox.read(*siren);
    if (!recorded) {
        return recorded.failure();
    }
    return recorded.value() && recorded.value()->address == order.address ? Answer::Recorded : Answer::Taken;
}

Outcome<Done> SireneCourier::settle(const Order& order, const Outcome<Answer>& answer)
{
    auto settled =
        m_database.write<Done>([&](QSqlDatabase& connection) { return settleIn(connection, order, answer); });
    if (settled) {
        m_mailer.wake();
    }
    return settled;
}

Outcome<Done> SireneCourier::settleIn(QSqlDatabase& connection, const Order& order,
                                      const Outcome<Answer>& answer)
{
    auto email = m_emails.of(connection, order.siren);
    if (!email) {
        return email.failure();
    }
    const bool replaced = email.value().pendingAddress != order.address ||
                          email.value().pendingState == EmailState::DeclaredNotVerified;
    if (answer && answer.value() == Answer::Recorded) {
        const auto done = setState(connection, order.id, "done");
        return done ? record(connection, order, email.value()) : done;
    }
    if (replaced) {
        return setState(connection, order.id, "replaced");
    }
    if (answer && answer.value() == Answer::Rejected) {
        email.value().pendingState = EmailState::RejectedBySirene;
        const auto rejected = setState(connection, order.id, "rejected");
        return rejected ? m_emails.save(connection, order.siren, email.value()) : rejected;
    }
    const int attempts = order.attempts + 1;
    const auto later = runQuery(connection,
                                QStringLiteral("UPDATE email_order SET state = ?, attempts = ?, "
                                               "next_attempt_at = ?, claimed_by = '' WHERE id = ? AND "
                                               "state IN ('waiting', 'taken')"),
                                {answer ? QStringLiteral("taken") : order.state, attempts,
                                 toSql(m_clock.now().addSecs(delayAfter(attempts))), order.id});
    if (!later) {
        return later.failure();
    }
    if (!answer || email.value().pendingState == EmailState::SentToSirene) {
        return Done{};
    }
    email.value().pendingState = EmailState::SentToSirene;
    return m_emails.save(connection, order.siren, email.value());
}

Outcome<Done> SireneCourier::record(QSqlDatabase& connection, const Order& order, ContactEmail email)
{
    const QString previous = email.address;
    email.address = order.address;
    email.state = EmailState::RecordedInSirene;
    email.changedAt = m_clock.now();
    if (email.pendingAddress == order.address && email.pendingState != EmailState::DeclaredNotVerified) {
        email.pendingAddress.clear();
        email.pendingState = EmailState::Absent;
    }
    if (auto saved = m_emails.save(connection, order.siren, email); !saved) {
        return saved;
    }
    const auto company = m_companies.find(connection, order.siren);
    if (!company) {
        return company.failure();
    }
    if (previous != order.address) {
        auto line = m_journal.add(
            connection, order.siren,
            {0, *email.changedAt, QStringLiteral("contactEmail.recorded"), {}, order.actor, {}});
        if (!line) {
            return line;
        }
        if (m_follower) {
            if (auto followed = m_follower(connection, order.siren, email); !followed) {
                return followed;
            }
        }
    }
    const QString name = company.value() ? company.value()->name : order.siren;
    for (const QString& reader : {previous, order.address}) {
        if (reader.isEmpty() || (reader == previous && previous == order.address)) {
            continue;
        }
        Mail mail = m_texts.contactEmailChanged(reader, name, order.address);
        mail.siren = order.siren;
        auto told = m_mailer.enqueue(connection, mail);
        // An old address that cannot be an address must not keep the new one from being recorded.
        if (!told && told.failure().code != FailureCode::EmailInvalid) {
            return told;
        }
    }
    return Done{};
}

} // namespace proconnect::service
