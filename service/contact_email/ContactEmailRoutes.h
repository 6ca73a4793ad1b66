// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect {
class Clock;
}

namespace proconnect::service {

class EmailVerifier;
class Mandates;
class Router;
class SessionGuard;
class SireneCourier;

/// Adds POST /v1/companies/{siren}/contact-email/verifications (a sign-in of at most five minutes: the
/// address receives what administrations write) and POST .../verifications/{id}.
void addContactEmailRoutes(Router& router, SessionGuard& guard, Mandates& mandates, const Clock& clock,
                           EmailVerifier& verifier, SireneCourier& courier);

} // namespace proconnect::service
