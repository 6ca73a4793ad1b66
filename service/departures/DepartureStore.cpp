// SPDX-License-Identifier: MIT
#include "service/departures/DepartureStore.h"

#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

const QByteArray departureContext = QByteArrayLiteral("departure");
const QByteArray stepContext = QByteArrayLiteral("departure_step");
const QString late = QStringLiteral("state = 'requested' AND late = 0 AND late_at <= ?");
/// An account may have been in several departures; what it does now is nothing to those before.
const QString unsettledCondition = QStringLiteral(
    "state NOT IN ('confirmed', 'notNeeded') AND NOT EXISTS (SELECT 1 FROM departure_step later WHERE "
    "later.siren = departure_step.siren AND later.account = departure_step.account AND "
    "later.state <> 'notNeeded' AND "
    "(SELECT d.started_at FROM departure d WHERE d.id = later.departure) > "
    "(SELECT d.started_at FROM departure d WHERE d.id = departure_step.departure))");
const QString beforeMember = QStringLiteral("before");
const QString roleMember = QStringLiteral("role");
const QString withoutSuccessorMember = QStringLiteral("withoutSuccessor");
const QString beforeDataMember = QStringLiteral("beforeData");
const QString stepMember = QStringLiteral("step");
const QString lateAtMember = QStringLiteral("lateAt");
const QString asOfMember = QStringLiteral("asOf");

QVariant orNull(const std::optional<QDateTime>& instant)
{
    return instant ? QVariant(toSql(*instant)) : QVariant();
}

std::optional<QDateTime> instantOrNothing(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional(instantFromSql(value.toString()));
}

QJsonObject jsonOf(const StepBeforeData& before)
{
    return {{stepMember, toJson(before.step)},
            {lateAtMember, before.lateAt ? QJsonValue(toSql(*before.lateAt)) : QJsonValue()},
            {asOfMember, toSql(before.asOf)}};
}

Outcome<std::optional<StepBeforeData>> beforeDataIn(const QJsonObject& content)
{
    using Before = std::optional<StepBeforeData>;
    if (!content.contains(beforeDataMember)) {
        return Before();
    }
    const QJsonObject kept = content[beforeDataMember].toObject();
    const auto step = fromJson<DepartureStep>(kept[stepMember].toObject(), FailureCode::StorageUnreadable);
    if (!step) {
        return step.failure();
    }
    const QString lateAt = kept[lateAtMember].toString();
    return Before(StepBeforeData{step.value(),
                                 lateAt.isEmpty() ? std::nullopt : std::optional(instantFromSql(lateAt)),
                                 instantFromSql(kept[asOfMember].toString())});
}

/// One that an account may be in when it is to be closed.
AccountState stateNamed(const QString& name)
{
    for (const AccountState state :
         {AccountState::Suspended, AccountState::ClosureFailed, AccountState::Unknown}) {
        if (name == wireName(state)) {
            return state;
        }
    }
    return AccountState::Active;
}

QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Outcome<Done> done(const Outcome<QSqlQuery>& query)
{
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

/// The first column of every row.
Outcome<QStringList> texts(Outcome<QSqlQuery> query)
{
    if (!query) {
        return query.failure();
    }
    QStringList values;
    while (query.value().next()) {
        values.append(query.value().value(0).toString());
    }
    return values;
}

} // namespace

