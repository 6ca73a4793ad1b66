// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFileFault.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace proconnect {

/// One account as a portal's own file gives it. Texts are those that the service keeps: on one line, cut
/// where they are longer (accountTexts).
struct FileAccount
{
    int line = 0; ///< of the file, from 1
    QString identifier;
    QString holder;
    QString email;
    QString roleCode;
    QString roleLabel;
    bool administrator = false;
    QStringList rights; ///< their codes
    QStringList sirets; ///< empty: the whole company
    bool open = true;
    std::optional<QDate> createdOn;
    std::optional<QDateTime> lastUsedAt; ///< UTC

    friend bool operator==(const FileAccount&, const FileAccount&) = default;
};

/// What a file of accounts says. With a fault in it, it cannot be taken: an account that its line does not
/// tell would pass for one that is gone.
struct AccountFile
{
    QList<FileAccount> accounts;
    QList<AccountFileFault> faults; ///< by line; not all when there are many
    QStringList passedOver = {};    ///< columns that mean nothing here
    qsizetype moreFaults = 0;       ///< found besides, and not listed
    bool cut = false;               ///< nothing was read after the last fault
};

/// Reads a company's accounts on one portal from the text of a CSV file (readCsv) with the columns
/// identifiant (the only one that must be there), titulaire, adresse, role, libelle_role, administrateur (oui
/// or non), droits and siret (several separated by |), etat (actif or ferme), cree_le and derniere_connexion
/// (ISO 8601, or 31/12/2026 and 31/12/2026 09:30 as a French spreadsheet writes them; in Paris where they
/// name no zone). Once `stop` asks for it, what was read so far is given back, and says nothing of the rest.
[[nodiscard]] AccountFile readAccountFile(const QString& text, const QString& siren,
                                          const std::stop_token& stop = {});

} // namespace proconnect
