// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QJsonObject>

namespace proconnect::service {

/// Fills the civil status of `officer` from a descriptionPersonne of the national business register.
/// Where the account may not see a name, the register only says that it is present: the record is then
/// masked.
void readRnePerson(const QJsonObject& description, certification::OfficerRecord& officer);

} // namespace proconnect::service
