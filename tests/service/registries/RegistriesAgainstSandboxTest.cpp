// SPDX-License-Identifier: MIT
#include "core/certification/Certifier.h"
#include "service/contact_email/SireneMailbox.h"
#include "service/outgoing/CurlHttpClient.h"
#include "service/registries/RegistryParts.h"
#include "tests/service/registries/Fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <numeric>

using namespace proconnect;
using namespace proconnect::certification;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// The registers' clients against the stand-ins of the real sandbox process, over real HTTP.
class RegistriesAgainstSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void consult_demonstrationDirectors_areCertified_data();
    void consult_demonstrationDirectors_areCertified();
    void consult_birthDateTransposed_isClose();
    void consult_formerDirector_isNone();
    void consult_unknownSiren_isUnknown();
    void establishments_ofACompany_areKnown();
    void lookup_tradeRegister_answersInItsFormat();
    void consult_legalFormsAndChains_areCertified_data();
    void consult_legalFormsAndChains_areCertified();
    void consult_circleOfCompanies_isNone();
    void consult_duplicate_namesTheOther();
    void consult_publicAccountOfTheRne_isClose();
    void consult_hiddenNames_isNeverCertified();
    void consult_maskedOrPartialSirene_isNeverCertified();
    void consult_firstChoiceDown_theFallbackSaysYes();
    void consult_fault_isUnavailableAndThenWorks_data();
    void consult_fault_isUnavailableAndThenWorks();
    void consult_retryAfter_isRespected();
    void mailbox_written_isReadBack();

private:
    [[nodiscard]] ServiceConfig config() const;
    /// Gives the sandbox's control address an order.
    [[nodiscard]] bool order(const QJsonObject& orders);
    /// Puts a target out of order, for `times` calls.
    [[nodiscard]] bool fault(const QString& target, const QJsonObject& what);
    /// How many calls of a target the sandbox has counted.
    [[nodiscard]] int calls(const QString& target);
    [[nodiscard]] Certainty verdict(const FranceConnectIdentity& person, const char* digits);

    QProcess m_sandbox;
    QString m_world;
    SystemClock m_clock;
    CurlHttpClient m_http;
    std::unique_ptr<RegistryParts> m_registries;
};

namespace {

FranceConnectIdentity person(const QString& family, const QStringList& given, const QString& gender,
                             const QString& birthdate, const QString& place,
                             const QString& country = u"99100"_s)
{
    FranceConnectIdentity identity;
    identity.familyName = family;
    identity.givenNames = given;
    identity.gender = gender;
    identity.birthdate = birthdate;
    identity.birthplace = place;
    identity.birthcountry = country;
    return identity;
}

FranceConnectIdentity claire()
{
    return person(u"FABRE"_s, {u"Claire"_s, u"H\u00E9l\u00E8ne"_s}, u"female"_s, u"1982-11-03"_s, u"69266"_s);
}

} // namespace

