// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "service/accounts/AccountStore.h"
#include "service/sessions/SessionGuard.h"

#include <QList>
#include <QSet>
#include <QString>

namespace proconnect::service {

/// Which of a company's accounts are a person's own: those certified for them and, of the others, those under
/// their name. A namesake's account is not, once a director has told its address apart from that of an
/// account certified for the person: only then does anybody know which of the two is theirs.
class OwnAccounts
{
public:
    /// `accounts`: those of the company, or at least those certified for the person.
    OwnAccounts(const SignedInPerson& person, const QList<StoredAccount>& accounts,
                const QList<PersonLink>& links);

    [[nodiscard]] bool contain(const StoredAccount& stored) const;

private:
    QString m_subject;
    QString m_name;            ///< folded
    QSet<QString> m_namesakes; ///< addresses, folded
};

} // namespace proconnect::service
