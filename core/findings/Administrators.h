// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/Holders.h"

#include <QHash>

#include <utility>

namespace proconnect {

/// The administrators of a company who can act, counted by portal and establishment.
class Administrators
{
public:
    /// Both must outlive this, and stay as they are.
    Administrators(const AccountFacts& facts, const Holders& holders);

    /// An administrator in post (administrateur en poste): a named person who has not left, whose account
    /// works.
    [[nodiscard]] bool inPost(qsizetype account) const;
    /// Somebody else in post covers at least one establishment of this account.
    [[nodiscard]] bool anotherBeside(qsizetype account) const;
    /// An administrator's open account whose holder has left and whom nobody replaces.
    [[nodiscard]] bool orphaned(qsizetype account) const;
    /// An administrator's open account of somebody who has left or whom nobody names, and nobody replaces.
    [[nodiscard]] bool vacant(qsizetype account) const;

private:
    const AccountFacts& m_facts;
    const Holders& m_holders;
    QList<int> m_onPortal;
    QList<int> m_onWholeCompany;                       ///< by portal, as the one above
    QHash<std::pair<int, int>, int> m_onEstablishment; ///< portal, establishment
};

} // namespace proconnect
