// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/Database.h"

#include <functional>

namespace proconnect::service {

/// Few enough rows that nobody who writes meanwhile notices.
inline constexpr int rowsOfOnePortion = 500;

/// `some` in one transaction after the other until it touched fewer rows than a portion; how many in all.
[[nodiscard]] inline Outcome<int> inPortions(Database& database,
                                             const std::function<Outcome<int>(QSqlDatabase&)>& some)
{
    int rows = 0;
    while (true) {
        auto done = database.write<int>(some);
        if (!done) {
            return done;
        }
        rows += done.value();
        if (done.value() < rowsOfOnePortion) {
            return rows;
        }
    }
}

} // namespace proconnect::service
