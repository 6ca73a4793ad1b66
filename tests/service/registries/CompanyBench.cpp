// SPDX-License-Identifier: MIT
#include "tests/service/registries/CompanyBench.h"

namespace proconnect::service {

QByteArray companyWithOfficer(const char* own, const char* officer)
{
    return QByteArray(R"({"formality":{"siren":")") + own +
           R"(","formeJuridique":"5710","content":{"personneMorale":{"composition":{"pouvoirs":[)"
           R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":")" +
           officer + R"("}}]}}}}})";
}

QByteArray ledByClaire(const char* office)
{
    return QByteArray(R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[{)") + office +
           R"("typeDePersonne":"INDIVIDU","roleEntreprise":"30","individu":{"descriptionPersonne":)"
           R"({"nom":"FABRE","prenoms":["CLAIRE"]}}}]}}}}})";
}

QByteArray power(const char* family, const char* given, const QByteArray& role, const char* office)
{
    return QByteArray(R"({"typeDePersonne":"INDIVIDU","roleEntreprise":")") + role + R"(",)" + office +
           R"("individu":{"descriptionPersonne":{"dateDeNaissance":"1982-11-03","nom":")" + family +
           R"(","prenoms":[")" + given + R"("]}}})";
}

QByteArray ledBy(const QByteArrayList& powers)
{
    return R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)" + powers.join(',') +
           "]}}}}}";
}

QByteArray ledByTheHoldingAndAHuman()
{
    QByteArray body = companyWithOfficer("000074914", "000058263");
    body.replace("}]", R"(},{"typeDePersonne":"INDIVIDU","mentionDemissionOrdre":true,"roleEntreprise":"73",)"
                       R"("individu":{"descriptionPersonne":{"nom":"MARTIN"}}}])");
    return body;
}

void Units::state(RegisteredCompany::State state)
{
    RegistryAnswer unit;
    unit.company.state = state;
    answer = unit;
}

Outcome<RegistryAnswer> Units::lookup(const SirenNumber& number)
{
    asked.append(number.digits());
    return answer;
}

QString sirenOf(int number)
{
    const QString digits = QString::number(number).rightJustified(8, u'0');
    for (int key = 0; key < 10; ++key) {
        if (SirenNumber::parse(digits + QString::number(key))) {
            return digits + QString::number(key);
        }
    }
    return {};
}

ScriptedHttpClient::Script answering(const QHash<QString, QByteArray>& bodies)
{
    return [bodies](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply()
                                : reply(200, bodies.value(request.url.path().section(u'/', -1)));
    };
}

} // namespace proconnect::service
