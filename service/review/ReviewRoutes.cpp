// SPDX-License-Identifier: MIT
#include "service/review/ReviewRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/review/ReviewCourier.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

void addReviewRoutes(Router& router, SessionGuard& guard, ReviewCourier& courier)
{
    router.add("POST", QStringLiteral("/v1/review-cases/{reference}/transmission"),
               [&guard, &courier](const HttpRequest& request) {
                   const auto person = guard.authenticate(request);
                   if (!person) {
                       return HttpResponse::problem(person.failure());
                   }
                   const auto body = request.json();
                   if (!body) {
                       return HttpResponse::problem(body.failure());
                   }
                   const auto sent = courier.send(person.value().subject,
                                                  request.parameters.value(QStringLiteral("reference")),
                                                  body.value().value(QLatin1String("replyTo")).toString());
                   return sent ? HttpResponse::json(200, toJson(sent.value()))
                               : HttpResponse::problem(sent.failure());
               });
}

} // namespace proconnect::service
