// SPDX-License-Identifier: MIT
#include "service/metrics/CallTargets.h"

namespace proconnect::service {

std::vector<CallTarget> callTargets(const ServiceConfig& config)
{
    std::vector<CallTarget> targets{{QStringLiteral("franceconnect"), config.franceConnect.issuer},
                                    {QStringLiteral("insee"), config.insee.baseUrl},
                                    {QStringLiteral("insee"), config.insee.tokenUrl},
                                    {QStringLiteral("rne"), config.rne.baseUrl},
                                    {QStringLiteral("rcs"), config.rcs.baseUrl}};
    if (config.franceConnectPlus) {
        targets.push_back({QStringLiteral("franceconnect_plus"), config.franceConnectPlus->issuer});
    }
    for (const PortalConfig& portal : config.portals) {
        targets.push_back(
            {QStringLiteral("scim.") + portal.id, QUrl(portal.value(QStringLiteral("scim_url")))});
        targets.push_back(
            {QStringLiteral("events.") + portal.id, QUrl(portal.value(QStringLiteral("events_url")))});
    }
    return targets;
}

} // namespace proconnect::service
