// SPDX-License-Identifier: MIT
#include "service/certify/CertifyLine.h"
#include "tests/service/certify/CaseFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <functional>

using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What must hold of every line, whatever it says.
class PropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certifyLine_casingAccentsAndSpacing_neverChangeTheVerdict_data();
    void certifyLine_casingAccentsAndSpacing_neverChangeTheVerdict();
    void certifyLine_nameOrDateTakenAway_neverCertifies();
    void certifyLine_refusedAndEvidenceMissing_neverCertifies();
    void certifyLine_anyBytes_areAnswered();
    void certifyLine_randomLetters_neverCertify();
};

namespace {

using Spelling = std::function<QString(const QString&)>;

const QDate today(2026, 11, 23);

QJsonObject answerTo(const QJsonObject& line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact);
    return QJsonDocument::fromJson(certifyLine(text, today)).object();
}

QString verdictOn(const QJsonObject& line)
{
    return answerTo(line)[u"verdict"_s].toString();
}

bool isName(const QString& member)
{
    static const QSet<QString> names{u"family_name"_s,
                                     u"given_name"_s,
                                     u"given_name_array"_s,
                                     u"preferred_username"_s,
                                     u"nom"_s,
                                     u"nomUsage"_s,
                                     u"prenom"_s,
                                     u"prenoms"_s,
                                     u"nomUniteLegale"_s,
                                     u"nomUsageUniteLegale"_s,
                                     u"prenom1UniteLegale"_s,
                                     u"prenom2UniteLegale"_s,
                                     u"lieu_naissance"_s,
                                     u"lieuDeNaissance"_s};
    return names.contains(member);
}

/// `value` with every name in it spelt anew.
QJsonValue respelt(const QJsonValue& value, const Spelling& spell, bool name)
{
    if (value.isString()) {
        return name ? QJsonValue(spell(value.toString())) : value;
    }
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray entries = value.toArray();
        for (const auto& entry : entries) {
            array.append(respelt(entry, spell, name));
        }
        return array;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        it.value() = respelt(it.value(), spell, isName(it.key()));
    }
    return object;
}

/// `value` without those members, at any depth.
QJsonValue without(const QJsonValue& value, const QStringList& members)
{
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray entries = value.toArray();
        for (const auto& entry : entries) {
            array.append(without(entry, members));
        }
        return array;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject object = value.toObject();
    for (const QString& member : members) {
        object.remove(member);
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        it.value() = without(it.value(), members);
    }
    return object;
}

QString withoutAccents(const QString& text)
{
    QString plain;
    const QString decomposed = text.normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        plain += c >= QChar(0x0300) && c <= QChar(0x036F) ? QString() : QString(c);
    }
    return plain;
}

const QList<std::pair<const char*, Spelling>>& spellings()
{
    static const QList<std::pair<const char*, Spelling>> list{
        {"upper case", [](const QString& text) { return text.toUpper(); }},
        {"lower case", [](const QString& text) { return text.toLower(); }},
        {"decomposed", [](const QString& text) { return text.normalized(QString::NormalizationForm_D); }},
        {"composed", [](const QString& text) { return text.normalized(QString::NormalizationForm_C); }},
        {"without accents", withoutAccents},
        {"spaces around", [](const QString& text) { return u"  "_s + text + u" \t"_s; }},
        {"two spaces", [](const QString& text) { return QString(text).replace(u' ', u"  "_s); }},
        {"no-break spaces", [](const QString& text) { return QString(text).replace(u' ', u'\u00A0'); }},
    };
    return list;
}

} // namespace

void PropertiesTest::certifyLine_casingAccentsAndSpacing_neverChangeTheVerdict_data()
{
    QTest::addColumn<int>("spelling");
    QTest::addColumn<QString>("side");
    for (int i = 0; i < spellings().size(); ++i) {
        for (const char* side : {"pivot", "record"}) {
            QTest::addRow("%s, %s", spellings()[i].first, side) << i << QString::fromLatin1(side);
        }
    }
}

