// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace proconnect {

/// A public-service portal (portail de services publics) as the service is configured to know it.
struct Portal
{
    QString id;   ///< "impots", "urssaf", "net_entreprises", "chorus_pro", "prodouane", "asp", "portailpro"
    QString name; ///< as people say it: "impots.gouv.fr"
    bool sensitive = false;           ///< gives access to money or invoices
    bool certifies = true;            ///< offers certification of the director's own account
    bool closesByLetter = false;      ///< no program can have an account closed there
    bool namesAdministrators = false; ///< makes an account an administrator's when it is told
    int closingHours = 0;             ///< how long the portal says it takes to close an account; 0: at once
    int restoreDays = 0;              ///< for how long it opens a closed account again; 0: never
    bool opensAccounts = false;       ///< opens an account for somebody when it is told

    friend bool operator==(const Portal&, const Portal&) = default;
};

} // namespace proconnect
