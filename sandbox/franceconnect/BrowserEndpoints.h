// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class FaultPlan;
class GrantStore;
class Identities;
class InteractionStore;
class Routes;
class TokenIssuer;
struct AuthorizeRequest;
struct Interaction;
struct RedirectRefusal;
struct RelyingParty;

/// Where the FranceConnect page can be made to lead astray, for the demonstration of refusals.
struct StrayAddresses
{
    std::string badCertificate; ///< https, certificate that nobody trusts
    std::string unknownHost;    ///< a host that no sign-in allows
};

/// What the person's browser sees of a sign-in: /authorize to the return to the service.
/// Quirks of target "franceconnect.pages" or "franceconnect-plus.pages": withoutAmr, badCertificate,
/// unknownHost, wrongState, withoutIss, wrongIss.
class BrowserEndpoints
{
public:
    BrowserEndpoints(const RelyingParty& client, const Identities& identities, InteractionStore& interactions,
                     GrantStore& grants, const TokenIssuer& issuer, const FaultPlan& faults,
                     StrayAddresses stray);

    void addTo(Routes& routes);

private:
    void authorize(const httplib::Request& request, httplib::Response& response);
    void showInteraction(const httplib::Request& request, httplib::Response& response);
    void chooseIdentity(const httplib::Request& request, httplib::Response& response);
    void verify(const httplib::Request& request, httplib::Response& response);
    void showConsent(const httplib::Request& request, httplib::Response& response);
    void login(const httplib::Request& request, httplib::Response& response);
    void returnWithError(const httplib::Request& request, httplib::Response& response);
    void sendBack(httplib::Response& response, const AuthorizeRequest& asked,
                  const std::string& result) const;
    void refuse(httplib::Response& response, const RedirectRefusal& refusal) const;
    [[nodiscard]] std::string issuerParameter() const;
    [[nodiscard]] std::string session(const httplib::Request& request) const;
    [[nodiscard]] bool quirk(const char* name) const;

    const RelyingParty& m_client;
    const Identities& m_identities;
    InteractionStore& m_interactions;
    GrantStore& m_grants;
    const TokenIssuer& m_issuer;
    const FaultPlan& m_faults;
    StrayAddresses m_stray;
};

} // namespace proconnect::sandbox
