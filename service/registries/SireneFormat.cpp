// SPDX-License-Identifier: MIT
#include "service/registries/SireneFormat.h"

#include "core/certification/Masks.h"
#include "core/certification/NameFolding.h"
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

QDate dayOf(const QJsonObject& period, const char* member)
{
    return QDate::fromString(textOf(period, QLatin1String(member)), Qt::ISODate);
}

/// The periods that are open today: begun, and without an end or with one to come, the latest first. Periods
/// normally come newest first, which nothing promises. The end of one is the eve of the next: where nothing
/// else is open, those that end today are.
QList<QJsonObject> openPeriods(const QJsonArray& periods, const QDate& today)
{
    QList<QJsonObject> open;
    QList<QJsonObject> onTheirLastDay;
    for (const auto& value : periods) {
        const QJsonObject period = value.toObject();
        const QDate begin = dayOf(period, "dateDebut");
        const QDate end = dayOf(period, "dateFin");
        const bool begun = !begin.isValid() || begin <= today;
        const bool ended =
            end.isValid() ? end <= today : !entryOf(period, QLatin1String("dateFin")).isEmpty();
        if (!period.isEmpty() && begun && (!ended || end == today)) {
            (ended ? onTheirLastDay : open).append(period);
        }
    }
    open = open.isEmpty() ? onTheirLastDay : open;
    std::stable_sort(open.begin(), open.end(), [](const QJsonObject& a, const QJsonObject& b) {
        return textOf(a, QLatin1String("dateDebut")) > textOf(b, QLatin1String("dateDebut"));
    });
    return open;
}

/// What /siret answers has no periods: its values of today stand in the unit itself.
QList<QJsonObject> openUnitPeriods(const QJsonObject& unit, const QDate& today)
{
    constexpr QLatin1String member("periodesUniteLegale");
    const QJsonValue periods = unit.value(member);
    if (!periods.isArray()) {
        return isWritten(unit, member) ? QList<QJsonObject>() : QList<QJsonObject>{unit};
    }
    QList<QJsonObject> open = openPeriods(periods.toArray(), today);
    if (!open.isEmpty() && (isWritten(unit, QLatin1String("nomUniteLegale")) ||
                            isWritten(unit, QLatin1String("etatAdministratifUniteLegale")))) {
        open.append(unit); // said twice: nothing promises that both say the same
    }
    return open;
}

/// Whether several open periods say different things.
bool disagree(const QList<QJsonObject>& open, const char* member)
{
    return std::any_of(open.begin(), open.end(), [&](const QJsonObject& period) {
        return textOf(period, QLatin1String(member)) != textOf(open.first(), QLatin1String(member));
    });
}

/// Whether nobody can read since when a period holds: it may be one to come, or not the latest.
bool isBeginUnreadable(const QJsonObject& period, const QDate& today)
{
    const QString begin = entryOf(period, QLatin1String("dateDebut"));
    const CivilDate day = CivilDate::parse(begin);
    return !begin.isEmpty() && (day.absent() || !day.possible(CivilDate::of(today)));
}

QStringList givenNamesOf(const QJsonObject& unit)
{
    QStringList names;
    for (const char* member :
         {"prenom1UniteLegale", "prenom2UniteLegale", "prenom3UniteLegale", "prenom4UniteLegale"}) {
        const QString name = textOf(unit, QLatin1String(member));
        if (name.isEmpty() && !entryOf(unit, QLatin1String(member)).isEmpty()) {
            return {}; // left out, it would make the next one the first
        }
        names.append(name);
    }
    return certification::haveGap(names) ? QStringList() : writtenNames(names);
}

