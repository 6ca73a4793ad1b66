// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryQueue.h"

#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QUuid>

#include <array>

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("delivery");
constexpr qint64 unreadableSeconds = 3600;
constexpr std::array kindNames{
    "requestAnswer",       "closeAccount", "certifyAccount",  "withdrawCertification",
    "mandateEnded",        "askClosure",   "requestQuestion", "certificationWithdrawn",
    "contactEmailChanged", "tryReceiver",  "restoreAccount",  "nameAdministrator",
    "openAccount"};

QString nameOf(DeliveryKind kind)
{
    return QLatin1String(kindNames[static_cast<std::size_t>(kind)]);
}

QString nameOf(DeliveryQueue::End end)
{
    switch (end) {
    case DeliveryQueue::End::Acknowledged:
        return QStringLiteral("acknowledged");
    case DeliveryQueue::End::Failed:
        return QStringLiteral("failed");
    case DeliveryQueue::End::Overtaken:
        return QStringLiteral("overtaken");
    }
    Q_UNREACHABLE();
}

std::optional<DeliveryKind> kindOf(const QString& name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QLatin1String(kindNames[i])) {
            return static_cast<DeliveryKind>(i);
        }
    }
    return std::nullopt;
}

QString among(const QList<DeliveryKind>& kinds, QVariantList& values)
{
    QStringList places;
    for (const DeliveryKind kind : kinds) {
        places.append(QStringLiteral("?"));
        values.append(nameOf(kind));
    }
    return QStringLiteral("kind IN (%1)").arg(places.join(u','));
}

/// What lets every order pass but those held back, with its values.
QString passingOver(const HeldBack& heldBack, QVariantList& values)
{
    if (heldBack.kinds.isEmpty()) {
        return {};
    }
    const QString kinds = among(heldBack.kinds, values);
    values.append(toSql(heldBack.addedAfter));
    return QStringLiteral(" AND NOT (%1 AND created_at > ?)").arg(kinds);
}

/// What puts the orders on trial in their own order, with its values.
QString trialOrder(const HeldBack& heldBack, QVariantList& values)
{
    if (heldBack.onTrial.isEmpty()) {
        return {};
    }
    const QString tried = among(heldBack.onTrial, values);
    const QString newest = among(heldBack.onTrial, values);
    return QStringLiteral("CASE WHEN %1 THEN attempts ELSE 0 END, "
                          "CASE WHEN %2 THEN created_at ELSE '' END DESC, ")
        .arg(tried, newest);
}

Outcome<Done> done(const Outcome<QSqlQuery>& query)
{
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

} // namespace

Outcome<Done> DeliveryQueue::add(QSqlDatabase& connection, const DeliveryOrder& order,
                                 const QDateTime& now) const
{
    const QString instant = toSql(now);
    const QString decision = order.decision.isEmpty() ? QStringLiteral("") : order.decision;
    return done(runQuery(
        connection,
        QStringLiteral("INSERT INTO delivery (id, siren, portal, decision, kind, target, state, "
                       "attempts, created_at, next_attempt_at, content) "
                       "VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?)"),
        {QUuid::createUuid().toString(QUuid::WithoutBraces), order.siren, order.portal, decision,
         nameOf(order.kind), order.target, instant, instant, sealedJson(m_keys, order.content, context)}));
}

Outcome<bool> DeliveryQueue::anyDue(QSqlDatabase& connection, const QString& portal, const QDateTime& now,
                                    const HeldBack& heldBack) const
{
    QVariantList values{portal, toSql(now)};
    const QString condition = passingOver(heldBack, values);
    auto query = runQuery(connection,
                          QStringLiteral("SELECT 1 FROM delivery WHERE state = 'waiting' AND portal = ? AND "
                                         "next_attempt_at <= ?%1 LIMIT 1")
                              .arg(condition),
                          values);
    return query ? Outcome<bool>(query.value().next()) : Outcome<bool>(query.failure());
}