void PropertiesTest::certifyLine_casingAccentsAndSpacing_neverChangeTheVerdict()
{
    QFETCH(int, spelling);
    QFETCH(QString, side);
    const auto cases = wireCases(QStringLiteral(CERTIFY_CASES));
    for (const WireCase& wire : cases) {
        if (wire.name.startsWith(u"encoded ")) {
            continue; // of letters that were encoded twice, case and accents are the encoding
        }
        QJsonObject line = wire.line;
        line.insert(side, respelt(line[side], spellings()[spelling].second, false));
        const QJsonObject answer = answerTo(line);
        QVERIFY2(answer[u"verdict"_s].toString() == wire.verdict,
                 QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    }
}

void PropertiesTest::certifyLine_nameOrDateTakenAway_neverCertifies()
{
    const QList<std::pair<QString, QStringList>> takenAway{
        {u"pivot"_s, {u"family_name"_s}},
        {u"pivot"_s, {u"given_name"_s, u"given_name_array"_s}},
        {u"pivot"_s, {u"birthdate"_s, u"idp_birthdate"_s}},
        {u"record"_s,
         {u"dateNaissanceUniteLegale"_s, u"date_naissance"_s, u"individu"_s, u"personneMorale"_s,
          u"personnePhysique"_s, u"exploitation"_s, u"representant"_s}},
        {u"record"_s,
         {u"nom"_s, u"periodesUniteLegale"_s, u"nomUniteLegale"_s, u"individu"_s, u"personneMorale"_s,
          u"personnePhysique"_s, u"exploitation"_s, u"representant"_s}},
        {u"record"_s,
         {u"prenom"_s, u"prenom1UniteLegale"_s, u"prenom2UniteLegale"_s, u"individu"_s, u"personneMorale"_s,
          u"personnePhysique"_s, u"exploitation"_s, u"representant"_s}},
    };
    int certified = 0;
    const auto cases = wireCases(QStringLiteral(CERTIFY_CASES));
    for (const WireCase& wire : cases) {
        certified += wire.verdict == u"certified" ? 1 : 0;
        for (const auto& [side, members] : takenAway) {
            QJsonObject line = wire.line;
            QJsonObject poorer = line[side].toObject();
            for (const QString& member : members) {
                poorer.remove(member);
            }
            line.insert(side, poorer);
            QVERIFY2(verdictOn(line) != u"certified"_s, qPrintable(wire.name + u" without "_s + members[0]));
        }
    }
    QVERIFY(certified > 100);
}

void PropertiesTest::certifyLine_refusedAndEvidenceMissing_neverCertifies()
{
    // What adds to the evidence of who somebody is: whoever is refused with it must not be certified without.
    // One piece each time: who is refused for two contradictions is a doubt, not a match, with one of them
    // gone.
    const QList<QStringList> evidence{{u"family_name"_s},
                                      {u"given_name"_s, u"given_name_array"_s},
                                      {u"given_name_array"_s},
                                      {u"preferred_username"_s},
                                      {u"idp_birthdate"_s},
                                      {u"actif"_s},
                                      {u"mentionDemissionOrdre"_s},
                                      {u"gender"_s},
                                      {u"birthdate"_s},
                                      {u"birthplace"_s},
                                      {u"birthcountry"_s},
                                      {u"nom"_s},
                                      {u"nomUsage"_s},
                                      {u"prenoms"_s},
                                      {u"prenom"_s},
                                      {u"genre"_s},
                                      {u"dateDeNaissance"_s},
                                      {u"date_naissance"_s},
                                      {u"codeInseeGeographique"_s},
                                      {u"codePaysNaissance"_s},
                                      {u"paysNaissance"_s},
                                      {u"lieuDeNaissance"_s},
                                      {u"lieu_naissance"_s},
                                      {u"code_pays_naissance"_s},
                                      {u"codePostalNaissance"_s},
                                      {u"nomUniteLegale"_s},
                                      {u"prenom1UniteLegale"_s},
                                      {u"prenom2UniteLegale"_s},
                                      {u"sexeUniteLegale"_s},
                                      {u"dateNaissanceUniteLegale"_s},
                                      {u"codeCommuneNaissanceUniteLegale"_s},
                                      {u"codePaysNaissanceUniteLegale"_s}};
    int refused = 0;
    const auto cases = wireCases(QStringLiteral(CERTIFY_CASES));
    for (const WireCase& wire : cases) {
        // What shuts the gate says nothing of who somebody is: without it, it is open.
        if (wire.verdict != u"none" || wire.reason.startsWith(u"gate."_s)) {
            continue;
        }
        ++refused;
        for (const QStringList& piece : evidence) {
            const QJsonValue poorer = without(wire.line, piece);
            QVERIFY2(verdictOn(poorer.toObject()) != u"certified"_s,
                     qPrintable(wire.name + u" without "_s + piece[0]));
        }
    }
    QVERIFY(refused > 40);
}

void PropertiesTest::certifyLine_anyBytes_areAnswered()
{
    static const QSet<QString> verdicts{u"certified"_s, u"close"_s, u"none"_s};
    QRandomGenerator random(20261123);
    const auto cases = wireCases(QStringLiteral(CERTIFY_CASES));
    QVERIFY(!cases.isEmpty());
    for (int i = 0; i < 20000; ++i) {
        const WireCase& wire = cases[random.bounded(static_cast<int>(cases.size()))];
        QByteArray line = QJsonDocument(wire.line).toJson(QJsonDocument::Compact);
        for (int damage = random.bounded(1, 6); damage > 0; --damage) {
            const int at = random.bounded(static_cast<int>(line.size()));
            line[at] = static_cast<char>(random.bounded(256));
        }
        const QJsonObject answer = QJsonDocument::fromJson(certifyLine(line, today)).object();
        QVERIFY2(verdicts.contains(answer[u"verdict"_s].toString()), line.toPercentEncoding().constData());
        QVERIFY(!answer[u"reasons"_s].toArray().isEmpty());
    }
}

void PropertiesTest::certifyLine_randomLetters_neverCertify()
{
    QRandomGenerator random(42);
    const auto text = [&random] {
        QString letters;
        for (int size = random.bounded(1, 30); size > 0; --size) {
            letters += QChar(static_cast<char16_t>(random.bounded(0x20, 0xD800)));
        }
        return letters;
    };
    QJsonObject line = wireCases(QStringLiteral(CERTIFY_CASES)).constFirst().line;
    for (int i = 0; i < 5000; ++i) {
        QJsonObject pivot = line[u"pivot"_s].toObject();
        pivot.insert(u"family_name"_s, text());
        pivot.insert(u"given_name_array"_s, QJsonArray{text(), text()});
        line.insert(u"pivot"_s, pivot);
        QVERIFY(verdictOn(line) != u"certified"_s);
    }
}

QTEST_APPLESS_MAIN(PropertiesTest)
#include "PropertiesTest.moc"
