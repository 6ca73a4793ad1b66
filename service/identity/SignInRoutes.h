// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/Router.h"
#include "service/identity/BrowserCookies.h"
#include "service/identity/IdentityProviders.h"
#include "service/identity/SignInTransactions.h"
#include "service/log/Log.h"

namespace proconnect::service {

/// The steps of a sign-in: opened by the application, walked by a browser, ended by a one-time code.
class SignInRoutes
{
public:
    SignInRoutes(SignInTransactions& transactions, IdentityProviders& providers, const ServiceKeys& keys,
                 const Log& log, QUrl publicUrl);

    /// The routes refer to this object, which must outlive the router's use.
    void registerRoutes(Router& router);

private:
    [[nodiscard]] HttpResponse open(const HttpRequest& request);
    [[nodiscard]] HttpResponse start(const HttpRequest& request);
    [[nodiscard]] HttpResponse comeBack(const HttpRequest& request, IdentityProvider& provider);

    [[nodiscard]] Outcome<QByteArray> finish(const HttpRequest& request, const SignInReturn& signIn,
                                             IdentityProvider& provider);
    [[nodiscard]] HttpResponse toApplication(const SignInReturn& signIn, const QByteArray& query) const;
    [[nodiscard]] HttpResponse failed(const SignInReturn& signIn, const Failure& failure);
    [[nodiscard]] QString address(const char* path) const;

    SignInTransactions& m_transactions;
    IdentityProviders& m_providers;
    const ServiceKeys& m_keys;
    const Log& m_log;
    QUrl m_publicUrl;
    BrowserCookies m_cookies;
};

} // namespace proconnect::service
