// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

/// Whom an account is about, for the journal and for departures; its number where the portal says no more.
[[nodiscard]] QString personOf(const PortalAccount& account);
/// Whether nobody has decided to close the account, or the portal did not.
[[nodiscard]] bool isCloseable(AccountState state);

/// How the closing of an account leaves: over SCIM, by an event, or by letter.
class AccountClosing
{
public:
    AccountClosing(AccountStore accounts, const PortalDirectory& portals)
        : m_accounts(accounts), m_portals(portals)
    {}

    /// Writes the account's new state, in the caller's transaction; `stored` has it too. The order that the
    /// portal gets by `decision`, to be added; nothing: a letter.
    [[nodiscard]] Outcome<std::optional<DeliveryOrder>> leave(QSqlDatabase& connection, StoredAccount& stored,
                                                              const QString& decision) const;

private:
    AccountStore m_accounts;
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
