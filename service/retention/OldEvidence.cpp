// SPDX-License-Identifier: MIT
#include "service/retention/OldEvidence.h"

#include "service/evidence/EvidenceChain.h"
#include "service/evidence/EvidenceCheck.h"
#include "service/retention/InPortions.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

/// Nobody uses any more what the decision gave.
const QString isOver = QStringLiteral(
    "NOT EXISTS (SELECT 1 FROM decision d LEFT JOIN access_request r ON r.reference = d.target JOIN "
    "portal_account a ON a.siren = d.siren AND a.state <> 'closed' AND (a.id = d.target OR a.portal = "
    "r.portal) "
    "WHERE d.id = e.decision)");

/// When the act took place, as its link says.
QDateTime instantOf(const EvidenceLink& link)
{
    const QJsonValue at = link.content.contains(QStringLiteral("at")) ? link.content[u"at"]
                          : link.content.contains(QStringLiteral("receipt"))
                              ? link.content[u"receipt"][u"takenAt"]
                              : link.content[u"seenAt"];
    return QDateTime::fromString(at.toString(), Qt::ISODate).toUTC();
}

Outcome<Done> run(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    const auto query = runQuery(connection, sql, values);
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

/// The decision, and the request that it accepted.
Outcome<Done> forgetDecision(QSqlDatabase& connection, const QString& id)
{
    const auto request =
        run(connection,
            QStringLiteral("DELETE FROM access_request WHERE state IN ('accepted', 'acceptedWithLimits') AND "
                           "reference = (SELECT target FROM decision WHERE id = ?)"),
            {id});
    return request ? run(connection, QStringLiteral("DELETE FROM decision WHERE id = ?"), {id}) : request;
}

} // namespace

Outcome<int> OldEvidence::forget(const QDateTime& now)
{
    m_doubtful.clear();
    static const Dating undated{QStringLiteral("evidence"), QStringLiteral("siren, sequence"),
                                QStringLiteral("written_at"), QStringLiteral("written_at = ''")};
    if (auto dated = date(m_database, undated, now); !dated) {
        return dated;
    }
    const QDateTime oldest = now.addYears(-years);
    int erased = 0;
    Place last;
    while (true) {
        const auto places = m_database.read<QList<Place>>(
            [&](QSqlDatabase& connection) { return next(connection, oldest, last); });
        if (!places) {
            return places.failure();
        }
        for (const Place& place : places.value()) {
            const auto done = m_database.write<bool>(
                [&](QSqlDatabase& connection) { return erase(connection, place, oldest); });
            if (!done) {
                return done.failure();
            }
            erased += done.value() ? 1 : 0;
            if (!done.value()) {
                m_doubtful.append(place.siren + u' ' + QString::number(place.sequence));
            }
        }
        if (places.value().size() < rowsOfOnePortion) {
            return erased;
        }
        last = places.value().last();
    }
}

Outcome<QList<OldEvidence::Place>> OldEvidence::next(QSqlDatabase& connection, const QDateTime& oldest,
                                                     const Place& after)
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT written_at, siren, sequence FROM evidence e WHERE erasure = '' AND written_at "
                       "<> '' AND written_at < ? AND (written_at, siren, sequence) > (?, ?, ?) AND ") +
            isOver + QStringLiteral(" ORDER BY written_at, siren, sequence LIMIT %1").arg(rowsOfOnePortion),
        {toSql(oldest), after.writtenAt + QStringLiteral(""), after.siren + QStringLiteral(""),
         after.sequence});
    if (!query) {
        return query.failure();
    }
    QList<Place> places;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        places.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong()});
    }
    return places;
}

Outcome<bool> OldEvidence::erase(QSqlDatabase& connection, const Place& place, const QDateTime& oldest) const
{
    const EvidenceChain chain(m_keys);
    const auto link = chain.link(connection, place.siren, place.sequence);
    if (!link) {
        return link.failure();
    }
    if (!link.value() || !link.value()->erasure.isEmpty()) {
        return true; // another instance was faster
    }
    const QDateTime at = instantOf(*link.value());
    if (!EvidenceCheck(m_keys).fits(*link.value()) || !at.isValid() || at >= oldest) {
        return false;
    }
    if (const auto erased = chain.erase(connection, *link.value()); !erased) {
        return erased.failure();
    }
    if (link.value()->kind == u"decision") {
        if (const auto forgotten = forgetDecision(connection, link.value()->decision); !forgotten) {
            return forgotten.failure();
        }
    }
    return true;
}

} // namespace proconnect::service
