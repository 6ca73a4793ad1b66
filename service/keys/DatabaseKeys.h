// SPDX-License-Identifier: MIT
#pragma once

#include "service/keys/FileServiceKeys.h"
#include "service/storage/Database.h"

#include <QString>

#include <memory>

namespace proconnect::service {

/// The keys in the file at `path`, once it is sure that `database` was sealed with them; a database that was
/// never used takes them for its own, and only for such a one is a missing file made. StorageUnreadable when
/// the file is missing although the database is in use, or holds other keys; no mark was left then.
[[nodiscard]] Outcome<std::shared_ptr<FileServiceKeys>> keysToServe(const QString& path, Database& database);

/// keysToServe() for who only reads: writes neither file nor database, and fails when there is no file.
[[nodiscard]] Outcome<std::shared_ptr<FileServiceKeys>> keysToRead(const QString& path, Database& database);

} // namespace proconnect::service
