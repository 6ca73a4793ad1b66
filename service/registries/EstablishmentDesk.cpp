// SPDX-License-Identifier: MIT
#include "service/registries/EstablishmentDesk.h"

#include <algorithm>

namespace proconnect::service {

void EstablishmentDesk::complete(const SirenNumber& siren, RegisteredCompany& company)
{
    if (auto fromSirene = m_sirene.establishments(siren); fromSirene && !fromSirene.value().isEmpty()) {
        company.establishments = std::move(fromSirene).value();
    } else if (company.establishments.isEmpty()) {
        if (auto fromRne = m_rne.lookup(siren)) {
            company.establishments = std::move(fromRne.value().company.establishments);
        }
    }
    const auto head = std::find_if(company.establishments.begin(), company.establishments.end(),
                                   [](const Establishment& place) { return place.headOffice; });
    if (company.address.isEmpty() && head != company.establishments.end()) {
        company.address = head->address;
    }
}

} // namespace proconnect::service
