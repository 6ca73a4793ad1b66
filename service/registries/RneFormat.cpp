// SPDX-License-Identifier: MIT
#include "service/registries/RneFormat.h"

#include "core/certification/NameFolding.h"
#include "core/certification/Roles.h"
#include "service/registries/GoneCompanies.h"
#include "service/registries/RegistryJson.h"
#include "service/registries/RneClosing.h"
#include "service/registries/RneEstablishments.h"
#include "service/registries/RnePerson.h"
#include "service/registries/SoleOffices.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace proconnect::service {
namespace {

using certification::OfficerRecord;
using certification::RoleStanding;

bool isCompany(const QJsonObject& power)
{
    const QString type = textOf(power, QLatin1String("typeDePersonne")).toUpper();
    return type.isEmpty() ? power.value(QLatin1String("individu")).toObject().isEmpty() : type != u"INDIVIDU";
}

/// Whether something stands where "person" or "company" belongs that is neither; or nothing, and both follow.
bool isTypeUnreadable(const QJsonObject& power)
{
    constexpr QLatin1String type("typeDePersonne");
    const bool both = !objectAt(power, {QLatin1String("individu")}).isEmpty() &&
                      !objectAt(power, {QLatin1String("entreprise")}).isEmpty();
    return textOf(power, type).isEmpty() && (both || !entryOf(power, type).isEmpty());
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
    const auto date = certification::CivilDate::parse(dayOf(codeOf(entry, day)));
    const auto now = certification::CivilDate::of(today);
    const bool later = date.number() > now.number();
    const bool dated = date.year >= oldestOfficeYear && date.month != 0 && date.possible(now);
    officer.resigned = officer.resigned || (!later && (mentioned.value_or(false) || dated));
    officer.doubtful =
        officer.doubtful || (!mentioned && isWritten(entry, mention)) || (!dated && isWritten(entry, day));
}

/// Absent means active; written in a way that nobody can read is a doubt.
void readActivity(const QJsonObject& entry, OfficerRecord& officer)
{
    constexpr QLatin1String active("actif");
    const auto flag = flagOf(entry, active);
    officer.active = officer.active && flag.value_or(true);
    officer.doubtful = officer.doubtful || (!flag && isWritten(entry, active));
}

/// Who takes office later does not hold it today.
void readTakingOffice(const QJsonObject& entry, const QDate& today, OfficerRecord& officer)
{
    for (const char* member : {"dateEffet", "dateEffetRoleDeclarant"}) {
        const auto date = certification::CivilDate::parse(dayOf(codeOf(entry, QLatin1String(member))));
        officer.doubtful = officer.doubtful || date.number() > certification::CivilDate::of(today).number();
    }
}

/// Whether an entry names two people: a guardian's ward leads nothing alone, and of a company's entry nobody
/// can tell which of them acts for it.
bool namesTwoPeople(const QJsonObject& power)
{
    constexpr QLatin1String representative("representant");
    const bool unread = isWritten(power, representative) && !power.value(representative).isObject();
    return unread ||
           areTwoPeople(objectAt(power, {QLatin1String("individu"), QLatin1String("descriptionPersonne")}),
                        representativeOf(power));
}

/// Whether a power is still held, by what is written on each of its levels.
void readOffice(const QJsonObject& power, const QDate& today, OfficerRecord& officer)
{
    const QJsonObject behind = humanBehind(power);
    const QJsonObject individual = power.value(QLatin1String("individu")).toObject();
    const QJsonObject company =
        isCompany(power) ? power.value(QLatin1String("entreprise")).toObject() : QJsonObject();
    for (const QJsonObject& level :
         {power, company, behind, behind.value(QLatin1String("descriptionPersonne")).toObject(), individual,
          individual.value(QLatin1String("descriptionPersonne")).toObject()}) {
        readActivity(level, officer);
        readResignation(level, today, officer);
        readTakingOffice(level, today, officer);
    }
}

/// SIREN of an officer that is a company; empty for a person.
QString sirenOf(const QJsonObject& power)
{
    return isCompany(power)
               ? codeOf(power.value(QLatin1String("entreprise")).toObject(), QLatin1String("siren"))
               : QString();
}

CompanyName companyNameOf(const QJsonObject& power)
{
    const QJsonObject company = power.value(QLatin1String("entreprise")).toObject();
    return {codeOf(company, QLatin1String("siren")), textOf(company, QLatin1String("denomination"))};
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
    if (position.standing == RoleStanding::Represents && !written.isEmpty() &&
        certification::isListedOtherwise(written)) {
        position.standing = RoleStanding::Ambiguous; // the code of a chair, and another's words
    }
    if (position.code == u"99") {
        // "Other": the register gives the position in words, at times as a code of the same list.
        const QString other = codeOf(power, QLatin1String("autreRoleEntreprise"));
        const QString label = certification::rneRoleLabel(other);
        position.label = label.isEmpty() ? other : label;
        position.standing = label.isEmpty() ? certification::writtenRoleStanding(other)
                                            : certification::rneRoleStanding(other);
        position.code = label.isEmpty() ? position.code : other;
    }
    return position;
}

void takePosition(const Position& position, OfficerRecord& officer)
{
    officer.roleCode = position.code;
    officer.function = position.label;
    officer.standing = position.standing;
}

constexpr std::array roleMembers{"roleEntreprise", "secondRoleEntreprise", "autreRoleEntreprise"};

/// Whether something stands where a role belongs that nobody can read.
bool isRoleUnreadable(const QJsonObject& power)
{
    constexpr QLatin1String second("indicateurSecondRoleEntreprise");
    return (!flagOf(power, second) && isWritten(power, second)) ||
           std::any_of(roleMembers.begin(), roleMembers.end(), [&power](const char* member) {
               return codeOf(power, QLatin1String(member)).isEmpty() &&
                      isWritten(power, QLatin1String(member));
           });
}

/// The position that says most: a board member who is also chief executive represents the company.
void readPosition(const QJsonObject& power, OfficerRecord& officer)
{
    const Position first =
        positionOf(power, QLatin1String("roleEntreprise"), QLatin1String("libelleRoleEntreprise"));
    const bool only = !flagOf(power, QLatin1String("indicateurSecondRoleEntreprise")).value_or(true);
    if (only || codeOf(power, QLatin1String("secondRoleEntreprise")).isEmpty()) {
        takePosition(first, officer);
        return;
    }
    const Position second = positionOf(power, QLatin1String("secondRoleEntreprise"),
                                       QLatin1String("libelleSecondRoleEntreprise"));
    const bool secondSaysMore = second.standing < first.standing;
    takePosition(secondSaysMore ? second : first, officer);
    officer.otherRoleCode = secondSaysMore ? first.code : second.code;
}

void readPowers(const QJsonObject& branch, const QDate& today, RneContent& content)
{
    const QJsonArray powers =
        branch.value(QLatin1String("composition")).toObject().value(QLatin1String("pouvoirs")).toArray();
    const qsizetype before = content.companyOfficers.size();
    GoneCompanies gone;
    QList<CompanyName> followed;
    for (const auto& value : powers) {
        const QJsonObject power = value.toObject();
        OfficerRecord officer = officerOfRnePower(power, today);
        const QString siren = sirenOf(power);
        if (isCompany(power) && (!officer.active || officer.resigned || officer.doubtful)) {
            gone.add(companyNameOf(power), officer);
        }
        // Of one without a number nobody can ask whether it still exists.
        const bool toAsk = !siren.isEmpty() || (isCompany(power) && officer.individual);
        if (toAsk && officer.active && !officer.resigned && officer.standing == RoleStanding::Represents) {
            content.companyOfficers.append({siren, std::move(officer)});
            followed.append(companyNameOf(power));
        } else {
            content.officers.append(std::move(officer));
        }
    }
    for (qsizetype i = 0; i < followed.size(); ++i) {
        OfficerRecord& position = content.companyOfficers[before + i].position;
        position.doubtful = position.doubtful || gone.mayHold(followed[i], position);
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

/// The branches are alternatives. Where two of them say who leads, nobody can tell which one holds.
void doubtTwoBranches(const QJsonObject& content, RneContent& read)
{
    const auto leading = std::count_if(rneBranches.begin(), rneBranches.end(), [&](QLatin1String member) {
        const QJsonObject branch = content.value(member).toObject();
        return !objectAt(branch, {QLatin1String("identite"), QLatin1String("entrepreneur")}).isEmpty() ||
               !objectAt(branch, {QLatin1String("composition")})
                    .value(QLatin1String("pouvoirs"))
                    .toArray()
                    .isEmpty();
    });
    if (leading < 2) {
        return;
    }
    for (OfficerRecord& officer : read.officers) {
        officer.doubtful = true;
    }
    for (CompanyOfficer& company : read.companyOfficers) {
        company.position.doubtful = true;
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
    readPosition(power, officer);
    readOffice(power, today, officer);
    officer.doubtful =
        officer.doubtful || isRoleUnreadable(power) || namesTwoPeople(power) || isTypeUnreadable(power);
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
    for (const QLatin1String member : rneBranches) {
        const QJsonObject branch = content.value(member).toObject();
        if (branch.isEmpty()) {
            continue;
        }
        const QJsonObject entity = objectAt(branch, {QLatin1String("identite"), QLatin1String("entreprise")});
        if (result.name.isEmpty()) {
            result.name = textOf(entity, QLatin1String("denomination"));
        }
        if (result.address.isEmpty()) {
            result.address = rneAddressLine(
                objectAt(branch, {QLatin1String("adresseEntreprise"), QLatin1String("adresse")}));
        }
        readPowers(branch, today, result);
        result.establishments.append(rneEstablishmentsOf(branch));
    }
    doubtTwoBranches(content, result);
    const RneClosing closing = rneClosingOf(content, today);
    result.closed = closing.closed;
    result.closingUnreadable = closing.doubtful;
    result.struckOffOn = closing.struckOffOn;
    return result;
}

namespace {

/// Whether the content says who leads the company: a list of powers, be it empty, or a sole trader, and
/// nothing in their place that cannot be read. What was left out must not look like a company without
/// officers.
bool saysWhoLeads(const QJsonObject& content, const QDate& today)
{
    bool said = soleTraderOf(content, today).has_value();
    for (const QLatin1String member : rneBranches) {
        const QJsonObject branch = content.value(member).toObject();
        const QJsonValue composition = branch.value(QLatin1String("composition"));
        const QJsonValue powers = composition.toObject().value(QLatin1String("pouvoirs"));
        const auto readable = [](const QJsonValue& value, QJsonValue::Type type) {
            return value.isUndefined() || value.isNull() || value.type() == type;
        };
        if (!readable(content.value(member), QJsonValue::Object) ||
            !readable(composition, QJsonValue::Object) || !readable(powers, QJsonValue::Array)) {
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
    const auto ofAnother = [&siren](const QJsonObject& object) {
        const QString written = codeOf(object, QLatin1String("siren"));
        return !written.isEmpty() && written != siren.digits();
    };
    if (!formality.value(QLatin1String("content")).isObject() || ofAnother(formality) ||
        ofAnother(*document)) {
        return Failure{FailureCode::BadReply, QStringLiteral("RNE: no formality of the SIREN asked for"), {}};
    }
    const QJsonObject content = formality.value(QLatin1String("content")).toObject();
    RneContent parsed = parseRneContent(content, today);
    doubtSharedOffices(parsed);
    // Of a company that it struck off, the register empties the composition: that it is struck off is said.
    const bool incomplete = !parsed.closed && !parsed.closingUnreadable && !saysWhoLeads(content, today);

    RneCompany result;
    result.companyOfficers = parsed.companyOfficers;
    result.answer.source = RegistrySource::Rne;
    result.answer.incomplete = incomplete;
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
