// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QString>

namespace proconnect::certification {

/// Standing of a role of the national business register (RNE), by its code. A code that is in no list is
/// Ambiguous.
[[nodiscard]] RoleStanding rneRoleStanding(const QString& roleCode);

/// Whether two entries may be about one position, by their role codes: one that is in no list may be any, and
/// some roles have two codes.
[[nodiscard]] bool mayBeSamePosition(const OfficerRecord& a, const OfficerRecord& b);

/// The register's label of a role code; empty when unknown.
[[nodiscard]] QString rneRoleLabel(const QString& roleCode);

/// Standing of a position written in words, as the trade register does ("PRESIDENT DU DIRECTOIRE").
[[nodiscard]] RoleStanding writtenRoleStanding(const QString& function);

} // namespace proconnect::certification
