// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/model/Decision.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace proconnect::service {

/// What the portal, or its silence, added to a decision: a later link of the file.
struct ReceiptAddition
{
    QString kind; ///< of the link: "acknowledgement", "refusal", "closureAsked", "unanswered", "overtaken"
    QDateTime at;
    QString message; ///< the portal's own words with a refusal
};

/// What a genuine file of a receipt proves.
struct ProvenReceipt
{
    DecisionReceipt receipt;
    Decision decision;
    QString person; ///< who decided, as FranceConnect named them
    QString device; ///< thumbprint of the key that signed; that it is that person's is the service's word
    QString hash;   ///< of the link of evidence
    QString key;    ///< thumbprint of the key that sealed it
    QList<ReceiptAddition> additions; ///< in their order; whoever hands the file on can leave out the last
};

/// Checks a file that ReceiptRoutes gave, with the service's public keys and nothing else: every link is as
/// it was sealed, all are of one act, and the device that the first names signed that very decision.
/// InvalidRequest: it is no such file; Unauthorized: it is not genuine, and why.
[[nodiscard]] Outcome<ProvenReceipt> checkReceipt(const QByteArray& file, const QList<Jwk>& keys);

} // namespace proconnect::service
