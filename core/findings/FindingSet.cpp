// SPDX-License-Identifier: MIT
#include "core/findings/FindingSet.h"

#include <algorithm>

namespace proconnect {

FindingSeverity severityOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::UsedAfterDeparture:
    case FindingKind::FormerDirectorCertified:
        return FindingSeverity::Critical;
    case FindingKind::HolderLeft:
    case FindingKind::OrphanedAdministrator:
    case FindingKind::UnreachableAddress:
    case FindingKind::BeyondMandate:
        return FindingSeverity::High;
    case FindingKind::OnlyAdministrator:
    case FindingKind::Shared:
    case FindingKind::UnknownHolder:
        return FindingSeverity::Medium;
    case FindingKind::Idle:
    case FindingKind::Duplicate:
        return FindingSeverity::Low;
    }
    Q_UNREACHABLE();
}

const QList<FindingKind>& findingKinds()
{
    static const QList<FindingKind> all = [] {
        QList<FindingKind> kinds;
        for (int kind = 0; kind <= static_cast<int>(FindingKind::BeyondMandate); ++kind) {
            kinds += static_cast<FindingKind>(kind);
        }
        std::stable_sort(kinds.begin(), kinds.end(),
                         [](FindingKind a, FindingKind b) { return severityOf(a) > severityOf(b); });
        return kinds;
    }();
    return all;
}

QList<FindingKind> FindingSet::kinds() const
{
    QList<FindingKind> found;
    std::copy_if(findingKinds().cbegin(), findingKinds().cend(), std::back_inserter(found),
                 [this](FindingKind kind) { return contains(kind); });
    return found;
}

} // namespace proconnect
