// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::service {

class EmailVerifier;
class Mandates;
class Router;
class SessionGuard;
class SireneCourier;

/// Adds POST /v1/companies/{siren}/contact-email/verifications (of high effect: the address receives what
/// administrations write) and POST .../verifications/{id}.
void addContactEmailRoutes(Router& router, SessionGuard& guard, Mandates& mandates, EmailVerifier& verifier,
                           SireneCourier& courier);

} // namespace proconnect::service
