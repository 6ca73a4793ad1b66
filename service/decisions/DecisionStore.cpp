// SPDX-License-Identifier: MIT
#include "service/decisions/DecisionStore.h"

#include "service/evidence/ReceiptCode.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr int mostReceipts = 200;

} // namespace

Outcome<std::optional<DecisionReceipt>>
DecisionStore::earlier(QSqlDatabase& connection, const SignedDecision& decision, const QString& subject)
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT signed_hash, decided_by, taken_at, receipt_number, verification_code "
                                "FROM decision WHERE id = ?"),
                 {decision.decision.id.toLower()});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return std::optional<DecisionReceipt>();
    }
    const QSqlQuery& row = query.value();
    if (row.value(0).toString() != decision.hash || row.value(1).toString() != subject) {
        return Failure{
            FailureCode::Conflict, QStringLiteral("this identifier was used for another decision"), {}};
    }
    return std::optional{DecisionReceipt{decision.decision.id, instantFromSql(row.value(2).toString()),
                                         row.value(3).toString(), row.value(4).toString()}};
}

Outcome<DecisionReceipt> DecisionStore::add(QSqlDatabase& connection, const SignedDecision& decision,
                                            const QString& subject, const QString& receiptNumber,
                                            const QDateTime& now)
{
    DecisionReceipt receipt{decision.decision.id, now, receiptNumber, newReceiptCode()};
    const auto query =
        runQuery(connection,
                 QStringLiteral("INSERT INTO decision (id, siren, target, taken_at, decided_by, "
                                "signed_hash, receipt_number, verification_code) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                 {decision.decision.id.toLower(), decision.decision.siren, decision.decision.target,
                  toSql(now), subject, decision.hash, receipt.receiptNumber, receipt.verificationCode});
    if (!query) {
        return query.failure();
    }
    return receipt;
}

Outcome<QList<DecisionReceipt>> DecisionStore::receiptsOf(QSqlDatabase& connection, const QString& subject,
                                                          const QString& siren)
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT id, taken_at, receipt_number, verification_code FROM decision "
                                "WHERE siren = ? AND decided_by = ? ORDER BY taken_at DESC LIMIT ?"),
                 {siren, subject, mostReceipts});
    if (!query) {
        return query.failure();
    }
    QList<DecisionReceipt> receipts;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        receipts.append({row.value(0).toString(), instantFromSql(row.value(1).toString()),
                         row.value(2).toString(), row.value(3).toString()});
    }
    return receipts;
}

Outcome<bool> DecisionStore::isOf(QSqlDatabase& connection, const QString& decision, const QString& subject,
                                  const QString& siren)
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT 1 FROM decision WHERE id = ? AND decided_by = ? AND siren = ?"),
        {decision, subject, siren});
    return query ? Outcome<bool>(query.value().next()) : Outcome<bool>(query.failure());
}

Outcome<bool> DecisionStore::isOfCompany(QSqlDatabase& connection, const QString& decision,
                                         const QString& siren)
{
    auto query = runQuery(connection, QStringLiteral("SELECT 1 FROM decision WHERE id = ? AND siren = ?"),
                          {decision, siren});
    return query ? Outcome<bool>(query.value().next()) : Outcome<bool>(query.failure());
}

} // namespace proconnect::service
