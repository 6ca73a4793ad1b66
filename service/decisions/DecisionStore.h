// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "core/result/Outcome.h"
#include "service/decisions/SignedDecision.h"

#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

/// The decisions taken; the identifier of each makes it happen at most once.
class DecisionStore
{
public:
    /// The receipt of a decision taken before. Conflict when its identifier was used for something else, or
    /// by somebody else.
    [[nodiscard]] static Outcome<std::optional<DecisionReceipt>>
    earlier(QSqlDatabase& connection, const SignedDecision& decision, const QString& subject);
    /// Writes a decision under a receipt number that was never used, with a new verification code.
    [[nodiscard]] static Outcome<DecisionReceipt> add(QSqlDatabase& connection,
                                                      const SignedDecision& decision, const QString& subject,
                                                      const QString& receiptNumber, const QDateTime& now);
    /// The receipts of the decisions that this person took for the company, latest first, at most 200.
    [[nodiscard]] static Outcome<QList<DecisionReceipt>>
    receiptsOf(QSqlDatabase& connection, const QString& subject, const QString& siren);
    /// Whether this person took this decision for the company; `decision` in lower case.
    [[nodiscard]] static Outcome<bool> isOf(QSqlDatabase& connection, const QString& decision,
                                            const QString& subject, const QString& siren);
    /// Whether anybody took this decision for the company; `decision` in lower case.
    [[nodiscard]] static Outcome<bool> isOfCompany(QSqlDatabase& connection, const QString& decision,
                                                   const QString& siren);
};

} // namespace proconnect::service
