// SPDX-License-Identifier: MIT
#include "core/certification/Certifier.h"
#include "core/certification/LegalForms.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proconnect;
using namespace proconnect::certification;
using namespace Qt::StringLiterals;

/// The identity cases of the demonstration data. Their expected results come from the five-point score, which
/// certifies on absent values; the few that the stricter rules answer otherwise are named below.
class IdentityVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assess_eachDemonstrationCase_givesItsResult_data();
    void assess_eachDemonstrationCase_givesItsResult();
    void assess_useNameKnown_explainsTheMarriedName();
};

namespace {

const QDate today(2026, 11, 23);

QJsonArray vectors()
{
    QFile file(QStringLiteral(DEMONSTRATION_DATA));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object()[u"cas_identite"_s].toArray();
}

FranceConnectIdentity personOf(const QJsonObject& pivot)
{
    FranceConnectIdentity person;
    person.familyName = pivot[u"nom_naissance"_s].toString();
    person.givenNames = pivot[u"prenoms"_s].toString().split(u' ', Qt::SkipEmptyParts);
    person.gender = pivot[u"sexe"_s].toString() == u"F" ? u"female"_s : u"male"_s;
    person.birthdate = pivot[u"date_naissance"_s].toString();
    person.birthplace = pivot[u"code_commune_naissance"_s].toString();
    person.birthcountry = pivot[u"code_pays_naissance"_s].toString();
    return person;
}

QList<OfficerRecord> officersOf(const QJsonValue& value)
{
    if (!value.isObject()) {
        return {};
    }
    const QJsonObject entry = value.toObject();
    OfficerRecord record;
    record.familyName = entry[u"nom_naissance"_s].toString();
    record.givenNames = {entry[u"prenoms"_s].toString()};
    const QString gender = entry[u"sexe"_s].toString();
    record.gender = gender == u"F"   ? RegisteredGender::Female
                    : gender == u"M" ? RegisteredGender::Male
                                     : RegisteredGender::Unknown;
    record.birthDate = CivilDate::parse(entry[u"date_naissance"_s].toString());
    record.birthCommune = entry[u"code_commune_naissance"_s].toString();
    record.birthCountry = entry[u"code_pays_naissance"_s].toString();
    record.standing = RoleStanding::Represents;
    return {record};
}

QString resultOf(const QJsonObject& vector)
{
    const QString legalForm = vector[u"categorie_juridique"_s].toString();
    if (!legalForm.isEmpty() && coverageOf(legalForm) == Coverage::NotCovered) {
        return u"NON_COUVERT"_s;
    }
    const auto assessment =
        assessAll(personOf(vector[u"fc"_s].toObject()), officersOf(vector[u"registre"_s]), {}, today);
    switch (assessment.verdict.certainty) {
    case Certainty::Certified:
        return u"CERTIFIE"_s;
    case Certainty::Close:
        return u"DISCORDANCE"_s;
    case Certainty::None:
        break;
    }
    return u"NON_TROUVE"_s;
}

/// Cases where the strict rules part from the score, with the reason.
const QHash<QString, QString>& stricterResults()
{
    static const QHash<QString, QString> results{
        {u"I03"_s, u"NON_TROUVE"_s},  // another family name, and no use name that explains it
        {u"I04"_s, u"DISCORDANCE"_s}, // no commune and a single given name: absence proves nothing
        {u"I08"_s, u"NON_TROUVE"_s},  // another birth date is another person
    };
    return results;
}

} // namespace

void IdentityVectorsTest::assess_eachDemonstrationCase_givesItsResult_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray all = vectors();
    QCOMPARE(all.size(), 12);
    for (const QJsonValue& value : all) {
        const QJsonObject vector = value.toObject();
        QTest::newRow(qPrintable(vector[u"id"_s].toString())) << vector;
    }
}

void IdentityVectorsTest::assess_eachDemonstrationCase_givesItsResult()
{
    QFETCH(QJsonObject, vector);
    const QString byScore = vector[u"resultat"_s].toString();
    QCOMPARE(resultOf(vector), stricterResults().value(vector[u"id"_s].toString(), byScore));
}

void IdentityVectorsTest::assess_useNameKnown_explainsTheMarriedName()
{
    const QJsonArray all = vectors();
    const QJsonObject vector = all.at(2).toObject();
    FranceConnectIdentity person = personOf(vector[u"fc"_s].toObject());
    person.preferredUsername = u"MARCHAND"_s;
    const auto verdict =
        assess(person, officersOf(vector[u"registre"_s]).constFirst(), {}, CivilDate::of(today));
    QCOMPARE(verdict.certainty, Certainty::Close);
    QVERIFY(verdict.reasons().contains(u"family.usage"_s));
}

QTEST_APPLESS_MAIN(IdentityVectorsTest)
#include "IdentityVectorsTest.moc"
