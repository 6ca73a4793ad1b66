// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace proconnect {

/// Who is signed in, and what they lead.
struct UserProfile
{
    QString subject;   ///< the service's pseudonym of the person
    QString givenName; ///< first given name or use name, for the greeting
    QString familyName;
    QDateTime signedInAt; ///< last time FranceConnect proved it
    int assurance = 1;    ///< eIDAS rank 1 to 3
    QList<Company> companies;
    int highEffectAssurance = 1; ///< least rank that acts of high effect need at this service

    [[nodiscard]] QString displayName() const { return QString(givenName + u' ' + familyName).trimmed(); }

    friend bool operator==(const UserProfile&, const UserProfile&) = default;
};

} // namespace proconnect
