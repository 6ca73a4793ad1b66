// SPDX-License-Identifier: MIT
#include "service/decisions/AccountClosing.h"

namespace proconnect::service {

QString personOf(const PortalAccount& account)
{
    const QString& said = account.holderName.isEmpty() ? account.email : account.holderName;
    return said.isEmpty() ? account.portalAccountId : said;
}

bool isCloseable(AccountState state)
{
    switch (state) {
    case AccountState::Closed:
    case AccountState::ClosureRequested:
    case AccountState::ClosureScheduled:
    case AccountState::ClosureManual:
        return false;
    case AccountState::Active:
    case AccountState::Suspended:
    case AccountState::ClosureFailed:
    case AccountState::Unknown:
        break;
    }
    return true;
}

Outcome<std::optional<DeliveryOrder>> AccountClosing::leave(QSqlDatabase& connection, StoredAccount& stored,
                                                            const QString& decision) const
{
    using Order = std::optional<DeliveryOrder>;
    PortalAccount& account = stored.account;
    const PortalConfiguration* portal = m_portals.find(account.portal);
    const bool byEvent = portal != nullptr && portal->takesClosures();
    const bool byProgram = portal != nullptr && portal->closesByProgram();
    account.state = byProgram ? AccountState::ClosureRequested : AccountState::ClosureManual;
    account.portalMessage.clear();
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (!byProgram) {
        return Order();
    }
    DeliveryOrder order;
    order.siren = stored.siren;
    order.portal = account.portal;
    order.decision = decision;
    order.kind = byEvent ? DeliveryKind::AskClosure : DeliveryKind::CloseAccount;
    order.target = account.id;
    if (byEvent) {
        order.content = {{QStringLiteral("siren"), stored.siren},
                         {QStringLiteral("portalAccountId"), account.portalAccountId}};
    }
    return Order(order);
}

} // namespace proconnect::service
