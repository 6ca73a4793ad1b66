// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace proconnect::service {

/// That nothing but the portal's data ended an account. They may turn out to have been wrong.
struct ClosedByData
{
    AccountState before = AccountState::Active; ///< the order under way, or Active
    QDateTime asOf;                             ///< of the data

    friend bool operator==(const ClosedByData&, const ClosedByData&) = default;
};

/// An account as the service keeps it.
struct StoredAccount
{
    QString siren;
    PortalAccount account;
    QString scimId;
    QString etag;
    QString certifiedSubject; ///< for whom the service had it certified; empty: it did not
    /// Kept when later data show it open, until an order is under way again.
    std::optional<ClosedByData> closedByData = {};

    friend bool operator==(const StoredAccount&, const StoredAccount&) = default;
};

/// Whether the company decided to close it, and no data show yet that it is.
[[nodiscard]] bool orderUnderWay(AccountState state);

/// The account as its record holds it, beside what stands in columns.
[[nodiscard]] QJsonObject contentOf(const StoredAccount& stored);
/// What contentOf() wrote of how it ended.
[[nodiscard]] std::optional<ClosedByData> closedByDataIn(const QJsonObject& content);

} // namespace proconnect::service
