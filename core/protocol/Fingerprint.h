// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"

#include <QHashFunctions>
#include <QtGlobal>

namespace proconnect {

/// The first 128 bits of a SHA-256 (FIPS 180-4) over everything that the API tells of something: whatever
/// says something else has another one.
struct Fingerprint
{
    quint64 first = 0;
    quint64 second = 0;

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
    friend size_t qHash(const Fingerprint& print, size_t seed) { return ::qHash(print.first, seed); }
};

[[nodiscard]] Fingerprint fingerprintOf(const PortalAccount& account);

} // namespace proconnect
