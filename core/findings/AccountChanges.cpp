// SPDX-License-Identifier: MIT
#include "core/findings/AccountChanges.h"

#include <algorithm>
#include <future>

namespace proconnect {
namespace {

/// How far from `start` the account of this id is; nothing when it is not near.
std::optional<int> near(const AccountList& accounts, int start, const QString& id)
{
    constexpr qsizetype window = 64;
    const auto first = accounts.cbegin() + start;
    const auto last = first + std::min(window, accounts.size() - start);
    const auto found = std::find_if(first, last, [&id](const PortalAccount& one) { return one.id == id; });
    return found == last ? std::nullopt : std::optional(static_cast<int>(found - first));
}

/// Where two lists of one length do not say the same, ascending; not all of them where they are more than
/// `atMost`.
QList<int> otherwise(const AccountList& before, const AccountList& after, qsizetype atMost)
{
    const auto among = [&](qsizetype first, qsizetype last) {
        QList<int> found;
        for (qsizetype i = first; i < last && found.size() <= atMost; ++i) {
            if (!before.shares(i, after, i) && before.at(i) != after.at(i)) {
                found += static_cast<int>(i);
            }
        }
        return found;
    };
    // A hundred thousand accounts are forty megabytes: that takes two processors half the time.
    constexpr qsizetype worthAThread = 10'000;
    const qsizetype half = before.size() / 2;
    auto rest = std::async(before.size() < worthAThread ? std::launch::deferred : std::launch::async, among,
                           half, before.size());
    return among(0, half) + rest.get();
}

} // namespace

std::optional<AccountChanges> changesBetween(const AccountList& before, const AccountList& after,
                                             qsizetype atMost)
{
    AccountChanges changes;
    if (before.size() == after.size()) {
        // Most often everybody is where they were.
        const QList<int> others = otherwise(before, after, atMost);
        if (std::all_of(others.cbegin(), others.cend(),
                        [&](int one) { return before.at(one).id == after.at(one).id; })) {
            changes.fresh = others;
            return others.size() > atMost ? std::nullopt : std::optional(changes);
        }
    }
    QList<int> from;
    from.reserve(after.size());
    int old = 0;
    const auto go = [&](int count) {
        for (; count > 0; --count) {
            changes.gone += old++;
        }
    };
    const auto come = [&](int count) {
        for (; count > 0; --count) {
            changes.fresh += static_cast<int>(from.size());
            from += -1;
        }
    };
    while (from.size() < after.size() && changes.gone.size() + changes.fresh.size() <= atMost) {
        const auto next = static_cast<int>(from.size());
        if (old == before.size()) {
            come(1);
        } else if (before.shares(old, after, next) || before.at(old).id == after.at(next).id) {
            if (!before.shares(old, after, next) && before.at(old) != after.at(next)) {
                changes.fresh += next;
            }
            from += old++;
        } else if (const auto went = near(before, old, after.at(next).id)) {
            go(*went);
        } else if (const auto came = near(after, next, before.at(old).id)) {
            come(*came);
        } else {
            go(1);
            come(1);
        }
    }
    go(static_cast<int>(std::min(before.size() - old, atMost + 1)));
    if (changes.gone.size() + changes.fresh.size() > atMost) {
        return std::nullopt;
    }
    changes.moved = !changes.gone.isEmpty() || from.contains(-1);
    if (changes.moved) {
        changes.from = std::move(from);
    }
    return changes;
}

} // namespace proconnect
