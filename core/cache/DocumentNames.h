// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// Names of what the desktop keeps in its EncryptedStore.
namespace proconnect::documents {

inline const QString profile = QStringLiteral("profile");
/// SIREN of the company last on screen.
inline const QString selection = QStringLiteral("selection");
/// Decisions that the service does not have yet. Present only while there are some.
inline const QString outgoing = QStringLiteral("outgoing");

[[nodiscard]] inline QString company(const QString& siren)
{
    return QStringLiteral("company-") + siren;
}

} // namespace proconnect::documents
