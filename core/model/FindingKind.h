// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect {

/// What deserves a look in an account (anomalie, domain 4.2). Facts about the account, never about a person's
/// merit.
enum class FindingKind {
    HolderLeft,              ///< TITULAIRE_PARTI
    UsedAfterDeparture,      ///< CONNEXION_APRES_DEPART
    OrphanedAdministrator,   ///< ADMINISTRATEUR_ORPHELIN
    OnlyAdministrator,       ///< ADMINISTRATEUR_UNIQUE: about to leave, or where closing takes a letter
    Shared,                  ///< COMPTE_PARTAGE_SUSPECTE
    UnknownHolder,           ///< TITULAIRE_INCONNU: nobody is named
    Idle,                    ///< COMPTE_DORMANT
    UnreachableAddress,      ///< MEL_INJOIGNABLE
    FormerDirectorCertified, ///< ANCIEN_DIRIGEANT_CERTIFIE
    Duplicate,               ///< DOUBLON
    BeyondMandate,           ///< rights that the mandate of a third party does not cover, or no more
};

} // namespace proconnect
