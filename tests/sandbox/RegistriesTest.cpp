// SPDX-License-Identifier: MIT
#include "tests/sandbox/RunningSandbox.h"

#include <QJsonArray>
#include <QtTest>

namespace proconnect::sandbox::test {

namespace {

const QString Siren = QStringLiteral("/insee/api-sirene/prive/3.11/siren/");
const QString Rcs = QStringLiteral("/rcs/v3/infogreffe/rcs/unites_legales/000074914/mandataires_sociaux");

} // namespace

class RegistriesTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Answer inseeToken(const QString& password)
    {
        return m_http.postForm(
            m_sandbox.world(QStringLiteral("/insee/auth/realms/apim-gravitee/protocol/openid-connect/token")),
            {{QStringLiteral("grant_type"), QStringLiteral("password")},
             {QStringLiteral("client_id"), QStringLiteral("demo-insee")},
             {QStringLiteral("client_secret"), QStringLiteral("demo-secret-insee")},
             {QStringLiteral("username"), QStringLiteral("demo")},
             {QStringLiteral("password"), password}});
    }

    [[nodiscard]] Headers inseeHeaders()
    {
        const QString token = inseeToken(QStringLiteral("demo")).json()[u"access_token"].toString();
        return {{"Authorization", "Bearer " + token.toLatin1()}};
    }

    [[nodiscard]] Answer insee(const QString& path)
    {
        return m_http.get(m_sandbox.world(QStringLiteral("/insee/api-sirene/prive/3.11") + path),
                          inseeHeaders());
    }

    [[nodiscard]] QJsonObject rneContent(const QString& siren)
    {
        const Answer login = m_http.postJson(m_sandbox.world(QStringLiteral("/rne/api/sso/login")),
                                             {{QStringLiteral("username"), QStringLiteral("demo")},
                                              {QStringLiteral("password"), QStringLiteral("demo")}});
        const Answer company =
            m_http.get(m_sandbox.world(QStringLiteral("/rne/api/companies/") + siren),
                       {{"Authorization", "Bearer " + login.json()[u"token"].toString().toLatin1()}});
        return company.json()[u"formality"][u"content"].toObject();
    }

    [[nodiscard]] Answer rcs(const QString& query, const QByteArray& token = "demo")
    {
        return m_http.get(m_sandbox.world(Rcs + query), {{"Authorization", "Bearer " + token}});
    }

