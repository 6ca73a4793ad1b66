// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/Holders.h"

#include <QHash>
#include <QString>

#include <utility>

namespace proconnect {

/// The administrators of a company who can act, counted by portal and establishment.
class Administrators
{
public:
    /// Both must outlive this.
    Administrators(const QList<PortalAccount>& accounts, const Holders& holders);

    /// An administrator in post (administrateur en poste): a named person who has not left, whose account
    /// works.
    [[nodiscard]] bool inPost(qsizetype account) const;
    /// Somebody else in post covers at least one establishment of this account.
    [[nodiscard]] bool anotherBeside(qsizetype account) const;

private:
    const QList<PortalAccount>& m_accounts;
    const Holders& m_holders;
    QHash<QString, int> m_onPortal;
    QHash<QString, int> m_onWholeCompany;
    QHash<std::pair<QString, QString>, int> m_onEstablishment; ///< portal, SIRET
};

} // namespace proconnect
