// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// A collaborator's registration on a portal, and what became of it.
struct PortalRequest
{
    enum class State { ToDeposit, Waiting, Accepted, Refused };

    std::string portalReference; ///< made by the portal; also the Idempotency-Key
    std::string siren;
    std::string nature = "INSCRIPTION";
    std::string givenName;
    std::string familyName;
    std::string email;
    std::string jobTitle;
    std::string roleCode;
    std::string replaces; ///< the portal's identifier of the account that they take over; empty: of none
    std::vector<std::string> rights;
    std::vector<std::string> sirets; ///< empty: the whole company
    std::string until;               ///< YYYY-MM-DD; empty: no end
    std::string message;
    std::string requestedAt; ///< UTC
    std::string deadlineLabel;
    std::string deadlineDate;
    std::string question;   ///< that the director put to the person; empty: none
    std::string questionAt; ///< UTC
    std::string complement; ///< the person's answer to it

    State state = State::ToDeposit;
    std::string reference; ///< ProConnect's, once deposited
    std::string problem;   ///< why the last deposit failed; empty: none
    std::string reason;    ///< code of a refusal
    std::string comment;
    std::string decidedAt;
    std::vector<std::string> granted; ///< codes of rights, when not all of them were; empty: all

    [[nodiscard]] std::string fullName() const { return givenName + ' ' + familyName; }
};

/// French word for the state, for pages and for the control address.
[[nodiscard]] std::string stateWord(PortalRequest::State state);

/// Everything about the request, for the control address.
[[nodiscard]] nlohmann::json toJson(const PortalRequest& request);

} // namespace proconnect::sandbox
