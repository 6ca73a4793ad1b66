// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/Mandates.h"
#include "service/delegations/DelegationLedger.h"
#include "service/portals/PortalDirectory.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

class Database;
class ServiceKeys;

/// The fingerprint by which an invitation's code is found, however it was typed.
[[nodiscard]] QString delegationCodeHash(const ServiceKeys& keys, const QString& code);

/// A proposal as it stands, and whether it had been made before.
struct MadeProposal
{
    Delegation delegation;
    bool before = false;
};

/// What directors do with delegations: propose, list, and end or hold those that exist. Only a mandate gives
/// these rights, never a delegation.
class DelegationDesk
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        const ServiceKeys& keys;
        SessionGuard& sessions;
        Mandates& mandates;
        const PortalDirectory& portals;
        Mailer& mailer;
    };

    DelegationDesk(Parts parts, DelegationStore store, DelegationLedger ledger)
        : m_parts(parts), m_store(store), m_ledger(std::move(ledger))
    {}

    /// All of the company, newest first. Failures: those of Mandates.
    [[nodiscard]] Outcome<DelegationList> list(const SignedInPerson& person, const QString& siren);
    /// Names somebody and sends them the code. Sent again, it gives the same delegation. Failures:
    /// StrongSignInNeeded, those of Mandates, InvalidRequest (names, powers, portals,
    /// establishments or dates), EmailInvalid, TooManyRequests (20 a day), Conflict.
    [[nodiscard]] Outcome<MadeProposal> propose(const SignedInPerson& person, DelegationProposal terms,
                                                const QByteArray& token);
    /// Failures: SignInTooOld (StrongSignInNeeded for what gives rights back), those of Mandates, NotFound,
    /// VersionChanged, Conflict (not in this state), NotAllowed (confirming one's own).
    [[nodiscard]] Outcome<Delegation> act(const SignedInPerson& person, const DelegationAct& act,
                                          const QByteArray& token);

private:
    [[nodiscard]] std::optional<Failure> whyNotAllowed(const DelegationProposal& terms) const;
    [[nodiscard]] Outcome<MadeProposal> write(QSqlDatabase& connection, const SignedInPerson& person,
                                              const DelegationProposal& terms, const QByteArray& token);
    [[nodiscard]] Outcome<Delegation> write(QSqlDatabase& connection, const SignedInPerson& person,
                                            const DelegationAct& act, const QByteArray& token);
    [[nodiscard]] DelegationCause causeOf(const SignedInPerson& person, const Mandate& mandate,
                                          const QByteArray& token) const;

    Parts m_parts;
    DelegationStore m_store;
    DelegationLedger m_ledger;
};

} // namespace proconnect::service
