// SPDX-License-Identifier: MIT
#include "tests/core/certification/CertificationCases.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace proconnect::certification {

using namespace Qt::StringLiterals;

namespace {

void changeText(const QJsonObject& change, const char* member, QString& value)
{
    if (change.contains(QLatin1String(member))) {
        value = change.value(QLatin1String(member)).toString();
    }
}

void changeFlag(const QJsonObject& change, const char* member, bool& value)
{
    value = change.value(QLatin1String(member)).toBool(value);
}

void changeNames(const QJsonObject& change, QStringList& names)
{
    if (!change.contains(u"givenNames"_s)) {
        return;
    }
    names.clear();
    const QJsonArray list = change.value(u"givenNames"_s).toArray();
    for (const auto& name : list) {
        names.append(name.toString());
    }
}

FranceConnectIdentity changedPerson(const QJsonObject& change)
{
    FranceConnectIdentity person = change.contains(u"blank"_s) ? FranceConnectIdentity() : honestPerson();
    changeText(change, "familyName", person.familyName);
    changeText(change, "preferredUsername", person.preferredUsername);
    changeNames(change, person.givenNames);
    changeFlag(change, "givenNamesExact", person.givenNamesExact);
    changeText(change, "gender", person.gender);
    changeText(change, "birthdate", person.birthdate);
    changeText(change, "rawBirthdate", person.rawBirthdate);
    changeText(change, "birthplace", person.birthplace);
    changeText(change, "birthcountry", person.birthcountry);
    return person;
}

OfficerRecord changedRecord(const QJsonObject& change)
{
    OfficerRecord record = change.contains(u"blank"_s) ? OfficerRecord() : honestRecord();
    changeText(change, "familyName", record.familyName);
    changeText(change, "usageName", record.usageName);
    changeText(change, "usualGivenName", record.usualGivenName);
    changeNames(change, record.givenNames);
    changeText(change, "birthCommune", record.birthCommune);
    changeText(change, "birthCountry", record.birthCountry);
    changeFlag(change, "individual", record.individual);
    changeFlag(change, "active", record.active);
    changeFlag(change, "resigned", record.resigned);
    changeFlag(change, "doubtful", record.doubtful);
    changeFlag(change, "masked", record.masked);
    if (change.contains(u"birthDate"_s)) {
        record.birthDate = CivilDate::parse(change.value(u"birthDate"_s).toString());
    }
    const QString gender = change.value(u"gender"_s).toString();
    if (!gender.isEmpty()) {
        record.gender = gender == u"Male" ? RegisteredGender::Male : RegisteredGender::Unknown;
    }
    const QString standing = change.value(u"standing"_s).toString();
    if (!standing.isEmpty()) {
        record.standing = standing == u"Represents"  ? RoleStanding::Represents
                          : standing == u"Ambiguous" ? RoleStanding::Ambiguous
                                                     : RoleStanding::DoesNotRepresent;
    }
    return record;
}

} // namespace

FranceConnectIdentity honestPerson()
{
    FranceConnectIdentity person;
    person.familyName = u"FABRE"_s;
    person.givenNames = {u"Claire"_s, u"H\u00E9l\u00E8ne"_s};
    person.givenNamesExact = true;
    person.gender = u"female"_s;
    person.birthdate = u"1982-11-03"_s;
    person.birthplace = u"69266"_s;
    person.birthcountry = u"99100"_s;
    return person;
}

OfficerRecord honestRecord()
{
    OfficerRecord record;
    record.familyName = u"FABRE"_s;
    record.givenNames = {u"CLAIRE"_s};
    record.gender = RegisteredGender::Female;
    record.birthDate = CivilDate::parse(u"1982-11-03"_s);
    record.birthCommune = u"69266"_s;
    record.roleCode = u"73"_s;
    record.standing = RoleStanding::Represents;
    return record;
}

QList<CertificationCase> certificationCases()
{
    QFile file(QStringLiteral(CERTIFICATION_CASES));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<CertificationCase> cases;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        CertificationCase entry;
        entry.name = row.value(u"name"_s).toString().toUtf8();
        entry.person = changedPerson(row.value(u"person"_s).toObject());
        entry.record = changedRecord(row.value(u"record"_s).toObject());
        const QJsonObject gate = row.value(u"gate"_s).toObject();
        changeFlag(gate, "covered", entry.gate.covered);
        changeFlag(gate, "active", entry.gate.active);
        changeFlag(gate, "disputed", entry.gate.disputed);
        const QString verdict = row.value(u"verdict"_s).toString();
        entry.expected = verdict == u"certified" ? Certainty::Certified
                         : verdict == u"close"   ? Certainty::Close
                                                 : Certainty::None;
        entry.reason = row.value(u"reason"_s).toString();
        cases.append(std::move(entry));
    }
    return cases;
}

} // namespace proconnect::certification
