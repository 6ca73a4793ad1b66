// SPDX-License-Identifier: MIT
#include "sandbox/portals/EventReceiver.h"

#include "sandbox/crypto/JwsVerifier.h"
#include "sandbox/http/Members.h"
#include "sandbox/http/Routes.h"
#include "sandbox/portals/AccountStore.h"
#include "sandbox/portals/RequestStore.h"
#include "sandbox/portals/ServiceKeySet.h"

#include <algorithm>
#include <httplib.h>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

constexpr const char* RequestDecided = "https://proconnect.gouv.fr/secevent/demande-decidee";
constexpr const char* QuestionAsked = "https://proconnect.gouv.fr/secevent/complement-demande";
constexpr const char* MandateEnded = "https://proconnect.gouv.fr/secevent/fin-de-mandat";
constexpr std::size_t MostNoted = 1000;

/// A refusal in the words of RFC 8935, 2.4.
struct SetError : std::runtime_error
{
    SetError(std::string errorCode, const char* description)
        : std::runtime_error(description), code(std::move(errorCode))
    {}

    std::string code;
};

bool isAudience(const Json& claims, const std::string& wanted)
{
    const Json list = arrayMember(claims, "aud");
    return textMember(claims, "aud") == wanted || std::find(list.begin(), list.end(), wanted) != list.end();
}

Account accountFor(const PortalRequest& request, const PortalInfo& portal)
{
    Account account;
    account.email = request.email;
    account.holderName = request.fullName();
    account.givenName = request.givenName;
    account.familyName = request.familyName;
    account.siren = request.siren;
    account.sirets = request.sirets;
    account.role = portal.role(request.roleCode);
    for (const std::string& code : request.granted.empty() ? request.rights : request.granted) {
        account.rights.push_back(portal.right(code));
    }
    account.request = request.reference;
    return account;
}

} // namespace

EventReceiver::EventReceiver(const PortalInfo& portal, AccountStore& accounts, RequestStore& requests,
                             ServiceKeySet& keys, std::string issuer)
    : m_portal(portal), m_accounts(accounts), m_requests(requests), m_keys(keys), m_issuer(std::move(issuer))
{}

void EventReceiver::addTo(Routes& routes)
{
    routes.post(
        "events." + m_portal.id, "/portails/" + m_portal.id + "/evenements",
        [this](const httplib::Request& request, httplib::Response& response) { receive(request, response); });
}

Json EventReceiver::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

Json EventReceiver::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_taken;
}

void EventReceiver::restore(const Json& saved)
{
    const std::lock_guard lock(m_mutex);
    m_taken = saved.get<std::set<std::string>>();
}

void EventReceiver::receive(const httplib::Request& request, httplib::Response& response)
{
    Json claims;
    try {
        if (request.get_header_value("Content-Type").rfind("application/secevent+jwt", 0) != 0) {
            throw SetError("invalid_request", "the media type is not application/secevent+jwt");
        }
        const auto jws = parseJws(request.body);
        if (!jws) {
            throw SetError("invalid_request", "the body is no compact JWS");
        }
        claims = jws->payload;
        if (textMember(jws->header, "typ") != "secevent+jwt" || jws->header.contains("crit")) {
            throw SetError("invalid_request", "the type is not secevent+jwt");
        }
        if (!verifyJws(*jws, m_keys.find(textMember(jws->header, "kid")), "ES256")) {
            throw SetError("invalid_key", "no key of ProConnect made this signature");
        }
        checkClaims(claims);
        take(claims);
        response.status = 202;
    } catch (const SetError& error) {
        note(claims, error.code);
        response.status = 400;
        response.set_content(Json{{"err", error.code}, {"description", error.what()}}.dump(),
                             "application/json");
    }
}

