// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QString>

#include <bitset>

namespace proconnect::certification {

/// Standing of a role of the national business register (RNE), by its code. A code that is in no list is
/// Ambiguous.
[[nodiscard]] RoleStanding rneRoleStanding(const QString& roleCode);

/// Positions that entries are about, by their role codes: a code that is in no list may be any of them, and
/// some have two codes.
class PositionSet
{
public:
    void add(const OfficerRecord& entry);
    /// Whether the entry may be about one of them.
    [[nodiscard]] bool mayHold(const OfficerRecord& entry) const;

private:
    std::bitset<256> m_positions;
};

/// The register's label of a role code; empty when unknown.
[[nodiscard]] QString rneRoleLabel(const QString& roleCode);

/// The code in that register of a position written in words, where it is that of a head, or of who comes in
/// the place of all of them; 0 for any other.
[[nodiscard]] int writtenRoleCode(const QString& function);

/// Whether a position written in words is a known one, and none that represents, or says that it is held no
/// longer ("Ancien président").
[[nodiscard]] bool isListedOtherwise(const QString& function);

/// Standing of a position written in words, as the trade register does ("PRESIDENT DU DIRECTOIRE").
[[nodiscard]] RoleStanding writtenRoleStanding(const QString& function);

} // namespace proconnect::certification
