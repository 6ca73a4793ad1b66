// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/RneFormat.h"

namespace proconnect::service {

/// Makes a doubt of all who hold an office that one at a time can hold (chair of a SAS, chair and chief
/// executive, chair of the executive board), where the register lists several in it: all but one of them left
/// it, and nothing here tells who.
void doubtSharedOffices(RneContent& content);

} // namespace proconnect::service
