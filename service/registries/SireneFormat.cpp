// SPDX-License-Identifier: MIT
#include "service/registries/SireneFormat.h"

#include "core/certification/Masks.h"
#include "core/certification/Roles.h"
#include "service/registries/RegistryJson.h"

#include <QJsonArray>

#include <algorithm>

namespace proconnect::service {
namespace {

using certification::CivilDate;
using certification::OfficerRecord;
using certification::RoleStanding;

const QString soleTraderForm = QStringLiteral("1000");

/// The open period: the one without an end, and the latest should there be several. Periods normally come
/// newest first, which nothing promises.
QJsonObject openPeriod(const QJsonArray& periods)
{
    QJsonObject open;
    for (const auto& value : periods) {
        const QJsonObject period = value.toObject();
        const bool later = open.isEmpty() || textOf(period, QLatin1String("dateDebut")) >
                                                 textOf(open, QLatin1String("dateDebut"));
        if (!period.isEmpty() && entryOf(period, QLatin1String("dateFin")).isEmpty() && later) {
            open = period;
        }
    }
    return open;
}

/// Whether one of several periods without an end is ceased.
bool anyOpenPeriodCeased(const QJsonArray& periods)
{
    return std::any_of(periods.begin(), periods.end(), [](const QJsonValue& value) {
        const QJsonObject period = value.toObject();
        return entryOf(period, QLatin1String("dateFin")).isEmpty() &&
               textOf(period, QLatin1String("etatAdministratifUniteLegale")) == u"C";
    });
}

/// What /siret answers has no periods: its values of today stand in the unit itself.
QJsonObject openUnitPeriod(const QJsonObject& unit)
{
    const QJsonValue periods = unit.value(QLatin1String("periodesUniteLegale"));
    return periods.isArray() ? openPeriod(periods.toArray()) : unit;
}

QStringList givenNamesOf(const QJsonObject& unit)
{
    QStringList names;
    for (const char* member :
         {"prenom1UniteLegale", "prenom2UniteLegale", "prenom3UniteLegale", "prenom4UniteLegale"}) {
        const QString name = textOf(unit, QLatin1String(member));
        if (!name.isEmpty()) {
            names.append(name);
        }
    }
    return names;
}

QString nameOf(const QJsonObject& unit, const QJsonObject& period)
{
    QString denomination = textOf(period, QLatin1String("denominationUniteLegale"));
    if (!denomination.isEmpty()) {
        return denomination;
    }
    const QString usual = textOf(unit, QLatin1String("prenomUsuelUniteLegale"));
    const QString usage = textOf(period, QLatin1String("nomUsageUniteLegale"));
    return joinedWords({usual.isEmpty() ? textOf(unit, QLatin1String("prenom1UniteLegale")) : usual,
                        usage.isEmpty() ? textOf(period, QLatin1String("nomUniteLegale")) : usage});
}

/// A value withheld from this account, in any field that is compared.
bool anyMasked(const QJsonObject& unit)
{
    return certification::isWithheld(textOf(unit, QLatin1String("dateNaissanceUniteLegale"))) ||
           certification::isWithheld(textOf(unit, QLatin1String("codePaysNaissanceUniteLegale"))) ||
           certification::isWithheld(textOf(unit, QLatin1String("sexeUniteLegale")));
}

Establishment establishmentOf(const QJsonObject& entry)
{
    const QJsonObject period = openPeriod(entry.value(QLatin1String("periodesEtablissement")).toArray());
    const QJsonObject address = entry.value(QLatin1String("adresseEtablissement")).toObject();
    const QString town = textOf(address, QLatin1String("libelleCommuneEtablissement"));
    const QString usual = textOf(period, QLatin1String("denominationUsuelleEtablissement"));
    const QString sign = textOf(period, QLatin1String("enseigne1Etablissement"));

    Establishment establishment;
    establishment.siret = textOf(entry, QLatin1String("siret"));
    establishment.headOffice = entry.value(QLatin1String("etablissementSiege")).toBool();
    establishment.open = textOf(period, QLatin1String("etatAdministratifEtablissement")) != u"F";
    establishment.label = establishmentLabel(town, !usual.isEmpty() ? usual : sign, establishment.headOffice);
    establishment.address = joinedWords({textOf(address, QLatin1String("numeroVoieEtablissement")),
                                         textOf(address, QLatin1String("typeVoieEtablissement")),
                                         textOf(address, QLatin1String("libelleVoieEtablissement")),
                                         textOf(address, QLatin1String("codePostalEtablissement")), town});
    return establishment;
}

} // namespace

RegisteredCompany companyOfSirene(const QJsonObject& unit)
{
    const QJsonObject period = openUnitPeriod(unit);
    RegisteredCompany company;
    company.siren = textOf(unit, QLatin1String("siren"));
    company.name = nameOf(unit, period);
    if (certification::isMasked(company.name)) {
        company.name.clear();
    }
    const QString diffusion = textOf(unit, QLatin1String("statutDiffusionUniteLegale"));
    company.withheld = diffusion == u"P" || diffusion == u"N";
    company.legalForm = codeOf(period, QLatin1String("categorieJuridiqueUniteLegale"));
    company.activity = textOf(period, QLatin1String("activitePrincipaleUniteLegale"));
    const QString state = textOf(period, QLatin1String("etatAdministratifUniteLegale"));
    if (state == u"A") {
        company.stateUnreadable =
            anyOpenPeriodCeased(unit.value(QLatin1String("periodesUniteLegale")).toArray());
        company.state =
            company.stateUnreadable ? RegisteredCompany::State::Unknown : RegisteredCompany::State::Active;
    } else if (state == u"C") {
        company.state = RegisteredCompany::State::Closed;
        const QDate since = QDate::fromString(textOf(period, QLatin1String("dateDebut")), Qt::ISODate);
        company.closedOn = since.isValid() ? std::optional{since} : std::nullopt;
    } else {
        company.stateUnreadable = isWritten(period, QLatin1String("etatAdministratifUniteLegale"));
    }
    return company;
}

OfficerRecord officerOfSirene(const QJsonObject& uniteLegale)
{
    const QJsonObject period = openUnitPeriod(uniteLegale);
    OfficerRecord officer;
    officer.source = RegistrySource::Sirene;
    officer.familyName = textOf(period, QLatin1String("nomUniteLegale"));
    officer.usageName = textOf(period, QLatin1String("nomUsageUniteLegale"));
    officer.givenNames = givenNamesOf(uniteLegale);
    officer.usualGivenName = textOf(uniteLegale, QLatin1String("prenomUsuelUniteLegale"));
    officer.gender = genderOf(uniteLegale, QLatin1String("sexeUniteLegale"));
    officer.birthDate = CivilDate::parse(codeOf(uniteLegale, QLatin1String("dateNaissanceUniteLegale")));
    officer.birthCommune = entryOf(uniteLegale, QLatin1String("codeCommuneNaissanceUniteLegale"));
    officer.birthCountry = entryOf(uniteLegale, QLatin1String("codePaysNaissanceUniteLegale"));
    officer.roleCode = QStringLiteral("101");
    officer.function = certification::rneRoleLabel(officer.roleCode);
    officer.standing = RoleStanding::Represents;
    officer.masked = flagOf(uniteLegale, QLatin1String("unitePurgeeUniteLegale")).value_or(false) ||
                     anyMasked(uniteLegale);
    return officer;
}

Outcome<RegistryAnswer> parseSireneUnit(const QByteArray& body, const SirenNumber& siren)
{
    const auto document = parseRegistryJson(body);
    const QJsonObject unit =
        document ? document->value(QLatin1String("uniteLegale")).toObject() : QJsonObject();
    if (textOf(unit, QLatin1String("siren")) != siren.digits()) {
        return Failure{
            FailureCode::BadReply, QStringLiteral("SIRENE: no uniteLegale of the SIREN asked for"), {}};
    }
    RegistryAnswer answer{RegistrySource::Sirene, companyOfSirene(unit), {}};
    if (answer.company.legalForm == soleTraderForm) {
        answer.officers.append(officerOfSirene(unit));
    }
    return answer;
}

Outcome<QList<Establishment>> parseSireneEstablishments(const QByteArray& body, const SirenNumber& siren)
{
    const auto document = parseRegistryJson(body);
    const QJsonValue list = document ? document->value(QLatin1String("etablissements")) : QJsonValue();
    if (!list.isArray()) {
        return Failure{FailureCode::BadReply, QStringLiteral("SIRENE: no list of establishments"), {}};
    }
    QList<Establishment> establishments;
    const QJsonArray entries = list.toArray();
    for (const auto& entry : entries) {
        Establishment establishment = establishmentOf(entry.toObject());
        const auto siret = SiretNumber::parse(establishment.siret);
        if (siret && siret->siren() == siren) {
            establishments.append(std::move(establishment));
        }
    }
    return establishments;
}

} // namespace proconnect::service
