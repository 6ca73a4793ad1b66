// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/account_notes/AccountNoteStore.h"
#include "service/accounts/AccountStore.h"
#include "service/delegations/ActingRights.h"
#include "service/journal/Journal.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

class Database;
class Router;

/// A director says of accounts what only people know, for all who decide in the company: POST
/// /v1/companies/{siren}/findings-set-aside and /v1/companies/{siren}/person-links. The journal says who did.
class AccountNoteRoutes
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        SessionGuard& sessions;
        ActingRights& rights;
        const Journal& journal;
    };
    AccountNoteRoutes(Parts parts, AccountStore accounts, AccountNoteStore notes)
        : m_parts(parts), m_accounts(accounts), m_notes(notes)
    {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    struct Caller
    {
        SignedInPerson person;
        QString siren;
    };
    [[nodiscard]] Outcome<Caller> callerOf(const HttpRequest& request);
    [[nodiscard]] HttpResponse setAside(const HttpRequest& request);
    [[nodiscard]] HttpResponse link(const HttpRequest& request);
    [[nodiscard]] Outcome<SetAside> take(QSqlDatabase& connection, const Caller& caller,
                                         const SetAsideOrder& order);
    [[nodiscard]] Outcome<PersonLink> take(QSqlDatabase& connection, const Caller& caller,
                                           const PersonLinkOrder& order);
    [[nodiscard]] Outcome<Done> stillDirector(QSqlDatabase& connection, const Caller& caller);

    Parts m_parts;
    AccountStore m_accounts;
    AccountNoteStore m_notes;
};

} // namespace proconnect::service
