// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QString>

namespace proconnect::service {

/// Answer to a portal's "is the holder of this account still director?".
struct DirectorAnswer
{
    /// Unavailable: no register answered, or a doubt that only the director's next sign-in can lift.
    enum class Value { Yes, No, Unavailable };

    Value value = Value::Unavailable;
    QString function; ///< in the register's words; only with Yes
    QDateTime asOf;   ///< instant of the register's last word; invalid when there never was one
};

/// Answers portals without the director being there, from what was stored when the company was attached.
class DirectorVerification
{
public:
    virtual ~DirectorVerification() = default;

    /// Asks the register again when the last proof is older than 24 hours. Failures: SirenInvalid, Internal;
    /// an unknown or uncertified account is a No.
    [[nodiscard]] virtual Outcome<DirectorAnswer> answer(const QString& portalId, const QString& siren,
                                                         const QString& portalAccountId) = 0;
};

} // namespace proconnect::service
