// SPDX-License-Identifier: MIT
#include "service/decisions/OwnAccounts.h"

#include "core/model/FoldedName.h"

namespace proconnect::service {
namespace {

QString folded(const QString& address)
{
    return address.trimmed().toCaseFolded();
}

} // namespace

OwnAccounts::OwnAccounts(const SignedInPerson& person, const QList<StoredAccount>& accounts,
                         const QList<PersonLink>& links)
    : m_subject(person.subject), m_name(foldedName(person.displayName))
{
    QSet<QString> own;
    for (const StoredAccount& stored : accounts) {
        if (stored.account.certification == AccountCertification::Certified &&
            stored.certifiedSubject == m_subject) {
            own.insert(folded(stored.account.email));
        }
    }
    for (const PersonLink& link : links) {
        QSet<QString> told;
        for (const QString& address : link.addresses) {
            told.insert(folded(address));
        }
        if (!link.same && told.intersects(own)) {
            m_namesakes += told - own;
        }
    }
}

bool OwnAccounts::contain(const StoredAccount& stored) const
{
    if (!stored.certifiedSubject.isEmpty()) {
        return stored.certifiedSubject == m_subject;
    }
    const QString name = foldedName(stored.account.holderName);
    return !name.isEmpty() && name == m_name && !m_namesakes.contains(folded(stored.account.email));
}

} // namespace proconnect::service
