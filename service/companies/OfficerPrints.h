// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QString>
#include <QStringList>

namespace proconnect::service {

class ServiceKeys;

/// What is kept of a matched officer instead of the person's identity: fingerprints under a key that is
/// outside the database. Empty prints come from absent values and never match.
struct OfficerPrints
{
    QString exact; ///< civil status letter by letter, as the register writes it
    QString name;  ///< folded family name and first given name: survives another spelling
    QString birth; ///< birth date: survives another name
    // Two of these three survive what registers do to an entry: names joined, parted, swapped, left out or
    // with a wrong letter, a date without its day or with a wrong part. One alone is a relative's.
    QStringList family; ///< words of the family name that identify somebody, by their first letters
    QString given;      ///< first given name, likewise
    QStringList dates;  ///< birth date but for one part

    [[nodiscard]] static OfficerPrints of(const ServiceKeys& keys, const QString& siren,
                                          const certification::OfficerRecord& officer);

    [[nodiscard]] bool sameAs(const OfficerPrints& other) const;
    /// Respelt, perhaps: name or birth is the same, or two of family name, given name and birth date nearly.
    [[nodiscard]] bool resembles(const OfficerPrints& other) const;
    /// The same person as another entry or register writes them: the name, and the birth date or all but a
    /// part, unless one of the two says no more of it than a year; or the birth date, and the name nearly.
    [[nodiscard]] bool isPersonOf(const OfficerPrints& other) const;
};

} // namespace proconnect::service
