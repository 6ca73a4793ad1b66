// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/Router.h"
#include "service/identity/BrowserCookies.h"
#include "service/identity/IdentityProviders.h"
#include "service/identity/SamePerson.h"
#include "service/identity/SignInTransactions.h"
#include "service/identity/SignOutTickets.h"
#include "service/log/Log.h"
#include "service/sessions/DpopCheck.h"

namespace proconnect::service {

/// Tokens and sign-out.
class SessionRoutes
{
public:
    struct Parts
    {
        SessionStore& sessions;
        SessionGuard& guard;
        DpopCheck& proofs;
        SignInTransactions& transactions;
        SignOutTickets& signOutTickets;
        IdentityProviders& providers;
        SamePerson samePerson;
        const Log& log;
    };

    SessionRoutes(const Parts& parts, QUrl publicUrl)
        : m_parts(parts), m_publicUrl(std::move(publicUrl)), m_cookies(m_publicUrl)
    {}

    /// The routes refer to this object, which must outlive the router's use.
    void registerRoutes(Router& router);

private:
    [[nodiscard]] HttpResponse token(const HttpRequest& request);
    [[nodiscard]] HttpResponse signOut(const HttpRequest& request);
    [[nodiscard]] HttpResponse leaveProvider(const HttpRequest& request);
    [[nodiscard]] HttpResponse comeBack(const HttpRequest& request);

    [[nodiscard]] Outcome<TokenGrant> grant(const HttpRequest& request);

    Parts m_parts;
    QUrl m_publicUrl;
    BrowserCookies m_cookies;
};

} // namespace proconnect::service
