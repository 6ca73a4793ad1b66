// SPDX-License-Identifier: MIT
#include "core/account_files/AccountColumns.h"

namespace proconnect {

const QStringList& accountColumnNames()
{
    static const QStringList names{QStringLiteral("identifiant"),
                                   QStringLiteral("titulaire"),
                                   QStringLiteral("adresse"),
                                   QStringLiteral("role"),
                                   QStringLiteral("libelle_role"),
                                   QStringLiteral("administrateur"),
                                   QStringLiteral("droits"),
                                   QStringLiteral("siret"),
                                   QStringLiteral("etat"),
                                   QStringLiteral("cree_le"),
                                   QStringLiteral("derniere_connexion")};
    return names;
}

QString accountColumnName(AccountColumn column)
{
    return accountColumnNames().at(static_cast<qsizetype>(column));
}

AccountColumnPlaces::AccountColumnPlaces(const QStringList& columns)
{
    for (std::size_t i = 0; i < accountColumnCount; ++i) {
        m_places[i] = columns.indexOf(accountColumnNames().at(static_cast<qsizetype>(i)));
    }
}

} // namespace proconnect
