// SPDX-License-Identifier: MIT
#include "service/sessions/PivotFingerprint.h"

#include "core/certification/NameFolding.h"

namespace proconnect::service {

QString pivotFingerprint(const ServiceKeys& keys, const FranceConnectIdentity& identity)
{
    using certification::foldedLetters;
    const QString birthdate = QString(identity.birthdate).replace(QLatin1String("-00"), QLatin1String("-01"));
    const QStringList parts{foldedLetters(identity.familyName),
                            foldedLetters(identity.givenNames.join(u' ')),
                            identity.gender,
                            birthdate,
                            foldedLetters(identity.birthplace),
                            identity.birthcountry};
    return QString::fromLatin1(keys.fingerprint(parts.join(u'\n').toUtf8(), "pivot"));
}

} // namespace proconnect::service
