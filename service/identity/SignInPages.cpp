// SPDX-License-Identifier: MIT
#include "service/identity/SignInPages.h"

namespace proconnect::service {
namespace {

HttpResponse page(int status, const QString& title, const QString& french, const QString& english)
{
    const QString html =
        QStringLiteral("<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\">"
                       "<title>%1 – ProConnect</title></head>"
                       "<body><main><h1>%1</h1><p>%2</p><p lang=\"en\">%3</p></main></body></html>")
            .arg(title, french, english);
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"},
             {"Cache-Control", "no-store"},
             {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"},
             {"Referrer-Policy", "no-referrer"}},
            html.toUtf8()};
}

} // namespace

HttpResponse signInCompletePage()
{
    return page(200, QStringLiteral("Identification terminée"),
                QStringLiteral("Vous pouvez revenir à l’application ProConnect."),
                QStringLiteral("You can go back to the ProConnect application."));
}

HttpResponse signInOverPage()
{
    return page(
        400, QStringLiteral("Cette identification n’est plus possible"),
        QStringLiteral("Cette page a déjà servi, a expiré ou vient d’un autre navigateur. Recommencez depuis "
                       "l’application ProConnect."),
        QStringLiteral("This page was used before, has expired or comes from another browser. Start again "
                       "from the ProConnect application."));
}

HttpResponse signOutPage()
{
    return page(200, QStringLiteral("Vous pouvez fermer cette page"),
                QStringLiteral("L’application ProConnect vous indique si vous êtes connecté."),
                QStringLiteral("You can close this page. The ProConnect application tells whether you are "
                               "signed in."));
}

} // namespace proconnect::service