void RegistriesAgainstSandboxTest::initTestCase()
{
    m_sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sandbox.start(QStringLiteral(SANDBOX_PROGRAM),
                    {u"--fc-port"_s, u"0"_s, u"--fcp-port"_s, u"0"_s, u"--world-port"_s, u"0"_s,
                     u"--mail-port"_s, u"0"_s, u"--certificate-port"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_sandbox.canReadLine(), 30000);
    m_world = QJsonDocument::fromJson(m_sandbox.readLine()).object()[u"world"_s].toString();
    QVERIFY(!m_world.isEmpty());
    m_registries = std::make_unique<RegistryParts>(m_http, m_clock, config());
}

void RegistriesAgainstSandboxTest::cleanupTestCase()
{
    m_sandbox.terminate();
    QVERIFY(m_sandbox.waitForFinished());
}

ServiceConfig RegistriesAgainstSandboxTest::config() const
{
    ServiceConfig result;
    result.insee.baseUrl = QUrl(m_world + u"/insee/api-sirene/prive/3.11"_s);
    result.insee.tokenUrl =
        QUrl(m_world + u"/insee/auth/realms/apim-gravitee/protocol/openid-connect/token"_s);
    result.insee.clientId = u"demo-insee"_s;
    result.insee.clientSecret = u"demo-secret-insee"_s;
    result.insee.username = result.insee.password = u"demo"_s;
    result.rne.baseUrl = QUrl(m_world + u"/rne/api"_s);
    result.rne.username = result.rne.password = u"demo"_s;
    result.rcs.baseUrl = QUrl(m_world + u"/rcs"_s);
    result.rcs.token = u"demo"_s;
    result.rcs.recipient = u"13002526500013"_s;
    return result;
}

Certainty RegistriesAgainstSandboxTest::verdict(const FranceConnectIdentity& identity, const char* digits)
{
    const auto file = m_registries->desk().consult(siren(digits));
    if (!file) {
        qWarning("%s", qPrintable(file.failure().detail));
        return Certainty::None;
    }
    const auto assessment =
        assessAll(identity, file.value().officers, file.value().gate, QDate(2026, 11, 23));
    qInfo("%s", qPrintable(assessment.verdict.reasons().join(u' ')));
    return assessment.verdict.certainty;
}

void RegistriesAgainstSandboxTest::consult_demonstrationDirectors_areCertified_data()
{
    QTest::addColumn<FranceConnectIdentity>("identity");
    QTest::addColumn<QByteArray>("company");
    QTest::newRow("sole trader, SIRENE")
        << person(u"ROUSSEL"_s, {u"\u00C9lodie"_s, u"Anne"_s}, u"female"_s, u"1985-06-17"_s, u"63113"_s)
        << QByteArray("000041376");
    QTest::newRow("chair of a SAS, RNE")
        << person(u"FABRE"_s, {u"Claire"_s, u"H\u00E9l\u00E8ne"_s}, u"female"_s, u"1982-11-03"_s, u"69266"_s)
        << QByteArray("000058263");
    QTest::newRow("born abroad, RNE") << person(u"BENHAMOU"_s, {u"Nadia"_s, u"Samira"_s}, u"female"_s,
                                                u"1974-03-12"_s, QString(), u"99350"_s)
                                      << QByteArray("000074914");
}

void RegistriesAgainstSandboxTest::consult_demonstrationDirectors_areCertified()
{
    QFETCH(FranceConnectIdentity, identity);
    QFETCH(QByteArray, company);
    QCOMPARE(verdict(identity, company.constData()), Certainty::Certified);
}

void RegistriesAgainstSandboxTest::consult_birthDateTransposed_isClose()
{
    const auto philippe = person(u"KERMARREC"_s, {u"Philippe"_s, u"Yves"_s, u"Marie"_s}, u"male"_s,
                                 u"1961-08-29"_s, u"29232"_s);
    QCOMPARE(verdict(philippe, "000074914"), Certainty::Close);
}

void RegistriesAgainstSandboxTest::consult_formerDirector_isNone()
{
    const auto bernard =
        person(u"FABRE"_s, {u"Bernard"_s, u"Louis"_s}, u"male"_s, u"1953-02-08"_s, u"69388"_s);
    QCOMPARE(verdict(bernard, "000058263"), Certainty::None);
}

void RegistriesAgainstSandboxTest::consult_unknownSiren_isUnknown()
{
    QCOMPARE(m_registries->desk().consult(siren("732829320")).failure().code, FailureCode::SirenUnknown);
}

void RegistriesAgainstSandboxTest::establishments_ofACompany_areKnown()
{
    for (const auto& [digits, count] : {std::pair("000041376", 1), std::pair("000058263", 4)}) {
        auto file = m_registries->desk().consult(siren(digits));
        QVERIFY(file.ok());
        m_registries->establishments().complete(siren(digits), file.value().company);
        QCOMPARE(file.value().company.establishments.size(), count);
        QVERIFY(file.value().company.establishments[0].headOffice);
        QVERIFY(!file.value().company.address.isEmpty());
        QVERIFY(!file.value().company.name.isEmpty());
    }
}

void RegistriesAgainstSandboxTest::lookup_tradeRegister_answersInItsFormat()
{
    RcsRegistry rcs(m_http, m_clock, config().rcs);
    const auto answer = rcs.lookup(siren("000058263"));
    QVERIFY(answer.ok());
    QVERIFY(!answer.value().officers.isEmpty());
    QCOMPARE(answer.value().officers[0].familyName, u"FABRE"_s);
    QVERIFY(answer.value().officers[0].birthDate.complete());
}

bool RegistriesAgainstSandboxTest::order(const QJsonObject& orders)
{
    OutgoingRequest request;
    request.method = "POST";
    request.url = QUrl(m_world + u"/controle"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(orders).toJson();
    const auto reply = m_http.send(request);
    return reply && reply.value().status == 204;
}

bool RegistriesAgainstSandboxTest::fault(const QString& target, const QJsonObject& what)
{
    // A client of its own each time: pauses that one learnt are not the next one's.
    m_registries = std::make_unique<RegistryParts>(m_http, m_clock, config());
    return order({{u"target"_s, target}, {u"fault"_s, what}});
}

int RegistriesAgainstSandboxTest::calls(const QString& target)
{
    OutgoingRequest request;
    request.url = QUrl(m_world + u"/controle/etat.json"_s);
    request.largestReply = qsizetype{8} * 1024 * 1024;
    const auto reply = m_http.send(request);
    const QJsonObject counted =
        QJsonDocument::fromJson(reply.value().body).object()[u"calls"_s][target].toObject();
    return std::accumulate(counted.begin(), counted.end(), 0,
                           [](int sum, const QJsonValue& count) { return sum + count.toInt(); });
}

void RegistriesAgainstSandboxTest::consult_legalFormsAndChains_areCertified_data()
{
    QTest::addColumn<QByteArray>("company");
    QTest::newRow("SASU, 5720") << QByteArray("000180620");
    QTest::newRow("one-person SARL, 5498") << QByteArray("000184556");
    QTest::newRow("branch exploitation") << QByteArray("000185868");
    QTest::newRow("president is a company, whose president is Claire") << QByteArray("000179317");
}

void RegistriesAgainstSandboxTest::consult_legalFormsAndChains_areCertified()
{
    QFETCH(QByteArray, company);
    QCOMPARE(verdict(claire(), company.constData()), Certainty::Certified);
}

void RegistriesAgainstSandboxTest::consult_circleOfCompanies_isNone()
{
    QCOMPARE(verdict(claire(), "000181933"), Certainty::None);
}

void RegistriesAgainstSandboxTest::consult_duplicate_namesTheOther()
{
    const auto file = m_registries->desk().consult(siren("000165670"));
    QVERIFY(file.ok());
    QCOMPARE(file.value().company.state, RegisteredCompany::State::Duplicate);
    QCOMPARE(file.value().company.replacedBy, u"000058263"_s);
}

void RegistriesAgainstSandboxTest::consult_publicAccountOfTheRne_isClose()
{
    QVERIFY(fault(u"rne"_s, {{u"quirks"_s, QJsonArray{u"publicAccount"_s}}}));
    const Certainty certainty = verdict(claire(), "000058263");
    QVERIFY(order({{u"reset"_s, true}}));
    QCOMPARE(certainty, Certainty::Close);
}

void RegistriesAgainstSandboxTest::consult_hiddenNames_isNeverCertified()
{
    QVERIFY(fault(u"rne"_s, {{u"quirks"_s, QJsonArray{u"hiddenNames"_s}}}));
    const Certainty certainty = verdict(claire(), "000058263");
    QVERIFY(order({{u"reset"_s, true}}));
    QVERIFY(certainty != Certainty::Certified);
}

void RegistriesAgainstSandboxTest::consult_maskedOrPartialSirene_isNeverCertified()
{
    const auto elodie =
        person(u"ROUSSEL"_s, {u"\u00C9lodie"_s, u"Anne"_s}, u"female"_s, u"1985-06-17"_s, u"63113"_s);
    for (const QString& quirk : {u"masked"_s, u"partialDate"_s}) {
        QVERIFY(fault(u"insee"_s, {{u"quirks"_s, QJsonArray{quirk}}}));
        const Certainty certainty = verdict(elodie, "000041376");
        const auto file = m_registries->desk().consult(siren("000041376"));
        QVERIFY(order({{u"reset"_s, true}}));
        QVERIFY(certainty != Certainty::Certified);
        QVERIFY(file.ok() && !file.value().company.name.contains(u"[ND]"_s));
    }
}

void RegistriesAgainstSandboxTest::consult_firstChoiceDown_theFallbackSaysYes()
{
    QVERIFY(fault(u"rne"_s, {{u"status"_s, 500}}));
    const auto file = m_registries->desk().consult(siren("000058263"));
    const Certainty certainty = verdict(claire(), "000058263");
    QVERIFY(order({{u"reset"_s, true}}));
    QVERIFY(file.ok() && file.value().onlyYes());
    QCOMPARE(file.value().source, RegistrySource::Rcs);
    // The trade register writes one given name, no gender and a town: no proof, and no refusal.
    QVERIFY(certainty != Certainty::None);
}

void RegistriesAgainstSandboxTest::consult_fault_isUnavailableAndThenWorks_data()
{
    QTest::addColumn<QJsonObject>("what");
    QTest::newRow("500") << QJsonObject{{u"status"_s, 500}};
    QTest::newRow("403") << QJsonObject{{u"status"_s, 403}};
    QTest::newRow("429") << QJsonObject{{u"status"_s, 429}};
    QTest::newRow("half an answer") << QJsonObject{{u"brokenJson"_s, true}};
    QTest::newRow("100 MB") << QJsonObject{{u"huge"_s, true}};
    QTest::newRow("cut") << QJsonObject{{u"drop"_s, true}};
}

void RegistriesAgainstSandboxTest::consult_fault_isUnavailableAndThenWorks()
{
    QFETCH(QJsonObject, what);
    for (const QString& target : {u"insee"_s, u"rne"_s, u"rcs"_s}) {
        QVERIFY(order({{u"target"_s, target}, {u"fault"_s, what}}));
    }
    QVERIFY(fault(u"insee"_s, what));
    const auto file = m_registries->desk().consult(siren("000058263"));
    QVERIFY(order({{u"reset"_s, true}}));
    QVERIFY(!file.ok());
    QCOMPARE(file.failure().code, FailureCode::RegistryUnavailable);
    m_registries = std::make_unique<RegistryParts>(m_http, m_clock, config());
    QVERIFY(m_registries->desk().consult(siren("000058263")).ok());
}

void RegistriesAgainstSandboxTest::consult_retryAfter_isRespected()
{
    QVERIFY(fault(u"rne"_s, {{u"status"_s, 429}, {u"retryAfter"_s, 3600}, {u"times"_s, 2}}));
    const int before = calls(u"rne"_s);
    for (int i = 0; i < 5; ++i) {
        static_cast<void>(m_registries->desk().consult(siren("000074914")));
    }
    const int after = calls(u"rne"_s);
    QVERIFY(order({{u"reset"_s, true}}));
    m_registries = std::make_unique<RegistryParts>(m_http, m_clock, config());
    // The login was refused by the quota, and nothing was asked any more.
    QCOMPARE(after - before, 1);
}

void RegistriesAgainstSandboxTest::mailbox_written_isReadBack()
{
    SireneMailbox mailbox(m_registries->insee());
    const auto before = mailbox.read(siren("000058263"));
    QVERIFY(before.ok() && before.value());
    QCOMPARE(before.value()->address, u"bernard.fabre@fabre-filles.example"_s);
    const auto written = mailbox.write(siren("000058263"), u"direction@fabre-filles.example"_s);
    QCOMPARE(written.value(), SireneMailbox::Answer::Recorded);
    QCOMPARE(mailbox.read(siren("000058263")).value()->address, u"direction@fabre-filles.example"_s);
    QCOMPARE(mailbox.write(siren("000058263"), u"no address"_s).value(), SireneMailbox::Answer::Rejected);
}

QTEST_GUILESS_MAIN(RegistriesAgainstSandboxTest)
#include "RegistriesAgainstSandboxTest.moc"
