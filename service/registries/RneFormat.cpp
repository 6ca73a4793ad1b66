// SPDX-License-Identifier: MIT
#include "service/registries/RneFormat.h"

#include "core/certification/Roles.h"
#include "service/registries/RegistryJson.h"
#include "service/registries/RnePerson.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

using certification::OfficerRecord;
using certification::RoleStanding;

bool isCompany(const QJsonObject& power)
{
    const QString type = textOf(power, QLatin1String("typeDePersonne")).toUpper();
    return type.isEmpty() ? power.value(QLatin1String("individu")).toObject().isEmpty() : type != u"INDIVIDU";
}

QJsonObject representativeOf(const QJsonObject& power)
{
    return objectAt(power, {QLatin1String("representant"), QLatin1String("descriptionPersonne")});
}

/// Who represents a company that is an officer; empty for a person.
QJsonObject humanBehind(const QJsonObject& power)
{
    return isCompany(power) ? power.value(QLatin1String("representant")).toObject() : QJsonObject();
}

/// A mention of resignation or its date: either is enough. What cannot be read, or is for later, neither
/// ends an office nor leaves it beyond doubt.
void readResignation(const QJsonObject& entry, const QDate& today, OfficerRecord& officer)
{
    constexpr QLatin1String mention("mentionDemissionOrdre");
    constexpr QLatin1String day("dateMentionDemissionOrdre");
    const auto mentioned = flagOf(entry, mention);
    const auto date = certification::CivilDate::parse(codeOf(entry, day).left(10));
    const bool dated = !date.absent();
    const bool later = dated && date.number() > certification::CivilDate::of(today).number();
    officer.resigned = officer.resigned || (!later && (mentioned.value_or(false) || dated));
    officer.doubtful = officer.doubtful || later || (!mentioned && isWritten(entry, mention)) ||
                       (!dated && isWritten(entry, day));
}

/// Absent means active; written in a way that nobody can read is a doubt.
void readActivity(const QJsonObject& entry, OfficerRecord& officer)
{
    constexpr QLatin1String active("actif");
    const auto flag = flagOf(entry, active);
    officer.active = officer.active && flag.value_or(true);
    officer.doubtful = officer.doubtful || (!flag && isWritten(entry, active));
}

/// Whether a power is still held, by what is written on each of its levels.
void readOffice(const QJsonObject& power, const QDate& today, OfficerRecord& officer)
{
    const QJsonObject behind = humanBehind(power);
    const QJsonObject individual = power.value(QLatin1String("individu")).toObject();
    for (const QJsonObject& level :
         {power, behind, behind.value(QLatin1String("descriptionPersonne")).toObject(), individual,
          individual.value(QLatin1String("descriptionPersonne")).toObject()}) {
        readActivity(level, officer);
        readResignation(level, today, officer);
    }
}

/// SIREN of an officer that is a company whose entry names no human representative; empty otherwise.
QString sirenToFollow(const QJsonObject& power)
{
    if (!isCompany(power) || !representativeOf(power).isEmpty()) {
        return {};
    }
    return codeOf(power.value(QLatin1String("entreprise")).toObject(), QLatin1String("siren"));
}

struct Position
{
    QString code;
    QString label;
    RoleStanding standing = RoleStanding::Ambiguous;
};

Position positionOf(const QJsonObject& power, QLatin1String codeMember, QLatin1String labelMember)
{
    Position position;
    position.code = codeOf(power, codeMember);
    position.standing = certification::rneRoleStanding(position.code);
    const QString written = textOf(power, labelMember);
    position.label = written.isEmpty() ? certification::rneRoleLabel(position.code) : written;
    if (position.code == u"99") {
        // "Other": the register gives the position in words, at times as a code of the same list.
        const QString other = codeOf(power, QLatin1String("autreRoleEntreprise"));
        const QString label = certification::rneRoleLabel(other);
        position.label = label.isEmpty() ? other : label;
        position.standing = label.isEmpty() ? certification::writtenRoleStanding(other)
                                            : certification::rneRoleStanding(other);
    }
    return position;
}

/// The position that says most: a board member who is also chief executive represents the company.
Position bestPosition(const QJsonObject& power)
{
    Position first =
        positionOf(power, QLatin1String("roleEntreprise"), QLatin1String("libelleRoleEntreprise"));
    const bool only = !flagOf(power, QLatin1String("indicateurSecondRoleEntreprise")).value_or(true);
    if (only || codeOf(power, QLatin1String("secondRoleEntreprise")).isEmpty()) {
        return first;
    }
    Position second = positionOf(power, QLatin1String("secondRoleEntreprise"),
                                 QLatin1String("libelleSecondRoleEntreprise"));
    return second.standing < first.standing ? second : first;
}

