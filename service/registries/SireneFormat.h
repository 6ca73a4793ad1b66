// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/Registry.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

/// The sole trader that a SIRENE uniteLegale describes; only meaningful for legal form 1000.
[[nodiscard]] certification::OfficerRecord officerOfSirene(const QJsonObject& uniteLegale,
                                                           const QDate& today);

/// What a SIRENE uniteLegale says of the unit itself today.
[[nodiscard]] RegisteredCompany companyOfSirene(const QJsonObject& unit, const QDate& today);

/// An answer of GET /siren/{siren}. Sole traders are their own officer; companies have none here.
/// Failure: BadReply, for a unit of which no period of today says the legal form too.
[[nodiscard]] Outcome<RegistryAnswer> parseSireneUnit(const QByteArray& body, const SirenNumber& siren,
                                                      const QDate& today);

/// An answer of GET /siret?q=siren:... Establishments whose SIRET is wrong are left out. Failure: BadReply.
[[nodiscard]] Outcome<QList<Establishment>>
parseSireneEstablishments(const QByteArray& body, const SirenNumber& siren, const QDate& today);

} // namespace proconnect::service