Outcome<Done> DepartureStore::insert(QSqlDatabase& connection, const StoredDeparture& stored) const
{
    const Departure& departure = stored.departure;
    const auto added =
        runQuery(connection,
                 QStringLiteral("INSERT INTO departure (id, siren, state, decision, decided_by, started_at, "
                                "due_at, ended_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                "ON CONFLICT (id) DO NOTHING"),
                 {departure.id, stored.siren, wireName(departure.state), stored.decision, stored.decidedBy,
                  toSql(departure.startedAt), toSql(stored.dueAt), orNull(stored.endedAt), sealed(stored)});
    if (!added) {
        return added.failure();
    }
    if (added.value().numRowsAffected() != 1) {
        return Failure{
            FailureCode::Conflict, QStringLiteral("this identifier was used for another departure"), {}};
    }
    int place = 0;
    for (const StoredStep& step : stored.steps) {
        auto kept = done(runQuery(
            connection,
            QStringLiteral("INSERT INTO departure_step (departure, account, siren, portal, place, state, "
                           "decision, late_at, looked_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {departure.id, step.step.account, stored.siren, step.step.portal, place++,
             wireName(step.step.state), notNull(step.decision), orNull(step.lateAt), step.lookedAt,
             sealed(step)}));
        if (!kept) {
            return kept;
        }
    }
    return Done{};
}

Outcome<std::optional<StoredDeparture>> DepartureStore::find(QSqlDatabase& connection,
                                                             const QString& id) const
{
    using Found = std::optional<StoredDeparture>;
    auto found = departures(connection, QStringLiteral("id = ?"), {id});
    if (!found) {
        return found.failure();
    }
    return found.value().isEmpty() ? Found() : Found(found.value().constFirst());
}

Outcome<Done> DepartureStore::save(QSqlDatabase& connection, const StoredDeparture& stored) const
{
    return done(runQuery(
        connection,
        QStringLiteral("UPDATE departure SET state = ?, due_at = ?, ended_at = ?, content = ? WHERE id = ?"),
        {wireName(stored.departure.state), toSql(stored.dueAt), orNull(stored.endedAt), sealed(stored),
         stored.departure.id}));
}

Outcome<Done> DepartureStore::save(QSqlDatabase& connection, const StoredStep& stored) const
{
    return done(runQuery(connection,
                         QStringLiteral("UPDATE departure_step SET state = ?, decision = ?, late_at = ?, "
                                        "late = ?, looked_at = ?, content = ? WHERE departure = ? AND "
                                        "account = ?"),
                         {wireName(stored.step.state), notNull(stored.decision), orNull(stored.lateAt),
                          stored.step.late ? 1 : 0, stored.lookedAt, sealed(stored), stored.departure,
                          stored.step.account}));
}

Outcome<QList<StoredDeparture>> DepartureStore::of(QSqlDatabase& connection, const QString& siren,
                                                   const QDateTime& endedSince, int latestEnded) const
{
    return departures(connection,
                      QStringLiteral("siren = ? AND (ended_at IS NULL OR ended_at >= ? OR id IN (SELECT e.id "
                                     "FROM departure e WHERE e.siren = ? AND e.ended_at IS NOT NULL ORDER BY "
                                     "e.ended_at DESC, e.id LIMIT ?)) ORDER BY started_at DESC, id"),
                      {siren, toSql(endedSince), siren, latestEnded});
}

Outcome<QList<StoredStep>> DepartureStore::stepsOf(QSqlDatabase& connection, const QString& siren,
                                                   const QString& account) const
{
    return steps(connection,
                 QStringLiteral("siren = ? AND account = ? ORDER BY (SELECT d.started_at FROM departure d "
                                "WHERE d.id = departure_step.departure) DESC"),
                 {siren, account});
}

Outcome<QList<StoredStep>> DepartureStore::unsettledOf(QSqlDatabase& connection, const QString& siren,
                                                       const QString& account) const
{
    return steps(connection, QStringLiteral("siren = ? AND account = ? AND ") + unsettledCondition,
                 {siren, account});
}

Outcome<QList<StoredStep>> DepartureStore::unsettled(QSqlDatabase& connection, const QString& siren,
                                                     const QString& portal) const
{
    return steps(connection,
                 QStringLiteral("siren = ? AND portal = ? AND %1 ORDER BY place").arg(unsettledCondition),
                 {siren, portal});
}

Outcome<QList<StoredStep>> DepartureStore::declaredBefore(QSqlDatabase& connection, const QString& siren,
                                                          const QString& portal, const QDateTime& asOf) const
{
    auto declared =
        steps(connection,
              QStringLiteral("siren = ? AND portal = ? AND state = 'declaredDone' AND %1 ORDER BY place")
                  .arg(unsettledCondition),
              {siren, portal});
    if (declared) {
        declared.value().removeIf(
            [&asOf](const StoredStep& stored) { return !stored.step.at || *stored.step.at >= asOf; });
    }
    return declared;
}

Outcome<QHash<QString, qsizetype>> DepartureStore::closings(QSqlDatabase& connection, const QString& siren,
                                                            const QString& decision)
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT s.portal, SUM(CASE WHEN s.state = 'notNeeded' THEN 0 ELSE 1 "
                                         "END) FROM departure d JOIN departure_step s ON s.departure = d.id "
                                         "WHERE d.siren = ? AND d.decision = ? GROUP BY s.portal"),
                          {siren, decision});
    if (!query) {
        return query.failure();
    }
    QHash<QString, qsizetype> counts;
    while (query.value().next()) {
        counts.insert(query.value().value(0).toString(), query.value().value(1).toLongLong());
    }
    return counts;
}

Outcome<QStringList> DepartureStore::due(QSqlDatabase& connection, const QDateTime& now)
{
    return texts(runQuery(
        connection,
        QStringLiteral("SELECT d.id FROM departure d WHERE d.ended_at IS NULL AND d.due_at <= ? AND "
                       "(d.state = 'scheduled' OR EXISTS (SELECT 1 FROM departure_step s WHERE "
                       "s.departure = d.id AND s.state = 'replacementNeeded' AND s.looked_at <> "
                       "COALESCE((SELECT c.value FROM company_cursor c WHERE c.siren = d.siren), 0))) "
                       "ORDER BY d.due_at LIMIT ?"),
        {toSql(now), batch}));
}

Outcome<Done> DepartureStore::putOff(QSqlDatabase& connection, const QString& id, const QDateTime& until)
{
    return done(runQuery(connection, QStringLiteral("UPDATE departure SET due_at = ? WHERE id = ?"),
                         {toSql(until), id}));
}