void EventReceiver::checkClaims(const Json& claims) const
{
    if (textMember(claims, "iss") != m_issuer) {
        throw SetError("invalid_issuer", "the issuer is not ProConnect");
    }
    if (!isAudience(claims, m_portal.clientId)) {
        throw SetError("invalid_audience", "the event is meant for another portal");
    }
    const Json events = claims.value("events", Json());
    if (textMember(claims, "jti").empty() || !claims.value("iat", Json()).is_number_integer() ||
        !events.is_object() || events.empty()) {
        throw SetError("invalid_request", "iat, jti or events are missing");
    }
    // Shared Signals: a subject in "sub" could be mistaken for that of an access token.
    if (claims.contains("sub") || claims.contains("exp")) {
        throw SetError("invalid_request", "sub and exp are not allowed");
    }
}

void EventReceiver::take(const Json& claims)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_taken.count(textMember(claims, "jti")) == 1) {
            return;
        }
    }
    const Json& events = claims.at("events");
    if (events.contains(RequestDecided)) {
        answerRequest(events.at(RequestDecided));
    }
    if (events.contains(QuestionAsked)) {
        ask(events.at(QuestionAsked));
    }
    if (events.contains(MandateEnded)) {
        endMandate(events.at(MandateEnded));
    }
    note(claims, "taken");
    const std::lock_guard lock(m_mutex);
    m_taken.insert(textMember(claims, "jti"));
}

void EventReceiver::answerRequest(const Json& event)
{
    const std::string decision = textMember(event, "decision");
    RequestAnswer answer;
    answer.reference = textMember(event, "reference");
    answer.portalReference = textMember(event, "portalReference");
    answer.accepted = decision == "accepted";
    answer.until = textMember(event, "until");
    answer.reason = textMember(event, "reason");
    answer.comment = textMember(event, "comment");
    answer.decidedAt = textMember(event, "decidedAt");
    for (const Json& code : arrayMember(event, "rights")) {
        if (!code.is_string()) {
            throw SetError("invalid_request", "rights cannot be read");
        }
        answer.granted.push_back(code.get<std::string>());
    }
    const bool known = answer.accepted || decision == "refused" || decision == "expired";
    if (!known || answer.reference.empty()) {
        throw SetError("invalid_request", "decision or reference cannot be read");
    }
    const auto request = m_requests.decide(answer);
    if (request && answer.accepted) {
        m_accounts.open(accountFor(*request, m_portal));
    }
}

void EventReceiver::ask(const Json& event) const
{
    const RequestQuestion question{textMember(event, "reference"), textMember(event, "portalReference"),
                                   textMember(event, "question"), textMember(event, "askedAt")};
    if (question.reference.empty() || question.question.empty()) {
        throw SetError("invalid_request", "question or reference cannot be read");
    }
    m_requests.ask(question);
}

void EventReceiver::endMandate(const Json& event) const
{
    const Json accounts = arrayMember(event, "portalAccountIds");
    const bool readable =
        std::all_of(accounts.begin(), accounts.end(), [](const Json& id) { return id.is_string(); });
    if (textMember(event, "siren").empty() || textMember(event, "seenAt").empty() || accounts.empty() ||
        !readable) {
        throw SetError("invalid_request", "siren, portalAccountIds or seenAt cannot be read");
    }
    for (const Json& id : accounts) {
        const auto account = m_accounts.findByUserName(id.get<std::string>());
        if (!account || account->siren != textMember(event, "siren")) {
            continue; // gone meanwhile: nothing is left to withdraw
        }
        static_cast<void>(m_accounts.update(account->id, {}, [](Account& changed) {
            if (changed.certification == "certified") {
                changed.certification = "toWithdraw";
            }
        }));
    }
}

void EventReceiver::note(const Json& claims, const std::string& outcome)
{
    const Json events = claims.is_object() ? claims.value("events", Json::object()) : Json::object();
    const std::string type = events.is_object() && !events.empty() ? events.begin().key() : std::string();
    const Json event = type.empty() ? Json::object() : events.at(type);
    const std::lock_guard lock(m_mutex);
    if (m_received.size() >= MostNoted) {
        m_received.erase(m_received.begin());
    }
    m_received.push_back({{"jti", textMember(claims, "jti")},
                          {"type", type},
                          {"reference", textMember(event, "reference")},
                          {"decision", textMember(event, "decision")},
                          {"outcome", outcome}});
}

} // namespace proconnect::sandbox
