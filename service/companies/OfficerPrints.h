// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QString>

namespace proconnect::service {

class ServiceKeys;

/// What is kept of a matched officer instead of the person's identity: fingerprints under a key that is
/// outside the database. Empty prints come from absent values and never match.
struct OfficerPrints
{
    QString exact; ///< civil status letter by letter, as the register writes it
    QString name;  ///< folded family name and first given name: survives another spelling
    QString birth; ///< birth date: survives another name

    [[nodiscard]] static OfficerPrints of(const ServiceKeys& keys, const QString& siren,
                                          const certification::OfficerRecord& officer);

    [[nodiscard]] bool sameAs(const OfficerPrints& other) const;
    /// Respelt, perhaps: one of name and birth is the same.
    [[nodiscard]] bool resembles(const OfficerPrints& other) const;
};

} // namespace proconnect::service
