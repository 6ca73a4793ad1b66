// SPDX-License-Identifier: MIT
#pragma once

#include "core/table/CsvTable.h"

#include <array>

namespace proconnect {

/// The columns of a file of accounts.
enum class AccountColumn {
    Identifier,
    Holder,
    Email,
    RoleCode,
    RoleLabel,
    Administrator,
    Rights,
    Sirets,
    State,
    CreatedOn,
    LastUsed
};
inline constexpr std::size_t accountColumnCount = 11;

/// "derniere_connexion"
[[nodiscard]] QString accountColumnName(AccountColumn column);
/// All of them, in the order of AccountColumn.
[[nodiscard]] const QStringList& accountColumnNames();

/// Where a table has each of them.
class AccountColumnPlaces
{
public:
    explicit AccountColumnPlaces(const QStringList& columns);

    /// Empty where the table has no such column.
    [[nodiscard]] QString valueOf(const CsvTable::Row& row, AccountColumn column) const
    {
        return row.values.value(m_places[static_cast<std::size_t>(column)]);
    }

private:
    std::array<qsizetype, accountColumnCount> m_places{}; ///< -1: none
};

} // namespace proconnect