    Http m_http;
    RunningSandbox m_sandbox;

private Q_SLOTS:
    void inseeToken_wrongPassword_unauthorized()
    {
        const Answer answer = inseeToken(QStringLiteral("wrong"));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.json()[u"error"].toString(), QStringLiteral("invalid_grant"));
    }

    void legalUnit_soleTrader_holdsRestrictedBirthData()
    {
        const Answer answer = insee(QStringLiteral("/siren/000041376"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()[u"header"][u"statut"].toInt(), 200);
        const QJsonObject unit = answer.json()[u"uniteLegale"].toObject();
        QCOMPARE(unit[u"dateNaissanceUniteLegale"].toString(), QStringLiteral("19850617"));
        QCOMPARE(unit[u"codeCommuneNaissanceUniteLegale"].toString(), QStringLiteral("63113"));
        QVERIFY(unit[u"codePaysNaissanceUniteLegale"].isNull());
        const QJsonObject period = unit[u"periodesUniteLegale"][0].toObject();
        QCOMPARE(period[u"nomUniteLegale"].toString(), QStringLiteral("ROUSSEL"));
        QCOMPARE(period[u"nomUsageUniteLegale"].toString(), QStringLiteral("MARCHAND"));
        QVERIFY(period[u"dateFin"].isNull());
    }

    void legalUnit_company_holdsNoPerson()
    {
        const QJsonObject unit = insee(QStringLiteral("/siren/000058263")).json()[u"uniteLegale"].toObject();
        QVERIFY(unit[u"dateNaissanceUniteLegale"].isNull());
        QCOMPARE(unit[u"periodesUniteLegale"][0][u"categorieJuridiqueUniteLegale"].toString(),
                 QStringLiteral("5710"));
    }

    void legalUnit_closed_hasCeasedOpenPeriod()
    {
        const QJsonObject unit = insee(QStringLiteral("/siren/000090126")).json()[u"uniteLegale"].toObject();
        QCOMPARE(unit[u"nombrePeriodesUniteLegale"].toInt(), 2);
        QCOMPARE(unit[u"periodesUniteLegale"][0][u"etatAdministratifUniteLegale"].toString(),
                 QStringLiteral("C"));
        QCOMPARE(unit[u"periodesUniteLegale"][1][u"etatAdministratifUniteLegale"].toString(),
                 QStringLiteral("A"));
    }

    void legalUnit_badCases_haveTheirStatus()
    {
        QCOMPARE(m_http.get(m_sandbox.world(Siren + QStringLiteral("000041376"))).status, 401);
        QCOMPARE(insee(QStringLiteral("/siren/999999998")).status, 404);
        QCOMPARE(insee(QStringLiteral("/siren/12")).status, 400);
        const Answer duplicate = insee(QStringLiteral("/siren/000165670"));
        QCOMPARE(duplicate.status, 301);
        QVERIFY(duplicate.header("Location").endsWith("/siren/000058263"));
    }

    void establishment_known_hasFlatUnit()
    {
        const Answer answer = insee(QStringLiteral("/siret/00005826300021"));
        const QJsonObject establishment = answer.json()[u"etablissement"].toObject();
        QCOMPARE(establishment[u"etablissementSiege"].toBool(), false);
        QVERIFY(!establishment[u"uniteLegale"].toObject().contains(u"periodesUniteLegale"));
        QCOMPARE(establishment[u"uniteLegale"][u"categorieJuridiqueUniteLegale"].toString(),
                 QStringLiteral("5710"));
        QCOMPARE(insee(QStringLiteral("/siret/00005826300099")).status, 404);
    }

    void search_bySiren_listsEstablishments()
    {
        const Answer answer = insee(QStringLiteral("/siret?q=siren:000058263&nombre=1000"));
        QCOMPARE(answer.json()[u"etablissements"].toArray().size(), 4);
        QCOMPARE(insee(QStringLiteral("/siret?q=denomination:x")).status, 400);
    }

    void quota_exceeded_tooManyRequests()
    {
        RunningSandbox fresh;
        const Answer token = m_http.postForm(
            fresh.world(QStringLiteral("/insee/auth/realms/apim-gravitee/protocol/openid-connect/token")),
            {{QStringLiteral("grant_type"), QStringLiteral("password")},
             {QStringLiteral("client_id"), QStringLiteral("demo-insee")},
             {QStringLiteral("client_secret"), QStringLiteral("demo-secret-insee")},
             {QStringLiteral("username"), QStringLiteral("demo")},
             {QStringLiteral("password"), QStringLiteral("demo")}});
        const Headers headers{
            {"Authorization", "Bearer " + token.json()[u"access_token"].toString().toLatin1()}};
        Answer last;
        for (int call = 0; call <= 500 && last.status != 429; ++call) {
            last = m_http.get(fresh.world(Siren + QStringLiteral("12")), headers);
        }
        QCOMPARE(last.status, 429);
        QVERIFY(!last.header("Retry-After").isEmpty());
    }

    void contactEmail_written_isReadBack()
    {
        const Headers headers = inseeHeaders();
        const QUrl url = m_sandbox.world(Siren + QStringLiteral("000058263/mel"));
        QCOMPARE(m_http.get(url, headers).json()[u"adresse"].toString(),
                 QStringLiteral("bernard.fabre@fabre-filles.example"));

        const Answer written =
            m_http.send("PUT", url, R"({"adresse":"direction@fabre-filles.example"})", headers);

        QCOMPARE(written.status, 200);
        QCOMPARE(m_http.get(url, headers).json()[u"adresse"].toString(),
                 QStringLiteral("direction@fabre-filles.example"));
        const QByteArray tooLong = "{\"adresse\":\"" + QByteArray(110, 'a') + "@x.example\"}";
        QCOMPARE(m_http.send("PUT", url, tooLong, headers).status, 422);
        QCOMPARE(m_http.send("PUT", url, "{", headers).status, 422);
        QCOMPARE(m_http.send("PUT", url, "{}", {}).status, 401);
    }

    void rne_company_listsPowersWithRolesAndActivity()
    {
        const QJsonArray powers =
            rneContent(QStringLiteral("000058263"))[u"personneMorale"][u"composition"][u"pouvoirs"].toArray();
        QCOMPARE(powers.size(), 2);
        QCOMPARE(powers[0][u"roleEntreprise"].toString(), QStringLiteral("73"));
        QCOMPARE(powers[0][u"typeDePersonne"].toString(), QStringLiteral("INDIVIDU"));
        QCOMPARE(powers[0][u"individu"][u"descriptionPersonne"][u"dateDeNaissance"].toString(),
                 QStringLiteral("1982-11-03"));
        QCOMPARE(powers[0][u"actif"].toBool(), true);
        QCOMPARE(powers[1][u"actif"].toBool(), false);
    }

    void rne_directorOfE3_isWrittenWithSwappedDate()
    {
        const QJsonArray powers =
            rneContent(QStringLiteral("000074914"))[u"personneMorale"][u"composition"][u"pouvoirs"].toArray();
        QCOMPARE(powers[0][u"individu"][u"descriptionPersonne"][u"dateDeNaissance"].toString(),
                 QStringLiteral("1961-09-28"));
        const QJsonObject abroad = powers[1][u"individu"][u"descriptionPersonne"].toObject();
        QCOMPARE(abroad[u"codePaysNaissance"].toString(), QStringLiteral("MAR"));
        QCOMPARE(abroad[u"codeInseeGeographique"].toString(), QStringLiteral("99350"));
        QCOMPARE(powers[2][u"typeDePersonne"].toString(), QStringLiteral("ENTREPRISE"));
    }

    void rne_soleTrader_usesNaturalPersonBranch()
    {
        const QJsonObject content = rneContent(QStringLiteral("000041376"));
        QVERIFY(!content.contains(u"personneMorale"));
        QCOMPARE(content[u"personnePhysique"][u"identite"][u"entrepreneur"][u"descriptionPersonne"][u"nom"]
                     .toString(),
                 QStringLiteral("ROUSSEL"));
    }

    void rne_badCases_haveTheirStatus()
    {
        const Answer login = m_http.postJson(m_sandbox.world(QStringLiteral("/rne/api/sso/login")), {});
        QCOMPARE(login.status, 401);
        QVERIFY(login.json().contains(u"webserviceCode"));
        QCOMPARE(m_http.get(m_sandbox.world(QStringLiteral("/rne/api/companies/000058263"))).status, 401);
        QVERIFY(rneContent(QStringLiteral("999999998")).isEmpty());
    }

    void rcs_complete_listsOfficersInOffice()
    {
        const QJsonObject body = rcs(QStringLiteral("?recipient=13002526500013&context=c&object=o")).json();
        QCOMPARE(body[u"meta"][u"personnes_physiques_count"].toInt(), 2);
        QCOMPARE(body[u"meta"][u"personnes_morales_count"].toInt(), 1);
        const QJsonObject officer = body[u"data"][1][u"data"].toObject();
        QCOMPARE(officer[u"fonction"].toString(), QStringLiteral("DIRECTEUR GENERAL"));
        QCOMPARE(officer[u"code_pays_naissance"].toString(), QStringLiteral("MA"));
        // 12 March 1974, midnight in Paris, winter time.
        QCOMPARE(officer[u"date_naissance_timestamp"].toInteger(), 132274800);
    }

    void rcs_missingParameters_listsEachError()
    {
        const Answer answer = rcs(QStringLiteral("?object=") + QString(50, u'x'));
        QCOMPARE(answer.status, 422);
        QStringList codes;
        const QJsonArray errors = answer.json()[u"errors"].toArray();
        for (const QJsonValue& error : errors) {
            codes << error[u"code"].toString();
        }
        QCOMPARE(codes.join(u' '), QStringLiteral("00201 00202 00203"));
        QCOMPARE(rcs({}, "wrong").json()[u"errors"][0][u"code"].toString(), QStringLiteral("00101"));
    }

    void officerRespelt_everyRegisterWritesIt()
    {
        RunningSandbox fresh;
        const QJsonObject spelling{
            {QStringLiteral("person"), QStringLiteral("D5")},
            {QStringLiteral("as"), QJsonObject{{QStringLiteral("familyName"), QStringLiteral("BEN HAMOU")}}}};
        QVERIFY(fresh.order({{QStringLiteral("officerRespelt"), spelling}}));
        const Answer answer =
            m_http.get(fresh.world(Rcs + QStringLiteral("?recipient=13002526500013&context=c&object=o")),
                       {{"Authorization", "Bearer demo"}});
        QVERIFY(answer.body.contains("BEN HAMOU"));
        QVERIFY(!answer.body.contains("BENHAMOU"));
    }

    void directorNamed_everyRegisterListsThem()
    {
        RunningSandbox fresh;
        const auto named = [&fresh](const char* siren, const char* person) {
            return fresh.order({{QStringLiteral("directorNamed"),
                                 QJsonObject{{QStringLiteral("siren"), QLatin1String(siren)},
                                             {QStringLiteral("person"), QLatin1String(person)}}}});
        };
        QVERIFY(named("000074914", "D2"));
        QVERIFY(!named("000074914", "D99"));
        QVERIFY(!named("000041376", "D2")); // a sole trader's
        const Answer answer =
            m_http.get(fresh.world(Rcs + QStringLiteral("?recipient=13002526500013&context=c&object=o")),
                       {{"Authorization", "Bearer demo"}});
        QCOMPARE(answer.json()[u"meta"][u"personnes_physiques_count"].toInt(), 3);
        QVERIFY(answer.body.contains("FABRE"));
    }

    void mandateEnded_everyRegisterForgetsIt()
    {
        RunningSandbox fresh;
        QVERIFY(fresh.order({{QStringLiteral("mandateEnded"),
                              QJsonObject{{QStringLiteral("siren"), QStringLiteral("000074914")},
                                          {QStringLiteral("person"), QStringLiteral("D5")}}}}));
        const Answer answer =
            m_http.get(fresh.world(Rcs + QStringLiteral("?recipient=13002526500013&context=c&object=o")),
                       {{"Authorization", "Bearer demo"}});
        QCOMPARE(answer.json()[u"meta"][u"personnes_physiques_count"].toInt(), 1);
        QVERIFY(!answer.body.contains("BENHAMOU"));
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::RegistriesTest)
#include "RegistriesTest.moc"
