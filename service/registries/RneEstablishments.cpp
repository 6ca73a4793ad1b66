// SPDX-License-Identifier: MIT
#include "service/registries/RneEstablishments.h"

#include "service/registries/RegistryJson.h"

#include <QJsonArray>

#include <optional>

namespace proconnect::service {
namespace {

std::optional<Establishment> establishmentOf(const QJsonObject& entry, bool headOffice)
{
    const QJsonObject description = entry.value(QLatin1String("descriptionEtablissement")).toObject();
    const QJsonObject address = entry.value(QLatin1String("adresse")).toObject();
    Establishment establishment;
    establishment.siret = codeOf(description, QLatin1String("siret"));
    if (!SiretNumber::parse(establishment.siret)) {
        return std::nullopt;
    }
    establishment.label = establishmentLabel(textOf(address, QLatin1String("commune")),
                                             textOf(description, QLatin1String("enseigne")), headOffice);
    establishment.address = rneAddressLine(address);
    establishment.headOffice = headOffice;
    establishment.open = textOf(description, QLatin1String("statutPourFormalite")) != u"4" &&
                         textOf(description, QLatin1String("dateEffetFermeture")).isEmpty();
    return establishment;
}

} // namespace

QString rneAddressLine(const QJsonObject& address)
{
    return joinedWords({codeOf(address, QLatin1String("numVoie")), textOf(address, QLatin1String("typeVoie")),
                        textOf(address, QLatin1String("voie")), codeOf(address, QLatin1String("codePostal")),
                        textOf(address, QLatin1String("commune"))});
}

QList<Establishment> rneEstablishmentsOf(const QJsonObject& branch)
{
    QList<Establishment> establishments;
    const auto add = [&establishments](const QJsonObject& entry, bool headOffice) {
        if (auto establishment = establishmentOf(entry, headOffice)) {
            establishments.append(std::move(*establishment));
        }
    };
    add(branch.value(QLatin1String("etablissementPrincipal")).toObject(), true);
    const QJsonArray others = branch.value(QLatin1String("autresEtablissements")).toArray();
    for (const auto& other : others) {
        add(other.toObject(), false);
    }
    return establishments;
}

} // namespace proconnect::service
