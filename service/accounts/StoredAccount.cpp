// SPDX-License-Identifier: MIT
#include "service/accounts/StoredAccount.h"

#include "core/protocol/ModelJson.h"
#include "service/storage/SqlInstant.h"

#include <algorithm>
#include <iterator>

namespace proconnect::service {
namespace {

const QString closedByDataMember = QStringLiteral("closedByData");
const QString beforeMember = QStringLiteral("before");
const QString asOfMember = QStringLiteral("asOf");

constexpr AccountState orders[] = {AccountState::ClosureRequested, AccountState::ClosureFailed,
                                   AccountState::ClosureManual, AccountState::ClosureScheduled};

} // namespace

bool orderUnderWay(AccountState state)
{
    return std::find(std::begin(orders), std::end(orders), state) != std::end(orders);
}

QJsonObject contentOf(const StoredAccount& stored)
{
    QJsonObject content = toJson(stored.account);
    if (stored.closedByData) {
        content.insert(closedByDataMember, QJsonObject{{beforeMember, wireName(stored.closedByData->before)},
                                                       {asOfMember, toSql(stored.closedByData->asOf)}});
    }
    return content;
}

std::optional<ClosedByData> closedByDataIn(const QJsonObject& content)
{
    if (!content.contains(closedByDataMember)) {
        return std::nullopt;
    }
    const QJsonObject kept = content[closedByDataMember].toObject();
    const QString before = kept[beforeMember].toString();
    const auto order = std::find_if(std::begin(orders), std::end(orders),
                                    [&before](AccountState state) { return wireName(state) == before; });
    return ClosedByData{order == std::end(orders) ? AccountState::Active : *order,
                        instantFromSql(kept[asOfMember].toString())};
}

} // namespace proconnect::service
