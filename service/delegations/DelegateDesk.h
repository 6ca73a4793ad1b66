// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/Mandates.h"
#include "service/delegations/DelegationLedger.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

class Database;
class ServiceKeys;

/// What delegates do: answer an invitation, see their delegations, give one up.
class DelegateDesk
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        const ServiceKeys& keys;
        SessionGuard& sessions;
        Mandates& mandates;
        Mailer& mailer;
    };

    DelegateDesk(Parts parts, DelegationStore store, DelegationLedger ledger)
        : m_parts(parts), m_store(store), m_ledger(std::move(ledger))
    {}

    /// The person's own, newest first; of every company when `siren` is empty.
    [[nodiscard]] Outcome<DelegationList> list(const SignedInPerson& person, const QString& siren) const;
    /// Takes up or declines the invitation that the code belongs to. It needs the code, from the mailbox that
    /// the director named, and a FranceConnect identity of the names that the director gave. NotFound for
    /// everything else, so that nobody learns which of the two was wrong; the fifth wrong identity ends the
    /// invitation. Once it matched, the identity is erased. SignInTooOld when that of the sign-in is
    /// forgotten already.
    [[nodiscard]] Outcome<Delegation> answer(const SignedInPerson& person, const DelegationAnswer& answer);
    /// Failures: SignInTooOld, NotFound, Conflict (over already).
    [[nodiscard]] Outcome<Delegation> renounce(const SignedInPerson& person, const QString& id);

private:
    /// Nothing when the invitation is not for this person, which is noted.
    [[nodiscard]] Outcome<std::optional<Delegation>> write(QSqlDatabase& connection,
                                                           const SignedInPerson& person,
                                                           const FranceConnectIdentity& identity,
                                                           const DelegationAnswer& answer);
    [[nodiscard]] DelegationCause causeOf(const SignedInPerson& person) const;

    Parts m_parts;
    DelegationStore m_store;
    DelegationLedger m_ledger;
};

} // namespace proconnect::service
