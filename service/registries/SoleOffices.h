// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/RneFormat.h"

namespace proconnect::service {

/// Makes a doubt of all who hold an office that one at a time can hold (chair of a SAS, chair and chief
/// executive, chair of the executive board, sole chief executive), where the register lists several in it, or
/// somebody else in an office that nobody holds beside it (a manager beside the chair of a SAS, a chair of
/// the board beside one who is chief executive too, anybody beside a liquidator): all but one of them left,
/// and nothing here tells who.
void doubtSharedOffices(RneContent& content);

/// The same for officers whose positions are written in words, as the trade register does.
void doubtSharedOffices(QList<certification::OfficerRecord>& officers);

} // namespace proconnect::service
