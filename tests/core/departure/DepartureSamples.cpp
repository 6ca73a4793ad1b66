// SPDX-License-Identifier: MIT
#include "tests/core/departure/DepartureSamples.h"

namespace proconnect::samples {

PortalAccount accountOf(const QString& name, const QString& portal, const QString& address)
{
    PortalAccount made;
    made.portal = portal;
    made.portalAccountId = name + u'-' + portal;
    made.id = portal + u':' + name;
    made.holderName = name;
    made.email = address == QStringLiteral("by name")
                     ? name.toLower().replace(u' ', u'.') + QStringLiteral("@example.fr")
                     : address;
    made.roleLabel = QStringLiteral("Abonné");
    made.lastUsedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    return made;
}

PortalAccount administratorOf(const QString& name, const QString& portal)
{
    PortalAccount made = accountOf(name, portal);
    made.administratorRole = true;
    made.roleLabel = QStringLiteral("Administrateur");
    made.rights = {{QStringLiteral("PAYER"), QStringLiteral("Payer"), true},
                   {QStringLiteral("LIRE"), QStringLiteral("Consulter"), false}};
    return made;
}

CompanySnapshot companyOf(const QList<PortalAccount>& accounts)
{
    CompanySnapshot made;
    made.company.siren = QStringLiteral("000058263");
    made.company.function = QStringLiteral("Présidente de SAS");
    made.portals = {{QStringLiteral("urssaf"), QStringLiteral("Urssaf")},
                    {QStringLiteral("net"), QStringLiteral("Net-entreprises")},
                    {QStringLiteral("asp"), QStringLiteral("ASP")}};
    made.portals[1].closingHours = 48;
    made.portals[2].closesByLetter = true;
    made.accounts = accounts;
    return made;
}

} // namespace proconnect::samples
