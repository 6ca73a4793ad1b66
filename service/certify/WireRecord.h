// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Certifier.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect::service {

/// The officers that one record of a register names, and what it says of the company. What a record cannot
/// say counts as in order.
struct WireRecord
{
    QList<certification::OfficerRecord> officers;
    certification::CompanyGate gate;
};

/// `registry`: "insee" (a uniteLegale), "rne" (an element of pouvoirs, or a whole formality.content) or "rcs"
/// (an inner data object). Nothing for any other register.
[[nodiscard]] std::optional<WireRecord> readWireRecord(const QString& registry, const QJsonObject& record,
                                                       const QDate& today);

} // namespace proconnect::service