QString addressLine(const QJsonObject& address)
{
    return joinedWords({codeOf(address, QLatin1String("numVoie")), textOf(address, QLatin1String("typeVoie")),
                        textOf(address, QLatin1String("voie")), codeOf(address, QLatin1String("codePostal")),
                        textOf(address, QLatin1String("commune"))});
}

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
    establishment.address = addressLine(address);
    establishment.headOffice = headOffice;
    establishment.open = textOf(description, QLatin1String("statutPourFormalite")) != u"4" &&
                         textOf(description, QLatin1String("dateEffetFermeture")).isEmpty();
    return establishment;
}

void readEstablishments(const QJsonObject& branch, RneContent& content)
{
    const auto add = [&content](const QJsonObject& entry, bool headOffice) {
        if (auto establishment = establishmentOf(entry, headOffice)) {
            content.establishments.append(std::move(*establishment));
        }
    };
    add(branch.value(QLatin1String("etablissementPrincipal")).toObject(), true);
    const QJsonArray others = branch.value(QLatin1String("autresEtablissements")).toArray();
    for (const auto& other : others) {
        add(other.toObject(), false);
    }
}

void readPowers(const QJsonObject& branch, const QDate& today, RneContent& content)
{
    const QJsonArray powers =
        branch.value(QLatin1String("composition")).toObject().value(QLatin1String("pouvoirs")).toArray();
    for (const auto& value : powers) {
        const QJsonObject power = value.toObject();
        OfficerRecord officer = officerOfRnePower(power, today);
        const QString siren = sirenToFollow(power);
        if (!siren.isEmpty() && officer.active && !officer.resigned &&
            officer.standing == RoleStanding::Represents) {
            content.companyOfficers.append({siren, std::move(officer)});
        } else {
            content.officers.append(std::move(officer));
        }
    }
}

/// The sole trader of the branch personnePhysique.
std::optional<OfficerRecord> soleTraderOf(const QJsonObject& content, const QDate& today)
{
    const QJsonObject entry = objectAt(content, {QLatin1String("personnePhysique"), QLatin1String("identite"),
                                                 QLatin1String("entrepreneur")});
    const QJsonObject human = entry.value(QLatin1String("descriptionPersonne")).toObject();
    if (human.isEmpty()) {
        return std::nullopt;
    }
    OfficerRecord officer;
    readRnePerson(human, officer);
    officer.roleCode = QStringLiteral("101");
    officer.function = certification::rneRoleLabel(officer.roleCode);
    officer.standing = RoleStanding::Represents;
    readActivity(entry, officer);
    readActivity(human, officer);
    readResignation(entry, today, officer);
    readResignation(human, today, officer);
    return officer;
}

/// What is written of a closing; in another container than the register's own, nobody can read it.
QJsonObject closingIn(const QJsonObject& holder, QLatin1String member, RneContent& content)
{
    const QJsonValue value = holder.value(member);
    content.closingUnreadable = content.closingUnreadable || (!value.isObject() && isWritten(holder, member));
    return value.toObject();
}

void readStrikingOff(const QJsonObject& holder, const QDate& today, RneContent& content)
{
    const QJsonObject detail = closingIn(holder, QLatin1String("detailCessationEntreprise"), content);
    for (const char* member : {"dateRadiation", "dateCessationTotaleActivite", "dateEffet"}) {
        const QString written = entryOf(detail, QLatin1String(member));
        const QDate date = QDate::fromString(written.left(10), Qt::ISODate);
        content.closingUnreadable = content.closingUnreadable || (!written.isEmpty() && !date.isValid());
        if (date.isValid() && date <= today) {
            content.struckOffOn = date;
            return;
        }
    }
}

} // namespace

OfficerRecord officerOfRnePower(const QJsonObject& power, const QDate& today)
{
    OfficerRecord officer;
    const QJsonObject human =
        isCompany(power) ? representativeOf(power)
                         : objectAt(power, {QLatin1String("individu"), QLatin1String("descriptionPersonne")});
    readRnePerson(human, officer);
    officer.individual = !human.isEmpty();
    const Position position = bestPosition(power);
    officer.roleCode = position.code;
    officer.function = position.label;
    officer.standing = position.standing;
    readOffice(power, today, officer);
    return officer;
}

