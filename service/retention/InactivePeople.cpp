// SPDX-License-Identifier: MIT
#include "service/retention/InactivePeople.h"

#include "service/contact_email/ContactEmails.h"
#include "service/jobs/JobRunner.h"
#include "service/journal/CompanyCursor.h"
#include "service/log/Log.h"
#include "service/retention/InPortions.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr std::chrono::hours period{24};
constexpr const char* jobName = "retention.people";

Outcome<QStringList> texts(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    auto rows = runQuery(connection, sql, values);
    if (!rows) {
        return rows.failure();
    }
    QStringList all;
    while (rows.value().next()) {
        all.append(rows.value().value(0).toString());
    }
    return all;
}

/// An account by which they act on a portal as the director.
Outcome<bool> hasCertifiedAccount(QSqlDatabase& connection, const QString& subject)
{
    const auto row = readRow(connection,
                             QStringLiteral("SELECT COUNT(*) FROM mandate m JOIN portal_account a ON a.siren "
                                            "= m.siren AND a.certified_subject = m.subject WHERE m.subject = "
                                            "? AND m.state <> 'ended' AND a.state <> 'closed'"),
                             {subject});
    return row ? Outcome<bool>(row.value()->constFirst().toInt() > 0) : Outcome<bool>(row.failure());
}

} // namespace

InactivePeople::InactivePeople(const Parts& parts, MailTexts texts, CompanyStore companies)
    : m_parts(parts), m_texts(std::move(texts)), m_companies(companies)
{
    m_parts.jobs.every(period, jobName, [this] { look(); });
}

void InactivePeople::look()
{
    static const Dating undated{QStringLiteral("person_use"), QStringLiteral("subject"),
                                QStringLiteral("seen_at"), QStringLiteral("seen_at = ''")};
    if (const auto dated = date(m_parts.database, undated, m_parts.clock.now()); !dated) {
        m_parts.log.error(jobName, Log::fields(dated.failure()));
        return;
    }
    int warned = 0;
    int forgotten = 0;
    QString last;
    while (!m_parts.jobs.stopping()) {
        const auto people = m_parts.database.read<QStringList>(
            [&](QSqlDatabase& connection) { return next(connection, last); });
        if (!people) {
            m_parts.log.error(jobName, Log::fields(people.failure()));
            break;
        }
        for (const QString& subject : people.value()) {
            const auto fate = m_parts.database.write<Fate>(
                [&](QSqlDatabase& connection) { return settle(connection, subject); });
            if (!fate) {
                m_parts.log.error(jobName, Log::fields(fate.failure()));
                continue;
            }
            warned += fate.value() == Fate::Warned ? 1 : 0;
            forgotten += fate.value() == Fate::Forgotten ? 1 : 0;
        }
        if (people.value().size() < rowsOfOnePortion) {
            break;
        }
        last = people.value().last();
    }
    if (warned > 0) {
        m_parts.mailer.wake();
    }
    if (warned > 0 || forgotten > 0) {
        m_parts.log.info(jobName,
                         {{QStringLiteral("warned"), warned}, {QStringLiteral("forgotten"), forgotten}});
    }
}

Outcome<QStringList> InactivePeople::next(QSqlDatabase& connection, const QString& last) const
{
    const QDateTime now = m_parts.clock.now();
    return texts(connection,
                 QStringLiteral("SELECT subject FROM person_use WHERE seen_at <> '' AND seen_at < ? AND "
                                "(warned_at IS NULL OR (seen_at < ? AND warned_at < ?)) AND subject > ? "
                                "ORDER BY subject LIMIT %1")
                     .arg(rowsOfOnePortion),
                 {toSql(now.addMonths(-warnedAfterMonths)), toSql(now.addMonths(-forgottenAfterMonths)),
                  toSql(now.addDays(-leastWarningDays)), last + QStringLiteral("")});
}

