// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

#include <numeric>

namespace proconnect {

/// Sorts by `keyOf`, which gives each item a number from 0 to `keys` - 1. Equal ones keep their order.
/// Linear.
template <typename KeyOf>
void sortByCounting(QList<int>& items, int keys, const KeyOf& keyOf)
{
    QList<int> starts(keys + 1);
    int* const start = starts.data();
    for (const int item : std::as_const(items)) {
        ++start[keyOf(item) + 1];
    }
    std::partial_sum(start, start + keys, start);
    QList<int> sorted(items.size());
    int* const place = sorted.data();
    for (const int item : std::as_const(items)) {
        place[start[keyOf(item)]++] = item;
    }
    items.swap(sorted);
}

} // namespace proconnect
