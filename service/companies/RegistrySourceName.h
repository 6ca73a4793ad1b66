// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

namespace proconnect::service {

/// The register whose wire name was stored.
[[nodiscard]] RegistrySource registrySourceFrom(const QString& wireName);

} // namespace proconnect::service
