// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/ScimAccount.h"

#include <QByteArray>
#include <QList>

namespace proconnect::service {

/// Reads a company's accounts on one portal from a file (readCsv) with the columns identifiant (the only one
/// that must be there), titulaire, adresse, role, libelle_role, administrateur (oui or non), droits and siret
/// (several separated by |), etat (actif or ferme), cree_le and derniere_connexion (ISO 8601); others are
/// passed over. InvalidRequest with the line and column at fault ("3:siret"): among others an account twice,
/// or an establishment of another company.
[[nodiscard]] Outcome<QList<ScimAccount>> readAccountFile(const QByteArray& file, const QString& siren,
                                                          const Portal& portal, const QDateTime& now);

} // namespace proconnect::service