Outcome<QStringList> DepartureStore::waitingOf(QSqlDatabase& connection, const QString& siren,
                                               const QString& decidedBy)
{
    return texts(
        runQuery(connection,
                 QStringLiteral("SELECT d.id FROM departure d WHERE d.siren = ? AND d.decided_by = ? AND "
                                "d.ended_at IS NULL AND EXISTS (SELECT 1 FROM departure_step s WHERE "
                                "s.departure = d.id AND s.state IN ('toDo', 'replacementNeeded'))"),
                 {siren, decidedBy}));
}

Outcome<bool> DepartureStore::anyLate(QSqlDatabase& connection, const QDateTime& now)
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT 1 FROM departure_step WHERE %1 LIMIT 1").arg(late), {toSql(now)});
    return query ? Outcome<bool>(query.value().next()) : Outcome<bool>(query.failure());
}

Outcome<QStringList> DepartureStore::markLate(QSqlDatabase& connection, const QDateTime& now)
{
    auto companies = texts(runQuery(
        connection, QStringLiteral("SELECT DISTINCT siren FROM departure_step WHERE ") + late, {toSql(now)}));
    if (!companies || companies.value().isEmpty()) {
        return companies;
    }
    const auto marked = done(runQuery(
        connection, QStringLiteral("UPDATE departure_step SET late = 1 WHERE ") + late, {toSql(now)}));
    return marked ? companies : Outcome<QStringList>(marked.failure());
}

Outcome<QList<StoredDeparture>> DepartureStore::departures(QSqlDatabase& connection, const QString& condition,
                                                           const QVariantList& values) const
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT siren, decision, decided_by, due_at, ended_at, content, id, "
                       "(SELECT receipt_number FROM decision WHERE decision.id = departure.decision), "
                       "(SELECT verification_code FROM decision WHERE decision.id = departure.decision) "
                       "FROM departure WHERE ") +
            condition,
        values);
    if (!query) {
        return query.failure();
    }
    QList<StoredDeparture> found;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        const auto content = openedJson(m_keys, row.value(5).toString(), departureContext);
        if (!content) {
            return content.failure();
        }
        auto departure = fromJson<Departure>(content.value(), FailureCode::StorageUnreadable);
        if (!departure) {
            return departure.failure();
        }
        departure.value().receiptNumber = row.value(7).toString();
        departure.value().verificationCode = row.value(8).toString();
        found.append({row.value(0).toString(), departure.value(), row.value(1).toString(),
                      row.value(2).toString(), instantFromSql(row.value(3).toString()),
                      instantOrNothing(row.value(4))});
    }
    for (StoredDeparture& stored : found) {
        auto own = steps(connection, QStringLiteral("departure = ? ORDER BY place"), {stored.departure.id});
        if (!own) {
            return own.failure();
        }
        stored.steps = std::move(own).value();
    }
    return found;
}

Outcome<QList<StoredStep>> DepartureStore::steps(QSqlDatabase& connection, const QString& condition,
                                                 const QVariantList& values) const
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT departure, siren, decision, late_at, late, looked_at, "
                                         "content FROM departure_step WHERE ") +
                              condition,
                          values);
    if (!query) {
        return query.failure();
    }
    QList<StoredStep> found;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        const auto content = openedJson(m_keys, row.value(6).toString(), stepContext);
        if (!content) {
            return content.failure();
        }
        auto step = fromJson<DepartureStep>(content.value(), FailureCode::StorageUnreadable);
        if (!step) {
            return step.failure();
        }
        step.value().late = row.value(4).toInt() != 0;
        auto before = beforeDataIn(content.value());
        if (!before) {
            return before.failure();
        }
        found.append({row.value(0).toString(), row.value(1).toString(), step.value(), row.value(2).toString(),
                      content.value()[withoutSuccessorMember].toBool(), instantOrNothing(row.value(3)),
                      row.value(5).toLongLong(), stateNamed(content.value()[beforeMember].toString()),
                      content.value()[roleMember].toString(), std::move(before).value()});
    }
    return found;
}

QString DepartureStore::sealed(const StoredDeparture& stored) const
{
    Departure departure = stored.departure;
    departure.steps.clear();
    departure.receiptNumber.clear(); // of the decision, which has it
    departure.verificationCode.clear();
    return sealedJson(m_keys, toJson(departure), departureContext);
}

QString DepartureStore::sealed(const StoredStep& stored) const
{
    QJsonObject content = toJson(stored.step);
    content.insert(withoutSuccessorMember, stored.withoutSuccessor);
    content.insert(beforeMember, wireName(stored.before));
    content.insert(roleMember, stored.role);
    if (stored.beforeData) {
        content.insert(beforeDataMember, jsonOf(*stored.beforeData));
    }
    return sealedJson(m_keys, content, stepContext);
}

} // namespace proconnect::service
