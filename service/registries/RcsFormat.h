// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/Registry.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

/// One officer as API Entreprise gives it. Companies are marked as such and never match.
/// The birth date is read from date_naissance alone: the timestamp beside it is midnight in Paris and at
/// times disagrees with it.
[[nodiscard]] certification::OfficerRecord officerOfRcs(const QJsonObject& data);

/// An answer of .../mandataires_sociaux. Failure: BadReply.
[[nodiscard]] Outcome<RegistryAnswer> parseRcsOfficers(const QByteArray& body, const SirenNumber& siren);

} // namespace proconnect::service
