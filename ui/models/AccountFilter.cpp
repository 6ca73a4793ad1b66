// SPDX-License-Identifier: MIT
#include "ui/models/AccountFilter.h"

#include <array>

namespace proconnect::ui {
namespace {

constexpr std::array names{"open",   "departures", "administrators", "mandates", "addresses",
                           "shared", "idle",       "duplicates",     "setAside", "closed"};
static_assert(names.size() == static_cast<std::size_t>(AccountFilter::Count));

} // namespace

FindingSet findingsOf(AccountFilter filter)
{
    switch (filter) {
    case AccountFilter::Departures:
        return {FindingKind::HolderLeft, FindingKind::UsedAfterDeparture};
    case AccountFilter::Administrators:
        return {FindingKind::OrphanedAdministrator, FindingKind::OnlyAdministrator};
    case AccountFilter::Mandates:
        return {FindingKind::FormerDirectorCertified, FindingKind::BeyondMandate};
    case AccountFilter::Addresses:
        return {FindingKind::UnreachableAddress};
    case AccountFilter::Shared:
        return {FindingKind::Shared, FindingKind::UnknownHolder};
    case AccountFilter::Idle:
        return {FindingKind::Idle};
    case AccountFilter::Duplicates:
        return {FindingKind::Duplicate};
    case AccountFilter::Open:
    case AccountFilter::SetAside:
    case AccountFilter::Closed:
    case AccountFilter::Count:
        break;
    }
    return {};
}

QString nameOf(AccountFilter filter)
{
    return QLatin1String(names.at(static_cast<std::size_t>(filter)));
}

AccountFilter filterNamed(const QString& name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names.at(i))) {
            return static_cast<AccountFilter>(i);
        }
    }
    return AccountFilter::Open;
}

} // namespace proconnect::ui
