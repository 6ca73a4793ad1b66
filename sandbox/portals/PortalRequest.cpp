// SPDX-License-Identifier: MIT
#include "sandbox/portals/PortalRequest.h"

namespace proconnect::sandbox {

std::string stateWord(PortalRequest::State state)
{
    switch (state) {
    case PortalRequest::State::ToDeposit:
        return "à transmettre";
    case PortalRequest::State::Waiting:
        return "en attente";
    case PortalRequest::State::Accepted:
        return "acceptée";
    case PortalRequest::State::Refused:
        return "refusée";
    }
    return {};
}

nlohmann::json toJson(const PortalRequest& request)
{
    return {{"portalReference", request.portalReference},
            {"reference", request.reference},
            {"siren", request.siren},
            {"givenName", request.givenName},
            {"familyName", request.familyName},
            {"email", request.email},
            {"role", request.roleCode},
            {"rights", request.rights},
            {"sirets", request.sirets},
            {"until", request.until},
            {"message", request.message},
            {"requestedAt", request.requestedAt},
            {"question", request.question},
            {"complement", request.complement},
            {"state", stateWord(request.state)},
            {"problem", request.problem},
            {"reason", request.reason},
            {"comment", request.comment},
            {"decidedAt", request.decidedAt},
            {"granted", request.granted}};
}

} // namespace proconnect::sandbox