Outcome<std::optional<DeliveryOrder>> DeliveryQueue::claim(QSqlDatabase& connection, const QString& portal,
                                                           const QDateTime& now, const QDateTime& leaseEnd,
                                                           const HeldBack& heldBack) const
{
    using Order = std::optional<DeliveryOrder>;
    if (!m_claimant.mayClaim()) {
        return Order();
    }
    QVariantList values{portal, toSql(now)};
    const QString condition = passingOver(heldBack, values);
    const QString trial = trialOrder(heldBack, values);
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT id, siren, portal, decision, kind, target, content, attempts, "
                                "created_at FROM delivery WHERE state = 'waiting' AND portal = ? AND "
                                "next_attempt_at <= ?%1 ORDER BY %2next_attempt_at, created_at LIMIT 1")
                         .arg(condition, trial) +
                     passOverTaken(connection),
                 values);
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return Order();
    }
    const QSqlQuery& row = query.value();
    const auto kind = kindOf(row.value(4).toString());
    const auto content = openedJson(m_keys, row.value(6).toString(), context);
    if (!kind || !content) {
        DeliveryOrder unreadable;
        unreadable.id = row.value(0).toString();
        query.value().finish();
        const auto later = postpone(connection, unreadable, now.addSecs(unreadableSeconds));
        return later ? Outcome<Order>(Order()) : Outcome<Order>(later.failure());
    }
    const DeliveryOrder order{row.value(0).toString(),
                              row.value(1).toString(),
                              row.value(2).toString(),
                              row.value(3).toString(),
                              *kind,
                              row.value(5).toString(),
                              content.value(),
                              row.value(7).toInt(),
                              instantFromSql(row.value(8).toString())};
    query.value().finish();
    const auto leased = runQuery(
        connection,
        QStringLiteral(
            "UPDATE delivery SET attempts = attempts + 1, next_attempt_at = ?, claimed_by = ? WHERE id = ?"),
        {toSql(leaseEnd), m_claimant.name(), order.id});
    return leased ? Outcome<Order>(order) : Outcome<Order>(leased.failure());
}

Outcome<bool> DeliveryQueue::overtaken(QSqlDatabase& connection, const QString& id)
{
    auto later =
        runQuery(connection,
                 QStringLiteral("SELECT 1 FROM delivery d JOIN delivery later ON later.siren = d.siren AND "
                                "later.target = d.target AND (later.kind = d.kind OR "
                                "(d.kind IN ('closeAccount', 'askClosure', 'restoreAccount') AND "
                                "later.kind IN ('closeAccount', 'askClosure', 'restoreAccount'))) AND "
                                "later.created_at > d.created_at WHERE d.id = ? LIMIT 1"),
                 {id});
    return later ? Outcome<bool>(later.value().next()) : Outcome<bool>(later.failure());
}

Outcome<Done> DeliveryQueue::noteAnswer(QSqlDatabase& connection, const QString& id, const QDateTime& now)
{
    return done(runQuery(connection, QStringLiteral("UPDATE delivery SET answered_at = ? WHERE id = ?"),
                         {toSql(now), id}));
}

Outcome<Done> DeliveryQueue::dropQuestions(QSqlDatabase& connection, const QString& siren,
                                           const QString& request, const QDateTime& now)
{
    return done(
        runQuery(connection,
                 QStringLiteral("UPDATE delivery SET state = 'overtaken', settled_at = ?, content = '', "
                                "claimed_by = '' WHERE siren = ? AND target = ? AND kind = ? AND "
                                "state = 'waiting'"),
                 {toSql(now), siren, request, nameOf(DeliveryKind::RequestQuestion)}));
}

Outcome<bool> DeliveryQueue::postpone(QSqlDatabase& connection, const DeliveryOrder& order,
                                      const QDateTime& nextAttempt) const
{
    const auto later =
        runQuery(connection,
                 QStringLiteral("UPDATE delivery SET next_attempt_at = ?, claimed_by = '' WHERE id = ? AND "
                                "state = 'waiting' AND claimed_by IN ('', ?)"),
                 {toSql(nextAttempt), order.id, m_claimant.name()});
    return later ? Outcome<bool>(later.value().numRowsAffected() == 1) : Outcome<bool>(later.failure());
}

Outcome<bool> DeliveryQueue::settle(QSqlDatabase& connection, const DeliveryOrder& order, End end,
                                    const QDateTime& now) const
{
    const auto settled = runQuery(
        connection,
        QStringLiteral(
            "UPDATE delivery SET state = ?, settled_at = ?, content = '', claimed_by = '' WHERE id = ? AND "
            "state = 'waiting'"),
        {nameOf(end), toSql(now), order.id});
    return settled ? Outcome<bool>(settled.value().numRowsAffected() == 1) : Outcome<bool>(settled.failure());
}

Outcome<QList<DeliveryOrder>> DeliveryQueue::waiting(QSqlDatabase& connection, const QString& siren,
                                                     DeliveryKind kind) const
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT id, siren, portal, decision, target, content, attempts, created_at "
                                "FROM delivery WHERE state = 'waiting' AND siren = ? AND kind = ? "
                                "ORDER BY created_at"),
                 {siren, nameOf(kind)});
    if (!query) {
        return query.failure();
    }
    QList<DeliveryOrder> orders;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        const auto content = openedJson(m_keys, row.value(5).toString(), context);
        if (content) {
            orders.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                           row.value(3).toString(), kind, row.value(4).toString(), content.value(),
                           row.value(6).toInt(), instantFromSql(row.value(7).toString())});
        }
    }
    return orders;
}

} // namespace proconnect::service
