// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/Holders.h"
#include "core/model/CompanySnapshot.h"

#include <QList>
#include <QSet>
#include <QString>

#include <utility>

namespace proconnect {

/// Which accounts are surely not one person's. Holders never takes a name for proof that two people are one;
/// where closing the wrong account would shut a company out, it is no proof that they are two either, until
/// somebody has said so (PersonLink). Accounts are meant by their position in the snapshot.
class Namesakes
{
public:
    /// Both must outlive this.
    Namesakes(const CompanySnapshot& company, const Holders& holders);

    /// Of two people: neither of one holder nor under one name, or told apart.
    [[nodiscard]] bool apart(qsizetype one, qsizetype other) const;

private:
    void tellApart(const CompanySnapshot& company);
    /// Who is named there, or elsewhere for the same holder.
    [[nodiscard]] QString nameOf(qsizetype account) const;

    const AccountList& m_accounts;
    const Holders& m_holders;
    QList<qsizetype> m_named;              ///< by holder: an account of theirs that names them, or -1
    QSet<std::pair<int, int>> m_toldApart; ///< by holder, both ways
};

} // namespace proconnect
