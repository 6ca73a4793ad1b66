// SPDX-License-Identifier: MIT
#include "core/certification/Certifier.h"
#include "service/contact_email/SireneMailbox.h"
#include "service/outgoing/CurlHttpClient.h"
#include "service/registries/RegistryParts.h"
#include "tests/service/registries/Fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

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
    void mailbox_written_isReadBack();

private:
    [[nodiscard]] ServiceConfig config() const;
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

} // namespace

void RegistriesAgainstSandboxTest::initTestCase()
{
    m_sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sandbox.start(QStringLiteral(SANDBOX_PROGRAM),
                    {u"--fc-port"_s, u"0"_s, u"--world-port"_s, u"0"_s, u"--mail-port"_s, u"0"_s});
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
