// SPDX-License-Identifier: MIT
#include "core/sync/SnapshotPatch.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace proconnect {
namespace {

/// Whether these are positions among so many, each once and in order.
bool arePositions(const QList<int>& positions, qsizetype among)
{
    const bool ascending =
        std::adjacent_find(positions.cbegin(), positions.cend(), std::greater_equal<>()) == positions.cend();
    return ascending &&
           (positions.isEmpty() || (positions.constFirst() >= 0 && positions.constLast() < among));
}

} // namespace

std::optional<CompanySnapshot> patched(const AccountList& before, SnapshotDelta delta)
{
    AccountList& came = delta.snapshot.accounts;
    if (!arePositions(delta.gone, before.size()) || !arePositions(delta.fresh, delta.accounts) ||
        delta.fresh.size() != came.size() ||
        before.size() - delta.gone.size() + came.size() != delta.accounts) {
        return std::nullopt;
    }
    AccountList accounts;
    accounts.reserve(delta.accounts);
    auto gone = delta.gone.cbegin();
    auto fresh = delta.fresh.cbegin();
    qsizetype arrival = 0;
    const auto place = [&] {
        for (; fresh != delta.fresh.cend() && *fresh == accounts.size(); ++fresh) {
            accounts.appendShared(came, arrival++);
        }
    };
    for (int old = 0; old < before.size(); ++old) {
        if (gone != delta.gone.cend() && *gone == old) {
            ++gone;
        } else {
            place();
            accounts.appendShared(before, old);
        }
    }
    place();
    came = std::move(accounts);
    return std::move(delta.snapshot);
}

} // namespace proconnect
