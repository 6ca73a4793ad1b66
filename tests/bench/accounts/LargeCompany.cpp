// SPDX-License-Identifier: MIT
#include "tests/bench/accounts/LargeCompany.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"

#include <array>

namespace proconnect::bench {
namespace {

constexpr int establishments = 60;
constexpr std::array givenNames{"Anne",   "Bernard", "Chloé", "David", "Émilie", "Fatou",
                                "Gérard", "Hélène",  "Inès",  "Julie", "Karim",  "Laurent",
                                "Marion", "Nadia",   "Olga",  "Paul",  "Romain", "Samira"};
constexpr std::array familyNames{"Bouvier", "Caron",   "Dufour", "Garnier", "Haddad",
                                 "Lemoine", "Meunier", "Nguyen", "Peltier", "Quéré",
                                 "Roche",   "Schmitt", "Tanguy", "Vasseur", "Ziani"};

QString personName(int person)
{
    return QString::fromUtf8(givenNames.at(static_cast<std::size_t>(person) % givenNames.size())) + u' ' +
           QString::fromUtf8(familyNames.at(static_cast<std::size_t>(person / 7) % familyNames.size())) +
           QStringLiteral(" %1").arg(person);
}

} // namespace

CompanySnapshot largeCompany(int accounts, int people)
{
    CompanySnapshot company = tests::demonstrationSnapshot();
    const AccountList models = company.accounts;
    company.company.establishments.clear();
    for (int i = 0; i < establishments; ++i) {
        company.company.establishments +=
            {QStringLiteral("000058263%1").arg(i, 5, 10, QLatin1Char('0')),
             QStringLiteral("Agence %1").arg(i), QStringLiteral("1 rue Neuve"), i == 0, true};
    }
    // Only accounts are measured.
    company.requests.clear();
    company.accounts.clear();
    company.accounts.reserve(accounts);
    for (int i = 0; i < accounts; ++i) {
        const int person = i % people;
        PortalAccount account = models.at(i % models.size());
        account.portal = company.portals.at((i / people + person) % company.portals.size()).id;
        account.portalAccountId = QStringLiteral("N-%1").arg(i);
        account.id = account.portal + u':' + account.portalAccountId;
        account.holderName = personName(person);
        account.email = QStringLiteral("personne.%1@groupe.example").arg(person);
        account.holderLeftOn = person % 50 == 0 ? std::optional(QDate(2026, 6, 30)) : std::nullopt;
        account.sirets = {company.company.establishments.at(person % establishments).siret};
        company.accounts += account;
    }
    return company;
}

} // namespace proconnect::bench
