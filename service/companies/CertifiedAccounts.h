// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QString>

#include <optional>

namespace proconnect::service {

/// Whose accounts on a portal are certified.
class CertifiedAccounts
{
public:
    virtual ~CertifiedAccounts() = default;

    /// Pseudonym of the director for whom this account of the company was certified; nothing when it was not.
    [[nodiscard]] virtual Outcome<std::optional<QString>>
    certifiedSubject(const QString& portalId, const QString& siren, const QString& portalAccountId) = 0;
};

} // namespace proconnect::service