RneContent parseRneContent(const QJsonObject& content, const QDate& today)
{
    RneContent result;
    if (auto trader = soleTraderOf(content, today)) {
        result.officers.append(std::move(*trader));
        result.name = joinedWords(
            {result.officers.constFirst().givenNames.value(0), result.officers.constFirst().familyName});
    }
    for (const char* member : {"personneMorale", "exploitation", "personnePhysique"}) {
        const QJsonObject branch = content.value(QLatin1String(member)).toObject();
        if (branch.isEmpty()) {
            continue;
        }
        const QJsonObject entity = objectAt(branch, {QLatin1String("identite"), QLatin1String("entreprise")});
        if (result.name.isEmpty()) {
            result.name = textOf(entity, QLatin1String("denomination"));
        }
        if (result.address.isEmpty()) {
            result.address =
                addressLine(objectAt(branch, {QLatin1String("adresseEntreprise"), QLatin1String("adresse")}));
        }
        readPowers(branch, today, result);
        readEstablishments(branch, result);
        readStrikingOff(branch, today, result);
    }
    readStrikingOff(content, today, result);
    const QString state = entryOf(closingIn(content, QLatin1String("natureCessationEntreprise"), result),
                                  QLatin1String("etatAdministratifInsee"));
    const bool ceased = state == u"C" || state == u"F";
    result.closed = result.struckOffOn.has_value() || ceased;
    result.closingUnreadable = result.closingUnreadable || (!state.isEmpty() && !ceased && state != u"A");
    return result;
}

namespace {

/// Whether the content says who leads the company: a list of powers, be it empty, or a sole trader, and
/// nothing in their place that cannot be read. What was left out must not look like a company without
/// officers.
bool saysWhoLeads(const QJsonObject& content, const QDate& today)
{
    bool said = soleTraderOf(content, today).has_value();
    for (const char* member : {"personneMorale", "exploitation", "personnePhysique"}) {
        const QJsonObject branch = content.value(QLatin1String(member)).toObject();
        const QJsonValue composition = branch.value(QLatin1String("composition"));
        const QJsonValue powers = composition.toObject().value(QLatin1String("pouvoirs"));
        const auto readable = [](const QJsonValue& value, QJsonValue::Type type) {
            return value.isUndefined() || value.isNull() || value.type() == type;
        };
        if (!readable(composition, QJsonValue::Object) || !readable(powers, QJsonValue::Array)) {
            return false;
        }
        said = said || powers.isArray();
    }
    return said;
}

} // namespace

Outcome<RneCompany> parseRneCompany(const QByteArray& body, const SirenNumber& siren, const QDate& today)
{
    const auto document = parseRegistryJson(body);
    const QJsonObject formality =
        document ? document->value(QLatin1String("formality")).toObject() : QJsonObject();
    const QString written = codeOf(formality, QLatin1String("siren"));
    if (!formality.value(QLatin1String("content")).isObject() ||
        (!written.isEmpty() && written != siren.digits())) {
        return Failure{FailureCode::BadReply, QStringLiteral("RNE: no formality of the SIREN asked for"), {}};
    }
    const QJsonObject content = formality.value(QLatin1String("content")).toObject();
    if (!saysWhoLeads(content, today)) {
        return Failure{FailureCode::BadReply, QStringLiteral("RNE: nothing says who leads the company"), {}};
    }
    RneContent parsed = parseRneContent(content, today);

    RneCompany result;
    result.companyOfficers = parsed.companyOfficers;
    result.answer.source = RegistrySource::Rne;
    result.answer.officers = std::move(parsed.officers);
    RegisteredCompany& company = result.answer.company;
    company.siren = siren.digits();
    company.name = parsed.name;
    company.legalForm = codeOf(formality, QLatin1String("formeJuridique"));
    if (company.legalForm.isEmpty()) {
        company.legalForm = codeOf(content.value(QLatin1String("natureCreation")).toObject(),
                                   QLatin1String("formeJuridique"));
    }
    company.address = parsed.address;
    company.establishments = std::move(parsed.establishments);
    company.state = parsed.closed              ? RegisteredCompany::State::Closed
                    : parsed.closingUnreadable ? RegisteredCompany::State::Unknown
                                               : RegisteredCompany::State::Active;
    company.closedOn = parsed.struckOffOn;
    return result;
}

} // namespace proconnect::service
