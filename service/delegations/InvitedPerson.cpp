// SPDX-License-Identifier: MIT
#include "service/delegations/InvitedPerson.h"

#include "core/certification/NameFolding.h"

namespace proconnect::service {
namespace {

using certification::foldedLetters;

/// `wanted` is one of `names`, or several that follow each other.
bool isAmong(const QString& wanted, const QStringList& names)
{
    for (qsizetype first = 0; first < names.size(); ++first) {
        QString joined;
        for (qsizetype last = first; last < names.size() && joined.size() < wanted.size(); ++last) {
            joined += foldedLetters(names[last]);
            if (joined == wanted) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

bool isInvited(const FranceConnectIdentity& identity, const DelegationProposal& terms)
{
    const QString family = foldedLetters(terms.familyName);
    const QString given = foldedLetters(terms.givenName);
    const bool sameFamily =
        family == foldedLetters(identity.familyName) || family == foldedLetters(identity.preferredUsername);
    return !family.isEmpty() && !given.isEmpty() && sameFamily && isAmong(given, identity.givenNames);
}

} // namespace proconnect::service
