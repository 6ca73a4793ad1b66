// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::service {

/// Writes the folder of the file `path` to the disk: the name of a file lasts through a power cut only then.
[[nodiscard]] bool syncFolderOf(const QString& path);

} // namespace proconnect::service
