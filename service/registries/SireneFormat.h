// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/Registry.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

/// The sole trader that a SIRENE uniteLegale describes; only meaningful for legal form 1000.
[[nodiscard]] certification::OfficerRecord officerOfSirene(const QJsonObject& uniteLegale);

/// What a SIRENE uniteLegale says of the unit itself today.
[[nodiscard]] RegisteredCompany companyOfSirene(const QJsonObject& unit);

/// An answer of GET /siren/{siren}. Sole traders are their own officer; companies have none here.
/// Failure: BadReply.
[[nodiscard]] Outcome<RegistryAnswer> parseSireneUnit(const QByteArray& body, const SirenNumber& siren);

/// An answer of GET /siret?q=siren:... Establishments whose SIRET is wrong are left out. Failure: BadReply.
[[nodiscard]] Outcome<QList<Establishment>> parseSireneEstablishments(const QByteArray& body,
                                                                      const SirenNumber& siren);

} // namespace proconnect::service
