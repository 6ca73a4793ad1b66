// SPDX-License-Identifier: MIT
#include "service/requests/NearNames.h"

#include <QList>

#include <algorithm>
#include <cstdlib>

namespace proconnect::service {
namespace {

constexpr qsizetype longName = 12;
constexpr qsizetype shortestName = 5;

/// Letters added, left out, changed, or swapped with their neighbour.
qsizetype distance(const QString& a, const QString& b)
{
    QList<qsizetype> beforeLast(b.size() + 1);
    QList<qsizetype> last(b.size() + 1);
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
        }
        beforeLast = last;
        last = row;
    }
    return last[b.size()];
}

} // namespace

bool isNearCopy(const QString& name, const QString& other)
{
    const qsizetype shorter = std::min(name.size(), other.size());
    if (shorter < shortestName || name == other) {
        return false;
    }
    const qsizetype tolerated = shorter >= longName ? 2 : 1;
    return std::abs(name.size() - other.size()) <= tolerated && distance(name, other) <= tolerated;
}

} // namespace proconnect::service
