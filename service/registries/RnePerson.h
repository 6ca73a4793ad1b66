// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QJsonObject>

namespace proconnect::service {

/// Fills the civil status of `officer` from a descriptionPersonne of the national business register.
/// Where the account may not see a name, the register only says that it is present: the record is then
/// masked.
void readRnePerson(const QJsonObject& description, certification::OfficerRecord& officer);

/// Whether two descriptionPersonne of one entry, neither of them empty, cannot be about one person: another
/// family name, other given names, or another birth date.
[[nodiscard]] bool areTwoPeople(const QJsonObject& one, const QJsonObject& other);

} // namespace proconnect::service