Outcome<InactivePeople::Fate> InactivePeople::settle(QSqlDatabase& connection, const QString& subject) const
{
    const QDateTime now = m_parts.clock.now();
    const auto row = readRow(
        connection, QStringLiteral("SELECT seen_at, warned_at FROM person_use WHERE subject = ?"), {subject});
    if (!row) {
        return row.failure();
    }
    const QDateTime seen = row.value() ? instantFromSql(row.value()->at(0).toString()) : QDateTime();
    if (!seen.isValid() || seen >= now.addMonths(-warnedAfterMonths)) {
        return Fate::Kept; // back, or settled by another instance
    }
    const auto certified = hasCertifiedAccount(connection, subject);
    if (!certified || certified.value()) {
        return certified ? Outcome<Fate>(Fate::Kept) : Outcome<Fate>(certified.failure());
    }
    const QDateTime warned = instantFromSql(row.value()->at(1).toString());
    if (!warned.isValid()) {
        const auto told = warn(connection, subject,
                               std::max(seen.addMonths(forgottenAfterMonths), now.addDays(leastWarningDays)));
        if (!told) {
            return told.failure();
        }
        if (told.value()) {
            const auto noted =
                runQuery(connection, QStringLiteral("UPDATE person_use SET warned_at = ? WHERE subject = ?"),
                         {toSql(now), subject});
            return noted ? Outcome<Fate>(Fate::Warned) : Outcome<Fate>(noted.failure());
        }
    }
    const bool warnedLongAgo = !warned.isValid() || warned < now.addDays(-leastWarningDays);
    if (seen >= now.addMonths(-forgottenAfterMonths) || !warnedLongAgo) {
        return Fate::Kept;
    }
    const auto gone = forget(connection, subject);
    return gone ? Outcome<Fate>(Fate::Forgotten) : Outcome<Fate>(gone.failure());
}

Outcome<bool> InactivePeople::warn(QSqlDatabase& connection, const QString& subject,
                                   const QDateTime& forgottenAt) const
{
    const auto led = texts(
        connection,
        QStringLiteral("SELECT siren FROM mandate WHERE subject = ? AND state <> 'ended' ORDER BY siren"),
        {subject});
    if (!led) {
        return led.failure();
    }
    bool told = false;
    for (const QString& siren : led.value()) {
        const auto contact = m_parts.addresses.of(connection, siren);
        const auto company = m_companies.find(connection, siren);
        if (!contact || !company) {
            return contact ? company.failure() : contact.failure();
        }
        if (!canBeWrittenTo(contact.value())) {
            continue;
        }
        Mail mail = m_texts.soonForgotten(contact.value().address,
                                          company.value() ? company.value()->name : siren, forgottenAt);
        mail.siren = siren;
        if (const auto queued = m_parts.mailer.enqueue(connection, mail); !queued) {
            return queued.failure();
        }
        told = true;
    }
    return told;
}

Outcome<Done> InactivePeople::forget(QSqlDatabase& connection, const QString& subject)
{
    const auto companies =
        texts(connection, QStringLiteral("SELECT siren FROM mandate WHERE subject = ?"), {subject});
    if (!companies) {
        return companies.failure();
    }
    for (const char* table : {"mandate", "review_case", "plus_subjects", "person_use"}) {
        const auto gone =
            runQuery(connection, QStringLiteral("DELETE FROM %1 WHERE subject = ?").arg(QLatin1String(table)),
                     {subject});
        if (!gone) {
            return gone.failure();
        }
    }
    for (const QString& siren : companies.value()) {
        // What the registers said of it, its address, and what was said of its accounts were there for those
        // who lead it.
        for (const char* table : {"company", "contact_email", "person_link", "finding_set_aside"}) {
            const auto gone = runQuery(connection,
                                       QStringLiteral("DELETE FROM %1 WHERE siren = ? AND NOT EXISTS (SELECT "
                                                      "1 FROM mandate m WHERE m.siren = %1.siren)")
                                           .arg(QLatin1String(table)),
                                       {siren});
            if (!gone) {
                return gone.failure();
            }
        }
        if (const auto moved = advanceCursor(connection, siren); !moved) {
            return moved.failure();
        }
    }
    return Done{};
}

} // namespace proconnect::service
