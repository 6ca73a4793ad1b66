// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/evidence/EvidenceLink.h"

#include <QList>

namespace proconnect::service {

/// What a person keeps of an act of theirs: its links of evidence as the service sealed them, the decision
/// first, what the portal answered after it.
[[nodiscard]] QJsonObject toReceiptFile(const QList<EvidenceLink>& links);

/// The links of such a file; at most 8 MiB. InvalidRequest unless every member is there once, of its type,
/// and no other.
[[nodiscard]] Outcome<QList<EvidenceLink>> readReceiptFile(const QByteArray& file);

} // namespace proconnect::service