/// Four digits: what cannot be read must not be told as a form that is not covered.
bool isLegalForm(const QString& code)
{
    return code.size() == 4 &&
           std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
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

Establishment establishmentOf(const QJsonObject& entry, const QDate& today)
{
    const QJsonObject period =
        openPeriods(entry.value(QLatin1String("periodesEtablissement")).toArray(), today).value(0);
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

RegisteredCompany companyOfSirene(const QJsonObject& unit, const QDate& today)
{
    const QList<QJsonObject> open = openUnitPeriods(unit, today);
    const QJsonObject period = open.value(0);
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
    if (disagree(open, "etatAdministratifUniteLegale")) {
        company.stateUnreadable = true;
    } else if (state == u"A") {
        company.state = RegisteredCompany::State::Active;
    } else if (state == u"C") {
        company.state = RegisteredCompany::State::Closed;
        const QDate since = dayOf(period, "dateDebut");
        company.closedOn = since.isValid() ? std::optional{since} : std::nullopt;
    } else {
        company.stateUnreadable = isWritten(period, QLatin1String("etatAdministratifUniteLegale"));
    }
    return company;
}

OfficerRecord officerOfSirene(const QJsonObject& uniteLegale, const QDate& today)
{
    const QList<QJsonObject> open = openUnitPeriods(uniteLegale, today);
    const QJsonObject period = open.value(0);
    OfficerRecord officer;
    officer.source = RegistrySource::Sirene;
    officer.familyName = textOf(period, QLatin1String("nomUniteLegale"));
    officer.usageName = textOf(period, QLatin1String("nomUsageUniteLegale"));
    officer.givenNames = givenNamesOf(uniteLegale);
    officer.usualGivenName = textOf(uniteLegale, QLatin1String("prenomUsuelUniteLegale"));
    officer.gender = genderOf(uniteLegale, QLatin1String("sexeUniteLegale"));
    officer.birthDate = CivilDate::parse(codeOf(uniteLegale, QLatin1String("dateNaissanceUniteLegale")));
    officer.birthCommune = communeOf(uniteLegale, QLatin1String("codeCommuneNaissanceUniteLegale"));
    officer.birthCountry = entryOf(uniteLegale, QLatin1String("codePaysNaissanceUniteLegale"));
    officer.roleCode = QStringLiteral("101");
    officer.function = certification::rneRoleLabel(officer.roleCode);
    officer.standing = RoleStanding::Represents;
    constexpr QLatin1String purged("unitePurgeeUniteLegale");
    officer.masked =
        flagOf(uniteLegale, purged).value_or(isWritten(uniteLegale, purged)) || anyMasked(uniteLegale);
    const auto unreadable = [&today](const QJsonObject& any) { return isBeginUnreadable(any, today); };
    officer.doubtful = disagree(open, "nomUniteLegale") || std::any_of(open.begin(), open.end(), unreadable);
    return officer;
}

Outcome<RegistryAnswer> parseSireneUnit(const QByteArray& body, const SirenNumber& siren, const QDate& today)
{
    const auto document = parseRegistryJson(body);
    const QJsonObject unit =
        document ? document->value(QLatin1String("uniteLegale")).toObject() : QJsonObject();
    if (textOf(unit, QLatin1String("siren")) != siren.digits()) {
        return Failure{
            FailureCode::BadReply, QStringLiteral("SIRENE: no uniteLegale of the SIREN asked for"), {}};
    }
    RegistryAnswer answer{RegistrySource::Sirene, companyOfSirene(unit, today), {}};
    if (!isLegalForm(answer.company.legalForm)) {
        return Failure{
            FailureCode::BadReply, QStringLiteral("SIRENE: no period of today, or no legal form in it"), {}};
    }
    if (answer.company.legalForm == soleTraderForm) {
        answer.officers.append(officerOfSirene(unit, today));
    }
    return answer;
}

Outcome<QList<Establishment>> parseSireneEstablishments(const QByteArray& body, const SirenNumber& siren,
                                                        const QDate& today)
{
    const auto document = parseRegistryJson(body);
    const QJsonValue list = document ? document->value(QLatin1String("etablissements")) : QJsonValue();
    if (!list.isArray()) {
        return Failure{FailureCode::BadReply, QStringLiteral("SIRENE: no list of establishments"), {}};
    }
    QList<Establishment> establishments;
    const QJsonArray entries = list.toArray();
    for (const auto& entry : entries) {
        Establishment establishment = establishmentOf(entry.toObject(), today);
        const auto siret = SiretNumber::parse(establishment.siret);
        if (siret && siret->siren() == siren) {
            establishments.append(std::move(establishment));
        }
    }
    return establishments;
}

} // namespace proconnect::service
