// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

#include <algorithm>

namespace proconnect {

/// Puts faults in the order of their lines and keeps the first `most`. Where nothing was read after the last
/// of them (`cut`), that one stays whatever comes before it. How many are left out.
template <typename Fault>
[[nodiscard]] qsizetype keepFirst(QList<Fault>& faults, qsizetype most, bool cut)
{
    std::stable_sort(faults.begin(), faults.end(),
                     [](const Fault& a, const Fault& b) { return a.line < b.line; });
    const qsizetype kept = cut ? 1 : 0;
    const qsizetype begin = std::max<qsizetype>(most - kept, 0);
    const qsizetype end = faults.size() - kept;
    if (begin >= end) {
        return 0;
    }
    faults.erase(faults.begin() + begin, faults.begin() + end);
    return end - begin;
}

} // namespace proconnect
